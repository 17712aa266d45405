"""Problems as a compiler prints them: where, what, the line with a mark under it, and the cure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from hiproutine.errors import START, Problem, Span, printable
from hiproutine.routine.checking import Checked
from hiproutine.wording import count

MOST = 20
"""Problems of one file that are printed."""
LONGEST = 120
"""Characters of a line that are shown."""
Paint = Callable[[str, str], str]
"""A text and its role (`error`, `warning`, `where`, `frame`) -> the text as it is shown."""


def plain(text: str, role: str) -> str:  # noqa: ARG001
    """A text in no colour at all."""
    return text


def message_of(problem: Problem) -> str:
    """What is wrong, with the key if it is about a value."""
    key = next((part for part in reversed(problem.place) if isinstance(part, str)), "")
    return f"{key}: {problem.message}" if key and problem.at == "value" else problem.message


def as_text(checked: Checked, paint: Paint = plain) -> str:
    """The problems of one file; equal ones once, and no more than a person reads."""
    lines = checked.text.split("\n")
    groups: dict[tuple[str, ...], list[Problem]] = {}
    for problem in checked.problems:
        groups.setdefault((problem.severity, problem.code, message_of(problem), problem.help), []).append(problem)
    shown = ["\n".join(_one(group, lines, paint)) for group in islice(groups.values(), MOST)]
    more = sum(len(group) for group in islice(groups.values(), MOST, None))
    return "\n\n".join([*shown, *([f"and {more} more"] if more else [])])


def summary(files: list[Checked]) -> str:
    """All that was found, in a sentence."""
    counts = {kind: sum(checked.count(kind) for checked in files) for kind in ("error", "warning")}
    found = " and ".join(count(number, kind) for kind, number in counts.items() if number)
    if not found:
        return f"{count(len(files), 'file')}, no problems."
    bad = sum(bool(checked.problems) for checked in files)
    where = f"{bad} of {count(len(files), 'file')}" if len(files) > 1 else "1 file"
    return f"{found} in {where}."


def records(files: Iterable[Checked]) -> list[dict[str, Any]]:
    """Every problem of every file as plain values."""
    return [_record(problem) for checked in files for problem in checked.problems]


def _record(problem: Problem) -> dict[str, Any]:
    span = problem.span or START
    return {
        "path": problem.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "severity": problem.severity,
        "code": problem.code,
        "message": message_of(problem),
        "help": problem.help,
    }


def _one(group: list[Problem], lines: list[str], paint: Paint) -> list[str]:
    problem = group[0]
    span = problem.span or START
    where = paint(f"{printable(problem.path)}:{span.line}:{span.column}:", "where")
    kind = paint(f"{problem.severity}[{problem.code}]", problem.severity)
    text = [f"{where} {kind}: {printable(message_of(problem))}"]
    pad = " " * (len(str(span.line)) + 1)
    bar = paint("|", "frame")
    if any(lines):
        line, mark = _marked(lines[span.line - 1].rstrip("\r"), span)
        text += [f"{pad}{bar}", f"{paint(f'{span.line} |', 'frame')} {line}".rstrip()]
        text.append(f"{pad}{bar} {mark.replace('^' * mark.count('^'), paint('^' * mark.count('^'), problem.severity))}")
    if problem.help:
        text.append(f"{pad}{paint('=', 'frame')} help: {printable(problem.help)}")
    if len(group) > 1:
        places = ", ".join(str(other.line) for other in group[1:4]) + (" …" if len(group) > 4 else "")
        at = "line" if len(group) == 2 else "lines"
        text.append(f"{pad}{paint('=', 'frame')} {len(group) - 1} more like this: {at} {places}")
    return text


def _marked(line: str, span: Span) -> tuple[str, str]:
    """A line as it is shown, and the mark under what is meant; tabs stay tabs, so that both are as wide."""
    start = min(span.column - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line)
    if len(line) > LONGEST:
        first = max(0, start - LONGEST // 3)
        last = first + LONGEST
        before, after = "…" if first else "", "…" if last < len(line) else ""
        line = f"{before}{line[first:last]}{after}"
        start, end = (min(place, last) - first + len(before) for place in (start, end))
    blank = "\t".join(" " * _cells(part) for part in _shown(line[:start]).split("\t"))
    mark = "^" * max(1, _cells(_shown(line[start:end]).replace("\t", " ")))
    return _shown(line), blank + mark


def _shown(line: str) -> str:
    """The line with everything a terminal could obey as an escape; joined emoji stay joined."""
    return "".join(c if c in "\t\u200d" else printable(c) for c in line)


def _cells(text: str) -> int:
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
