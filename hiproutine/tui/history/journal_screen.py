"""A screen that asks the journal in threads: SQLite may wait, the screen may not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from textual.screen import Screen
from textual.worker import get_current_worker

from hiproutine.journal.schema import JournalError

if TYPE_CHECKING:
    from hiproutine.journal.store import Journal

T = TypeVar("T")


class JournalScreen(Screen[None]):
    """`journal` gives a new journal, because a connection belongs to the thread that opened it."""

    def __init__(self, journal: Callable[[], Journal]) -> None:
        super().__init__()
        self.journal = journal

    def ask(self, question: Callable[[Journal], T], then: Callable[[T], None]) -> None:
        """To be called in a thread worker: the answer goes to `then` on the screen, unless nobody waits any more."""
        worker = get_current_worker()

        def hand(receive: Callable[[], None]) -> None:
            if not worker.is_cancelled:
                self.app.call_from_thread(lambda: receive() if self.is_whole else None)

        try:
            with self.journal() as journal:
                found = question(journal)
        except JournalError as error:
            sentence = str(error)
            hand(lambda: self.cannot(sentence))
        else:
            hand(lambda: then(found))

    @property
    def is_whole(self) -> bool:
        """Whether all of it is still there: neither it nor the program is being taken down, part after part."""
        return self.app.is_running and self.is_attached and self.display

    def cannot(self, sentence: str) -> None:
        """Shows why nothing can be shown."""
        raise NotImplementedError
