"""What stands beside the text in the editor: the plan as it will be played, or the card of an exercise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from hiproutine.errors import Place
from hiproutine.routine.examining import Examined
from hiproutine.routine.loaded import Loaded
from hiproutine.routine.model import Exercise
from hiproutine.tui.exercise_card import NO_CARD, Saying, card_heading, card_text, key_at, sayings_of
from hiproutine.tui.plan_lines import NO_PLAN, Row, heading_lines, plan_text, rows_of
from hiproutine.tui.widgets.line import Line

if TYPE_CHECKING:
    from hiproutine.tui.screens.editor import EditorScreen


class Beside:
    """The pane of one editor screen. While a text is broken, it keeps the last one that was not."""

    def __init__(self, screen: EditorScreen, now: Callable[[], datetime]) -> None:
        self._screen = screen
        self._now = now
        self._examined: Examined | None = None
        self._plan: Loaded | None = None
        self._rows: tuple[Row, ...] = ()
        self._exercise: Exercise | None = None
        self._sayings: tuple[Saying, ...] = ()
        self._lit: Place | str | None = None

    def know(self, examined: Examined) -> None:
        """What was found in the text."""
        self._examined = examined
        if examined.loaded:
            self._plan, self._rows = examined.loaded, rows_of(examined.loaded)
        if examined.exercise:
            self._exercise, self._sayings = examined.exercise, sayings_of(examined.exercise)

    def follow(self) -> None:
        """The cursor has moved: lights what it is in."""
        if self._under_cursor() != self._lit:
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
        self._screen.query_one("#plan-head", Line).say(head)
        self._screen.query_one("#plan-rows", Line).say(rows)

    def _under_cursor(self) -> Place | str | None:
        """The step, or the key of an exercise."""
        if self._examined and self._examined.is_exercise:
            code = self._screen.code
            return key_at(code.document.lines, code.cursor_location[0])
        return self._screen.step

    def _laid_out(self, examined: Examined, columns: int, lines: int) -> tuple[Content, Content]:
        if self._plan is None:
            return NO_PLAN, Content("")
        stale, lit = examined.loaded is None, self._screen.step
        head = heading_lines(self._plan.plan, self._now(), stale=stale)
        return head, plan_text(self._rows, lit, columns, lines, stale=stale)

    def _card(self, examined: Examined, columns: int, lines: int) -> tuple[Content, Content]:
        if self._exercise is None:
            return NO_CARD, Content("")
        stale = examined.exercise is None
        return card_heading(self._exercise, stale=stale), card_text(
            self._sayings, str(self._lit or ""), columns, lines, stale=stale
        )
