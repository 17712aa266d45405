"""What is wrong with a text as TOML: where the reader says that it is, in our words, with a cure."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from hiproutine.errors import Problem, Span
from hiproutine.routine.other_notations import foreign
from hiproutine.routine.other_values import Explained, unquoted
from hiproutine.routine.toml_1_1 import open_brace

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_WORD = re.compile(r"[^\s,\]}#=\"']+")
_BARE = re.compile(r"[^,\]}#\n\"']*[^,\]}#\n\"'\s]")
_NUMBER_TOO_LONG = re.compile(r"[0-9_]{4000,}")

Words = tuple[str, str]
"""What is wrong, and the cure."""

_QUOTES: Words = ("the text has no closing quotes", 'add " at its end, or use """ for several lines')
_BOTH = "keep the one that is meant"
_NO_BRACE: Words = ("the table has no closing }", "add } at its end")
_NO_NUMBER: Words = (
    "this is not the number of a character",
    "write \\\\ for a backslash, or \\u and four digits, as in \\u00e9",
)
_FIXED: dict[str, Words] = {
    "Illegal character '\\n'": _QUOTES,
    "Found invalid character '\\n'": _QUOTES,
    "Illegal character '\\r'": ("a line ends oddly here", "end lines as other editors do"),
    "Found invalid character '\\r'": ("a line ends oddly here", "end lines as other editors do"),
    "Invalid date or datetime": ("there is no such date or time", "put it in quotes if it is a text"),
    "Invalid hex value": _NO_NUMBER,
    "Escaped character is not a Unicode scalar value": _NO_NUMBER,
}
_TWICE_BEGIN = ("Cannot overwrite", "Cannot declare", "Duplicate inline", "Cannot mutate", "Cannot redefine")


def syntax_problem(text: str, message: str) -> Problem:
    """The reader's message about a text, as a problem with its span."""
    match = _PLACE.search(message)
    kind = _PLACE.sub("", message)
    if message.startswith("Exceeds the limit"):
        number = _NUMBER_TOO_LONG.search(text)
        span = span_of(text, *number.span()) if number else None
        return Problem("toml-syntax", "a number is too long", help="a dose is a few seconds or minutes", span=span)
    if not match:
        return Problem("toml-syntax", _lowered(kind), help="put it in quotes if it is a text")
    offset = _offset(text, int(match[1]), int(match[2])) if match[1] else len(text)
    if unclosed := _brace_above(text, offset):
        return unclosed
    if kind.startswith(_TWICE_BEGIN):
        from hiproutine.routine.duplicates import twice  # loads the parser: only now is it needed

        # what the reader has accepted, but for this one key: with the rest of its line, or without
        reads = [f"{text[: _line_end(text, offset)]}\n", f"{text[:offset]}\n"]
        found = next(filter(None, (twice(read, *_line_and_column(text, offset)) for read in reads)), None)
        where = span_of(text, offset, offset)
        return found or Problem("toml-syntax", "something stands here a second time", help=_BOTH, span=where)
    (what, cure), start, end = foreign(kind, text, offset) or _explained(kind, text, offset)
    return Problem("toml-syntax", what, help=cure, span=span_of(text, start, end))


def _brace_above(text: str, offset: int) -> Problem | None:
    """A table in braces that was to be closed before this line, which begins an entry or a table of its own."""
    start = text.rfind("\n", 0, offset) + 1
    if text[start:offset].strip() or text[offset : offset + 1] not in {"{", "[", "]"}:
        return None
    brace = open_brace(text, offset)
    if brace is None or "\n" not in text[brace:offset]:
        return None
    end = brace + len(text[brace:offset].rstrip().rstrip(","))
    line = text.count("\n", 0, brace) + 1
    return Problem(
        "toml-syntax", f"the {{ of line {line} has no closing }}", help="add } here", span=span_of(text, end, end)
    )


