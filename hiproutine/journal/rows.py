"""Rows of the file as records, and records as rows. Moments are stored in UTC, with the offset they were seen at."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, TypeAlias

from hiproutine.advice.pain.readings import Area, Feel, Moment, Reading, Side, Stiffness
from hiproutine.journal.counted_rounds import rounds_of, stored_rounds
from hiproutine.journal.loads_kept import loads_of, loads_text
from hiproutine.journal.records import FlagRecord, IntervalRecord, Progress, SessionRecord, State
from hiproutine.journal.resume import Resume
from hiproutine.play.outcome import Outcome

if TYPE_CHECKING:
    import sqlite3

    from hiproutine.plan.model import Plan

Row: TypeAlias = "sqlite3.Row"
Values: TypeAlias = dict[str, Any]


def utc_text(moment: datetime) -> str:
    """A moment as it is stored: UTC, always as long, so that the order of texts is the order of time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def offset_of(moment: datetime) -> int:
    """Seconds east of UTC."""
    aware = moment if moment.tzinfo else moment.astimezone()
    return int((aware.utcoffset() or timedelta()).total_seconds())


def moment_of(text: str, offset: int | None = None) -> datetime:
    """A stored moment at its offset: where it was. Without one it is in UTC, and nobody was there."""
    if offset is None:
        return datetime.fromisoformat(text).astimezone(UTC)
    return datetime.fromisoformat(text).astimezone(at_offset(offset))


def at_offset(seconds: int) -> timezone:
    """The zone of a place so many seconds east of UTC; one at UTC is another than `UTC` itself."""
    shift = timedelta(seconds=seconds)
    return timezone(shift) if seconds else timezone(shift, "UTC+00:00")


def clean(text: str) -> str:
    """The text with what no file can hold replaced."""
    return text.encode("utf-8", "replace").decode()


def session_values(record: SessionRecord) -> Values:
    """A session as the columns of its row."""
    return {
        "id": record.id,
        "routine_id": clean(record.routine_id),
        "title": clean(record.title),
        "load": clean(record.load),
        "plan_seconds": record.plan_seconds,
        "steps": record.steps,
        "started_at": utc_text(record.started_at),
        "utc_offset": offset_of(record.started_at),
        "ended_at": utc_text(record.ended_at) if record.ended_at else None,
        "outcome": record.outcome.value,
        **progress_values(record.progress),
        "routine_sha256": record.routine_sha256,
        "advice": clean(record.advice),
        "note": clean(record.note),
        "cut": clean(record.cut),
        "loads": clean(loads_text(record.loads)),
        "week": record.week,
        "updated_at": utc_text(record.updated_at),
    }


def progress_values(progress: Progress) -> Values:
    """How far a session has come, as columns."""
    return {
        "position_index": progress.index,
        "position_elapsed": progress.elapsed,
        "active_seconds": progress.active_seconds,
        "pauses": progress.pauses,
        "adjusted": progress.adjusted,
        "share": progress.share,
        "position_lap": progress.lap,
        "rounds_done": stored_rounds(progress.rounds),
    }


def session_of(row: Row) -> SessionRecord:
    """The session of a row."""
    offset = row["utc_offset"]
    return SessionRecord(
        id=row["id"],
        routine_id=row["routine_id"],
        title=row["title"],
        load=row["load"],
        plan_seconds=row["plan_seconds"],
        steps=row["steps"],
        started_at=moment_of(row["started_at"], offset),
        updated_at=moment_of(row["updated_at"], offset),
        ended_at=moment_of(row["ended_at"], offset) if row["ended_at"] else None,
        outcome=State(row["outcome"]),
        progress=progress_of(row),
        routine_sha256=row["routine_sha256"],
        advice=row["advice"],
        note=row["note"],
        cut=row["cut"],
        loads=loads_of(row["loads"]),
        week=row["week"],
    )


def progress_of(row: Row) -> Progress:
    """How far the session of a row has come."""
    return Progress(
        index=row["position_index"],
        elapsed=row["position_elapsed"],
        active_seconds=row["active_seconds"],
        pauses=row["pauses"],
        adjusted=row["adjusted"],
        share=row["share"],
        lap=row["position_lap"],
        rounds=rounds_of(row["rounds_done"]),
    )


