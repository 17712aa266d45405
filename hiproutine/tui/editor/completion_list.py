"""What can be written, as a short list under the cursor."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Offset, Size

from hiproutine.authoring.completing import Candidate, Completion
from hiproutine.errors import printable
from hiproutine.tui.widgets.line import Line

MOST = 8
"""Lines of it."""
WIDEST = 64


class CompletionList(Line):
    """Stands over the text; takes no keys itself."""

    DEFAULT_CSS = """
    CompletionList { position: absolute; overlay: screen; display: none; background: $panel; color: $foreground; }
    """

    def __init__(self, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.offered: Completion | None = None
        self._chosen = 0
        self._columns = WIDEST

    @property
    def candidate(self) -> Candidate | None:
        """The one that is lit."""
        return self.offered.candidates[self._chosen] if self.offered else None

    def offer(self, offered: Completion | None, cursor: Offset, room: Size) -> None:
        """Shows a list below a place of the screen, or above it where there is no room; or nothing."""
        self.offered, self._chosen = offered, 0
        self.display = offered is not None
        if offered is None:
            return
        height = min(MOST, len(offered.candidates))
        width = min(WIDEST, room.width - 2)
        below = cursor.y + 1 + height <= room.height
        self.styles.width, self.styles.height = width, height
        self.styles.offset = (
            max(0, min(cursor.x, room.width - width)),
            cursor.y + 1 if below else max(0, cursor.y - height),
        )
        self._columns = width
        self._draw(width, height)

    def go(self, by: int) -> None:
        """Lights the next one, or the one before."""
        if self.offered:
            self._chosen = (self._chosen + by) % len(self.offered.candidates)
            self._draw(
                int(self.styles.width.value) if self.styles.width else WIDEST, min(MOST, len(self.offered.candidates))
            )

    def _draw(self, width: int, height: int) -> None:
        assert self.offered  # noqa: S101
        candidates = self.offered.candidates
        first = max(0, min(self._chosen - height // 2, len(candidates) - height))
        window = candidates[first : first + height]
        words = min(width // 2, max(len(one.word) for one in window) + 2)
        lines = []
        for number, one in enumerate(window, first):
            lit = number == self._chosen
            word = Content(printable(one.word)).truncate(words, ellipsis=True, pad=True)
            hint = Content(printable(one.hint)).truncate(max(0, width - words - 3), ellipsis=True, pad=True)
            line = Content.assemble(
                ("▸ " if lit else "  ", "$phase-work"),
                word.stylize("b $strong" if lit else "$foreground"),
                hint.stylize("$foreground" if lit else "$quiet"),
                " ",
            )
            lines.append(line.stylize("on $primary 20%") if lit else line)
        self.set_text(Content("\n").join(lines))
