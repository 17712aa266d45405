"""What is said and asked of runs that a watched folder brought."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from hiproutine.advice.recovery.building import Unit
from hiproutine.advice.recovery.facts import Outing, Sport
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.new_runs import new_runs, new_runs_text
from hiproutine.dialogue.questions import Aside, Notice, Scale, Statement
from hiproutine.journal.outings import add_outing, outings
from hiproutine.journal.store import Journal
from tests.dialogue.talk import talk
from tests.journal.shelf import Wall


def outing(hours: float, sport: Sport = Sport.RUN, now: Wall = Wall()) -> Outing:  # noqa: B008 - it stands still
    return Outing(str(uuid4()), now() - timedelta(hours=hours), sport, 5000, 1800, source="fit")


def test_how_many_there_are_is_said_in_words() -> None:
    runs, walks = [outing(1), outing(2)], [outing(3, Sport.WALK)]
    assert new_runs_text(runs[:1]) == "1 new run"
    assert new_runs_text([*runs, *walks]) == "2 new runs and 1 other activity"
    assert new_runs_text(walks * 2) == "2 new activities"


def test_how_the_newest_felt_is_asked_and_kept_with_it(journal: Journal, wall: Wall) -> None:
    older, newest = outing(30), outing(1)
    for one in (older, newest):
        add_outing(journal, one)
    said = talk(new_runs(Context(journal, now=wall), [older, newest], Unit.KM), ["yes", 3, "ok"])
    _, scale, kept = said.asked
    assert isinstance(scale, Scale)
    assert scale.kicker.startswith("2 new runs · a run, 5.0 km in 30 minutes")
    assert isinstance(kept, Statement)
    assert [one.pain for one in outings(journal)] == [None, 3]


def test_it_can_be_left_out_and_nothing_changes(journal: Journal, wall: Wall) -> None:
    newest = outing(1)
    add_outing(journal, newest)
    assert len(talk(new_runs(Context(journal, now=wall), [newest], Unit.KM), ["yes", Aside.SKIP]).asked) == 2
    assert outings(journal) == (newest,)


def test_nothing_is_asked_of_what_lies_back_or_was_told_or_is_no_run(journal: Journal, wall: Wall) -> None:
    for one in (outing(72), replace(outing(1), pain=2), outing(1, Sport.WALK)):
        (said,) = talk(new_runs(Context(journal, now=wall), [one], Unit.KM), [None]).asked
        assert isinstance(said, Notice)
