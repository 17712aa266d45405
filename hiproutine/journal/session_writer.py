"""Writes down what a recorder says of one session, in a thread of its own: a slow disk holds no cue up."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from hiproutine.journal.records import IntervalRecord, Progress, State

if TYPE_CHECKING:
    from hiproutine.advice.pain.readings import Reading
    from hiproutine.journal.store import Journal


@dataclass(frozen=True, slots=True)
class Entry:
    """How a session stands at one moment."""

    at: datetime
    progress: Progress
    state: State = State.ACTIVE
    ended: tuple[IntervalRecord, ...] = ()
    """The ends of intervals since the entry before."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an interval was skipped, by the number of its end."""

    at: datetime
    number: int
    text: str


Open = Callable[[Callable[[], datetime]], "Journal"]
"""Gives a journal whose clock is the one that is handed over."""


class Scribe:
    """Has a journal to itself, opened by its own hand. What cannot be written is kept, and tried again with what comes.

    The attributes without underscore are read from any thread; nothing here raises.
    """

    def __init__(
        self,
        journal: Open,
        enter: Callable[[Journal], None],
        session: str,
        writer: str,
        hand: Executor,
    ) -> None:
        """`journal` opens one; `enter` writes the session's own row; `hand` does one thing after the other.

        The hand belongs to the scribe.
        """
        self.kept = False
        """Whether the session is in the journal."""
        self.over = False
        """Whether another program goes on with it, so that nothing of it is to be written here."""
        self.trouble = ""
        """Why something could not be written, as a sentence."""
        self.belongs: Reading | None = None
        """What was said before the session, and belongs to it as soon as it is there."""
        self._open = journal
        self._journal: Journal | None = None
        self._at: datetime | None = None
        """When that happened which is written."""
        self._enter = enter
        self._session = session
        self._writer = writer
        self._hand = hand
        self._closed = False
        self._told: deque[Entry | Reason] = deque()
        self._newest: Entry | None = None
        self._ended: list[IntervalRecord] = []
        self._reasons: list[Reason] = []

    def tell(self, what: Entry | Reason) -> None:
        """Hands over what is to be written; returns at once."""
        self._told.append(what)
        self._do(self._catch_up)

    def settle(self) -> None:
        """Waits until all that was told is written, or cannot be."""
        self._do(lambda: None, wait=True)

    def close(self) -> None:
        """Tries a last time to write what is left, and lets go of the file. Does nothing the second time."""
        if not self._closed:
            self._do(self._finish, wait=True)
            self._closed = True
            self._hand.shutdown()

    def _do(self, act: Callable[[], None], *, wait: bool = False) -> None:
        if self._closed:
            return
        try:
            doing = self._hand.submit(act)
            if wait:
                doing.result()
        except RuntimeError as error:  # no thread is to be had
            self.trouble = f"This session cannot be kept: {error}."

    def _finish(self) -> None:
        self._catch_up()
        if self._journal is None:
            return
        from hiproutine.journal.schema import JournalError

        with suppress(JournalError):
            self._journal.close()

    def _catch_up(self) -> None:
        """All that was told meanwhile as one."""
        from hiproutine.journal.schema import JournalError
        from hiproutine.journal.store import TakenOver

        while self._told:
            what = self._told.popleft()
            self._at = what.at
            if isinstance(what, Reason):
                self._reasons.append(what)
            else:
                self._newest = what
                self._ended += what.ended
        try:
            self._write()
        except TakenOver as error:
            self.over = True
            self.trouble = str(error)
        except JournalError as error:
            self.trouble = f"{error} What happens now is kept as soon as that is possible."
        except Exception as error:  # noqa: BLE001  # whatever the journal does, playing goes on
            self.trouble = f"This session cannot be kept: {error}"

    def _write(self) -> None:
        if self.over or not (self._newest or self._reasons):
            return
        if self._journal is None:
            self._journal = self._open(self._happened)
        journal = self._journal
        if not self.kept:
            self._enter(journal)
            self.kept = True
        if self._newest:
            self._keep(journal, self._newest)
            self._newest, self._ended = None, []
        if self.belongs:
            journal.add_reading(replace(self.belongs, session=self._session))
            self.belongs = None
        while self._reasons:
            journal.explain(self._session, self._reasons[0].number, self._reasons[0].text)
            del self._reasons[0]

    def _happened(self) -> datetime:
        """When it happened, however long the disk takes."""
        assert self._at is not None  # noqa: S101 - nothing is written before something was told
        return self._at

    def _keep(self, journal: Journal, entry: Entry) -> None:
        if entry.state is State.ACTIVE:
            journal.intervals_done(self._session, self._ended, entry.progress, writer=self._writer)
        else:
            journal.end(self._session, entry.state, entry.progress, self._ended, writer=self._writer)
