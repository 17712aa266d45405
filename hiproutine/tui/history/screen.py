"""Looking back: what is asked of the journal, and what keys do.

All of the journal is asked in threads, and no more of it than is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.widgets import OptionList

from hiproutine.advice.assess import Assessment, assess
from hiproutine.advice.recovery.building import Unit
from hiproutine.dialogue.corrections import Correcting, correct, remove
from hiproutine.dialogue.red_flags import basis
from hiproutine.journal.history import Month, Recent, SessionLine, month_of, recent, session_lines
from hiproutine.journal.history_numbers import MONDAY
from hiproutine.journal.outings import outings
from hiproutine.journal.pain_facts import facts
from hiproutine.tui.changed_keys import changed_keys
from hiproutine.tui.history.dates import month_beside
from hiproutine.tui.history.judgement import standing_out
from hiproutine.tui.history.layout import PARTS, nothing
from hiproutine.tui.history.pain_chart import SIDES, weeks_in
from hiproutine.tui.history.panes import HistoryPanes
from hiproutine.tui.history.session_screen import SessionDetailScreen
from hiproutine.tui.keys_screen import KeysScreen
from hiproutine.tui.questions.statement import show_pages

if TYPE_CHECKING:
    from hiproutine.journal.records import SessionDetail
    from hiproutine.journal.store import Journal

EARLIEST = date(2000, 1, 1)
"""The month before which no journal begins."""


class HistoryScreen(HistoryPanes):
    """Looks back. `journal` gives a journal for the thread that asks for it, `now` the time."""

    CSS_PATH = "history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "All about the session", id="history.open"),
        Binding("left", "month(-1)", "The month before", id="history.month-back"),
        Binding("right", "month(1)", "The month after", id="history.month"),
        Binding("left_square_bracket", "month(-1)", show=False),
        Binding("right_square_bracket", "month(1)", show=False),
        Binding("t", "today", "This month", id="history.today"),
        Binding("s", "side", "Pain of both sides, left, right", id="history.side"),
        Binding("tab", "part(1)", "Month, pain, sessions; or what can be scrolled", id="history.part"),
        Binding("shift+tab", "part(-1)", "The part before", id="history.part-back", show=False),
        Binding("e", "correct", "Correct the session, or another entry", id="history.correct"),
        Binding("delete", "remove", "Take the session out", id="history.remove"),
        Binding("i", "why", "What today's advice rests on", id="history.why"),
        Binding("question_mark", "keys", "Keys", id="history.keys"),
        Binding("escape,q", "close", "Back", id="history.close"),
    ]

    def __init__(
        self,
        journal: Callable[[], Journal],
        now: Callable[[], datetime],
        unit: Unit = Unit.KM,
        week_begins: int = MONDAY,
        *,
        ask: Callable[[Correcting, str, Callable[[object], None]], None] | None = None,
    ) -> None:
        """`ask` asks about correcting a session, by its id, and is told what to do when something was."""
        super().__init__(journal, now, unit, week_begins)
        self._ask_about = ask
        self._first = self.time().date().replace(day=1)

    def on_mount(self) -> None:
        """Begins to read the journal in a thread."""
        self._read_list(0)

    def on_resize(self, _: Resize) -> None:
        """All together where there is room; otherwise one part at a time."""
        self.set_class(self.shape.in_parts, "-parts")
        self.set_class(self.shape.beside, "-beside")
        self.set_class(not self.shape.airy, "-close")
        self.show_part()
        self.call_after_refresh(self.paint)
        if self.months:
            self._read_month(self._first)  # more of it, or less, than before

    # What is asked of the journal, in threads. The list first: it is what there is to see at once.

    @work(thread=True, group="list")
    def _read_list(self, offset: int) -> None:
        def question(journal: Journal) -> tuple[list[SessionLine], int, bool]:
            total = journal.count()
            self.ran = bool(outings(journal, limit=1))
            return session_lines(journal, offset), total, bool(total or self.ran or journal.readings(limit=1))

        self.ask(question, lambda found: self._add(*found))

    @work(thread=True, exclusive=True, group="recent")
    def _read_recent(self) -> None:
        self.ask(lambda journal: recent(journal, self.time(), self.week_begins), self._show_recent)

    @work(thread=True, exclusive=True, group="judged")
    def _read_judged(self) -> None:
        now = self.time()
        zone = now.tzinfo or UTC
        self.ask(lambda journal: assess(facts(journal, now, zone, self._unit), now, zone), self._show_judged)

    @work(thread=True, exclusive=True, group="month")
    def _read_month(self, first: date) -> None:
        now, weeks = self.time(), weeks_in(self.shape.chart)
        before = [month_beside(first, -1)] if self.shape.months > 1 else []

        def question(journal: Journal) -> list[Month]:
            return [*(month_of(journal, one, now) for one in before), month_of(journal, first, now, weeks)]

        self.ask(question, self._show_months)

    @work(thread=True, exclusive=True, group="beside")
    def _read_one(self, session: str) -> None:
        self.ask(lambda journal: journal.session(session), self._show_one)

    # What came back

    def _add(self, found: list[SessionLine], total: int, kept: bool) -> None:
        self.total = total
        if not kept:
            self._read_judged()
            self.cannot(nothing(changed_keys(self.app)))
            return
        self.sessions.add(found)
        self.say_how_many()
        if not self.months:
            self.show_part()
            self._read_month(self._first)

    def _show_recent(self, found: Recent) -> None:
        self.recent = found
        self.paint_answers()
        self._read_judged()  # last: it asks for most, and at once with the others it would keep them back

    def _show_judged(self, found: Assessment) -> None:
        self.judged = found
        self.paint_judged()

    def _show_months(self, found: list[Month]) -> None:
        self.months = found
        self.paint_upper()
        if self.recent is None:
            self._read_recent()

    def _show_one(self, found: SessionDetail | None) -> None:
        self.one = found
        self.paint_one()

    # What keys do

    def on_option_list_option_selected(self, _: OptionList.OptionSelected) -> None:
        """Opens all about the session under the cursor."""
        self.action_open()

    def on_option_list_option_highlighted(self, _: OptionList.OptionHighlighted) -> None:
        """Shows it beside the list, and reads on before the end of the list is reached."""
        if self.has_class("-beside") and (line := self.sessions.current):
            self._read_one(line.session.id)
        offset = self.sessions.wants(self.total)
        if offset is not None:
            self._read_list(offset)

    def action_open(self) -> None:
        """All about the session under the cursor; from another part, the sessions."""
        if self.shape.in_parts and PARTS[self.part] != "Sessions":
            self.part = PARTS.index("Sessions")
            self.show_part()
        elif line := self.sessions.current:
            self.app.push_screen(SessionDetailScreen(self.journal, line.session.id))

    def action_correct(self) -> None:
        """Asks what of the session under the cursor is to be corrected."""
        self._ask_for(correct)

    def action_remove(self) -> None:
        """Takes the session under the cursor out, after a question."""
        self._ask_for(remove)

    def _ask_for(self, what: Correcting) -> None:
        line = self.sessions.current
        if self._ask_about and (line or what is correct):
            self._ask_about(what, line.session.id if line else "", self._after_correcting)

    def _after_correcting(self, changed: object) -> None:
        if changed:
            self.sessions.forget()
            self.months, self.recent, self.one = [], None, None
            self._read_list(0)

    def action_month(self, step: int) -> None:
        """The month before or after; not beyond this one."""
        first = month_beside(self._first, step)
        if EARLIEST <= first <= self.time().date():
            self._first = first
            self._read_month(first)

    def action_today(self) -> None:
        """Back to this month."""
        self._first = self.time().date().replace(day=1)
        self._read_month(self._first)

    def action_side(self) -> None:
        """Pain of both sides, of the left, of the right."""
        self.side = (self.side + 1) % len(SIDES)
        self.paint_upper()
        self.paint_answers()

    def action_part(self, step: int) -> None:
        """The next part; where all stand together, the next thing that can be scrolled."""
        if not self.shape.in_parts:
            self.focus_next() if step > 0 else self.focus_previous()
            return
        self.part = (self.part + step) % len(PARTS)
        self.show_part()

    def action_why(self) -> None:
        """What today's advice rests on: the answers, and what was found by whom."""
        show_pages(self.app, basis(standing_out(self.judged), "Today"))

    def action_keys(self) -> None:
        """Shows the keys of looking back."""
        self.app.push_screen(KeysScreen("Looking back", self.BINDINGS))

    def action_close(self) -> None:
        """Goes back to the library."""
        self.dismiss(None)
