"""What the questions need to know, and where their answers go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from hiproutine.clock import local_now

if TYPE_CHECKING:
    from hiproutine.advice.assess import Assessment
    from hiproutine.advice.facts import Facts
    from hiproutine.advice.pain.readings import Moment, Reading
    from hiproutine.advice.pain.red_flags import Standing
    from hiproutine.advice.pain.sessions import SessionPain
    from hiproutine.advice.recovery.building import Unit
    from hiproutine.journal.records import IntervalRecord
    from hiproutine.journal.schema import JournalError
    from hiproutine.journal.store import Journal
    from hiproutine.routine.loaded import Loaded


T = TypeVar("T")


class AskBefore(StrEnum):
    """When the check before a routine is made."""

    ALWAYS = "always"
    WHEN_IT_HURT = "when-it-hurt"
    """When anything above 0 was said last time."""
    NEVER = "never"


def _opens_nothing(_: str) -> None:
    return None


@dataclass
class Context:
    """One journal and one clock. What cannot be kept is said once, and everything goes on."""

    journal: Journal | None
    complain: Callable[[str], None] = lambda _: None
    """Is told once why nothing can be kept."""
    open: Callable[[str], Loaded | None] = _opens_nothing
    """A routine by its id."""
    now: Callable[[], datetime] = local_now
    ask_before: AskBefore = AskBefore.ALWAYS
    ask_loads: bool = True
    """Whether it is asked after a routine if its weights and bands are to be the same."""
    trouble: str = ""
    """Why there is no journal, in a sentence."""
    on_kept: Callable[[str, Callable[[Journal], object]], None] = lambda _words, _undo: None
    """Is told in words what was kept, and what takes it back again."""
    unit: Unit | None = None
    """In what distances are said; None for kilometres."""
    place: Path | None = None
    """The journal's file, also where it cannot be used."""
    not_opened_yet: bool = False
    """Whether the journal can be used, and is opened as soon as it is asked."""
    week: int | None = None
    """The week of a plan over weeks that was asked for, instead of the one that is due."""
    _complained: bool = field(default=False, init=False)
    _taken_back: set[str] = field(default_factory=set, init=False)
    """Readings that were taken back; what is said of them afterwards brings none of them back."""

    def __enter__(self) -> Self:
        """Opened already."""
        return self

    def __exit__(self, *_: object) -> None:
        """Lets go of the journal's file."""
        self.close()

    def close(self) -> None:
        """Lets go of the journal's file; it opens again if it is asked again."""
        if self.journal:
            self.journal.close()

    def look_again(self) -> None:
        """Opens the journal where it is not, after waiting for who writes it now; `trouble` says why it cannot be."""
        from hiproutine.journal.schema import JournalError
        from hiproutine.journal.store import PLAYING_PATIENCE, Journal

        if self.journal or self.place is None:
            return
        self.not_opened_yet = False
        journal = Journal(self.place, now=self.now, once_open=PLAYING_PATIENCE)
        try:
            journal.sessions(1)
        except JournalError as error:
            journal.close()
            self.trouble = str(error)
            return
        self.journal, self.trouble = journal, ""

    def another_journal(self, patience: float | None = None) -> Journal | None:
        """The same journal once more, for a thread of its own; `patience` in seconds once it is open."""
        from hiproutine.journal.store import Journal

        path = self.journal_file
        return Journal(path, now=self.now, once_open=patience) if path else None

    @property
    def journal_file(self) -> Path | None:
        """The file of a journal that can be used; None where there is none."""
        if self.journal:
            return self.journal.path
        return self.place if self.not_opened_yet else None

    @property
    def zone(self) -> tzinfo:
        """Where the person is."""
        zone = self.now().tzinfo
        assert zone is not None  # noqa: S101
        return zone

    def reading(self, moment: Moment, score: int, **answers: Any) -> Reading:
        """A reading of now, with an id of its own; not kept yet."""
        from uuid import uuid4

        from hiproutine.advice.pain.readings import Reading

        return Reading(str(uuid4()), self.now(), moment, score, **answers)

    def keep(self, reading: Reading) -> None:
        """Keeps a reading, or the change of one."""
        from hiproutine.advice.pain.bands import score_word

        def take_back(journal: Journal) -> None:
            journal.remove_reading(reading.id)
            self._taken_back.add(reading.id)

        if reading.id not in self._taken_back and self.write(lambda journal: journal.add_reading(reading)):
            self.on_kept(f"pain {reading.score}, {score_word(reading.score)}", take_back)

    def standing(self, reading: Reading | None) -> Reading | None:
        """The reading, unless it was taken back here."""
        return None if reading is None or reading.id in self._taken_back else reading

    def write(self, act: Callable[[Journal], object]) -> bool:
        """Writes to the journal, if there is one; whether it was written."""
        from hiproutine.journal.schema import JournalError

        if self.journal is None:
            return False
        try:
            act(self.journal)
        except JournalError as error:
            self._failed(error)
            return False
        return True

    def readings(self) -> tuple[Reading, ...]:
        """Those the rules look at, oldest first."""
        from hiproutine.journal.pain_facts import LOOKS_BACK

        return self.read(lambda journal: tuple(journal.readings(since=self.now() - LOOKS_BACK)), ())

    def sessions(self, back: timedelta | None = None) -> tuple[SessionPain, ...]:
        """Those the rules look at, newest first; or those of the time `back` from now."""
        from hiproutine.journal.pain_facts import LOOKS_BACK, session_pains

        since = self.now() - (LOOKS_BACK if back is None else back)
        return self.read(lambda journal: session_pains(journal, since, self.zone), ())

    def ended(self, session: str) -> tuple[IntervalRecord, ...]:
        """The ends of intervals of a session, in order."""
        detail = self.read(lambda journal: journal.session(session), None)
        return detail.intervals if detail else ()

    def facts(self, unit: Unit | None = None, playing: SessionPain | None = None, *, unsure: bool = False) -> Facts:
        """All that is known now. What cannot be read is said in it, so that nothing laxer comes of it."""
        from hiproutine.advice.facts import Facts
        from hiproutine.advice.recovery.building import Unit
        from hiproutine.journal.pain_facts import facts
        from hiproutine.journal.schema import JournalError

        if self.journal is None:
            return Facts(unread=self.trouble, playing=playing, onset_unsure=unsure)
        try:
            found = facts(self.journal, self.now(), self.zone, unit or self.unit or Unit.KM)
        except JournalError as error:
            self._failed(error)
            return Facts(unread=str(error), playing=playing, onset_unsure=unsure)
        return replace(found, playing=playing, onset_unsure=unsure)

    def judged(
        self, unit: Unit | None = None, playing: SessionPain | None = None, *, unsure: bool = False
    ) -> Assessment:
        """The judgement of now."""
        from hiproutine.advice.assess import assess

        return assess(self.facts(unit, playing, unsure=unsure), self.now(), self.zone)

    def flags(self) -> tuple[Standing, ...]:
        """The red flags that stand."""
        from hiproutine.journal.pain_facts import standing_signs

        return self.read(lambda journal: standing_signs(journal, self.zone), ())

    def read(self, ask: Callable[[Journal], T], otherwise: T) -> T:
        """What the journal answers, or `otherwise` where there is none or it cannot."""
        if self.journal is None:
            return otherwise
        from hiproutine.journal.schema import JournalError

        try:
            return ask(self.journal)
        except JournalError as error:
            self._failed(error)
            return otherwise

    def _failed(self, error: JournalError) -> None:
        if not self._complained:
            self._complained = True
            self.complain(str(error))


def open_context(
    path: Path,
    complain: Callable[[str], None] = lambda _: None,
    open: Callable[[str], Loaded | None] = _opens_nothing,  # noqa: A002
    *,
    now: Callable[[], datetime] = local_now,
    ask_before: str = AskBefore.ALWAYS,
    ask_loads: bool = True,
    week: int | None = None,
) -> Context:
    """A context with the journal of that file; where it cannot be used, one without, that knows why."""
    context = Context(None, complain, open, now, AskBefore(ask_before), ask_loads, place=path, week=week)
    context.look_again()
    return context
