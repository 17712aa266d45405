"""One session: what was done by step and side, the pain around it, and what was advised."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from hiproutine.tui.history.journal_screen import JournalScreen
from hiproutine.tui.history.session_text import session_content
from hiproutine.tui.widgets.line import Line

if TYPE_CHECKING:
    from hiproutine.journal.records import SessionDetail
    from hiproutine.journal.store import Journal

WIDEST = 96
"""Columns of text at most: longer lines are hard to follow."""


class SessionDetailScreen(JournalScreen):
    """Shows one session, by its id. `journal` gives a journal for the thread that asks for it."""

    DEFAULT_CSS = """
    SessionDetailScreen #one-session { height: 1fr; padding: 1 3; }
    SessionDetailScreen #one-session:focus { background-tint: transparent; }
    SessionDetailScreen #keys { padding: 0 3; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter,space", "close", "Close", id="session.close")]

    def __init__(self, journal: Callable[[], Journal], session: str) -> None:
        super().__init__(journal)
        self._session_id = session
        self._detail: SessionDetail | None = None

    def compose(self) -> ComposeResult:
        """The text, scrolling."""
        with VerticalScroll(id="one-session"):
            yield Static(id="about-session", markup=False)
        yield Line(Content.assemble(("esc", "b $foreground"), (" back", "$quiet")), id="keys")

    def on_mount(self) -> None:
        """Begins to read the session in a thread."""
        self._look_up()

    def on_resize(self, _: Resize) -> None:
        """Fits the text to the room."""
        self._paint()

    def action_close(self) -> None:
        """Goes back to the list."""
        self.dismiss(None)

    @work(thread=True, exclusive=True, group="session")
    def _look_up(self) -> None:
        self.ask(lambda journal: journal.session(self._session_id), self._show_session)

    def cannot(self, sentence: str) -> None:
        """Why the journal cannot be read."""
        self._say(sentence)

    def _show_session(self, detail: SessionDetail | None) -> None:
        self._detail = detail
        if detail is None:
            self._say("This session is no longer in the journal.")
        self._paint()

    def _paint(self) -> None:
        if self._detail:
            self._say(session_content(self._detail, min(WIDEST, self.size.width - 8)))

    def _say(self, text: str | Content) -> None:
        self.query_one("#about-session", Static).update(Content(text) if isinstance(text, str) else text)