def resume_of(row: Row, plan: Plan, seen: datetime, now: datetime) -> Resume:
    """What is needed to go on with the session of a row, which was last seen then."""
    return Resume(
        session=row["id"],
        routine_id=row["routine_id"],
        title=row["title"],
        index=row["position_index"],
        elapsed=row["position_elapsed"],
        seconds_ago=max(0.0, (now - seen).total_seconds()),
        plan=plan,
        routine_sha256=row["routine_sha256"],
        number=row["ends"],
        progress=progress_of(row),
    )


def interval_values(record: IntervalRecord) -> Values:
    """An interval as the columns of its row."""
    return {
        "session": record.session,
        "number": record.number,
        "plan_index": record.index,
        "name": clean(record.name),
        "side": record.side,
        "step": record.step,
        "set_number": record.set,
        "round_number": record.round,
        "kind": record.kind,
        "seconds": record.seconds,
        "outcome": record.outcome.value,
        "reason": clean(record.reason),
        "adjusted": record.adjusted,
        "lap": record.lap,
        "at": utc_text(record.at),
    }


def interval_of(row: Row) -> IntervalRecord:
    """The interval of a row."""
    return IntervalRecord(
        session=row["session"],
        number=row["number"],
        index=row["plan_index"],
        name=row["name"],
        side=row["side"],
        step=row["step"],
        set=row["set_number"],
        round=row["round_number"],
        kind=row["kind"],
        seconds=row["seconds"],
        outcome=Outcome(row["outcome"]),
        at=moment_of(row["at"]),
        reason=row["reason"],
        adjusted=row["adjusted"],
        lap=row["lap"],
    )


def reading_values(reading: Reading) -> Values:
    """A reading as the columns of its row."""
    return {
        "id": reading.id,
        "at": utc_text(reading.at),
        "utc_offset": offset_of(reading.at),
        "moment": reading.moment.value,
        "score": reading.score,
        "worst": reading.worst,
        "side": reading.side,
        "area": reading.area,
        "feel": reading.feel,
        "limp": reading.limp,
        "stiffness": reading.stiffness,
        "effort": reading.effort,
        "masked": reading.masked,
        "on_impact": reading.on_impact,
        "note": clean(reading.note),
        "session": reading.session,
    }


def reading_of(row: Row) -> Reading:
    """The reading of a row."""
    limp, masked, on_impact = row["limp"], row["masked"], row["on_impact"]
    return Reading(
        id=row["id"],
        at=moment_of(row["at"], row["utc_offset"]),
        moment=Moment(row["moment"]),
        score=row["score"],
        worst=row["worst"],
        side=Side(row["side"]) if row["side"] else None,
        area=Area(row["area"]) if row["area"] else None,
        feel=Feel(row["feel"]) if row["feel"] else None,
        limp=None if limp is None else bool(limp),
        stiffness=Stiffness(row["stiffness"]) if row["stiffness"] else None,
        effort=row["effort"],
        masked=None if masked is None else bool(masked),
        on_impact=None if on_impact is None else bool(on_impact),
        note=row["note"],
        session=row["session"],
    )


def flag_values(record: FlagRecord) -> Values:
    """An answer as the columns of its row."""
    return {
        "id": record.id,
        "at": utc_text(record.at),
        "utc_offset": offset_of(record.at),
        "flag": clean(record.flag),
        "answer": record.answer,
        "checked_on": utc_text(record.checked_on) if record.checked_on else None,
        "taken_back_on": utc_text(record.taken_back_on) if record.taken_back_on else None,
    }


def flag_of(row: Row) -> FlagRecord:
    """The answer of a row."""
    offset = row["utc_offset"]
    return FlagRecord(
        id=row["id"],
        at=moment_of(row["at"], offset),
        flag=row["flag"],
        answer=bool(row["answer"]),
        checked_on=moment_of(row["checked_on"], offset) if row["checked_on"] else None,
        taken_back_on=moment_of(row["taken_back_on"], offset) if row["taken_back_on"] else None,
    )
