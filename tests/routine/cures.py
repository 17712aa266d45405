"""Does what the cure of a problem says, as a person would who knows nothing but that sentence and where it points."""

from __future__ import annotations

import re
from json import dumps

from hiproutine.errors import Problem

VALUE = re.compile(
    r'''[ \t]*=[ \t]*("""(?:[^"]|"{1,2}(?!"))*"""|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\[[^\]]*\]|\{[^}]*\}|[^,}\]#\n]+)'''
)
QUOTED = re.compile(r'"[^"]*"')


def applied(text: str, problem: Problem) -> str | None:
    """The text with the cure followed; None where the sentence leaves something to be thought of."""
    cure = problem.help
    if problem.code == "toml-syntax" and cure.startswith("write ") and "is not in quotes" not in problem.message:
        if match := re.fullmatch(r"write (\w+ = .*)|write (\[\[?[\w.]+\]\]?)", cure):
            return _line(text, problem, match[1] or match[2])
        if match := re.fullmatch(r'write ("(?:[^"\\]|\\.)*"|\[.*\])', cure):
            return _of_key(text, problem, match[1])
    for pattern, way in _WAYS:
        if match := re.fullmatch(pattern, cure, re.DOTALL):
            return way(text, problem, *match.groups())
    return None


def _offsets(text: str, problem: Problem) -> tuple[int, int]:
    span = problem.span
    assert span
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1


def _written(text: str, problem: Problem, new: str) -> str:
    """The marked value, or of a key its name, in its new form."""
    start, end = _offsets(text, problem)
    return f"{text[:start]}{new}{text[end:]}"


def _line(text: str, problem: Problem, new: str) -> str:
    """The whole line of the problem."""
    start, _ = _offsets(text, problem)
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    last = len(text) if last < 0 else last
    return f"{text[:first]}{new}{text[last + 1 if not new else last :]}"


def _without(text: str, problem: Problem) -> str:
    """Without the key and its value: the lines they stand in, or the part of a table in braces."""
    start, end = _pair(text, problem)
    if not text[text.rfind("\n", 0, start) + 1 : start].strip():
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        return f"{text[:first]}{'' if last < 0 else text[last + 1 :]}"
    before, after = text[:start], text[end:]
    if after.lstrip().startswith(","):
        return before + after.lstrip()[1:].lstrip()
    return before.rstrip().removesuffix(",") + after


def _pair(text: str, problem: Problem) -> tuple[int, int]:
    """From where to where a key stands with its value."""
    start, end = _offsets(text, problem)
    if problem.at != "key":  # the value is marked
        key = re.search(r"[\w-]+[ \t]*=[ \t]*$", text[:start])
        return (key.start() if key else start), end
    value = VALUE.match(text, end)
    return start, value.end() if value else end


def _comment(text: str, problem: Problem) -> str:
    start, end = _pair(text, problem)
    said = "# " + text[start:end].replace("\n", "\n# ")
    if not text[text.rfind("\n", 0, start) + 1 : start].strip():
        return text[:start] + said + text[end:]
    first = text.rfind("\n", 0, start) + 1
    out = _without(text, problem)
    return f"{out[:first]}{said}\n{out[first:]}"


def _one_line(text: str, problem: Problem) -> str:
    """A table in braces without the ends of its lines, its comments above it."""
    start, _ = _offsets(text, problem)
    depth, end, kept, comments = 0, start, "", []
    for match in re.finditer(r'"(?:[^"\\\n]|\\.)*"|#[^\n]*|\s+|[{}]|[^"#\s{}]+', text[start:]):
        piece = match[0]
        if piece.startswith("#"):
            comments.append(piece)
            continue
        depth += (piece == "{") - (piece == "}")
        kept += " " if piece.isspace() else piece
        end = start + match.end()
        if not depth:
            break
    first = text.rfind("\n", 0, start) + 1
    return "".join([text[:first], *(f"{one}\n" for one in comments), text[first:start], kept, text[end:]])


