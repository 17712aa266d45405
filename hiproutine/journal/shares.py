"""How much of each session was really done, derived from the intervals that were kept.

Journals and exports of before did not keep it, and called finished what was only played to its end. `updated_at` stays:
the same is derived on every machine.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from hiproutine.journal.plan_json import BadPlan, plan_from_text
from hiproutine.plan.model import Plan
from hiproutine.play.events import Outcome
from hiproutine.play.work_done import ENOUGH, is_whole, most_done, whole_share


@dataclass(frozen=True, slots=True)
class _End:
    """An end of an interval, as the file has it."""

    index: int
    seconds: float
    outcome: Outcome
    works: bool
    """Whether it is work."""


def derive_shares(db: sqlite3.Connection, sessions: Iterable[str] | None = None) -> None:
    """Writes the share of these sessions, or of all; what was not whole was ended early. Inside a transaction.

    A session of which no interval was kept stays as it is: it was written down, not played here.
    """
    chosen = None if sessions is None else set(sessions)
    plans: dict[str | None, Plan | None] = {None: None}
    for session, key, outcome in db.execute("SELECT id, plan, outcome FROM session").fetchall():
        ends = _ends(db, session) if chosen is None or session in chosen else []
        if not any(end.works for end in ends):
            continue
        if key not in plans:
            plans[key] = _plan(db, key)
        share, whole = _derived(plans[key], ends)
        now = "ended_early" if outcome == "finished" and not whole else outcome
        db.execute("UPDATE session SET share = ?, outcome = ? WHERE id = ?", (share, now, session))


def _ends(db: sqlite3.Connection, session: str) -> list[_End]:
    query = "SELECT plan_index, seconds, outcome, kind FROM interval WHERE session = ? ORDER BY number"
    return [_End(row[0], row[1], Outcome(row[2]), row[3] == "work") for row in db.execute(query, (session,))]


def _plan(db: sqlite3.Connection, key: str) -> Plan | None:
    found = db.execute("SELECT text FROM plan WHERE sha256 = ?", (key,)).fetchone()
    with suppress(BadPlan):
        return plan_from_text(found[0]) if found else None
    return None


def _derived(plan: Plan | None, ends: list[_End]) -> tuple[float, bool]:
    """The share, and whether that is whole; without a plan every interval that ended weighs the same."""
    if plan is not None:
        best = most_done(plan, ends)
        return min(1.0, whole_share(plan, best)), is_whole(plan, best)
    done: dict[int, bool] = {}
    for end in (one for one in ends if one.works):
        done[end.index] = done.get(end.index, False) or end.outcome is Outcome.DONE
    in_order = [done[index] for index in sorted(done)]
    share = sum(in_order) / len(in_order)
    return share, share >= ENOUGH and all(in_order[len(in_order) // 2 :])
