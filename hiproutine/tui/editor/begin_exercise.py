"""From the name of an exercise that is not known to a file in which it can be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiproutine.authoring.drafting import Draft, new_draft, open_draft
from hiproutine.authoring.template import exercise_template
from hiproutine.authoring.writing import slug_for
from hiproutine.errors import BadFile, Problem
from hiproutine.paths import find_paths

if TYPE_CHECKING:
    from hiproutine.tui.editor.text_screen import TextScreen

UNKNOWN = "unknown-exercise"
NOTHING_UNKNOWN = "Every exercise that is named here is known."


def begun_here(screen: TextScreen, problems: tuple[Problem, ...]) -> tuple[Draft, str] | None:
    """One's own file of the exercise whose name is not known under the cursor, or else of the first one; and what is
    written first where there is no such file. None where that cannot be: the screen says why."""
    name = _unknown_name(problems, screen.code.written.split("\n"), screen.code.cursor_location[0])
    slug, paths = slug_for(name), find_paths()
    if not slug:
        screen.tell(NOTHING_UNKNOWN)
        return None
    path = paths.exercises / f"{slug}.toml"
    if not path.exists():
        return new_draft(path, paths), exercise_template(name)
    try:
        return open_draft(path, paths, exercise=True), ""
    except BadFile as error:
        screen.tell(error.problems[0].sentence())
        return None


def _unknown_name(problems: tuple[Problem, ...], lines: list[str], row: int) -> str:
    """The name that is not known in a row of the text, or else the first one; empty where all are known."""
    found = [one.span for one in problems if one.code == UNKNOWN and one.span]
    span = next((one for one in found if one.line - 1 == row), found[0] if found else None)
    if span is None or span.line > len(lines):
        return ""
    return lines[span.line - 1][span.column - 1 : span.end_column - 1].strip("\"'")