def _last_comma(text: str, problem: Problem) -> str:
    comma, end = _offsets(text, problem)
    return text[:comma] + text[end:]


def _into_list(text: str, problem: Problem) -> str:
    """The table that stands under this header, as one more of the list before it."""
    start, _ = _offsets(text, problem)
    first = text.rfind("\n", 0, start) + 1
    match = re.compile(r"[^\n]*\n((?:[\w-]+ *=[^\n]*\n?)*)").match(text, first)
    assert match
    pairs = ", ".join(match[1].split("\n")).strip(", ")
    line = re.search(r"of line (\d+)", problem.message)
    assert line
    opened = sum(len(one) + 1 for one in text.split("\n")[: int(line[1]) - 1])
    close = text.rfind("]", opened, first)
    before = text[:close].rstrip().removesuffix(",")
    return f"{before}, {{ {pairs} }},\n{text[close:first]}{text[match.end() :]}"


def _line_of(text: str, problem: Problem) -> str:
    assert problem.span
    return text.split("\n")[problem.span.line - 1]


def _value(text: str, problem: Problem, new: str) -> str:
    if problem.at != "key":
        return _written(text, problem, new)
    return _line(text, problem, f"{_line_of(text, problem).partition('=')[0]}= {new}")


def _step(text: str, problem: Problem, rest: str) -> str:
    """A step of its own after this one."""
    out = _line(text, problem, "")
    header = "[[blocks.steps]]" if "[[blocks.steps]]" in text else "[[steps]]"
    return f"{out.rstrip()}\n{header}\n{rest}\n"


def _marked(text: str, problem: Problem) -> str:
    start, end = _offsets(text, problem)
    return text[start:end]


def _quotes(said: str) -> str:
    return dumps(said, ensure_ascii=False)


def _placeholder(text: str, problem: Problem, new: str) -> str:
    found = problem.message.partition("“")[2].partition("”")[0]
    start, end = _offsets(text, problem)
    return text[:start] + text[start:end].replace(found, new) + text[end:]


def _add(text: str, problem: Problem, new: str) -> str:
    start, end = _offsets(text, problem)
    if end > start:
        return f"{text[:end]}\n{new}{text[end:]}"
    return f"{new}\n{text}"


def _of_key(text: str, problem: Problem, new: str) -> str:
    """The line with another value."""
    return _line(text, problem, f"{_line_of(text, problem).partition('=')[0].rstrip()} = {new}")


def _header(text: str, problem: Problem, new: str) -> str:
    """The header of a problem, whose whole or whose name may be marked."""
    line = _line_of(text, problem)
    return _line(text, problem, new) if line.lstrip().startswith("[") else _written(text, problem, new)


