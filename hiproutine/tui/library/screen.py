"""The library: choose a routine. Typing searches; files are read in the background, so that it opens at once."""

from __future__ import annotations

from collections.abc import Callable
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

from hiproutine.config.keymap import foot_keys
from hiproutine.dialogue.day import Lately
from hiproutine.routine.loaded import Loaded
from hiproutine.routine.sought import RoutineSearch
from hiproutine.tui.changed_keys import changed_keys
from hiproutine.tui.keys_screen import KeysScreen
from hiproutine.tui.library.ordering import FILTERS, WIDE, keys_line, nothing_text, order, suits, today_lines
from hiproutine.tui.library.preview_screen import PreviewScreen
from hiproutine.tui.library.text import preview, row
from hiproutine.tui.widgets.line import Line
from hiproutine.wording import ago, count

if TYPE_CHECKING:
    from hiproutine.advice.today import Hint
    from hiproutine.routine.catalogue import Said
    from hiproutine.routine.library import Entry, Library
    from hiproutine.routine.sought import Found

FIRST_BATCH = 50
"""Files read before they are shown; each further batch is twice as large, so that showing stays linear."""


class LibraryScreen(Screen[None]):
    """Lists the routines; `play` is called with the one chosen. `library` is asked for in the background."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "play", "Play", id="library.play"),
        Binding("left", "filter(-1)", "Filter before", id="library.filter-back", priority=True),
        Binding("right", "filter(1)", "Before a run, after a run, rest day", id="library.filter", priority=True),
        Binding("slash", "search", "Search; other letters search at once", id="library.search"),
        Binding("i", "how", "All about it", id="library.how"),
        Binding("s", "share", "Share it: one page for any browser, written here", id="library.share"),
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

    search = query_one("#search", Input)
    shelf = query_one("#routines", OptionList)

    def __init__(
        self,
        library: Callable[[], Library],
        play: Callable[[Loaded], None],
        lately: Callable[[], Lately] = Lately,
        edit: Callable[[Path], None] = lambda _: None,
        draw: Callable[[Entry, int], Content | None] = lambda _entry, _columns: None,
    ) -> None:
        """`lately` says what was done and what suits today; it is asked in the background. `draw` shows how the first
        exercise of a routine is done."""
        super().__init__()
        self._edit = edit
        self._draw = draw
        self._look_back = lately
        self._lately = Lately()
        self._said_today = ""
        self._library = library
        self._play = play
        self._entries: list[Entry] = []
        self._shown: list[Entry] = []
        self._searched = RoutineSearch(self._said)
        self._filter = 0
        self._reading = True
        self._chosen = False
        """Whether the person has put the cursor somewhere; until then it stands on what suits first."""

    def compose(self) -> ComposeResult:
        """Filters and search above, the list and a preview, the keys below."""
        with Vertical(id="library"):
            yield Static(id="today", markup=False)
            yield Line(id="filters")
            yield Input(placeholder="Type to search", id="search", compact=True, select_on_focus=False)
            with Horizontal(id="shelf"):
                yield OptionList(id="routines", markup=False, compact=True)
                with VerticalScroll(id="beside"):
                    yield Static(id="preview", markup=False)
            yield Line(id="count")
            yield Line(id="keys")

    def on_mount(self) -> None:
        """Begins to read the routines in a thread."""
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
        self.query_one("#keys", Line).set_text(keys_line(changed_keys(self.app), columns))

    @work(thread=True, exclusive=True, group="reading")
    def _read(self) -> None:
        self._look_first()
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

    def _said(self) -> dict[str, Said]:
        """What exercises are called."""
        return self._library().catalogue.said

    def look_again(self) -> None:
        """Something was done: when each was last done has changed."""
        self._look()

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
        self._lately = lately
        self._show()

    def _ago(self, entry: Entry) -> str:
        last = self._lately.last_done
        return ago(last[entry.id]) if entry.id in last else ""

    def _add(self, entries: list[Entry], *, last: bool = False) -> None:
        self._entries += entries
        self._reading = not last
        self._show()

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
        self._show()

    def on_input_submitted(self, _: Input.Submitted) -> None:
        """Plays the first find."""
        self.action_play()

    def on_option_list_option_selected(self, _: OptionList.OptionSelected) -> None:
        """Plays the routine under the cursor."""
        self.action_play()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Shows the preview."""
        self._chosen = self._chosen or event.option_index > 0
        self._show_preview()

    def action_play(self) -> None:
        """Plays the routine under the cursor; of a broken file, shows the problems."""
        entry = self._current()
        self._chosen = True
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
        """Puts the cursor into the search."""
        self.search.focus()

    def action_how(self) -> None:
        """Everything about the routine under the cursor."""
        if entry := self._current():
            self.app.push_screen(PreviewScreen(entry, self._lately.avoid))

    def action_edit(self) -> None:
        """Into the editor with the file under the cursor."""
        if entry := self._current():
            self._edit(entry.path)

    def action_share(self) -> None:
        """Writes the routine under the cursor as a page, and says where; of a broken file, shows the problems."""
        entry = self._current()
        if entry and entry.loaded:
            self._share(entry.loaded)
        elif entry:
            self.action_how()

    @work(thread=True, exclusive=True, group="sharing")
    def _share(self, loaded: Loaded) -> None:
        from hiproutine.tui.sharing import written

        self.app.call_from_thread(self.notify, written(loaded), markup=False)

    def read_again(self) -> None:
        """Files have changed."""
        self._entries = []
        self._searched = RoutineSearch(self._said)
        self._reading = True
        self._read()

    def action_keys(self) -> None:
        """Shows the keys of the library."""
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
        words = self.search.value.strip()
        moment = [*FILTERS.values()][self._filter]
        suggested = [hint.routine for hint in self._lately.hints] if not (words or moment) else []
        ordered = sorted(self._entries, key=lambda entry: order(entry, suggested))
        found = self._searched.find(words, ordered, lambda entry: suits(entry, moment))
        self._shown = found.entries
        width = max(20, self.shelf.scrollable_content_region.width - 2)
        options = self.shelf
        options.set_options(Option(row(entry, width, self._ago(entry))) for entry in self._shown)
        if self._shown:
            stays = self._chosen and not words and current in self._shown
            options.highlighted = self._shown.index(current) if stays and current else 0
        self._paint_count(found if words or moment else None)
        self._paint_today(() if words or moment else self._lately.hints)
        self._show_preview()

    def _show_preview(self) -> None:
        if self.has_class("-wide"):
            entry = self._current()
            width = self.query_one("#beside").scrollable_content_region.width
            drawn = self._draw(entry, width) if entry else None
            self.query_one("#preview", Static).update(
                preview(entry, width, self._ago(entry), drawn, self._lately.avoid) if entry else ""
            )

    def _paint_today(self, hints: tuple[Hint, ...]) -> None:
        titles = {entry.id: entry.loaded.card.title for entry in self._entries if entry.loaded}
        most = 2 if self.has_class("-low") else 4
        said = today_lines(hints if titles else (), titles, self.size.width - 4, most=most)
        here = self.query_one("#today", Static)
        here.display = bool(said.plain)
        if said.plain != self._said_today:
            self._said_today = said.plain
            here.update(said)

    def _paint_filters(self) -> None:
        parts = []
        for number, name in enumerate(FILTERS):
            chosen = number == self._filter
            parts.append((f"{'● ' if chosen else '  '}{name}   ", "b $phase-work" if chosen else "$quiet"))
        self.query_one("#filters", Line).set_text(Content.assemble(*parts))

    def _paint_count(self, found: Found | None) -> None:
        broken = sum(not entry.loaded for entry in self._shown)
        good = len(self._shown) - broken
        text = count(good, "routine")
        if broken:
            text += f", {count(broken, 'file')} with a problem"
        if self._reading:
            text += ", reading …"
        elif not self._shown and found:
            keys = foot_keys((("esc", ""), ("← →", "")), changed_keys(self.app), "library")
            text = nothing_text(found, (keys[0][0], keys[1][0]), self.size.width - 4)
        self.query_one("#count", Line).set_text(text)
