"""What the course of a session has beside its questions: what is to be played, what was, and what was done of it.

Plain records: what plays needs nothing of what asks.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hiproutine.advice.finding import Finding
    from hiproutine.advice.pain.readings import Reading
    from hiproutine.journal.resume import Resume
    from hiproutine.play.session import Session
    from hiproutine.routine.loaded import Loaded


class Then(Enum):
    """What follows."""

    GO_ON = "go on"
    SKIP = "skip"
    """This step is left out because of pain."""
    STOP = "stop"
    COOL_DOWN = "cool-down"
    """It stops here, and the cool-down follows."""
    LATER = "later"
    """It stands still here, to be gone on with later."""


class Decision(NamedTuple):
    """What is played, and how that came about."""

    loaded: Loaded
    reading: Reading | None = None
    advice: str = ""
    """What was advised, kept with the session."""
    note: str = ""
    """What the person decided about it."""
    cut: str = ""
    """What was taken off the plan."""


class Play(NamedTuple):
    """To be played; answered by `Played`."""

    loaded: Loaded
    decision: Decision
    resume: Resume | None = None


class Straight(NamedTuple):
    """What is played at once, for nothing has to be asked before."""

    play: Play
    notices: tuple[str, ...] = ()
    """Sentences that are said in passing."""


class Played(NamedTuple):
    """What was played."""

    session: Session
    id: str | None
    """In the journal; None where it was not kept."""
    during: tuple[Reading, ...] = ()
    then: Then = Then.GO_ON


class Done(NamedTuple):
    """To be shown: what was done and said; answered by nothing."""

    session: Session
    rehearsal: bool
    before: Reading | None = None
    after: Reading | None = None
    advice: tuple[Finding, ...] = ()
    kept: bool = False