_WAYS = (
    (r"take the (?:comma|semicolon|:) out", lambda t, p: _written(t, p, "")),
    (r"begin it with #", lambda t, p: _written(t, p, "#")),
    (r"write a plain blank", lambda t, p: _written(t, p, " ")),
    (r"keep the one that is meant|write both lists as one, in \[ \]", _without),
    (r'add " at its end, .*', lambda t, p: _written(t, p, '"')),
    (r'write " in its place', lambda t, p: _written(t, p, '"')),
    (r"put it in quotes", lambda t, p: _written(t, p, _quotes(_marked(t, p).rstrip("\"")))),
    (r"write straight quotes around the whole text: .*", lambda t, p: (
        _of_key(t, p, _quotes(_line_of(t, p).partition("=")[2].strip(" \""))))),
    (r"put a comma between them, .*", lambda t, p: _written(t, p, f", {_marked(t, p)}")),
    (r"write (\[\[[a-z.]+\]\]) here as well: .*", lambda t, p, new: _written(t, p, new[2:-2])),
    (r"write (format = 1), without quotes", _line),
    (r"did you mean “([^”]*)”", lambda t, p, new: _written(t, p, new if p.at == "key" else f'"{new}"')),
    (r"did you mean ([a-z0-9-]+)((?: or|;) .*)?", lambda t, p, new, _: _written(t, p, f'"{new}"')),
    (r"write hold or time", lambda t, p: _written(t, p, "hold")),
    (r"write reps for repetitions, or sets for sets", lambda t, p: _written(t, p, "reps")),
    (r"write (sets), or put the step .*|a block has rounds: write (rounds)", lambda t, p, a, b: _written(t, p, a or b)),
    (r'write (cues = \[.*\])', lambda t, p, new: (
        t[: _pair(t, p)[0]] + new + t[_pair(t, p)[1] :])),
    (r"write (\[\[blocks\]\]) in line (\d+)", lambda t, _, new, line: (
        "\n".join(new if n == int(line) else one for n, one in enumerate(t.split("\n"), 1)))),
    (r'write (open = "[^"]*"), about .*', _line),
    (r"write (sets = \d+) and (reps = \d+)", lambda t, p, a, b: _line(t, p, f"{a}\n{b}")),
    (r"write one number: (\d+)", _value),
    (r"write (\{[^ ]*\})", _placeholder),
    (r"write (\{\{|\}\}) for a brace", _placeholder),
    (r'write (\{ .* \})(?:, or .*)?', _value),
    (r"write (\[\[[a-z.]+\]\]|\[[a-z]+\])", _header),
    (r"write it in quotes: (\".*\")", _value),
    (r"write (\d+)(?: without quotes| or more| or less| or \d+)?", _value),
    (r'write ("(?:[^"\\]|\\.)*")(?: in quotes|, in quotes| or more| or less)?(?: for none)?(?:; .*)?', _value),
    (r'write ("[^"]*") for one side .*', _value),
    (r"write (\[.*\])", _value),
    (r'use ("half"), or a moment inside the step', _value),
    (r"take it out.*|take the name out.*|“.*” stands there already: take this out", _without),
    (r"add (reps = 10) to the step, .*", lambda t, p, new: _line(t, p, f"{_line_of(t, p)}\n{new}")),
    (r"write it as a comment in a line of its own .*", _comment),
    (r"write this \{ \} on one line.*", _one_line),
    (r"write (\\u00..), or .*", lambda t, p, new: _written(t, p, new[:4])),
    (r"take the last comma out", _last_comma),
    (r"write it into that list as one more .*", _into_list),
    (r"keep the one that is meant, or write \[\[(?:blocks\.)?steps\]\] .*", _without),
    (r'give (?:it|the rest) a step of its own, with (rest = [^;]*)(?:;.*)?', _step),
    (r"it belongs to the routine: move it to the top of the file(?:, as (.*))?", lambda t, p, new: (
        f"{new or _line_of(t, p)}\n{_line(t, p, '')}")),
    (r"write it under \[defaults\]", lambda t, p: (
        f"{_line(t, p, '').partition('[[')[0]}[defaults]\n{_line_of(t, p)}\n[[{_line(t, p, '').partition('[[')[2]}")),
    (r"write sides in each of the block's steps|write it in each of the block's steps", lambda t, p: (
        _line(t, p, "").replace("[[blocks.steps]]", f"[[blocks.steps]]\n{_line_of(t, p)}"))),
    (r"it belongs in a step: write \[\[steps\]\] above it", lambda t, p: _line(t, p, f"[[steps]]\n{_line_of(t, p)}")),
    (r"keep one of (\w+), .*|keep one: .*", lambda t, p, *_: _line(t, p, "")),
    (r"write (?:at least one character|what it is called|something into it, or take it out)", lambda t, p: (
        _written(t, p, '"A"'))),
    (r"write (name = \"[^\"]*\") in its place .*", _line),
    (r'add (name|title|say) = ….*|add (name) = .*', lambda t, p, a, b: _add(t, p, f'{a or b} = "A"')),
    (r'add one of hold, .* such as (hold = "30s")', _add),
)  # fmt: skip
