"""The library: choose a routine. Typing searches; files are read in the background, so that it opens at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Key, Resize
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from hiproutine.keymap import as_pressed
from hiproutine.routine.loaded import Loaded
from hiproutine.tui.preview import preview, row
from hiproutine.tui.remapped import changed_keys
from hiproutine.tui.screens.keys import KeysScreen
from hiproutine.tui.screens.preview import PreviewScreen
from hiproutine.tui.widgets.line import Line
from hiproutine.wording import ago, count

if TYPE_CHECKING:
    from hiproutine.routine.library import Entry, Library

WIDE = 100
"""Columns from which the preview stands beside the list."""
NARROW = 66
"""Columns under which the keys stand closer."""
FIRST_BATCH = 50
"""Files read before they are shown; each further batch is twice as large, so that showing stays linear."""
FILTERS = {"All": None, "Before a run": "pre-run", "After a run": "post-run", "Rest day": "rest-day"}
ORDER = {"pre-run": 0, "post-run": 1, "rest-day": 2, "any-time": 3}


class LibraryScreen(Screen[None]):
    """Lists the routines; `play` is called with the one chosen. `library` is asked for in the background."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "play", "Play", id="library.play"),
        Binding("left", "filter(-1)", "Filter before", id="library.filter-back", priority=True),
        Binding("right", "filter(1)", "Before a run, after a run, rest day", id="library.filter", priority=True),
        Binding("slash", "search", "Search; other letters search at once", id="library.search"),
        Binding("i", "how", "All about it", id="library.how"),
        Binding("e", "edit", "Edit it; of a bundled one, a copy of your own", id="library.edit"),
        Binding("j", "app.history", "Journal: what was done, and how it develops", id="library.journal"),
        Binding("comma", "app.settings", "Settings", id="library.settings"),
        Binding("exclamation_mark", "app.signs", "Warning signs: the questions again", id="library.signs"),
        Binding("question_mark", "keys", "Keys", id="library.keys"),
        Binding("escape", "escape", "Empty the search, or leave", id="library.escape"),
        Binding("q", "leave", "Leave", id="library.leave"),
    ]

    search = query_one("#search", Input)
    shelf = query_one("#routines", OptionList)

    def __init__(
        self,
        library: Callable[[], Library],
        play: Callable[[Loaded], None],
        last_done: Callable[[], dict[str, int]] = dict,
        edit: Callable[[Path], None] = lambda _: None,
    ) -> None:
        """`last_done` gives days by the ids of routines; it is asked in the background."""
        super().__init__()
        self._edit = edit
        self._last_done = last_done
        self._last: dict[str, int] = {}
        self._library = library
        self._play = play
        self._entries: list[Entry] = []
        self._shown: list[Entry] = []
        self._filter = 0
        self._reading = True

    def compose(self) -> ComposeResult:
        """Filters and search above, the list and a preview, the keys below."""
        with Vertical(id="library"):
            yield Line(id="filters")
            yield Input(placeholder="Type to search", id="search", compact=True, select_on_focus=False)
            with Horizontal(id="shelf"):
                yield OptionList(id="routines", markup=False, compact=True)
                with VerticalScroll(id="beside"):
                    yield Static(id="preview", markup=False)
            yield Line(id="count")
            yield Line(id="keys")

    def on_mount(self) -> None:
        """Begins to read."""
        self.shelf.focus()
        self._read()
        self._paint_filters()

    def on_resize(self, event: Resize) -> None:
        """The preview stands beside the list where there is room."""
        self.set_class(event.size.width >= WIDE, "-wide")
        self.set_class(event.size.height < 24, "-low")
        self._paint_keys(event.size.width)
        self.call_after_refresh(self._show)

    def on_screen_resume(self) -> None:
        """The keys may have changed meanwhile."""
        self._paint_keys(self.size.width)

    def _paint_keys(self, columns: int) -> None:
        self.query_one("#keys", Line).say(_keys_line(changed_keys(self.app), narrow=columns < NARROW))

    @work(thread=True, exclusive=True, group="reading")
    def _read(self) -> None:
        self._last = self._last_done()
        batch: list[Entry] = []
        size = FIRST_BATCH
        for entry in self._library().entries():
            batch.append(entry)
            if get_current_worker().is_cancelled:
                return
            if len(batch) >= size:
                self.app.call_from_thread(self._add, batch)
                batch, size = [], size * 2
        self.app.call_from_thread(self._add, batch, last=True)

    def look_again(self) -> None:
        """Something was done: when each was last done has changed."""
        self._look()

    @work(thread=True, exclusive=True, group="last")
    def _look(self) -> None:
        last = self._last_done()
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._know, last)

    def _know(self, last: dict[str, int]) -> None:
        self._last = last
        self._show()

    def _ago(self, entry: Entry) -> str:
        return ago(self._last[entry.id]) if entry.id in self._last else ""

    def _add(self, entries: list[Entry], *, last: bool = False) -> None:
        self._entries += entries
        self._reading = not last
        self._show()

    def on_key(self, event: Key) -> None:
        """A letter that is no command begins a search, and one typed ahead goes on with it."""
        searching = self.focused is self.search
        if searching and event.key in {"down", "up", "pagedown", "pageup"}:
            self.shelf.focus()
            event.stop()
        elif event.is_printable and event.character and (searching or self._begins_search(event)):
            self.set_focus(self.search)  # at once: the next letter may be on its way already
            self.search.insert_text_at_cursor(event.character)
            event.stop()

    def _begins_search(self, event: Key) -> bool:
        return self.focused is self.shelf and event.key != "space" and event.key not in self.active_bindings

    def on_input_changed(self, _: Input.Changed) -> None:
        """Searches."""
        self._show()

    def on_input_submitted(self, _: Input.Submitted) -> None:
        """Plays the first find."""
        self.action_play()

    def on_option_list_option_selected(self, _: OptionList.OptionSelected) -> None:
        """Plays."""
        self.action_play()

    def on_option_list_option_highlighted(self, _: OptionList.OptionHighlighted) -> None:
        """Shows the preview."""
        self._show_preview()

    def action_play(self) -> None:
        """Plays the routine under the cursor; of a broken file, shows the problems."""
        entry = self._current()
        if entry and entry.loaded:
            self._play(entry.loaded)
        elif entry:
            self.action_how()

    def action_filter(self, step: int) -> None:
        """The next filter, or the one before."""
        self._filter = (self._filter + step) % len(FILTERS)
        self._paint_filters()
        self._show()

    def action_search(self) -> None:
        """Into the search."""
        self.search.focus()

    def action_how(self) -> None:
        """Everything about the routine under the cursor."""
        if entry := self._current():
            self.app.push_screen(PreviewScreen(entry))

    def action_edit(self) -> None:
        """Into the editor with the file under the cursor."""
        if entry := self._current():
            self._edit(entry.path)

    def read_again(self) -> None:
        """Files have changed."""
        self._entries = []
        self._reading = True
        self._read()

    def action_keys(self) -> None:
        """The keys."""
        self.app.push_screen(KeysScreen("In the library", self.BINDINGS))

    def action_escape(self) -> None:
        """Empties the search; with nothing to empty, leaves."""
        if self.search.value or self.focused is self.search:
            self.search.value = ""
            self.shelf.focus()
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Leaves the program."""
        self.app.exit(False)

    def _current(self) -> Entry | None:
        index = self.shelf.highlighted
        return self._shown[index] if index is not None and index < len(self._shown) else None

    def _show(self) -> None:
        """The routines that pass search and filter; what is under the cursor stays under it."""
        current = self._current()
        words = self.search.value.casefold().split()
        moment = [*FILTERS.values()][self._filter]
        self._shown = sorted((e for e in self._entries if _passes(e, words, moment)), key=_order)
        width = max(20, self.shelf.scrollable_content_region.width - 2)
        options = self.shelf
        options.set_options(Option(row(entry, width, self._ago(entry))) for entry in self._shown)
        if self._shown:
            options.highlighted = self._shown.index(current) if current in self._shown and not words else 0
        self._paint_count(bool(words or moment))
        self._show_preview()

    def _show_preview(self) -> None:
        if self.has_class("-wide"):
            entry = self._current()
            width = self.query_one("#beside").scrollable_content_region.width
            self.query_one("#preview", Static).update(preview(entry, width, self._ago(entry)) if entry else "")

    def _paint_filters(self) -> None:
        parts = []
        for number, name in enumerate(FILTERS):
            chosen = number == self._filter
            parts.append((f"{'● ' if chosen else '  '}{name}   ", "b $phase-work" if chosen else "$quiet"))
        self.query_one("#filters", Line).say(Content.assemble(*parts))

    def _paint_count(self, filtered: bool) -> None:
        broken = sum(not entry.loaded for entry in self._shown)
        good = len(self._shown) - broken
        text = count(good, "routine")
        if broken:
            text += f", {count(broken, 'file')} with a problem"
        if self._reading:
            text += ", reading …"
        elif not self._shown and filtered:
            text = "Nothing like that here. esc empties the search, ← → change what it suits."
        self.query_one("#count", Line).say(text)


def _passes(entry: Entry, words: list[str], moment: str | None) -> bool:
    if not entry.loaded:
        return moment is None and all(word in entry.id.casefold() for word in words)
    routine = entry.loaded.card
    if moment and not {moment, "any-time"} & set(routine.when):
        return False
    steps = [interval.name for interval in entry.loaded.plan.intervals] if words else []
    text = " ".join([entry.id, routine.title, routine.summary, *routine.tags, *routine.equipment, *steps]).casefold()
    return all(word in text for word in words)


def _order(entry: Entry) -> tuple[bool, int, str]:
    """Playable ones first, by when they suit, then by name."""
    if not entry.loaded:
        return True, 0, entry.id
    routine = entry.loaded.card
    return False, min(ORDER[moment] for moment in routine.when) if routine.when else 3, routine.title.casefold()


def _keys_line(changed: Mapping[str, str], *, narrow: bool) -> Content:
    keys = (
        ("enter", "play"),
        ("← →", "when"),
        ("i", "about"),
        ("j", "journal"),
        ("/", "find"),
        ("?", "keys"),
        ("q", "leave"),
    )
    gap = " " if narrow else "  "
    shown = [key for key in as_pressed(keys, changed, "library") if not (narrow and key[1] == "about")]
    parts = [part for key, word in shown for part in ((key, "b $foreground"), (f" {word}{gap}", "$quiet"))]
    return Content.assemble(*parts).rstrip()
