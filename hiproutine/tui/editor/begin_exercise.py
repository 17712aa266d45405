"""From the name of an exercise that is not known to a file in which it can be written."""

from __future__ import annotations

from hiproutine.authoring.drafting import Draft, new_draft, open_draft
from hiproutine.authoring.template import exercise_template
from hiproutine.authoring.writing import slug_for
from hiproutine.errors import Problem
from hiproutine.paths import find_paths

UNKNOWN = "unknown-exercise"
NOTHING_UNKNOWN = "Every exercise that is named here is known."


def unknown_name(problems: tuple[Problem, ...], lines: list[str], row: int) -> str | None:
    """The name that is not known in a row of the text, or else the first one; None where all are known."""
    found = [one.span for one in problems if one.code == UNKNOWN and one.span]
    span = next((one for one in found if one.line - 1 == row), found[0] if found else None)
    if span is None or span.line > len(lines):
        return None
    return lines[span.line - 1][span.column - 1 : span.end_column - 1].strip("\"'")


def draft_for(name: str) -> tuple[Draft, str] | None:
    """One's own file of an exercise, and what is written first where there is none; None where it can have no id.

    Raises:
        BadFile: there is one that cannot be read.
    """
    slug, paths = slug_for(name), find_paths()
    if not slug:
        return None
    path = paths.exercises / f"{slug}.toml"
    if path.exists():
        return open_draft(path, paths, exercise=True), ""
    return new_draft(path, paths), exercise_template(name)
