"""The library: choose a routine. Typing searches; files are read in the background, so that it opens at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key, Resize
from textual.widgets import Input, OptionList
from textual.worker import get_current_worker

from hiproutine.dialogue.day import Lately
from hiproutine.routine.loaded import Loaded
from hiproutine.routine.sought import RoutineSearch
from hiproutine.tui.library.ordering import FILTERS
from hiproutine.tui.library.panes import LibraryPanes

if TYPE_CHECKING:
    from hiproutine.routine.catalogue import Said
    from hiproutine.routine.library import Entry, Library

LONG = 12.0
"""Seconds that two sentences stand."""
LOOK_EVERY = 2.0
"""Seconds between two looks at whether another program has changed a file. Ours."""
FIRST_BATCH = 50
"""Files read before they are shown; each further batch is twice as large, so that showing stays linear."""


class LibraryScreen(LibraryPanes):
    """Lists the routines; `play` is called with the one chosen. `library` is asked for in the background."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "play", "Play", id="library.play"),
        Binding("left", "filter(-1)", "Filter before", id="library.filter-back", priority=True),
        Binding("right", "filter(1)", "Before a run, after a run, rest day", id="library.filter", priority=True),
        Binding("slash", "search", "Search; other letters search at once", id="library.search"),
        Binding("i", "how", "All about it", id="library.how"),
        Binding("s", "share", "Take it along: a page, sound, or a workout for the watch", id="library.share"),
        Binding("e", "edit", "Edit it; of a bundled one, a copy of your own", id="library.edit"),
        Binding("j", "app.history", "Journal: what was done, and how it develops", id="library.journal"),
        Binding("n", "app.note", "Write down a run, pain, or when it began", id="library.note"),
        Binding("g", "app.guides", "Guides: good to know", id="library.guides"),
        Binding("comma", "app.settings", "Settings", id="library.settings"),
        Binding("exclamation_mark", "app.signs", "Warning signs: the questions again", id="library.signs"),
        Binding("question_mark", "keys", "Keys", id="library.keys"),
        Binding("escape", "escape", "Empty the search, or leave", id="library.escape"),
        Binding("q", "leave", "Leave", id="library.leave"),
    ]

    def __init__(
        self,
        library: Callable[[], Library],
        play: Callable[[Loaded], None],
        lately: Callable[[], Lately] = Lately,
        edit: Callable[[Path], None] = lambda _: None,
        draw: Callable[[Entry, int], Content | None] = lambda _entry, _columns: None,
        *,
        then: Callable[[], object] = lambda: None,
    ) -> None:
        """`lately` says what was done and what suits today; it is asked in the background, once the list stands there.
        `draw` shows how the first exercise of a routine is done; `then` is called when the list stands there."""
        super().__init__(draw)
        self._edit = edit
        self._look_back = lately
        self._library = library
        self._play = play
        self._then = then
        self._coming: Iterator[Entry] = iter(())
        self.searched = RoutineSearch(self._said)
        self._state: frozenset[tuple[str, int, int]] | None = None
        """The person's own files as they were when they were read."""
        self._looks = False
        """Whether a thread looks at them now."""

    def on_mount(self) -> None:
        """Reads what is there at once, and the rest of the routines in a thread."""
        self._open()
        self.read_at_once(self._coming)
        if self.reading:
            self._read()
        self.paint_filters()
        self.set_interval(LOOK_EVERY, self._follow)

    def _open(self) -> None:
        library = self._library()
        self._state = library.own_state()
        self._coming = library.entries()

    def listed(self) -> None:
        """The list stands there: now comes what takes longer."""
        self._look_first()
        self._then()
        self.has_begun = True

    def on_resize(self, event: Resize) -> None:
        """The preview stands beside the list where there is room."""
        self.take_room(event.size)
        self.paint_keys(event.size.width)
        self.call_after_refresh(self.paint)

    @work(thread=True, exclusive=True, group="reading")
    def _read(self) -> None:
        batch: list[Entry] = []
        size = FIRST_BATCH
        for entry in self._coming:
            batch.append(entry)
            if get_current_worker().is_cancelled:
                return
            if len(batch) >= size:
                self.app.call_from_thread(self._add, batch)
                batch, size = [], size * 2
        self.app.call_from_thread(self._add, batch, last=True)

    def _follow(self) -> None:
        """What another program has changed shows by itself."""
        if self.app.screen is self and not self.reading and not self._looks:
            self._looks = True
            self._look_at_files()

    @work(thread=True, group="following")
    def _look_at_files(self) -> None:
        try:
            self._read_changed()
        finally:
            self._looks = False

    def _read_changed(self) -> None:
        library = self._library()
        state = library.own_state()
        if self._state is None:
            self._state = state
        if state == self._state or get_current_worker().is_cancelled:
            return
        self._state = state
        entries = list(library.entries())
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_changed, entries)

    def _show_changed(self, entries: list[Entry]) -> None:
        self.searched = RoutineSearch(self._said)
        self.show_instead(entries)

    def _said(self) -> dict[str, Said]:
        """What exercises are called."""
        return self._library().catalogue.said

    def look_again(self) -> None:
        """Something was done: when each was last done has changed."""
        self._look()

    def measure_anew(self) -> None:
        """Distances are told otherwise now, or take another time."""
        self._state = frozenset()

    @work(thread=True, group="first")
    def _look_first(self) -> None:
        """Beside the routines, which wait for no journal."""
        lately = self._look_back()
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_lately, lately)

    @work(thread=True, exclusive=True, group="last")
    def _look(self) -> None:
        lately = self._look_back()
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_lately, lately)

    def _show_lately(self, lately: Lately) -> None:
        self.lately = lately
        self.paint()

    def _add(self, entries: list[Entry], *, last: bool = False) -> None:
        self.entries += entries
        self.reading = not last
        self.paint()

    def on_key(self, event: Key) -> None:
        """A letter that is no command begins a search, and one typed ahead goes on with it."""
        searching = self.focused is self.search
        if searching and event.key in {"down", "up", "pagedown", "pageup"}:
            self.set_focus(self.shelf)  # at once: the next key may be on its way already
            event.stop()
        elif event.is_printable and event.character and (searching or self._begins_search(event)):
            self.set_focus(self.search)  # at once: the next letter may be on its way already
            self.search.insert_text_at_cursor(event.character)
            event.stop()

    def _begins_search(self, event: Key) -> bool:
        return self.focused is self.shelf and event.key != "space" and event.key not in self.active_bindings

    def on_input_changed(self, _: Input.Changed) -> None:
        """Searches for what was typed."""
        self.paint()

    def on_input_submitted(self, _: Input.Submitted) -> None:
        """Plays the first find."""
        self.action_play()

    def on_option_list_option_selected(self, _: OptionList.OptionSelected) -> None:
        """Plays the routine under the cursor."""
        self.action_play()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Shows the preview."""
        self.chosen = self.chosen or event.option_index > 0
        self.paint_preview()

    def action_play(self) -> None:
        """Plays the routine under the cursor; of a broken file, shows the problems."""
        entry = self.current()
        self.chosen = True
        if entry and entry.loaded:
            self._play(entry.loaded)
        elif entry:
            self.action_how()

    def action_filter(self, step: int) -> None:
        """The next filter, or the one before."""
        self.filter_index = (self.filter_index + step) % len(FILTERS)
        self.paint_filters()
        self.paint()

    def action_search(self) -> None:
        """Puts the cursor into the search."""
        self.search.focus()

    def action_how(self) -> None:
        """Everything about the routine under the cursor."""
        from hiproutine.tui.library.preview_screen import PreviewScreen

        if entry := self.current():
            self.app.push_screen(PreviewScreen(entry, self.lately.avoid, self.week_text(entry)))

    def action_edit(self) -> None:
        """Into the editor with the file under the cursor."""
        if entry := self.current():
            self._edit(entry.path)

    def action_share(self) -> None:
        """Asks how to take the routine under the cursor along; of a broken file, shows the problems."""
        from hiproutine.tui.questions.pick import PickScreen
        from hiproutine.tui.sharing import ways

        entry = self.current()
        if entry and (loaded := entry.loaded):

            def take(way: object) -> None:
                if isinstance(way, str):
                    self._share(loaded, way)

            self.app.push_screen(PickScreen(ways(loaded)), take)
        elif entry:
            self.action_how()

    @work(thread=True, exclusive=True, group="sharing")
    def _share(self, loaded: Loaded, way: str) -> None:
        from hiproutine.tui.sharing import SOUND, Cancelled, taken_along

        worker = get_current_worker()
        if way == SOUND:
            self.app.call_from_thread(self.notify, "The sound is being written.", markup=False)
        with suppress(Cancelled):
            said = taken_along(loaded, way, lambda: not worker.is_cancelled)
            self.app.call_from_thread(self.notify, said, markup=False, timeout=LONG)

    def read_again(self) -> None:
        """Files have changed."""
        self.entries = []
        self.searched = RoutineSearch(self._said)
        self.reading = True
        self._open()
        self._read()

    def action_keys(self) -> None:
        """Shows the keys of the library."""
        from hiproutine.tui.keys_screen import KeysScreen

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
