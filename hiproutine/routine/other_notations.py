"""Lines as people write them who think of YAML, JSON or another language, or whose keyboard puts in other signs. Pure.

Each is asked about where the reader stopped, and says what is wrong in its own words, and the cure.
"""

from __future__ import annotations

import re

from hiproutine.routine.durations import meant_seconds, spelt
from hiproutine.routine.other_values import (
    CURLY,
    PARTS,
    READY,
    Explained,
    bare,
    curly,
    ready,
    round_brackets,
    unquoted,
    word,
)
from hiproutine.routine.values import as_written

_ODD_BLANKS = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff"
)
_COMMENTS = ("//", "/*", "<!--", "--", ";;", "%")
_KEY = re.compile(r"[ \t]*([\w-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*=[ \t]*")
_KEY_ONLY = re.compile(r"[ \t]*[{,]?[ \t]*(\w[\w -]*\w|\w|\"[^\"\n]*\"|'[^'\n]*')[ \t]*(:=|=>|==|:|->|=)?[ \t]*")
_ENTRY = re.compile(r"[ \t]*(?:[-*•]|\d{1,2}[.)])[ \t]+(?:([\w-]+)[ \t]*:[ \t]*)?(.*)")
_ONE_VALUE = frozenset(
    {
        "sides",
        "load",
        "position",
        "open",
        "rest",
        "get_ready",
        "transition",
        "switch",
        "set_rest",
        "round_rest",
        "tempo",
    }
)
_IN_BRACES = re.compile(r"\"[^\"]*\"|'[^']*'|[^,}]+")
_HEADER = re.compile(r"[ \t]*\[\[?[A-Za-z_.]+\]\]?")
_TABLES = frozenset({"steps", "blocks", "defaults"})


