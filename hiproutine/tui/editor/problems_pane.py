"""What stands below the text in the editor: what is wrong with it, in the words of `check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiproutine.tui.editor.plan_text import problem_lines, problem_rows
from hiproutine.tui.widgets.line import Line

if TYPE_CHECKING:
    from hiproutine.authoring.examining import Examined
    from hiproutine.tui.editor.text_screen import TextScreen


class ProblemsPane:
    """Shows the problems of one editor screen."""

    def __init__(self, screen: TextScreen) -> None:
        self._screen = screen
        self._examined: Examined | None = None

    def show(self, examined: Examined) -> None:
        """What was found in the text."""
        self._examined = examined
        self._screen.code.mark(examined.problems)

    def paint(self) -> None:
        """Shows as many as there is room for, around the line of the cursor."""
        pane, line = self._screen.query_one("#problems", Line), self._screen.code.cursor_location[0] + 1
        pane.set_text(problem_lines(self._examined.problems, line, *pane.size) if self._examined else "")

    def place_at(self, row: int) -> tuple[int, int] | None:
        """Where the problem begins that stands in a row of the pane."""
        pane, line = self._screen.query_one("#problems", Line), self._screen.code.cursor_location[0] + 1
        problems = self._examined.problems if self._examined else ()
        rows = problem_rows(problems, line, *pane.size) if problems else []
        problem = rows[row][1] if row < len(rows) else None
        return (problem.span.line - 1, problem.span.column - 1) if problem and problem.span else None

    def next(self) -> tuple[int, int] | None:
        """Where the next problem after the cursor begins, or the first; None where there is none."""
        problems = self._examined.problems if self._examined else ()
        places = [(one.span.line - 1, one.span.column - 1) for one in problems if one.span]
        here = self._screen.code.cursor_location
        return next((place for place in places if place > here), places[0] if places else None)
