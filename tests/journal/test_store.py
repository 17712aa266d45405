"""What is kept and what is asked of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hiproutine.advice.pain.readings import Area, Feel, Moment, Reading, Side, Stiffness
from hiproutine.journal.records import PAIN, Progress, State
from hiproutine.journal.resume import new_writer
from hiproutine.journal.schema import JournalError
from hiproutine.journal.store import Journal, TakenOver
from hiproutine.play.events import Outcome
from tests.journal.shelf import (
    NOON,
    PLAN,
    Wall,
    flag,
    interval_record,
    keep_session,
    raw,
    reading,
    session_record,
    uuid_of,
)

HOUR = timedelta(hours=1)


def test_a_session_comes_back_as_it_was_kept(journal: Journal, wall: Wall) -> None:
    record = session_record(advice="gentle", note="went on", routine_sha256="0" * 64)
    journal.begin(record, PLAN)
    wall.advance(20)
    progress = Progress(2, 1.5, 21.5, 1, 10.0)
    ended = (interval_record(record.id, 0), interval_record(record.id, 1, side="left", outcome=Outcome.SKIPPED))
    journal.intervals_done(record.id, ended, progress)
    kept = reading(session=record.id)
    journal.add_reading(kept)
    detail = journal.session(record.id)
    assert detail is not None
    assert detail.record == replace(record, updated_at=wall.now, progress=progress)
    assert detail.record.started_at.utcoffset() == HOUR
    assert detail.intervals == ended
    assert detail.readings == (kept,)
    assert detail.plan == PLAN


def test_ending_says_when_and_how(journal: Journal, wall: Wall) -> None:
    record = session_record()
    journal.begin(record, PLAN)
    wall.advance(60)
    journal.end(record.id, State.ENDED_EARLY, Progress(active_seconds=50.0))
    (found,) = journal.sessions()
    assert (found.outcome, found.ended_at, found.progress.active_seconds) == (State.ENDED_EARLY, wall.now, 50.0)


def test_sessions_are_newest_first_and_come_in_pages(journal: Journal) -> None:
    for number in range(5):
        routine = "a" if number % 2 else "b"
        keep_session(journal, session_record(number, NOON + number * HOUR, routine_id=routine))
    ids = [session.id for session in journal.sessions()]
    assert ids == [uuid_of(number) for number in (4, 3, 2, 1, 0)]
    assert [s.id for s in journal.sessions(2, 1)] == ids[1:3]
    assert [s.id for s in journal.sessions(routine="a")] == [uuid_of(3), uuid_of(1)]
    assert [s.id for s in journal.sessions(since=NOON + 3 * HOUR)] == ids[:2]
    assert [s.id for s in journal.sessions(until=NOON + HOUR)] == [uuid_of(0)]
    assert (journal.count(), journal.count(routine="a"), journal.count(since=NOON + HOUR)) == (5, 2, 4)


def test_the_same_moment_told_elsewhere_is_the_same_moment(journal: Journal) -> None:
    keep_session(journal, session_record())
    assert journal.sessions(since=NOON.astimezone(UTC))
    assert not journal.sessions(since=NOON.astimezone(UTC) + timedelta(microseconds=1))


def test_last_done_counts_what_was_finished(journal: Journal) -> None:
    keep_session(journal, session_record(1, NOON))
    keep_session(journal, session_record(2, NOON + HOUR))
    keep_session(journal, session_record(3, NOON + 2 * HOUR), outcome=State.ENDED_EARLY)
    keep_session(journal, session_record(4, NOON, routine_id="other"), outcome=State.ENDED_EARLY)
    assert journal.last_done() == {"hips": NOON + HOUR}


def test_a_reading_comes_back_with_every_answer(journal: Journal) -> None:
    full = Reading(
        uuid_of(9), NOON, Moment.AFTER, 10, 10, Side.LEFT, Area.FRONT, Feel.SHARP, True, Stiffness.MORE, 0, False, "n"
    )  # fmt: skip
    bare = reading(0, at=NOON - HOUR)
    journal.add_reading(full)
    journal.add_reading(bare)
    assert journal.readings() == [bare, full]


def test_a_side_has_what_was_said_of_both(journal: Journal) -> None:
    for hours, side in enumerate((Side.LEFT, Side.RIGHT, Side.BOTH, None)):
        journal.add_reading(reading(hours, at=NOON + hours * HOUR, side=side))
    assert [one.score for one in journal.readings(side=Side.LEFT)] == [0, 2]
    assert [one.score for one in journal.readings(side=Side.RIGHT)] == [1, 2]
    assert [one.score for one in journal.readings(side=Side.BOTH)] == [2]
    assert [one.score for one in journal.readings(limit=2)] == [2, 3]
    assert [one.score for one in journal.readings(limit=1, side=Side.LEFT)] == [2]
    assert [one.score for one in journal.readings(since=NOON + HOUR, until=NOON + 2 * HOUR)] == [1]


@pytest.mark.parametrize("score", [-1, 11])
def test_a_score_outside_the_scale_is_refused(journal: Journal, score: int) -> None:
    with pytest.raises(JournalError, match="does not fit"):
        journal.add_reading(reading(score))
    assert journal.readings() == []


def test_a_reading_of_a_session_that_is_not_there_is_refused(journal: Journal) -> None:
    with pytest.raises(JournalError, match="does not fit"):
        journal.add_reading(reading(session=uuid_of(1)))


@pytest.mark.parametrize("note", ["", "a\0b", "line\nline", "\x1b[2J", "名前 🦵", "half \ud800 a character"])
def test_any_note_can_be_kept(journal: Journal, note: str) -> None:
    journal.add_reading(reading(note=note))
    assert journal.readings()[0].note == note.replace("\ud800", "?")


@pytest.mark.parametrize(
    ("moment", "hours", "belongs"),
    [
        (Moment.AFTER, 3.9, True),
        (Moment.AFTER, 4.1, False),
        (Moment.DURING, 0, True),
        (Moment.MORNING, 35.9, True),
        (Moment.MORNING, 36.1, False),
        (Moment.BEFORE, 0.1, False),
        (Moment.OTHER, 0.1, False),
    ],
)
def test_a_reading_finds_its_session(journal: Journal, moment: Moment, hours: float, belongs: bool) -> None:
    keep_session(journal, session_record(at=NOON - HOUR))
    found = journal.session_for(moment, NOON + timedelta(hours=hours, seconds=1))
    assert found == (uuid_of(1) if belongs else None)


def test_flags_stay_open_until_they_are_checked(journal: Journal, wall: Wall) -> None:
    journal.answer_flag(flag(1))
    journal.answer_flag(flag(2, answer=False))
    assert [one.id for one in journal.flags(open_only=True)] == [uuid_of(1)]
    wall.advance(60)
    journal.check_flag(uuid_of(1))
    assert journal.flags(open_only=True) == []
    assert [(one.checked_on, one.taken_back_on) for one in journal.flags()] == [(wall.now, None), (None, None)]


def test_a_slip_that_was_taken_back_was_not_checked(journal: Journal, wall: Wall) -> None:
    journal.answer_flag(flag(1))
    journal.take_back_flag(uuid_of(1))
    assert journal.flags(open_only=True) == []
    assert [(one.checked_on, one.taken_back_on) for one in journal.flags()] == [(None, wall.now)]


def test_a_reason_is_kept_with_what_was_skipped(journal: Journal) -> None:
    record = session_record()
    keep_session(journal, record, interval_record(record.id, 0, outcome=Outcome.SKIPPED), interval_record(record.id, 1))
    journal.explain(record.id, 0, PAIN)
    (skipped,) = journal.skipped(NOON - HOUR)
    assert (skipped.number, skipped.reason) == (0, PAIN)
    assert journal.skipped(NOON + HOUR) == []


def test_a_session_ends_with_all_its_intervals_or_not_at_all(journal: Journal) -> None:
    record = session_record()
    journal.begin(record, PLAN)
    twice = (interval_record(record.id, 0), interval_record(record.id, 0))
    with pytest.raises(JournalError):
        journal.end(record.id, State.FINISHED, Progress(), twice)
    (found,) = journal.sessions()
    assert found.outcome is State.ACTIVE


def test_the_plan_of_a_routine_is_kept_once(journal: Journal, place: Path) -> None:
    for number in range(3):
        keep_session(journal, session_record(number))
    assert raw(place, "SELECT count(*) FROM plan") == [(1,)]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM session ORDER BY started_at DESC, id DESC LIMIT 50",
        "SELECT * FROM session WHERE routine_id = 'a' ORDER BY started_at DESC, id DESC LIMIT 50",
        "SELECT * FROM session WHERE outcome = 'active' ORDER BY updated_at DESC",
        "SELECT * FROM interval WHERE session = 'a' ORDER BY number",
        "SELECT * FROM interval WHERE outcome = 'skipped' AND at >= '2' ORDER BY at",
        "SELECT * FROM reading WHERE at >= '2' ORDER BY at DESC, id DESC",
        "SELECT * FROM reading WHERE at >= '2' AND side = 'left' ORDER BY at DESC, id DESC",
        "SELECT * FROM reading WHERE session = 'a' ORDER BY at, id",
        "SELECT routine_id, max(started_at), utc_offset FROM session WHERE outcome = 'finished' GROUP BY routine_id",
    ],
)
def test_questions_are_answered_from_an_index(journal: Journal, query: str) -> None:
    journal.begin(session_record())
    with journal.reading() as db:
        steps = [row["detail"] for row in db.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert all("INDEX" in step or "PRIMARY KEY" in step or "LAST TERM" in step for step in steps), steps


# Going on


def active(journal: Journal, number: int = 1, **more: str) -> str:
    record = session_record(number, journal.now())
    journal.begin(record, PLAN, **more)
    journal.position(record.id, Progress(3, 4.5, 34.5), **more)
    return record.id


@pytest.mark.parametrize(("hours", "offered"), [(0.0, True), (4.0, True), (4.001, False), (-4.001, False)])
def test_going_on_is_offered_for_four_hours(journal: Journal, wall: Wall, hours: float, offered: bool) -> None:
    session = active(journal)
    wall.advance(hours * 3600)
    found = journal.active()
    assert (found is not None) is offered
    (kept,) = journal.sessions()
    if found:
        assert (found.session, found.index, found.elapsed, found.title) == (session, 3, 4.5, "Hips")
        assert found.seconds_ago == pytest.approx(max(0.0, hours * 3600))
        assert found.plan == PLAN
    else:
        assert kept.outcome is State.INTERRUPTED
        assert kept.ended_at == kept.updated_at == NOON
        assert journal.active() is None


def test_the_newest_unfinished_session_is_offered(journal: Journal, wall: Wall) -> None:
    active(journal, 1)
    wall.advance(600)
    active(journal, 2)
    found = journal.active()
    assert found is not None
    assert found.session == uuid_of(2)


def other_writer(pid: int, machine: str | None = None) -> str:
    mine = new_writer().split("/")
    return f"{machine or mine[0]}/{pid}/abc"


@pytest.mark.parametrize(("seconds", "alone"), [(0, True), (14.9, True), (15.1, False), (5 * 3600, False)])
@pytest.mark.parametrize("writer", [other_writer(1), other_writer(99, "elsewhere")])
def test_a_session_that_another_program_plays_is_left_alone(
    journal: Journal, wall: Wall, seconds: float, alone: bool, writer: str
) -> None:
    active(journal, writer=writer)
    wall.advance(seconds)
    found = journal.active()
    (kept,) = journal.sessions()
    if alone:
        assert found is None
        assert kept.outcome is State.ACTIVE
    else:
        assert (found is not None) is (seconds < 4 * 3600)


def test_a_killed_session_is_offered_at_once(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(pid: int, signal: int) -> None:
        raise ProcessLookupError

    monkeypatch.setattr("os.kill", gone)
    active(journal, writer=other_writer(12345))
    assert journal.active() is not None


def test_who_was_taken_over_writes_no_more(journal: Journal) -> None:
    session = active(journal, writer="first")
    journal.take_over(session, "second")
    with pytest.raises(TakenOver):
        journal.position(session, Progress(), writer="first")
    journal.position(session, Progress(5), writer="second")
    assert journal.sessions()[0].progress.index == 5


def test_a_session_closed_behind_the_back_of_its_program_opens_again(journal: Journal, wall: Wall) -> None:
    session = active(journal, writer="mine")
    wall.advance(5 * 3600)
    assert journal.active() is None
    journal.position(session, Progress(4), writer="mine")
    (kept,) = journal.sessions()
    assert (kept.outcome, kept.ended_at) == (State.ACTIVE, None)


@pytest.mark.parametrize("damage", ["UPDATE plan SET text = '{}'", "UPDATE session SET position_index = 99"])
def test_what_cannot_be_gone_on_with_is_closed_and_stays_readable(journal: Journal, place: Path, damage: str) -> None:
    active(journal)
    raw(place, damage)
    assert journal.active() is None
    assert journal.sessions()[0].outcome is State.INTERRUPTED
    assert journal.session(uuid_of(1)) is not None


def test_closing_honestly_ends_a_session_when_it_was_last_seen(journal: Journal, wall: Wall) -> None:
    session = active(journal)
    wall.advance(3600)
    journal.interrupt(session)
    (kept,) = journal.sessions()
    assert (kept.outcome, kept.ended_at) == (State.INTERRUPTED, NOON)


def test_a_moment_without_an_offset_is_a_moment_here(journal: Journal) -> None:
    naive = datetime(2026, 3, 11, 12, 0)  # noqa: DTZ001
    journal.add_reading(reading(at=naive))
    assert journal.readings()[0].at == naive.astimezone()
