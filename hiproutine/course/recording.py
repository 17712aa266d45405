"""Keeps what a course plays."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from hiproutine.course.desk import Desk
from hiproutine.course.whole import Play
from hiproutine.journal.recorder import Recorder
from hiproutine.journal.store import PLAYING_PATIENCE


def recorder_of(desk: Desk, item: Play, *, rehearsal: bool) -> Recorder | None:
    """What keeps this playing in the desk's journal; None where there is none, and for a rehearsal."""
    journal = desk.another_journal(PLAYING_PATIENCE)
    if journal is None or rehearsal:
        return None
    return Recorder(
        journal,
        item.loaded.plan,
        desk.complain,
        hand=ThreadPoolExecutor(1, "journal"),
        advice=item.decision.advice,
        note=item.decision.note,
        resume=item.resume,
        before=item.decision.reading,
        clock=desk.now,
    )
