"""Gives problems the file they were found in, and where in its text they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from hiproutine.errors import START, BadFile, Place, Problem, Span


@contextmanager
def in_file(path: Path, text: str = "") -> Iterator[None]:
    """Whatever is wrong inside is wrong with this file, which has this text."""
    try:
        yield
    except BadFile as error:
        raise BadFile(placed(error.problems, path, text)) from None


def placed(problems: Iterable[Problem], path: Path, text: str) -> list[Problem]:
    """The problems of one file with its name and their spans, in the order of the text, each once."""
    unique = list(dict.fromkeys(problems))
    span = _at_start
    if text and any(problem.place and problem.span is None for problem in unique):
        from hiproutine.routine.positions import Positions  # loads the parser: only now is it needed

        span = Positions(text).span
    found = [
        problem._replace(
            path=problem.path or str(path),
            message=_beside(problem, span) if text else problem.message,
            span=problem.span or (span(problem.place, problem.at) if text else None),
            other=(),
        )
        for problem in unique
    ]
    return sorted(found, key=lambda problem: problem.span or START)


def _beside(problem: Problem, span: Callable[[Place, Literal["value", "key", "table"]], Span]) -> str:
    """The message with the line of what the problem cannot stand beside."""
    if not problem.other:
        return problem.message
    line = span(problem.other, "table").line
    return f"{problem.message}; {problem.other[-1]} begin in line {line}"


def _at_start(place: Place, at: Literal["value", "key", "table"]) -> Span:  # noqa: ARG001
    return START