def foreign(kind: str, text: str, offset: int) -> Explained | None:
    """What is meant where the reader stopped with a message of this kind; None where nothing is known of it."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)].rstrip("\r")
    at = offset - start
    if "\r" in line:
        return None
    if found := _odd_blank(line, at) or _fence(line):
        return _moved(found, start)
    if text.lstrip().startswith("{") and not text[:offset].strip("{ \t\r\n"):
        cure = 'write each key on a line of its own, as in title = "…", and [[steps]] above each step'
        return ("this is JSON, and a routine is TOML", cure), offset, offset + 1
    if re.search(r"\bsteps[ \t]*=[ \t]*\[\s*$", text[:offset]) and (pair := re.match(r"\w+ *= *[^,]+", line[at:])):
        cure = f"write {{ {pair[0].rstrip()} }}"
        return ("an entry of this list stands without { }", cure), offset, offset + len(pair[0].rstrip())
    for begin, explain in _BY_KIND.items():
        if kind.startswith(begin) and (found := explain(line, at)):
            return _moved(found, start)
    return None


def _moved(found: Explained, by: int) -> Explained:
    words, start, end = found
    return words, start + by, end + by


def _odd_blank(line: str, at: int) -> Explained | None:
    if line[at : at + 1] and line[at] in _ODD_BLANKS:
        return ("a blank of another kind stands here, such as a no-break space", "write a plain blank"), at, at + 1
    return None


def _fence(line: str) -> Explained | None:
    if line.lstrip().startswith(("```", "~~~")):
        return ("this line is not part of a routine", "take it out: it marks code on a page"), 0, len(line.rstrip())
    if re.fullmatch(r"(<<<<<<<|=======|>>>>>>>).*", line):
        return ("two versions of the file stand here", "keep one of them, and take the marks out"), 0, len(line)
    return None


def _comment(line: str, at: int) -> Explained | None:
    if line.startswith(_COMMENTS, at) and line.strip() != "---":
        sign = next(sign for sign in _COMMENTS if line.startswith(sign, at))
        return (f"a comment does not begin with {sign} here", "begin it with #"), at, at + len(sign)
    return None


def _statement(line: str, at: int) -> Explained | None:
    """Where a line was to begin."""
    first = len(line) - len(line.lstrip())
    return _comment(line, first) or _of_yaml(line, first) or _sign(line, first) or _comment(line, max(at, first))


def _of_yaml(line: str, first: int) -> Explained | None:
    if line.strip() == "---":
        return ("this line belongs to YAML, and a routine is TOML", "take it out"), first, first + 3
    if match := _ENTRY.fullmatch(line):
        value = ready(match[2])
        cure = f"write [[steps]], and below it {match[1] or 'exercise'} = {value}" if value else "write [[steps]]"
        return ("this is how YAML begins an entry", cure), first, first + 1
    return None


def _sign(line: str, first: int) -> Explained | None:
    """A sign that begins no line."""
    sign = line[first : first + 1]
    words = None
    if sign == ";":
        words = "a comment does not begin with ; here", "begin it with #"
    elif sign and sign in "}])":
        words = f"{sign} closes nothing that is open", "take it out"
    elif sign and sign in CURLY:
        words = f"{sign} is not a quotation mark of TOML", "write the key without quotes"
    return (words, first, first + 1) if words else None


def _after_key(line: str, at: int) -> Explained | None:
    """Where = was to stand."""
    first = len(line) - len(line.lstrip())
    if found := _of_yaml(line, first) or _comment(line, first):
        return found
    match = _KEY_ONLY.match(line)
    if not match or not match.end(1) - len(match[1]) <= at <= match.end():
        here = line[at : at + 1]
        words = f"“{here}” cannot stand in a key", "a key has a-z, digits, _ and -"
        return (words, at, at + 1) if here.isalpha() else None
    key, sign = match[1].strip("\"'"), match[2] or ""
    return _with_sign(line, key, sign, match) if sign else _without_sign(line, key, match.end(), at)


def _with_sign(line: str, key: str, sign: str, match: re.Match[str]) -> Explained | None:
    said = line[match.end() :]
    if "{" in line[: match.start(1)] and (within := _IN_BRACES.match(said)):
        said = within[0]
    name, value = re.sub(r"[ -]+", "_", key) if " " in key else key, ready(said)
    start, size = match.start(2), len(sign)
    what = f"a key is followed by =, not by {sign}"
    if sign == "=" and not key.isascii():
        letter = next(place for place, sign in enumerate(line) if not sign.isascii())
        return ("a key has a-z, digits, _ and -", "name it in quotes, or without this letter"), letter, letter + 1
    if sign == "=":
        what, start, size = "a key has no blanks", match.start(1), len(match[1])
    if name in _TABLES and not value:
        each = f"write [[{name}]] above each of them"
        return (what, "write [defaults], and its keys below it" if name == "defaults" else each), start, start + size
    return ((what, f"write {name} = {value}"), start, start + size) if value else None


def _without_sign(line: str, key: str, end: int, at: int) -> Explained | None:
    name, _, rest = key.partition(" ")
    value = ready(f"{rest} {line[end:]}".strip() if rest else line[end:])
    if value and name in _known_keys():
        return ("there is no = after the key", f"write {name} = {value}"), at, at + (at < len(line))
    if "{" in line[: len(line) - len(line.lstrip()) + 2] and '"' in line:
        first = line.index("{")
        return ("what stands in { } has keys", 'write { exercise = "…", hold = "…" }'), first, first + 1
    if value and " " in line.strip():
        cure = "begin it with # if it is a comment, or write key = value"
        return ("this is not a line of a routine", cure), len(line) - len(line.lstrip()), len(line.rstrip())
    return None


def _known_keys() -> frozenset[str]:
    from hiproutine.routine.model import Block, Defaults, Exercise, Routine, Step
    from hiproutine.routine.tables import keys_of

    return frozenset(key for table in (Routine, Block, Step, Defaults, Exercise) for key in keys_of(table))


def _value(line: str, at: int) -> Explained | None:
    """Where a value was to begin."""
    match, rest = _KEY.match(line), line[at:]
    if rest[:1] and rest[0] in CURLY:
        return curly(rest), at, at + 1
    if words := round_brackets(rest):
        return words, at, at + 1
    if found := _in_list(line, at):
        return found
    said = bare(rest)
    if match is None or match.end() != at or not re.search(r"[\w\[{]", said) or READY.fullmatch(said.casefold()):
        return None
    if said[0] in "=>":
        value = ready(said.lstrip("=> "))
        return (f"a key is followed by = alone, not by ={said[0]}", f"write {match[1]} = {value}"), at, at + 1
    return None if said[0] in "\"'[{" else word(match[1].strip("\"'"), said, at)


def _in_list(line: str, at: int) -> Explained | None:
    """A comment or a stray sign where the next entry of a list was to begin."""
    before = line[:at].rstrip()
    if (not before and _KEY.match(line, at)) or _HEADER.fullmatch(line.rstrip()):
        words = "a list above this line has no closing ]", "add ] at its end"
        return words, len(line) - len(line.lstrip()), len(line.rstrip())
    if before and before[-1] not in "[,":
        return None
    if before.endswith("[") and line[at : at + 1] in {",", ";"}:
        name = "comma" if line[at] == "," else "semicolon"
        return (f"a {name} stands before the first entry of the list", f"take the {name} out"), at, at + 1
    return _comment(line, at)


def _after_value(line: str, at: int) -> Explained | None:
    """Where a line was to end."""
    at += len(line[at:]) - len(line[at:].lstrip(" \t"))
    return _odd_blank(line, at) or _comment(line, at) or _sign_at_end(line, at) or _more(line, at)


def _sign_at_end(line: str, at: int) -> Explained | None:
    rest = line[at:]
    if re.fullmatch(r"[,;][ \t]*(#.*|//.*)?", rest):
        name = "comma" if rest[0] == "," else "semicolon"
        return (f"a {name} stands at the end of the line", f"take the {name} out"), at, at + 1
    if match := re.match(r"[,;]?[ \t]*([A-Za-z_]+)[ \t]*=", rest):
        begin = at + match.start(1)
        return ("a line has one key", f"write {match[1]} on a line of its own"), begin, begin + len(match[1])
    if re.fullmatch(r"[ \t]*(\[[\w.]+\]|\[\[[\w.]+\]\])[ \t]*[:={][ \t]*", line):
        return (f"{rest[0]} stands after the name of a table", f"take the {rest[0]} out"), at, at + 1
    if match := re.fullmatch(r"[ \t]*\[\[?([\w.]+)\]\]?[ \t]*", line):
        return ("the brackets of this name are not alike", f"write [[{match[1]}]]"), at, at + 1
    if rest[:1] and rest[0] in CURLY:
        return (f"{rest[0]} is not a quotation mark of TOML", 'write a text in straight quotes: "text"'), at, at + 1
    return None


def _several(key: str, said: str) -> tuple[str, str]:
    """About more values than one without a list."""
    if said[:1] == "{":
        return "several tables stand here without a list", "put [ before the first and ] after the last"
    parts = PARTS.findall(said)
    if key == "sides" and {part.strip("\"' ").casefold() for part in parts} == {"left", "right"}:
        return "several values stand here, where one belongs", 'write "each"'
    if key in _ONE_VALUE:
        return "several values stand here, where one belongs", f"write one of them, such as {ready(parts[0])}"
    return "several values stand here without a list", f"write [{', '.join(map(ready, parts))}]"


def _number(key: str, said: str, begin: int) -> Explained:
    """About what begins with a digit."""
    if key in {"reps", "sets", "rounds"} and not said.isdecimal():
        return word(key, said, begin)
    if key == "distance":
        return (f"“{said}” is not in quotes", f"write {as_written(said)}"), begin, begin + len(said)
    if not re.fullmatch(r"0+\d+", said):
        return unquoted(said, begin)
    return (f"a number does not begin with 0: “{said}”", f"write {int(said)}"), begin, begin + len(said)


def _more(line: str, at: int) -> Explained | None:
    """More than one value, or a value that was read only in part."""
    match = _KEY.match(line)
    if match is None or match.end() > at:
        return None
    said, begin = bare(line[match.end() :]), match.end()
    if line[at : at + 1] == "," and (said[:1] == "{" or not re.search(r"[\[\]{}]", said)):
        return _several(match[1].strip("\"'"), said), at, at + 1
    if split := re.fullmatch(r"[\"']([\d.,]+)[\"'][ \t]*([A-Za-z]+)", said):
        seconds = meant_seconds(f"{split[1]} {split[2]}")
        written = f'"{spelt(seconds)}"' if seconds else as_written(f"{split[1]}{split[2]}")
        return ("the text ends before its unit", f"write {written}"), begin, begin + len(said)
    if said[:1].isdigit() and not re.search(r"[\"'\[\]{}]", said[:-1]) and said[-1] not in "[]{}":
        return _number(match[1], said, begin)
    if said[:1] in {'"', "'"} and said[-1] == said[0] and len(said) < 90 and not re.search(r"[\"'][ \t]*[\"']", said):
        words = "a quotation mark inside the text ends it", f"write {as_written(said[1:-1])}"
        return words, begin, begin + len(said)
    return None


def _open(line: str, at: int) -> Explained | None:  # noqa: ARG001
    """Where a text was to end."""
    match = _KEY.match(line)
    last = next((place for place in range(len(line) - 1, -1, -1) if line[place] in "”“’‘„»"), -1)
    if match and last > match.end() and line[match.end()] in "\"'" and not line[last + 1 :].strip(" \t,;"):
        sign = line[match.end()]
        return (f"{line[last]} does not end the text", f"write {sign} in its place"), last, last + 1
    return None


_BY_KIND = {
    "Invalid statement": _statement,
    "Expected '='": _after_key,
    "Invalid value": _value,
    "Expected newline": _after_value,
    "Illegal character": _open,
    "Found invalid character": _open,
    "Unterminated": _open,
    'Expected "\'"': _open,
}
"""By how the reader's message begins."""
