"""Going on with a session that was cut short, and whose it is. Pure but for one look at the system's processes."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from hiproutine.journal.records import Progress, age

if TYPE_CHECKING:
    from hiproutine.plan.model import Plan

OFFERED_FOR = timedelta(hours=4)
"""How long going on is offered (FIELD.md 5a: wger 5 h, membr 3 h)."""
RUNNING_FOR = timedelta(seconds=15)
"""How recently another program has written a session that it still plays; it writes every 5 s."""


@dataclass(frozen=True, slots=True)
class Resume:
    """What is needed to go on. To do the step again, replace `elapsed` by 0."""

    session: str
    routine_id: str
    title: str
    index: int
    """The interval of the plan."""
    elapsed: float
    """Seconds of it that were played."""
    seconds_ago: float
    """Since it was last seen playing."""
    plan: Plan
    """As it was when the session began, whatever the file says now."""
    routine_sha256: str
    number: int
    """How many ends of intervals are kept."""
    progress: Progress


class Standing(Enum):
    """What an unfinished session is: played by another program, to be gone on with, or too old for that."""

    RUNNING = "running"
    """Another program plays it."""
    OFFERED = "offered"
    LAPSED = "lapsed"


def new_writer() -> str:
    """A name for whoever writes a session now: machine, process, and a lot that is drawn."""
    from uuid import uuid4

    return f"{_machine()}/{os.getpid()}/{uuid4().hex[:12]}"


def standing(updated_at: datetime, writer: str, now: datetime) -> Standing:
    """What an unfinished session is, by when it was written last and by whom."""
    since = age(updated_at, now)
    if since > OFFERED_FOR:
        return Standing.LAPSED
    if since < RUNNING_FOR and _may_be_running(writer):
        return Standing.RUNNING
    return Standing.OFFERED


def _may_be_running(writer: str) -> bool:
    """Whether another process may stand behind the name. One of this machine that is gone does not."""
    machine, _, rest = writer.partition("/")
    pid = rest.partition("/")[0]
    if machine != _machine() or not pid.isdecimal():
        return bool(writer)
    if int(pid) == os.getpid():
        return False
    if os.name != "posix":
        return True
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _machine() -> str:
    return platform.node().replace("/", "-") or "here"
