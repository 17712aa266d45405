"""A session is written as it happens, and the player never notices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from hiproutine.advice.pain.readings import Moment
from hiproutine.journal.recorder import Recorder
from hiproutine.journal.records import PAIN, SessionDetail, State
from hiproutine.journal.schema import JournalError
from hiproutine.journal.store import Journal
from hiproutine.plan.model import Plan
from hiproutine.play.engine import Engine
from hiproutine.play.events import Events, Outcome
from tests.clocks import ManualClock
from tests.hands import AtOnce, Later
from tests.journal.shelf import NOON, PLAN, Wall, raw, reading


class Playing:
    """An engine and a recorder on the same time."""

    def __init__(self, place: Path, plan: Plan = PLAN, hand: Executor | None = None, **more: object) -> None:
        self.clock, self.wall = ManualClock(), Wall()
        self.engine = Engine(plan, self.clock)
        self.reported: list[str] = []
        self.journal = Journal(place, now=self.wall, patience=0.01)
        hand = hand or AtOnce()
        self.recorder = Recorder(self._opened, plan, self.reported.append, hand=hand, clock=self.wall, **more)  # type: ignore[arg-type]

    def _opened(self, now: Callable[[], datetime]) -> Journal:
        self.journal.now = now
        return self.journal

    def do(self, events: Events) -> None:
        self.recorder.take(events, self.engine.view())

    def wait(self, seconds: float, step: float = 1.0) -> None:
        while seconds > 1e-9:
            self.clock.advance(min(step, seconds))
            self.wall.advance(min(step, seconds))
            seconds -= step
            self.do(self.engine.tick())

    @property
    def detail(self) -> SessionDetail:
        with Journal(self.journal.path) as journal:
            found = journal.session(self.recorder.id)
        assert found
        return found


@pytest.fixture
def playing(place: Path) -> Iterator[Playing]:
    made = Playing(place)
    yield made
    made.recorder.close()


def outcomes(detail: SessionDetail) -> list[tuple[int, str]]:
    return [(interval.index, interval.outcome.value) for interval in detail.intervals]


def test_nothing_is_kept_before_it_begins(playing: Playing, place: Path) -> None:
    playing.do(())
    assert not place.exists()
    playing.do(playing.engine.start())
    assert playing.recorder.session
    record = playing.detail.record
    assert (record.outcome, record.started_at, record.steps, record.title) == (State.ACTIVE, NOON, 6, "Killed")


def test_a_session_played_through_is_finished(playing: Playing) -> None:
    playing.do(playing.engine.start())
    playing.wait(61)
    detail = playing.detail
    assert detail.record.outcome is State.FINISHED
    assert detail.record.ended_at == NOON + timedelta(seconds=60)
    assert detail.record.progress.active_seconds == pytest.approx(60)
    assert outcomes(detail) == [(n, "done") for n in range(6)]
    assert playing.reported == []


def test_no_more_than_five_seconds_are_lost_at_any_moment(playing: Playing) -> None:
    playing.do(playing.engine.start())
    for second in range(1, 59):
        playing.wait(1)
        assert second - playing.detail.record.progress.active_seconds <= 5


def test_skipping_adjusting_and_pausing_are_kept(playing: Playing) -> None:
    playing.do(playing.engine.start())
    playing.wait(2)
    playing.do(playing.engine.adjust(10))
    playing.wait(15)
    playing.do(playing.engine.pause())
    playing.wait(300)
    playing.do(playing.engine.next())
    playing.recorder.because(PAIN)
    detail = playing.detail
    (skipped,) = detail.intervals
    assert (skipped.outcome, skipped.seconds, skipped.adjusted, skipped.reason) == (Outcome.SKIPPED, 17, 10, PAIN)
    progress = detail.record.progress
    assert (progress.pauses, progress.adjusted, progress.index, progress.elapsed) == (1, 10, 1, 0)
    assert progress.active_seconds == pytest.approx(17)


def test_an_interval_that_is_played_again_has_two_ends(playing: Playing) -> None:
    playing.do(playing.engine.start())
    playing.wait(4)
    playing.do(playing.engine.restart())
    playing.wait(3 + 10)
    assert outcomes(playing.detail) == [(0, "left"), (0, "done")]
    assert playing.detail.record.progress.active_seconds == pytest.approx(14)


def test_ending_early_keeps_where_it_ended(playing: Playing) -> None:
    playing.do(playing.engine.start())
    playing.wait(14)
    playing.do(playing.engine.stop())
    record = playing.detail.record
    assert record.outcome is State.ENDED_EARLY
    assert record.progress.index == 1
    assert record.progress.elapsed == pytest.approx(4)
    assert record.progress.active_seconds == pytest.approx(14)


def test_a_session_can_be_gone_on_with(place: Path) -> None:
    first = Playing(place)
    first.do(first.engine.start())
    first.wait(14)
    with Journal(place, now=lambda: NOON + timedelta(hours=1)) as journal:
        offered = journal.active()
    assert offered
    again = Playing(place, offered.plan, resume=replace(offered, elapsed=0.0))
    again.do(again.engine.start())
    again.wait(61)
    detail = again.detail
    assert detail.record.id == first.recorder.id
    assert detail.record.outcome is State.FINISHED
    assert detail.record.progress.active_seconds == pytest.approx(offered.progress.active_seconds + 60)
    assert outcomes(detail) == [(0, "done"), *((n, "done") for n in range(6))]
    first.wait(5)
    assert ["Another hiproutine goes on" in sentence for sentence in first.reported] == [True]
    assert again.detail == detail


def test_a_journal_that_cannot_be_used_is_reported_once_and_playing_goes_on(place: Path) -> None:
    place.mkdir(parents=True)
    playing = Playing(place)
    playing.do(playing.engine.start())
    playing.wait(61)
    playing.recorder.because(PAIN)
    playing.recorder.close()
    assert playing.engine.phase.over
    assert len(playing.reported) == 1
    assert "cannot be opened" in playing.reported[0]
    assert not playing.recorder.session


def test_what_a_locked_journal_could_not_take_is_written_when_it_can(playing: Playing, place: Path) -> None:
    playing.do(playing.engine.start())
    locked = Journal(place)
    with locked.writing():
        playing.wait(25)
    playing.wait(6)
    locked.close()
    assert len(playing.reported) == 1
    assert outcomes(playing.detail) == [(0, "done"), (1, "done"), (2, "done")]


def test_closing_tries_a_last_time(playing: Playing, place: Path) -> None:
    playing.do(playing.engine.start())
    locked = Journal(place)
    with locked.writing():
        playing.wait(61)
    locked.close()
    playing.recorder.close()
    assert playing.detail.record.outcome is State.FINISHED
    assert len(playing.detail.intervals) == 6


def test_a_session_that_was_deleted_meanwhile_does_not_stop_the_player(playing: Playing, place: Path) -> None:
    playing.do(playing.engine.start())
    raw(place, "DELETE FROM session")
    playing.wait(61)
    assert playing.engine.phase.over
    assert len(playing.reported) == 1


def test_whatever_a_journal_raises_stays_away_from_the_player(
    playing: Playing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*arguments: object, **more: object) -> None:
        raise MemoryError

    monkeypatch.setattr(Journal, "begin", broken)
    playing.do(playing.engine.start())
    playing.wait(5)
    assert len(playing.reported) == 1


def test_a_clock_that_is_set_back_does_not_stop_the_writing(playing: Playing) -> None:
    playing.do(playing.engine.start())
    playing.wall.advance(-7200)
    playing.wait(8)
    assert playing.detail.record.progress.active_seconds >= 3


def test_playing_goes_on_while_the_disk_takes_its_time(place: Path) -> None:
    disk = Later()
    playing = Playing(place, hand=disk, before=reading(2, Moment.BEFORE))
    playing.do(playing.engine.start())
    playing.wait(14)
    playing.do(playing.engine.next())
    playing.recorder.because(PAIN)
    playing.wait(8)
    assert not place.exists()
    assert playing.recorder.session is None
    playing.wall.advance(600)
    disk.work()
    assert playing.recorder.session == playing.recorder.id
    detail = playing.detail
    assert [(one.outcome.value, one.reason) for one in detail.intervals] == [("done", ""), ("skipped", PAIN)]
    assert [one.at - NOON for one in detail.intervals] == [timedelta(seconds=10), timedelta(seconds=14)]
    assert detail.record.updated_at == NOON + timedelta(seconds=22)
    assert [one.score for one in detail.readings] == [2]


def test_what_was_said_before_belongs_to_the_session_from_its_first_entry(place: Path) -> None:
    playing = Playing(place, before=reading(3, Moment.BEFORE))
    playing.do(playing.engine.start())
    assert [(one.score, one.session) for one in playing.detail.readings] == [(3, playing.recorder.id)]


def test_a_reading_that_cannot_be_written_keeps_nothing_else_back(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*arguments: object) -> None:
        raise JournalError("No.")

    monkeypatch.setattr(Journal, "add_reading", refused)
    playing = Playing(place, before=reading(3, Moment.BEFORE))
    playing.do(playing.engine.start())
    playing.wait(61)
    playing.recorder.close()
    assert playing.detail.record.outcome is State.FINISHED
    assert len(playing.detail.intervals) == 6
    assert len(playing.reported) == 1


def test_the_reason_for_skipping_the_last_interval_is_kept(playing: Playing) -> None:
    playing.do(playing.engine.start())
    for _ in range(6):
        playing.do(playing.engine.next())
    playing.recorder.because(PAIN)
    detail = playing.detail
    assert (detail.record.outcome, detail.record.progress.share) == (State.ENDED_EARLY, 0)
    assert [one.reason for one in detail.intervals] == [""] * 5 + [PAIN]


def test_a_reason_that_could_not_be_written_is_written_later(playing: Playing, place: Path) -> None:
    playing.do(playing.engine.start())
    locked = Journal(place)
    with locked.writing():
        playing.do(playing.engine.next())
        playing.recorder.because(PAIN)
    locked.close()
    playing.recorder.close()
    assert [one.reason for one in playing.detail.intervals] == [PAIN]


def test_a_thread_of_its_own_writes_the_same(place: Path) -> None:
    playing = Playing(place, hand=ThreadPoolExecutor(1))
    playing.do(playing.engine.start())
    playing.wait(14)
    assert playing.recorder.settle() == playing.recorder.id
    assert outcomes(playing.detail) == [(0, "done")]
    playing.wait(50)
    playing.recorder.close()
    playing.recorder.close()
    assert playing.detail.record.outcome is State.FINISHED
    assert outcomes(playing.detail) == [(n, "done") for n in range(6)]
    assert playing.reported == []


def test_without_a_thread_playing_goes_on_and_says_why_nothing_is_kept(place: Path) -> None:
    class Exhausted(Later):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            raise RuntimeError("can't start new thread")

    playing = Playing(place, hand=Exhausted())
    playing.do(playing.engine.start())
    playing.wait(61)
    assert playing.recorder.settle() is None
    playing.recorder.close()
    assert playing.engine.phase.over
    assert playing.reported == ["This session cannot be kept: can't start new thread."]
