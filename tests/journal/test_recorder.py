"""A session is written as it happens, and the player never notices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from hiproutine.engine import Engine
from hiproutine.events import Events, Outcome
from hiproutine.journal.recorder import Recorder
from hiproutine.journal.records import PAIN, SessionDetail, State
from hiproutine.journal.store import Journal
from hiproutine.plan import Plan
from tests.clocks import ManualClock
from tests.journal.shelf import NOON, PLAN, Wall, raw


class Playing:
    """An engine and a recorder on the same time."""

    def __init__(self, place: Path, plan: Plan = PLAN, **more: object) -> None:
        self.clock, self.wall = ManualClock(), Wall()
        self.engine = Engine(plan, self.clock)
        self.reported: list[str] = []
        self.journal = Journal(place, now=self.wall, patience=0.01)
        self.recorder = Recorder(self.journal, plan, self.reported.append, clock=self.wall, **more)  # type: ignore[arg-type]

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
    assert playing.recorder.kept
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


def test_a_rehearsal_is_not_kept(place: Path) -> None:
    playing = Playing(place, rehearsing=True)
    playing.do(playing.engine.start())
    playing.wait(61)
    playing.recorder.because(PAIN)
    playing.recorder.close()
    assert not place.exists()


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
    assert not playing.recorder.kept


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
