"""Looking back: a month beside the pain of the last weeks, what both say in words, and the sessions under it.

All of the journal is asked in threads, and no more of it than is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.getters import query_one
from textual.widgets import OptionList, Static

from hiproutine.advice.recovery.building import Unit
from hiproutine.dialogue.corrections import Correcting, correct, remove
from hiproutine.journal.history import Month, Recent, SessionLine, month_of, recent, session_lines
from hiproutine.journal.history_numbers import Mark
from hiproutine.journal.outings import outings
from hiproutine.tui.changed_keys import changed_keys
from hiproutine.tui.history.answers import doing, getting_better
from hiproutine.tui.history.dates import month_beside
from hiproutine.tui.history.journal_screen import JournalScreen
from hiproutine.tui.history.layout import NOTHING_SHOWN, PARTS, WIDEST, Shape, keys_line, nothing, parts_line, shape_of
from hiproutine.tui.history.month import calendar, legend, marks_of
from hiproutine.tui.history.pain_chart import SIDES, chart, weeks_in
from hiproutine.tui.history.session_list import SessionList
from hiproutine.tui.history.session_screen import SessionDetailScreen
from hiproutine.tui.history.session_text import list_heading, session_content
from hiproutine.tui.keys_screen import KeysScreen
from hiproutine.tui.widgets.line import Line

if TYPE_CHECKING:
    from hiproutine.journal.records import SessionDetail
    from hiproutine.journal.store import Journal

EARLIEST = date(2000, 1, 1)
"""The month before which no journal begins."""


class HistoryScreen(JournalScreen):
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
        Binding("e", "correct", "Correct the session", id="history.correct"),
        Binding("delete", "remove", "Take the session out", id="history.remove"),
        Binding("question_mark", "keys", "Keys", id="history.keys"),
        Binding("escape,q", "close", "Back", id="history.close"),
    ]

    sessions = query_one("#sessions", SessionList)

    def __init__(
        self,
        journal: Callable[[], Journal],
        now: Callable[[], datetime],
        unit: Unit = Unit.KM,
        *,
        ask: Callable[[Correcting, str, Callable[[object], None]], None] | None = None,
    ) -> None:
        """`ask` asks about correcting a session, by its id, and is told what to do when something was."""
        super().__init__(journal)
        self._ask_about = ask
        self._unit = unit
        self._now = now
        self._total = 0
        self._recent: Recent | None = None
        self._months: list[Month] = []
        """The month that is looked at; before it the one before, where there is room."""
        self._first = self._time().date().replace(day=1)
        self._one: SessionDetail | None = None
        self._side = 0
        self._part = 0
        self._ran = False
        """Whether a run or another activity is kept."""

    def compose(self) -> ComposeResult:
        """The month and the chart above, the answers in words, then the sessions, and the keys."""
        with Vertical(id="history"):
            yield Line(id="parts")
            yield Static(id="nothing-kept", markup=False)
            with Horizontal(id="upper"):
                yield Static(id="month", markup=False)
                yield Static(id="pain", markup=False)
            yield Static(id="marks", markup=False)
            yield Static(id="doing", markup=False)
            yield Static(id="better", markup=False)
            with Horizontal(id="lower"):
                with Vertical(id="list"):
                    yield Line(id="how-many", classes="quiet")
                    yield SessionList(self._time().date(), id="sessions")
                with VerticalScroll(id="session-beside"):
                    yield Static(id="session-about", markup=False)
        yield Line(id="keys")

    def on_mount(self) -> None:
        """Begins to read the journal in a thread."""
        self._read_list(0)

    def on_resize(self, _: Resize) -> None:
        """All together where there is room; otherwise one part at a time."""
        self.set_class(self._shape.in_parts, "-parts")
        self.set_class(self._shape.beside, "-beside")
        self.set_class(not self._shape.airy, "-close")
        self._show_part()
        self.call_after_refresh(self._paint)
        if self._months:
            self._read_month(self._first)  # more of it, or less, than before

    @property
    def _shape(self) -> Shape:
        return shape_of(*self.size)

    # What is asked of the journal, in threads. The list first: it is what there is to see at once.

    @work(thread=True, group="list")
    def _read_list(self, offset: int) -> None:
        def question(journal: Journal) -> tuple[list[SessionLine], int, bool]:
            total = journal.count()
            self._ran = bool(outings(journal, limit=1))
            return session_lines(journal, offset), total, bool(total or self._ran or journal.readings(limit=1))

        self.ask(question, lambda found: self._add(*found))

    @work(thread=True, exclusive=True, group="recent")
    def _read_recent(self) -> None:
        self.ask(lambda journal: recent(journal, self._time()), self._show_recent)

    @work(thread=True, exclusive=True, group="month")
    def _read_month(self, first: date) -> None:
        now, weeks = self._time(), weeks_in(self._shape.chart)
        before = [month_beside(first, -1)] if self._shape.months > 1 else []

        def question(journal: Journal) -> list[Month]:
            return [*(month_of(journal, one, now) for one in before), month_of(journal, first, now, weeks)]

        self.ask(question, self._show_months)

    @work(thread=True, exclusive=True, group="beside")
    def _read_one(self, session: str) -> None:
        self.ask(lambda journal: journal.session(session), self._show_one)

    # What came back

    def _add(self, found: list[SessionLine], total: int, kept: bool) -> None:
        self._total = total
        if not kept:
            self.cannot(nothing(changed_keys(self.app)))
            return
        self.sessions.add(found)
        self._say_how_many()
        if not self._months:
            self._show_part()
            self._read_month(self._first)

    def _show_recent(self, found: Recent) -> None:
        self._recent = found
        self._paint_answers()

    def _show_months(self, found: list[Month]) -> None:
        self._months = found
        self._paint_upper()
        if self._recent is None:
            self._read_recent()

    def _show_one(self, found: SessionDetail | None) -> None:
        self._one = found
        self._paint_one()

    def cannot(self, sentence: str) -> None:
        """A sentence instead of everything."""
        self.add_class("-nothing")
        self.query_one("#nothing-kept", Static).update(Content(sentence))
        self._show_part()

    # What keys do

    def on_option_list_option_selected(self, _: OptionList.OptionSelected) -> None:
        """Opens all about the session under the cursor."""
        self.action_open()

    def on_option_list_option_highlighted(self, _: OptionList.OptionHighlighted) -> None:
        """Shows it beside the list, and reads on before the end of the list is reached."""
        if self.has_class("-beside") and (line := self.sessions.current):
            self._read_one(line.session.id)
        offset = self.sessions.wants(self._total)
        if offset is not None:
            self._read_list(offset)

    def action_open(self) -> None:
        """All about the session under the cursor; from another part, the sessions."""
        if self._shape.in_parts and PARTS[self._part] != "Sessions":
            self._part = PARTS.index("Sessions")
            self._show_part()
        elif line := self.sessions.current:
            self.app.push_screen(SessionDetailScreen(self.journal, line.session.id))

    def action_correct(self) -> None:
        """Asks what of the session under the cursor is to be corrected."""
        self._ask_for(correct)

    def action_remove(self) -> None:
        """Takes the session under the cursor out, after a question."""
        self._ask_for(remove)

    def _ask_for(self, what: Correcting) -> None:
        if self._ask_about and (line := self.sessions.current):
            self._ask_about(what, line.session.id, self._after_correcting)

    def _after_correcting(self, changed: object) -> None:
        if changed:
            self.sessions.forget()
            self._months, self._recent, self._one = [], None, None
            self._read_list(0)

    def action_month(self, step: int) -> None:
        """The month before or after; not beyond this one."""
        first = month_beside(self._first, step)
        if EARLIEST <= first <= self._time().date():
            self._first = first
            self._read_month(first)

    def action_today(self) -> None:
        """Back to this month."""
        self._first = self._time().date().replace(day=1)
        self._read_month(self._first)

    def action_side(self) -> None:
        """Pain of both sides, of the left, of the right."""
        self._side = (self._side + 1) % len(SIDES)
        self._paint_upper()
        self._paint_answers()

    def action_part(self, step: int) -> None:
        """The next part; where all stand together, the next thing that can be scrolled."""
        if not self._shape.in_parts:
            self.focus_next() if step > 0 else self.focus_previous()
            return
        self._part = (self._part + step) % len(PARTS)
        self._show_part()

    def action_keys(self) -> None:
        """Shows the keys of looking back."""
        self.app.push_screen(KeysScreen("Looking back", self.BINDINGS))

    def action_close(self) -> None:
        """Goes back to the library."""
        self.dismiss(None)

    # How it is shown

    def _paint(self) -> None:
        """Everything anew, as the room is."""
        self._paint_list()
        self._paint_upper()
        self._paint_answers()
        self._paint_one()

    def _paint_list(self) -> None:
        self.sessions.fit()
        self._say_how_many()

    def _paint_upper(self) -> None:
        """The month, the one before it where there is room, and the chart."""
        if not self._months:
            return
        today, shape = self._time().date(), self._shape
        texts = [calendar(one, today, shape.cell) for one in self._months[-shape.months :]]
        self.query_one("#month", Static).update(Content("\n\n").join(texts))
        month = self._months[-1]
        last = min(today, month.days[-1].date)
        pain = chart(
            month.readings, last, SIDES[self._side], shape.chart, shape.lane, outings=month.outings, unit=self._unit
        )
        self.query_one("#pain", Static).update(pain)
        signs = set[Mark]().union(*(marks_of(one, today) for one in self._months[-shape.months :]))
        self.query_one("#marks", Static).update(legend(self.size.width - 4, signs))

    def _paint_answers(self) -> None:
        if self._recent:
            width = min(WIDEST, self.size.width - 4)
            better = getting_better(self._recent, self._time(), SIDES[self._side], width)
            self.query_one("#doing", Static).update(doing(self._recent, width, self._unit))
            self.query_one("#better", Static).update(better)

    def _paint_one(self) -> None:
        beside = self.query_one("#session-beside")
        if self._one and self.has_class("-beside"):
            text = session_content(self._one, beside.scrollable_content_region.width)
            self.query_one("#session-about", Static).update(text)

    def _say_how_many(self) -> None:
        self.query_one("#how-many", Line).set_text(list_heading(self._total, self.sessions.line_width, ran=self._ran))

    def _show_part(self) -> None:
        """Which part stands there, where only one can; and the keys."""
        in_parts, part = self._shape.in_parts, PARTS[self._part]
        for name in PARTS:
            self.set_class(in_parts and name == part, f"-{name.lower()}")
        self.query_one("#parts", Line).set_text(parts_line(part))
        named = NOTHING_SHOWN if self.has_class("-nothing") else part if in_parts else ""
        self.query_one("#keys", Line).set_text(keys_line(named, changed_keys(self.app)))
        showing = not in_parts or part == "Sessions"
        self.set_focus(self.sessions if showing else None)
        if in_parts and showing:
            self.call_after_refresh(self._paint_list)

    def _time(self) -> datetime:
        """Now, with its offset."""
        now = self._now()
        return now if now.tzinfo else now.astimezone()
