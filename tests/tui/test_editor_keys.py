"""The keys and clicks that every editor has."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hiproutine.authoring.outline import outline
from hiproutine.errors import START, Problem
from hiproutine.tui.editor.plan_text import problem_rows
from tests.tui.test_editor_frames import WRONG
from tests.tui.writing import SMALL, own, writing


async def test_everything_is_selected_and_both_ends_are_reached() -> None:
    async with writing() as desk:
        await desk.press("ctrl+end")
        assert desk.code.cursor_location == desk.code.document.end
        await desk.press("ctrl+home")
        assert desk.code.cursor_location == (0, 0)
        await desk.press("ctrl+shift+end")
        assert desk.code.selected_text == SMALL
        await desk.press("ctrl+home", "ctrl+a")
        assert desk.code.selected_text == SMALL
        await desk.press("x", "ctrl+z")
        assert desk.code.written == SMALL


async def test_the_list_opens_where_a_terminal_sends_nul_and_in_a_narrow_window() -> None:
    async with writing(size=(60, 20)) as desk:
        await desk.go(6)
        await desk.press("s", "i", "escape", "ctrl+@")
        assert desk.editor.choices.offered
        await desk.press("escape", "tab")
        assert desk.editor.choices.offered
        await desk.press("tab")
        assert desk.code.document.get_line(5) == "sides = "


async def test_a_click_on_a_step_or_a_problem_goes_there() -> None:
    async with writing(size=(80, 24)) as desk:
        rows = desk.editor.query_one("#plan-rows").region
        await desk.pilot.click(offset=(rows.x + 3, rows.y + 2))  # left, right, and then “Sit”
        assert desk.code.cursor_location[0] == 6
    async with writing(own(WRONG), (80, 24)) as desk:
        problems = desk.editor.query_one("#problems").region
        found = desk.editor._examined
        assert found
        last = found.problems[-1]
        shown = problem_rows(found.problems, 1, *problems.size)
        line = next(n for n, (_, problem) in enumerate(shown) if problem is last)
        await desk.pilot.click(offset=(problems.x + 3, problems.y + line))
        assert last.span
        assert desk.code.cursor_location == (last.span.line - 1, last.span.column - 1)


def test_a_sentence_goes_on_below_where_there_is_room() -> None:
    cure = "add reps = 10 to the step, which takes the place of hold, or take the tempo out"
    problem = Problem("bad-tempo", "a tempo goes with reps, and this step has hold", ("tempo",), cure, span=START)
    shown = [part.plain.rstrip() for part, _ in problem_rows([problem], 1, 60, 5)]
    assert shown[0] == "● 1  tempo: a tempo goes with reps, and this step has hold"
    assert " ".join(part.strip() for part in shown[1:]) == cure
    assert len(shown) == 3
    assert [part.plain[-1] for part, _ in problem_rows([problem], 1, 60, 2)] == ["d", "…"]
    assert len(problem_rows([problem, problem], 1, 60, 3)) == 3


async def test_what_another_program_wrote_can_be_undone_and_what_was_before_it() -> None:
    async with writing() as desk:
        await desk.press("#", "ctrl+s")
        desk.path.write_text("#" + SMALL.replace("20s", "40s") + "# theirs\n")
        desk.look()
        await desk.settle()
        assert desk.code.written == "#" + SMALL.replace("20s", "40s") + "# theirs\n"
        await desk.press("ctrl+z")
        assert desk.code.written == "#" + SMALL
        assert desk.editor.changed
        await desk.press("ctrl+z")
        assert desk.code.written == SMALL
        await desk.press("ctrl+y", "ctrl+y")
        assert not desk.editor.changed


@given(st.lists(st.sampled_from(["[[steps]]\n", "a = 1\n", "# x\n", "[[blocks]]\n", "[[blocks.steps]]\n"]), max_size=9))
def test_a_step_is_found_where_its_header_stands(lines: list[str]) -> None:
    drawn = outline("".join(lines))
    for number, line in enumerate(lines):
        place = drawn.step_at(number)
        if line in {"[[steps]]\n", "[[blocks.steps]]\n"} and place:
            assert drawn.start_of(place) == (number, 0)
    assert drawn.start_of(("steps", 99)) is None
