"""Rounds without a number in the journal: how many there were, where one goes on, out and in again."""

from __future__ import annotations

import json
from pathlib import Path

from hiproutine.journal.recorder import Recorder
from hiproutine.journal.records import SessionDetail, State
from hiproutine.journal.store import Journal
from hiproutine.journal.transfer import export_lines, import_lines
from hiproutine.play.engine import Engine
from hiproutine.play.events import Outcome
from hiproutine.play.rounds_run import RoundsDone
from hiproutine.play.session import session_so_far
from hiproutine.tui.history.session_text import parts_of
from tests.clocks import ManualClock
from tests.hands import AtOnce
from tests.journal.shelf import Wall
from tests.tables import plan_of

PLAN = plan_of(
    {
        "title": "T",
        "defaults": {"transition": 5},
        "blocks": [
            {"title": "Ten", "for": 100, "steps": [{"name": "Bridge", "hold": 20}, {"name": "Plank", "hold": 10}]}
        ],
    }
)
"""A count-in of 10 s, and rounds of 40 s for 100."""


class Kept:
    """A playing that is kept."""

    def __init__(self, place: Path) -> None:
        self.clock, self.wall = ManualClock(), Wall()
        self.engine = Engine(PLAN, self.clock)
        self.journal = Journal(place, now=self.wall, patience=0.01)
        self.recorder = Recorder(lambda _: self.journal, PLAN, print, hand=AtOnce(), clock=self.wall)
        self.recorder.take(self.engine.start(), self.engine.view())

    def wait(self, seconds: int) -> None:
        for _ in range(seconds):
            self.clock.advance(1)
            self.wall.advance(1)
            self.recorder.take(self.engine.tick(), self.engine.view())

    def detail(self) -> SessionDetail:
        self.recorder.settle()
        with Journal(self.journal.path, now=self.wall) as journal:
            found = journal.session(self.recorder.id)
        assert found
        return found


def test_the_rounds_and_the_round_of_each_interval_are_kept(place: Path) -> None:
    kept = Kept(place)
    kept.wait(111)
    detail = kept.detail()
    assert detail.record.progress.rounds == (RoundsDone("Ten", 2, 1),)
    assert (detail.record.outcome, detail.record.progress.share) == (State.FINISHED, 1.0)
    assert [one.lap for one in detail.intervals if one.name == "Bridge" and one.kind == "work"] == [1, 2, 3]
    kept.recorder.close()


def test_who_goes_on_does_so_in_the_same_round_with_what_was_left(place: Path) -> None:
    kept = Kept(place)
    kept.wait(75)  # 65 s of the rounds, and 25 s into the second
    detail = kept.detail()
    with Journal(kept.journal.path, now=kept.wall) as journal:
        kept.recorder.close()
        kept.wall.advance(60)
        resume = journal.active()
    assert resume
    assert (resume.progress.lap, PLAN.intervals[resume.index].name) == (2, "Plank")
    rounds = session_so_far(PLAN, detail.intervals).rounds
    rounds.go_on(resume.index, resume.progress.lap)
    again = Engine(PLAN, ManualClock(), rounds=rounds)
    again.start((resume.index, resume.elapsed))
    view = again.view()
    assert view.interval.lap == 2
    assert view.rounds_left is not None
    assert 35 <= view.rounds_left <= 40


def test_they_go_out_and_come_in_again_and_older_files_have_none(place: Path, tmp_path: Path) -> None:
    kept = Kept(place)
    kept.wait(111)
    kept.recorder.close()
    with Journal(kept.journal.path, now=kept.wall) as journal:
        lines = [line.encode() for line in export_lines(journal)]
    with Journal(tmp_path / "other.sqlite3", now=kept.wall) as other:
        import_lines(other, lines, "file")
        assert other.sessions()[0].progress.rounds == (RoundsDone("Ten", 2, 1),)
        assert [line.encode() for line in export_lines(other)] == lines
    older = []
    for line in lines:
        values = json.loads(line)
        for name in ("lap", "rounds_done", "position_lap", "cut", "share", "removed"):
            values.pop(name, None)
        older.append(json.dumps(values | ({"format": 2} if values["kind"] == "hiproutine-journal" else {})).encode())
    with Journal(tmp_path / "older.sqlite3", now=kept.wall) as third:
        import_lines(third, older, "file")
        (session,) = third.sessions()
    assert (session.progress.rounds, session.progress.lap, session.outcome) == ((), 1, State.FINISHED)


def test_what_was_cut_in_the_last_round_was_done_in_those_before(place: Path) -> None:
    kept = Kept(place)
    kept.wait(105)  # into the bridge of the third round
    kept.recorder.take(kept.engine.stop(), kept.engine.view())
    parts = parts_of(kept.detail())
    assert [(part.name, part.outcome) for part in parts] == [("Bridge", Outcome.DONE), ("Plank", Outcome.DONE)]
    kept.recorder.close()
