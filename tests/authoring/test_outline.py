"""Where the steps of a text stand, in every state of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hiproutine.authoring.examining import examine, interval_of
from hiproutine.authoring.outline import TOKEN, outline, step_of
from hiproutine.paths import bundled
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.positions import Positions

FILES = sorted(bundled().glob("*.toml"))
CATALOGUE = Catalogue((bundled() / "exercises",))
PIECES = [
    "[[steps]]\n", "[[blocks]]\n", "[[blocks.steps]]\n", "[defaults]\n", 'hold = "30s"\n', "cues = [", "{ at = ", '"',
    '"""', "'''", "]", "}", ",", "\n", "# note", "a.b = ", "=", "\\", "ö\u2028", "\t", "\r\n", "[", "exercise",
]  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_finds_the_steps_where_the_parser_finds_them(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found, parsed = examine(text, path, CATALOGUE), Positions(text)
    assert found.loaded
    steps = {step for place in found.loaded.places if (step := step_of(place))}
    outlined = {step_of(table.place) for table in found.outline.tables}
    assert outlined - {None} == steps
    for step in steps:
        span = parsed.span(step, "value")
        assert found.outline.step_at(span.line - 1, span.column) == step


TEXT = """title = "T"
[defaults]
transition = 3
[[blocks]]
title = "One"
steps = [
  { name = "A", hold = 5 },
  { name = "B", hold = 5, cues = [
    { at = "half", say = "x" },
  ] }, { name = "C", hold = 5 },
]
[[blocks]]
title = "Two"
[[blocks.steps]]
name = "D"
setup = \"\"\"
[[blocks.steps]]
\"\"\"

hold = 5
"""


@pytest.mark.parametrize(
    ("line", "column", "step"),
    [
        (0, 3, None),
        (2, 0, None),
        (3, 0, None),
        (6, 0, ("blocks", 0, "steps", 0)),
        (6, 9, ("blocks", 0, "steps", 0)),
        (8, 8, ("blocks", 0, "steps", 1)),
        (9, 12, ("blocks", 0, "steps", 2)),
        (10, 0, None),
        (12, 0, None),
        (13, 0, ("blocks", 1, "steps", 0)),
        (16, 3, ("blocks", 1, "steps", 0)),
        (19, 0, ("blocks", 1, "steps", 0)),
        (99, 0, ("blocks", 1, "steps", 0)),
    ],
)
def test_the_step_under_the_cursor(line: int, column: int, step: object) -> None:
    assert outline(TEXT).step_at(line, column) == step


def test_a_list_that_is_never_closed_ends_where_something_new_begins() -> None:
    text = 'title = "T"\n[[steps]]\ncues = ["a",\nhold = 5\n[[steps]]\nname = "B"\n'
    found = outline(text)
    assert found.keys_of(("steps", 0)) == {"cues", "hold"}
    assert found.step_at(5) == ("steps", 1)


def test_a_rehearsal_enters_at_the_step_with_its_change() -> None:
    text = 'title = "T"\n[[steps]]\nname = "A"\nhold = 5\n[[steps]]\nname = "B"\nhold = 5\n'
    loaded = examine(text, Path("t.toml"), CATALOGUE).loaded
    assert loaded
    entered = loaded.plan.intervals[interval_of(loaded, ("steps", 1))]
    assert (entered.kind, entered.name) == ("ready", "B")
    assert interval_of(loaded, None) == interval_of(loaded, ("steps", 9)) == 0


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.data())
@example("[", None)
def test_it_bears_every_text(text: str, data: st.DataObject | None) -> None:
    at = data.draw(st.integers(0, len(text))) if data else 1
    found = outline(text, at)
    assert len(found.lines) == text.count("\n") + 1
    assert found.tables[0].place == ()
    assert "".join(match[0] for match in TOKEN.finditer(text)) == text
    if found.context:
        assert 0 <= found.context.start <= at <= max(at, found.context.end) <= len(text)


def test_a_week_is_found_under_its_header_and_in_its_line_of_a_list() -> None:
    found = outline('title = "T"\n[[weeks]]\nreps = 2\n[[weeks]]\nreps = 3\n[[steps]]\nreps = "$reps"\n')
    assert [found.week_at(line) for line in range(7)] == [None, 1, 1, 2, 2, None, None]
    listed = outline("weeks = [\n  { reps = 2 },\n  { reps = 3, sets = 2 },\n]\nsteps = [{ rest = 5 }]\n")
    assert [listed.week_at(line) for line in range(5)] == [None, 1, 2, None, None]
