"""A line under the text: what is looked for, what is written in its place, and how often it is there."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input
from textual.widgets.text_area import Selection

from hiproutine.authoring.searching import Match, matches, replaced
from hiproutine.tui.widgets.line import Line
from hiproutine.wording import count

if TYPE_CHECKING:
    from hiproutine.tui.editor.text_screen import TextScreen

FINDING = (("enter", "next"), ("up", "before"), ("tab", "write instead"), ("ctrl+r", "all"), ("esc", "back"))


class FindBar(Horizontal):
    """Finds and replaces in the text of its screen; what is found is selected there."""

    DEFAULT_CSS = """
    FindBar { display: none; height: 1; padding: 0 1; }
    FindBar Line { width: auto; color: $quiet; }
    FindBar Input { width: 1fr; height: 1; border: none; padding: 0 1; margin: 0 1; background: $surface; }
    FindBar #found { width: 9; text-align: right; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Back to the text", show=False),
        Binding("tab,shift+tab", "other", "The other line", show=False),
        Binding("up,shift+enter", "go(-1)", "The one before", show=False),
        Binding("down", "go(1)", "The next", show=False),
        Binding("ctrl+r", "replace_all", "All at once", show=False),
    ]

    def compose(self) -> ComposeResult:
        """What is wanted, what is to stand in its place, and the count."""
        yield Line("find")
        yield Input(id="wanted", compact=True)
        yield Line("write")
        yield Input(id="instead", compact=True)
        yield Line(id="found")

    @property
    def _screen(self) -> TextScreen:
        return cast("TextScreen", self.screen)

    @property
    def _wanted(self) -> str:
        return self.query_one("#wanted", Input).value

    def open(self) -> None:
        """Takes the keys; what is selected in a line is looked for."""
        self.display = True
        line = self.query_one("#wanted", Input)
        selected = self._screen.code.selected_text
        if selected and "\n" not in selected:
            line.value = selected
        self._screen.set_focus(line)  # at once: letters would overtake it
        line.select_all()
        self._count()

    def action_close(self) -> None:
        """Back to the text, with what was found selected."""
        self.display = False
        self._screen.set_focus(self._screen.code)
        self._screen.paint()

    def action_other(self) -> None:
        """From one line to the other."""
        wanted, instead = self.query_one("#wanted", Input), self.query_one("#instead", Input)
        self._screen.set_focus(instead if wanted.has_focus else wanted)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Shows the first place from the cursor on, as it is typed."""
        if event.input.id == "wanted" and self.display:
            self._show(self._next(self._cursor(at_start=True), 1))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The next one; in the second line, after writing over this one."""
        if event.input.id == "instead":
            self._replace()
        self.action_go(1)

    def action_go(self, step: int) -> None:
        """To the next one, or the one before, around the ends."""
        self._show(self._next(self._cursor(at_start=step < 0), step))

    def action_replace_all(self) -> None:
        """Writes over all of them; one step undoes it."""
        code, instead = self._screen.code, self.query_one("#instead", Input).value
        number = len(matches(code.text, self._wanted))
        code.become(replaced(code.text, self._wanted, instead))
        self._screen.tell(
            f"{count(number, 'place')} written over. ctrl+z takes it back." if number else "It is not there."
        )
        self._count()

    def _replace(self) -> None:
        code = self._screen.code
        here = self._cursor(at_start=True), self._cursor(at_start=False)
        if here in matches(code.text, self._wanted):
            done = code.replace(self.query_one("#instead", Input).value, *sorted(code.selection))
            code.move_cursor(done.end_location)

    def _cursor(self, *, at_start: bool) -> int:
        """The offset at one end of what is selected."""
        code = self._screen.code
        row, column = sorted(code.selection)[0 if at_start else 1]
        return sum(len(line) + 1 for line in code.document.lines[:row]) + column

    def _next(self, offset: int, step: int) -> Match | None:
        found = matches(self._screen.code.text, self._wanted)
        if not found:
            return None
        place = bisect_left(found, (offset, offset)) + (0 if step > 0 else -1)
        return found[place % len(found)]

    def _show(self, match: Match | None) -> None:
        code = self._screen.code
        if match:
            code.selection = Selection(code.place_of(match[0]), code.place_of(match[1]))
            code.scroll_cursor_visible(center=True)
        self._count()

    def _count(self) -> None:
        found = matches(self._screen.code.text, self._wanted)
        here = self._cursor(at_start=True), self._cursor(at_start=False)
        text = f"{found.index(here) + 1} of {len(found)}" if here in found else str(len(found))
        self.query_one("#found", Line).set_text(text if self._wanted else "")
