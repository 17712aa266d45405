"""What stands beside the text in the editor: the plan as it will be played, or the card of an exercise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from textual.content import Content

from hiproutine.authoring.examining import Examined
from hiproutine.errors import Place
from hiproutine.routine.exercise import Exercise
from hiproutine.routine.loaded import Loaded
from hiproutine.tui.editor.exercise_card import NO_CARD, Saying, card_heading, card_text, key_at, sayings_of
from hiproutine.tui.editor.plan_text import NO_PLAN, Row, first_shown, heading_lines, plan_text, rows_of
from hiproutine.tui.widgets.line import Line

if TYPE_CHECKING:
    from hiproutine.figures.pose import Figure
    from hiproutine.routine.catalogue import Catalogue
    from hiproutine.tui.editor.figure_card import FigureCard
    from hiproutine.tui.editor.text_screen import TextScreen

FIGURE = "figure"
MOST_ROWS = 16
"""Of a figure under a card."""


class PreviewPane:
    """The pane of one editor screen. While a text is broken, it keeps the last one that was not."""

    def __init__(self, screen: TextScreen, catalogue: Catalogue, now: Callable[[], datetime]) -> None:
        self._screen = screen
        self._catalogue = catalogue
        self._now = now
        self._examined: Examined | None = None
        self._plan: Loaded | None = None
        """In the week that is shown."""
        self._rows: tuple[Row, ...] = ()
        self._exercise: Exercise | None = None
        self._sayings: tuple[Saying, ...] = ()
        self._figure: FigureCard | None = None
        self._lit: Place | str | None = None

    def show(self, examined: Examined) -> None:
        """What was found in the text."""
        self._examined = examined
        if examined.loaded:
            self._show_week(examined.loaded, self._week_here() or self.week)
        if examined.exercise:
            self._exercise, self._sayings = examined.exercise, sayings_of(examined.exercise)
            if self._figure or examined.exercise.figure:
                self._draw(examined.exercise.figure)

    @property
    def week(self) -> int:
        """The week of a plan over weeks that is shown: the one that was turned to, or that the cursor was in last."""
        return self._plan.plan.week if self._plan else 1

    def turn_week(self) -> bool:
        """Shows the next week, after the last the first; whether there is one."""
        if self._plan is None or not self._plan.weeks:
            return False
        self._show_week(self._plan, self.week % len(self._plan.weeks) + 1)
        self.paint()
        return True

    def _show_week(self, loaded: Loaded, week: int) -> None:
        self._plan = loaded.in_week(week)
        self._rows = rows_of(self._plan)

    def _week_here(self) -> int | None:
        """The week under the cursor."""
        return self._examined.outline.week_at(*self._screen.code.cursor_location) if self._examined else None

    def _draw(self, table: dict[str, Any] | None) -> None:
        from hiproutine.tui.editor.figure_card import FigureCard

        self._figure = self._figure or FigureCard()
        self._figure.show_table(table)

    def find_figure(self, name: str) -> Figure | None:
        """The figure of an exercise; of the one that is written, as it is written."""
        from hiproutine.routine.exercise_figure import drawn, figure_of

        written = self._examined.exercise if self._examined else None
        return drawn(written.figure) if written else figure_of(name, self._catalogue)

    def follow(self) -> None:
        """The cursor has moved: lights what it is in."""
        here = self._week_here()
        if here and self._plan and self._plan.weeks and here != self.week:
            self._show_week(self._plan, here)
            self.paint()
        elif self._under_cursor() != self._lit:
            self.paint()

    def paint(self) -> None:
        """Shows as much as there is room for."""
        self._lit = self._under_cursor()
        columns, lines = self._screen.query_one("#plan-rows", Line).size
        head, rows = Content(""), Content("")
        if self._examined and self._examined.is_exercise:
            head, rows = self._card(self._examined, columns, lines)
        elif self._examined:
            head, rows = self._laid_out(self._examined, columns, lines)
        self._screen.query_one("#plan-head", Line).set_text(head)
        self._screen.query_one("#plan-rows", Line).set_text(rows)

    def step_at(self, line: int) -> Place | None:
        """The step that stands in a line of the plan."""
        if not self._examined or self._examined.is_exercise:
            return None
        lines = self._screen.query_one("#plan-rows", Line).size.height
        row = first_shown(self._rows, self._screen.step, lines) + line
        return self._rows[row].place if row < len(self._rows) else None

    def _under_cursor(self) -> Place | str | None:
        """The step, or the key of an exercise; of a figure, the pose."""
        if self._examined and self._examined.is_exercise:
            lines, row = self._screen.code.document.lines, self._screen.code.cursor_location[0]
            return self._pose_at(lines, row) if self._figure else key_at(lines, row)
        return self._screen.step

    def _pose_at(self, lines: list[str], row: int) -> str:
        from hiproutine.tui.editor.figure_card import in_figure, pose_at

        if not in_figure(lines, row):
            return key_at(lines, row)
        pose = pose_at(lines, row)
        return FIGURE if pose is None else f"{FIGURE} {pose}"

    def _laid_out(self, examined: Examined, columns: int, lines: int) -> tuple[Content, Content]:
        if self._plan is None:
            return NO_PLAN, Content("")
        stale, lit = examined.loaded is None, self._screen.step
        head = heading_lines(self._plan.plan, self._now(), columns, stale=stale)
        return head, plan_text(self._rows, lit, columns, lines, stale=stale)

    def _card(self, examined: Examined, columns: int, lines: int) -> tuple[Content, Content]:
        if self._exercise is None:
            return NO_CARD, Content("")
        stale, lit = examined.exercise is None, str(self._lit or "")
        head = card_heading(self._exercise, stale=stale)
        if self._figure and lit.startswith(FIGURE):
            pose = lit.removeprefix(FIGURE).strip()
            drawn = self._figure.content(int(pose) if pose else None, columns, lines)
            if drawn:
                return head, drawn
        text = card_text(self._sayings, lit, columns, lines, stale=stale)
        left = lines - text.plain.count("\n") - 2
        drawn = self._figure.content(None, columns, min(left, MOST_ROWS)) if self._figure else None
        return head, Content("\n\n").join([text, drawn]) if drawn else text
