"""Keeps what a course plays."""

from __future__ import annotations

from hiproutine.course.desk import Desk
from hiproutine.course.whole import Play
from hiproutine.journal.recorder import Recorder


def recorder_of(desk: Desk, item: Play, *, rehearsal: bool) -> Recorder | None:
    """What keeps this playing in the desk's journal; None where there is none, and for a rehearsal."""
    if desk.journal is None or rehearsal:
        return None
    return Recorder(
        desk.journal,
        item.loaded.plan,
        desk.complain,
        advice=item.decision.advice,
        note=item.decision.note,
        resume=item.resume,
        clock=desk.now,
    )
