"""A routine's text to write in: colours, line numbers, what is wrong underlined, and nothing that a screen obeys."""

from __future__ import annotations

from os.path import commonprefix
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.color import Color
from textual.events import Key, Paste
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea

from hiproutine.authoring.drafting import file_text, guard_text
from hiproutine.errors import Problem
from hiproutine.tui.editor.code_colours import TONES, opened_before, tones_of

MOST_DRAWN = 2_000
"""Lines that are kept as they were drawn."""


class Code(TextArea):
    """Posts `Asked` for the keys that belong to the list of what can be written."""

    DEFAULT_CSS = """
    Code { border: none; padding: 0 0 0 1; background: $background; color: $foreground; scrollbar-size: 0 1; }
    Code:focus { border: none; background-tint: transparent; }
    Code .text-area--cursor-line { background: $surface; }
    Code .text-area--gutter { color: $faint; background: $background; }
    Code .text-area--cursor-gutter { color: $foreground; background: $surface; text-style: none; }
    Code .text-area--cursor, Code:light .text-area--cursor {
        background: $foreground; color: $background; text-style: none;
    }
    Code .text-area--selection { background: $panel-lighten-2; }
    Code .text-area--matching-bracket { background: $panel-lighten-2; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+a", "select_all", "Select everything", show=False),
        Binding("ctrl+home", "to_the_start", "To the start", show=False),
        Binding("ctrl+end", "to_the_end", "To the end", show=False),
        Binding("ctrl+shift+home", "to_the_start(True)", show=False),
        Binding("ctrl+shift+end", "to_the_end(True)", show=False),
        Binding("f6", "nothing", show=False),
        Binding("f7", "nothing", show=False),
    ]

    class Asked(Message):
        """A key that the list may want: `tab`, `enter`, `up`, `down`, `escape`."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, text: str, id: str) -> None:  # noqa: A002
        super().__init__(
            text, id=id, theme="css", soft_wrap=False, show_line_numbers=True, tab_behavior="focus", compact=True
        )
        self.cursor_blink = False
        self.match_cursor_bracket = False
        self.listing = False
        """Whether a list stands there and takes keys first."""
        self.asked = False
        """Whether the person opened that list: only then do arrows belong to it, and enter after an arrow."""
        self._moved = False
        self._wrong: dict[int, list[tuple[int, int, str]]] = {}
        self._quotes = opened_before(self.document.lines)
        self._tones: dict[str, Style] = {}
        self._drawn: dict[object, Strip] = {}
        """Lines as they were drawn, by everything that they look like: a key draws its own line anew, and no others."""

    @property
    def written(self) -> str:
        """What is written, with the characters that are meant."""
        return file_text(self.text)

    @property
    def offset_of_cursor(self) -> int:
        """Characters before the cursor."""
        row, column = self.cursor_location
        return sum(len(line) + 1 for line in self.document.lines[:row]) + column

    def place_of(self, offset: int) -> tuple[int, int]:
        """The row and column of a character."""
        row = 0
        for line in self.document.lines:
            if offset <= len(line):
                break
            offset -= len(line) + 1
            row += 1
        return row, offset

    def mark(self, problems: tuple[Problem, ...]) -> None:
        """Underlines what is wrong."""
        wrong: dict[int, list[tuple[int, int, str]]] = {}
        for problem in problems:
            span = problem.span
            if span and span.end_line - span.line < 200:
                for line in range(span.line, span.end_line + 1):
                    first = span.column - 1 if line == span.line else 0
                    last = span.end_column - 1 if line == span.end_line else 1 << 20
                    wrong.setdefault(line - 1, []).append((first, max(last, first + 1), problem.severity))
        if wrong != self._wrong:
            self._wrong = wrong
            self.notify_style_update()
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """A line of the screen."""
        row, selection = y + self.scroll_offset.y, self.selection
        lines = self.document.lines
        if row >= len(lines) or row == selection.end[0] or not selection.is_empty:
            return super().render_line(y)
        marks = self._quotes.get(row), tuple(self._wrong.get(row, ()))
        key = (lines[row], row, marks, self.size, self.virtual_size.width, self.scroll_offset.x, self.gutter_width)
        strip = self._drawn.get(key)
        if strip is None:
            if len(self._drawn) > MOST_DRAWN:
                self._drawn.clear()
            strip = self._drawn[key] = super().render_line(y)
        return strip

    def notify_style_update(self) -> None:
        """Everything looks different."""
        self._drawn = {}
        super().notify_style_update()

    def get_line(self, line_index: int) -> Text:
        """A line in its colours."""
        if not self._tones:
            self._tones = self._styles()
        line = self.document.get_line(line_index)
        text = Text(line.translate(_PICTURES) if not line.isascii() else line, end="", no_wrap=True)
        for tone, start, end in tones_of(line, self._quotes.get(line_index, "")):
            text.stylize(self._tones[tone], start, end)
        for start, end, severity in self._wrong.get(line_index, ()):
            text.stylize(self._tones[severity], start, min(end, len(line)))
        return text

    def _styles(self) -> dict[str, Style]:
        """The tones in the colours of the theme."""
        variables = self.app.theme_variables
        styles = {}
        for tone, (variable, bold) in TONES.items():
            colour = Color.parse(variables.get(variable, variables["foreground"]))
            styles[tone] = Style(color=colour.rich_color, bold=bold or None)
        for severity in ("error", "warning"):
            colour = Color.parse(variables[severity])
            styles[severity] = Style(color=colour.rich_color, underline=True)
        return styles

    def on_mount(self) -> None:
        """Other colours come with another theme."""
        self.app.theme_changed_signal.subscribe(self, self._other_theme)

    def on_text_area_changed(self, _: TextArea.Changed) -> None:
        """Quotes of several lines colour what follows."""
        quotes = opened_before(self.document.lines)
        if quotes != self._quotes:
            self._quotes = quotes
            self.notify_style_update()
            self.refresh()

    def _other_theme(self, _: object) -> None:
        self._tones = {}
        self.notify_style_update()
        self.refresh()

    async def on_key(self, event: Key) -> None:
        """Keys that may be meant for the list, and its own: done at once, since letters would overtake them."""
        focused = self.screen.focused
        if focused and focused is not self:  # a key before this one has opened a line that is meant
            event.stop()
            event.prevent_default()
            focused.post_message(Key(event.key, event.character))
            return
        done = event.key == "tab" or (self.listing and self._belongs_to_the_list(event.key))
        if done:
            self.post_message(self.Asked(event.key))
        else:
            for binding in reversed(self._bindings.key_to_bindings.get(event.key, ())):  # our own before Textual's
                done = done or (not binding.priority and await self.app.run_action(binding.action, self))
            active = None if done or event.is_printable else self.screen.active_bindings.get(event.key)
            if active and active.node is self.screen:
                done = await self.app.run_action(active.binding.action, self.screen)
        if done:
            event.stop()
            event.prevent_default()

    def _belongs_to_the_list(self, key: str) -> bool:
        """Whether the list takes a key. Where nobody asked for it, `tab` and `escape` alone: what is typed stays."""
        moved, self._moved = self._moved, self.asked and key in {"up", "down"}
        return key == "escape" or self._moved or (key == "enter" and self.asked and moved)

    def on_paste(self, event: Paste) -> None:
        """What another program copied."""
        event.prevent_default()
        event.stop()
        self._put(event.text)

    def action_paste(self) -> None:
        """What this program copied."""
        self._put(self.app.clipboard)

    def _put(self, text: str) -> None:
        """Text from elsewhere, guarded."""
        lines = guard_text(text.replace("\r\n", "\n").replace("\r", "\n"))
        result = self.replace(lines, *self.selection, maintain_selection_offset=False)
        self.move_cursor(result.end_location)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Not while undoing has taken away the lines that the cursor still stands in: Textual moves it last."""
        if self.cursor_location[0] >= self.document.line_count:
            return Offset(0, 0)
        return super().scroll_cursor_visible(center, animate)

    def action_to_the_start(self, select: bool = False) -> None:
        """The cursor before the first character."""
        self.move_cursor((0, 0), select=select)

    def action_to_the_end(self, select: bool = False) -> None:
        """The cursor behind the last character."""
        self.move_cursor(self.document.end, select=select)

    def become(self, text: str) -> None:
        """Another text in place of this one, as an edit: what was undone before can still be, and so can this."""
        before = self.text
        first = len(commonprefix([before, text]))  # noqa: RUF071
        last = len(commonprefix([before[first:][::-1], text[first:][::-1]]))  # noqa: RUF071
        if len(before) == len(text) == first:
            return
        where = self.cursor_location
        self.history.checkpoint()
        self.replace(text[first : len(text) - last], self.place_of(first), self.place_of(len(before) - last))
        self.history.checkpoint()
        self.move_cursor(self.clamp_visitable(where))

    def action_nothing(self) -> None:
        """Keys that would select by surprise."""


_HIDDEN = (*range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A))
_PICTURES = {0xF0000 + code: 0x2400 + code for code in range(0x20)} | {0xF0000 + code: 0xFFFD for code in _HIDDEN}
"""A picture of each character that is not shown as itself."""
