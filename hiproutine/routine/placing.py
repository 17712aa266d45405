"""Gives problems the file they were found in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from hiproutine.errors import BadFile, Problem


@contextmanager
def in_file(path: Path) -> Iterator[None]:
    """Whatever is wrong inside is wrong with this file; in the order of places, each once."""
    try:
        yield
    except BadFile as error:
        unique = dict.fromkeys(replace(problem, path=problem.path or str(path)) for problem in error.problems)
        raise BadFile(sorted(unique, key=_order)) from None


def _order(problem: Problem) -> tuple[int, list[tuple[bool, int, str]]]:
    parts = [(isinstance(p, str), p if isinstance(p, int) else 0, str(p)) for p in problem.place]
    return problem.line, parts