def span_of(text: str, start: int, end: int) -> Span:
    """The span from one offset in a text to another."""
    line, column = _line_and_column(text, start)
    return Span(line, column, *_line_and_column(text, end))


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _offset(text: str, line: int, column: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
    return min(start + column - 1, len(text))


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1:]


def _explained(kind: str, text: str, offset: int) -> Explained:
    """The words for a kind of mistake, and from where to where it goes."""
    for begin, explain in _EXPLAINED.items():
        if kind.startswith(begin):
            return explain(text, offset)
    what, cure = _FIXED.get(kind, (_lowered(kind), ""))
    return (what, cure), *_here(text, offset)


def _here(text: str, offset: int) -> tuple[int, int]:
    """One character, or none at the end of a line."""
    return offset, offset + (text[offset : offset + 1] not in "\r\n")


def _open_header(text: str, offset: int) -> Explained:
    """A header whose brackets are not closed, or not as they were opened."""
    start = text.rfind("\n", 0, offset) + 1
    match = re.compile(r"[ \t]*(\[{1,2})[ \t]*([\w.-]*)").match(text, start)
    opened, name = (match[1], match[2]) if match else ("[[", "steps")
    what = "the name of the list has no ]]" if opened == "[[" else "the name of the table has no ]"
    if name in {"steps", "blocks", "blocks.steps"}:
        opened = "[["
    elif name == "defaults":
        opened = "["
    return (what, f"write {opened}{name}{']' * len(opened)}"), *_here(text, offset)


def _no_equals(text: str, offset: int) -> Explained:
    if text[offset : offset + 1] == ":":
        key = re.search(r"[\w-]+(?=[\"']?[ \t]*$)", text[:offset])
        return ("a key is followed by =, not by :", f"write {key[0] if key else 'key'} = …"), *_here(text, offset)
    cure = 'write key = value, and put a text in quotes: key = "text"'
    return ("there is no = after the key", cure), *_here(text, offset)


def _no_statement(text: str, offset: int) -> Explained:
    cure = "write key = value, [table], [[list of tables]] or # comment"
    return ("this is not a line of TOML", cure), offset, _word_end(text, offset)


def _open_list(text: str, offset: int) -> Explained:
    if offset >= len(text):
        return ("the list has no closing ]", "add ] at its end"), _last(text), _last(text)
    start = text.rfind("\n", 0, offset) + 1
    if not text[start:offset].strip() and re.match(r"\[\[?[a-z.]+\]|[a-z_]+ *=", text[offset:]):
        end = len(text[:offset].rstrip())
        return ("the list has no closing ]", "add ] at its end"), end, end
    if words := _unquoted_before(text, offset):
        return words
    if text[offset - 1] in "\"'" and text[offset].isalpha():
        sign = text[offset - 1]
        cure = 'put the text in double quotes: "…"' if sign == "'" else 'write \\" for it inside a text'
        return (f"a {sign} inside the text ends it", cure), offset - 1, offset
    cure = "put a comma between them, or ] at the end"
    return ("there is no comma between two entries of the list", cure), *_here(text, offset)


def _open_table(text: str, offset: int) -> Explained:
    if offset >= len(text):
        return _NO_BRACE, _last(text), _last(text)
    if words := _unquoted_before(text, offset):
        return words
    cure = "put a comma between them"
    if "\n" in text[len(text[:offset].rstrip()) : offset]:
        line = text.count("\n", 0, offset) + 1
        cure = f"put a comma between them, or }} before line {line} if the table ends there"
    return ("there is no comma between two keys", cure), *_here(text, offset)


def _unquoted_before(text: str, offset: int) -> Explained | None:
    """A length without quotes, of which the reader has read the number."""
    begun = re.search(r"(?<![\w.\"'])[\d.:]+$", text[text.rfind("\n", 0, offset) + 1 : offset])
    rest = re.compile(r"[^\s,\]}#]+").match(text, offset)
    return unquoted(begun[0] + rest[0], offset - len(begun[0])) if begun and rest else None


