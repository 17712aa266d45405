"""The panes of the library, and what is shown in them: what suits today, the list, a preview, how many there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import monotonic
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from hiproutine.config.keymap import foot_keys
from hiproutine.dialogue.day import Lately
from hiproutine.routine.sought import RoutineSearch
from hiproutine.tui.changed_keys import changed_keys
from hiproutine.tui.library.ordering import FILTERS, WIDE, keys_line, nothing_text, order, suits, today_lines
from hiproutine.tui.library.text import preview, row
from hiproutine.tui.painting_once import once_painted
from hiproutine.tui.widgets.line import Line
from hiproutine.wording import ago, count

if TYPE_CHECKING:
    from hiproutine.advice.coming_back.weeks import Due
    from hiproutine.advice.today import Hint
    from hiproutine.routine.library import Entry
    from hiproutine.routine.sought import Found

AT_ONCE = 0.05
"""Seconds in which files are read before anything is painted; those that are compiled are there by then."""


class LibraryPanes(Screen[None]):
    """Shows the routines that were read, searched and filtered."""

    CSS_PATH = "library.tcss"
    AUTO_FOCUS = "#routines"
    search = query_one("#search", Input)
    shelf = query_one("#routines", OptionList)

    def __init__(self, draw: Callable[[Entry, int], Content | None]) -> None:
        """`draw` shows how the first exercise of a routine is done, in so many columns."""
        super().__init__()
        self._draw = draw
        self.lately = Lately()
        self.entries: list[Entry] = []
        self._shown: list[Entry] = []
        self._said_today = ""
        self.filter_index = 0
        self.reading = True
        """Whether there are files that were not read yet."""
        self.chosen = False
        """Whether the person has put the cursor somewhere; until then it stands on what suits first."""
        self.searched: RoutineSearch
        self._is_listed = False
        self.has_begun = False
        """Whether the list stands there, and what takes longer was begun."""
        self._drawn: tuple[Entry, int, Content | None] | None = None

    def listed(self) -> None:
        """The list stands there for the first time."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Filters and search above, the list and a preview, the keys below."""
        self.take_room(self.size)
        with Vertical(id="library"):
            yield Static(id="today", markup=False)
            yield Line(id="filters")
            yield Input(placeholder="Type to search", id="search", select_on_focus=False)
            with Horizontal(id="shelf"):
                yield OptionList(id="routines", markup=False)
                with VerticalScroll(id="beside"):
                    yield Static(id="preview", markup=False)
            yield Line(id="count")
            yield Line(id="keys")

    def read_at_once(self, coming: Iterator[Entry]) -> None:
        """Takes what is there before anything is painted."""
        until = monotonic() + AT_ONCE
        for entry in coming:
            self.entries.append(entry)
            if monotonic() > until:
                return
        self.reading = False

    def take_room(self, size: Size) -> None:
        """The preview stands beside the list where there is room."""
        self.set_class(size.width >= WIDE, "-wide")
        self.set_class(size.height < 24, "-low")

    def paint_keys(self, columns: int) -> None:
        """The keys, as many as there is room for."""
        self.query_one("#keys", Line).set_text(keys_line(changed_keys(self.app), columns))

    def on_screen_resume(self) -> None:
        """The keys may have changed meanwhile, and whether figures are drawn."""
        self._drawn = None
        self.paint_keys(self.size.width)

    def _ago(self, entry: Entry) -> str:
        last = self.lately.last_done
        return ago(last[entry.id]) if entry.id in last else ""

    def _in_its_week(self, entry: Entry) -> Entry:
        """A plan over weeks as it is this week."""
        found = self._due(entry)
        return entry._replace(loaded=entry.loaded.in_week(found.week)) if entry.loaded and found else entry

    def _due(self, entry: Entry) -> Due | None:
        loaded = entry.loaded
        return self.lately.week_due(entry.id, len(loaded.weeks)) if loaded and loaded.weeks else None

    def week_text(self, entry: Entry) -> str:
        """Which week of a plan it is, and why; nothing where there are no weeks."""
        found = self._due(entry)
        return found.sentence if found else ""

    def current(self) -> Entry | None:
        """The routine under the cursor."""
        index = self.shelf.highlighted
        return self._shown[index] if index is not None and index < len(self._shown) else None

    def show_instead(self, entries: list[Entry]) -> None:
        """Other entries, as the files are now; the cursor stays on the routine it is on."""
        current = self.current()
        self.entries = entries
        self.paint(next((one for one in entries if current and one.id == current.id), None))

    def paint(self, current: Entry | None = None) -> None:
        """The routines that pass search and filter; what is under the cursor stays under it."""
        moved = current is not None
        current = current or self.current()
        words = self.search.value.strip()
        moment = [*FILTERS.values()][self.filter_index]
        suggested = [hint.routine for hint in self.lately.hints] if not (words or moment) else []
        ordered = sorted(map(self._in_its_week, self.entries), key=lambda entry: order(entry, suggested))
        found = self.searched.find(words, ordered, lambda entry: suits(entry, moment))
        self._shown = found.entries
        if not self._is_listed and (self.entries or not self.reading):
            self._is_listed = True
            once_painted(self, self.listed)
        width = max(20, self.shelf.scrollable_content_region.width - 2)
        options = self.shelf
        options.set_options(Option(row(entry, width, self._ago(entry))) for entry in self._shown)
        if self._shown:
            stays = moved or (self.chosen and not words)
            options.highlighted = self._shown.index(current) if stays and current in self._shown else 0
        self._paint_count(found if words or moment else None)
        self._paint_today(() if words or moment else self.lately.hints)
        self.paint_preview()

    def paint_preview(self) -> None:
        """All about the routine under the cursor, where there is room."""
        if self.has_class("-wide"):
            entry = self.current()
            width = self.query_one("#beside").scrollable_content_region.width
            drawn = self._figure(entry, width) if entry else None
            self.query_one("#preview", Static).update(
                preview(entry, width, self._ago(entry), drawn, self.lately.avoid, week=self.week_text(entry))
                if entry
                else ""
            )

    def _figure(self, entry: Entry, width: int) -> Content | None:
        """Drawn once for as long as the cursor stands there."""
        if self._drawn is None or self._drawn[0] is not entry or self._drawn[1] != width:
            self._drawn = entry, width, self._draw(entry, width)
        return self._drawn[2]

    def _paint_today(self, hints: tuple[Hint, ...]) -> None:
        titles = {entry.id: entry.loaded.card.title for entry in self.entries if entry.loaded}
        most = 2 if self.has_class("-low") else 4
        said = today_lines(hints if titles else (), titles, self.size.width - 4, most=most)
        here = self.query_one("#today", Static)
        here.display = bool(said.plain)
        if said.plain != self._said_today:
            self._said_today = said.plain
            here.update(said)

    def paint_filters(self) -> None:
        """The filters, with the chosen one."""
        parts = []
        for number, name in enumerate(FILTERS):
            chosen = number == self.filter_index
            parts.append((f"{'● ' if chosen else '  '}{name}   ", "b $phase-work" if chosen else "$quiet"))
        self.query_one("#filters", Line).set_text(Content.assemble(*parts))

    def _paint_count(self, found: Found | None) -> None:
        broken = sum(not entry.loaded for entry in self._shown)
        good = len(self._shown) - broken
        text = count(good, "routine")
        if broken:
            text += f", {count(broken, 'file')} with a problem"
        if self.reading:
            text += ", reading …"
        elif not self._shown and found:
            keys = foot_keys((("esc", ""), ("← →", "")), changed_keys(self.app), "library")
            text = nothing_text(found, (keys[0][0], keys[1][0]), self.size.width - 4)
        self.query_one("#count", Line).set_text(text)
