"""The sessions of the journal under one another, as wide as the room; what is not there yet is read on."""

from __future__ import annotations

from datetime import date

from textual.widgets import OptionList
from textual.widgets.option_list import Option

from hiproutine.journal.history import PAGE, SessionLine
from hiproutine.tui.history.session_text import session_row


class SessionList(OptionList):
    """Lines of sessions. Whoever fills it asks for `wants` when the cursor moves."""

    def __init__(self, today: date, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, markup=False, compact=True)
        self.lines: list[SessionLine] = []
        self._today = today
        self._painted_for = 0
        """The width of the lines that stand here."""
        self._asked_for = PAGE
        """Up to which session there was asked."""

    @property
    def line_width(self) -> int:
        """Columns of a line."""
        return max(20, self.scrollable_content_region.width - 2)

    @property
    def current(self) -> SessionLine | None:
        """The session under the cursor."""
        index = self.highlighted
        return self.lines[index] if index is not None and index < len(self.lines) else None

    def add(self, found: list[SessionLine]) -> None:
        """More sessions, older than those that are here."""
        self.fit()
        self.lines += found
        self.add_options(self._options_of(found))
        if self.highlighted is None and found:
            self.highlighted = 0

    def forget(self) -> None:
        """Empties the list, to be read anew; the cursor stays near where it was."""
        self.lines, self._asked_for = [], PAGE
        self.clear_options()

    def fit(self) -> None:
        """The lines anew, if the room is another."""
        if self._painted_for != self.line_width:
            marked, self._painted_for = self.highlighted, self.line_width
            self.set_options(self._options_of(self.lines))
            self.highlighted = marked

    def wants(self, total: int) -> int | None:
        """From which session on to read, when the cursor comes near the end; each is asked for once."""
        near = (self.highlighted or 0) >= len(self.lines) - PAGE // 4
        if not near or not self._asked_for <= len(self.lines) < total:
            return None
        self._asked_for = len(self.lines) + PAGE
        return len(self.lines)

    def _options_of(self, lines: list[SessionLine]) -> list[Option]:
        return [Option(session_row(line, self._painted_for, self._today)) for line in lines]