def _no_value(text: str, offset: int) -> Explained:
    line = text[offset:].split("\n", 1)[0]
    if not line.strip() or line[0] in ",]}#":
        cure = 'write a text in "quotes", a number, or a list in [ ]'
        return ("there is no value here", cure), offset, offset
    match = _BARE.match(line)
    word = match[0] if match else line[0]
    if word.casefold() in {"true", "false"}:
        return (f"“{word}” is not a value", f"write {word.casefold()}"), offset, offset + len(word)
    if word[0].isalpha():
        return (f"“{_short(word)}” is not in quotes", f'write "{_short(word)}"'), offset, offset + len(word)
    return (f"“{_short(word)}” is not a value", "put it in quotes if it is a text"), offset, offset + len(word)


def _more_after_value(text: str, offset: int) -> Explained:
    """Such as `30s` without quotes, of which the reader has read the 30."""
    start = text.rfind("\n", 0, offset) + 1
    head = text[start:offset]
    begun = re.search(r"[\w.:+-]+$", head)
    if begun and (match := _WORD.match(text, offset)):
        word = begun[0] + match[0]
        return (f"“{_short(word)}” is not in quotes", f'write "{_short(word)}"'), offset - len(begun[0]), match.end()
    offset += len(text[offset:]) - len(text[offset:].lstrip(" \t"))
    end = _word_end(text, offset)
    cure = 'end the line after the value; inside a text write \\" for a quotation mark'
    return ("something stands after the value", cure), offset, end


def _no_key(text: str, offset: int) -> Explained:
    here = text[offset : offset + 1]
    words: Words = (f"“{here}” cannot stand in a key", 'a key has letters, digits, _ and -, or is in "quotes"')
    if not here:
        return _NO_BRACE, _last(text), _last(text)
    if here in "]=}\r\n":
        words = "a name is missing here", "write key = value, [table] or [[list of tables]]"
    return words, *_here(text, offset)


def _open_text(text: str, offset: int, quotes: str = '"""') -> Explained:
    """Points at the quotes that open a text of several lines, or at the end of the file."""
    if text.count(quotes) % 2:
        start = text.rfind(quotes)
        return ("the text has no closing quotes", f"add {quotes} at its end"), start, start + 3
    return _QUOTES, *_here(text, min(offset, _last(text)))


def _open_plain_text(text: str, offset: int) -> Explained:
    """The reader looks for the other ' to the end of the file; the text should have ended on its line."""
    words = "the text has no closing quotes", "add ' at its end, or use ''' for several lines"
    return words, *_here(text, _line_end(text, text.rfind("'", 0, offset)))


def _backslash(text: str, offset: int) -> Explained:
    words = "a \\ stands alone in the text", "write \\\\ for a backslash"
    return words, text.rfind("\\", 0, offset), offset


_EXPLAINED: dict[str, Callable[[str, int], Explained]] = {
    "Invalid value": _no_value,
    "Expected newline": _more_after_value,
    "Expected '='": _no_equals,
    "Invalid initial character": _no_key,
    "Invalid statement": _no_statement,
    "Expected ']": _open_header,
    "Unclosed array": _open_list,
    "Unclosed inline table": _open_table,
    "Unterminated": _open_text,
    'Expected "\'"': _open_plain_text,
    "Unescaped": _backslash,
    "Expected \"'''\"": partial(_open_text, quotes="'''"),
}
"""By how the reader's message begins."""


def _word_end(text: str, offset: int) -> int:
    match = _WORD.match(text, offset)
    return match.end() if match else min(offset + 1, len(text))


def _line_end(text: str, offset: int) -> int:
    """Where the line of an offset ends."""
    end = text.find("\n", offset)
    line = text[offset : end if end >= 0 else len(text)]
    return offset + len(line.rstrip())


def _last(text: str) -> int:
    """Just past the last thing that is written."""
    return len(text.rstrip())


def _short(word: str) -> str:
    return word if len(word) <= 40 else f"{word[:37]}…"
