"""The panes of looking back, and what is shown in them: the month, the chart, what both say in words, the sessions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from hiproutine.advice.assess import Assessment
from hiproutine.advice.recovery.building import Unit
from hiproutine.journal.history import Month, Recent
from hiproutine.journal.history_numbers import MONDAY, Mark
from hiproutine.tui.changed_keys import changed_keys
from hiproutine.tui.history.answers import doing, getting_better
from hiproutine.tui.history.journal_screen import JournalScreen
from hiproutine.tui.history.judgement import judged_lines
from hiproutine.tui.history.layout import NOTHING_SHOWN, PARTS, WIDEST, Shape, keys_line, parts_line, shape_of
from hiproutine.tui.history.month import calendar, legend, marks_of
from hiproutine.tui.history.pain_chart import SIDES, chart
from hiproutine.tui.history.session_list import SessionList
from hiproutine.tui.history.session_text import list_heading, session_content
from hiproutine.tui.widgets.line import Line

if TYPE_CHECKING:
    from hiproutine.journal.records import SessionDetail
    from hiproutine.journal.store import Journal


class HistoryPanes(JournalScreen):
    """Shows what was read of the journal, as the room is."""

    sessions = query_one("#sessions", SessionList)

    def __init__(
        self, journal: Callable[[], Journal], now: Callable[[], datetime], unit: Unit, week_begins: int = MONDAY
    ) -> None:
        """`week_begins` is a weekday, 0 for Monday."""
        super().__init__(journal)
        self.week_begins = week_begins
        self._now = now
        self._unit = unit
        self.total = 0
        """How many sessions there are."""
        self.recent: Recent | None = None
        self.months: list[Month] = []
        """The month that is looked at; before it the one before, where there is room."""
        self.one: SessionDetail | None = None
        """The session beside the list."""
        self.judged: Assessment | None = None
        """What is advised now."""
        self.side = 0
        self.part = 0
        self.ran = False
        """Whether a run or another activity is kept."""

    def compose(self) -> ComposeResult:
        """The month and the chart above, the answers in words, then the sessions, and the keys."""
        with Vertical(id="history"):
            yield Line(id="parts")
            yield Static(id="judged", markup=False)
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
                    yield SessionList(self.time().date(), id="sessions")
                with VerticalScroll(id="session-beside"):
                    yield Static(id="session-about", markup=False)
        yield Line(id="keys")

    @property
    def shape(self) -> Shape:
        """What there is room for."""
        return shape_of(*self.size)

    def cannot(self, sentence: str) -> None:
        """A sentence instead of everything."""
        self.add_class("-nothing")
        self.query_one("#nothing-kept", Static).update(Content(sentence))
        self.show_part()

    def paint(self) -> None:
        """Everything anew, as the room is."""
        self.paint_judged()
        self._paint_list()
        self.paint_upper()
        self.paint_answers()
        self.paint_one()

    def _paint_list(self) -> None:
        self.sessions.fit()
        self.say_how_many()

    def paint_upper(self) -> None:
        """The month, the one before it where there is room, and the chart."""
        if not self.months:
            return
        today, shape = self.time().date(), self.shape
        texts = [calendar(one, today, shape.cell, self.week_begins) for one in self.months[-shape.months :]]
        self.query_one("#month", Static).update(Content("\n\n").join(texts))
        month = self.months[-1]
        last = min(today, month.days[-1].date)
        pain = chart(
            month.readings,
            last,
            SIDES[self.side],
            shape.chart,
            shape.lane,
            outings=month.outings,
            unit=self._unit,
            begin=self.week_begins,
        )
        self.query_one("#pain", Static).update(pain)
        signs = set[Mark]().union(*(marks_of(one, today) for one in self.months[-shape.months :]))
        self.query_one("#marks", Static).update(legend(self.size.width - 4, signs))

    def paint_answers(self) -> None:
        """What both say in words."""
        if self.recent:
            width = min(WIDEST, self.size.width - 4)
            better = getting_better(self.recent, self.time(), SIDES[self.side], width)
            self.query_one("#doing", Static).update(doing(self.recent, width, self._unit))
            self.query_one("#better", Static).update(better)

    def paint_judged(self) -> None:
        """What the judgement says now, where anything stands out."""
        width = min(WIDEST, self.size.width - 4)
        lines = judged_lines(self.judged, width, airy=self.shape.airy and not self.shape.in_parts)
        self.set_class(lines is not None, "-judged")
        if lines is not None:
            self.query_one("#judged", Static).update(lines)
        self.show_keys()

    def paint_one(self) -> None:
        """The session beside the list."""
        beside = self.query_one("#session-beside")
        if self.one and self.has_class("-beside"):
            text = session_content(self.one, beside.scrollable_content_region.width)
            self.query_one("#session-about", Static).update(text)

    def say_how_many(self) -> None:
        """How many sessions there are, over the list."""
        self.query_one("#how-many", Line).set_text(list_heading(self.total, self.sessions.line_width, ran=self.ran))

    def show_part(self) -> None:
        """Which part stands there, where only one can; and the keys."""
        in_parts, part = self.shape.in_parts, PARTS[self.part]
        for name in PARTS:
            self.set_class(in_parts and name == part, f"-{name.lower()}")
        self.query_one("#parts", Line).set_text(parts_line(part))
        self.show_keys()
        showing = not in_parts or part == "Sessions"
        self.set_focus(self.sessions if showing else None)
        if in_parts and showing:
            self.call_after_refresh(self._paint_list)

    def show_keys(self) -> None:
        """The keys that mean something where one is."""
        part = PARTS[self.part] if self.shape.in_parts else ""
        named = NOTHING_SHOWN if self.has_class("-nothing") else part
        self.query_one("#keys", Line).set_text(keys_line(named, changed_keys(self.app), why=self.has_class("-judged")))

    def time(self) -> datetime:
        """Now, with its offset."""
        now = self._now()
        return now if now.tzinfo else now.astimezone()
