"""Weights and bands around a session: asked back, kept, and proposed as the one judgement allows."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from hiproutine.advice.pain.readings import Moment, Reading
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.course import Play, Played
from hiproutine.dialogue.loads import ask_loads, with_last_loads
from hiproutine.dialogue.questions import Aside
from hiproutine.dialogue.session import session_dialogue
from hiproutine.journal.records import Progress, SessionRecord, State
from hiproutine.journal.store import Journal
from hiproutine.journal.transfer import export_lines, import_lines
from hiproutine.plan.loads import LoadUsed
from hiproutine.plan.model import Kind
from hiproutine.play.events import IntervalEnded, Outcome
from hiproutine.play.session import Session
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.loaded import Loaded
from hiproutine.routine.loading import load_text
from tests.dialogue.talk import Talk, context, talk
from tests.journal.shelf import Wall

TEXT = """
title = "Drops"
load = "moderate"
steps = [{ name = "Drop", reps = 8, weight = "10 kg" }, { name = "Walk", time = "20s" }]
"""
QUESTION = "The weight the next time?"


def drops() -> Loaded:
    return load_text(TEXT, Path("drops.toml"), Catalogue([]))


def done(loaded: Loaded) -> Session:
    session = Session(loaded.plan, reached_end=True)
    for index in (1, 3):
        session.take(
            IntervalEnded(0.0, loaded.plan.intervals[index], loaded.plan.intervals[index].seconds, Outcome.DONE)
        )
    return session


def kept(journal: Journal, wall: Wall, loaded: Loaded) -> str:
    session = str(uuid4())
    journal.begin(SessionRecord(session, "drops", "Drops", "moderate", 60.0, 2, wall(), wall()), loaded.plan)
    wall.advance(600)
    journal.end(session, State.FINISHED, Progress(active_seconds=600.0))
    return session


def over(found: Context, journal: Journal, wall: Wall, answers: list[object], loaded: Loaded | None = None) -> Talk:
    """A session that was played whole, with the answers after it."""
    loaded = loaded or drops()
    session = kept(journal, wall, loaded)

    def played(item: Play) -> Played:
        return Played(done(item.loaded), session)

    found.ask_before = found.ask_before.NEVER
    return talk(session_dialogue(found, loaded), [played, *answers, None])


def weights(loaded: Loaded) -> list[tuple[str, str]]:
    return [(one.about.weight, one.about.load_note) for one in loaded.plan.intervals if one.kind is Kind.WORK][:1]


def test_it_is_asked_once_kept_and_proposed_the_next_time(journal: Journal, wall: Wall) -> None:
    found = context(journal, wall)
    said = over(found, journal, wall, [Aside.AS_USUAL, "more"])
    assert said.texts.count(QUESTION) == 1
    (record,) = journal.sessions()
    assert record.loads == (LoadUsed("Drop", "10 kg", "10 kg", "", "more"),)
    wall.advance(3 * 86_400)
    again = with_last_loads(found, drops())
    assert weights(again) == [("11 kg", "last time 10 kg")]
    over(found, journal, wall, [Aside.AS_USUAL, "same"])
    assert journal.sessions()[0].loads == (LoadUsed("Drop", "10 kg", "11 kg", "", "same"),)
    assert weights(with_last_loads(found, drops())) == [("11 kg", "")]


@pytest.mark.parametrize("answers", [[Aside.SKIP], [Aside.SKIP_REST], [2, Aside.SKIP_REST]])
def test_it_is_never_asked_where_questions_are_skipped(journal: Journal, wall: Wall, answers: list[object]) -> None:
    said = over(context(journal, wall), journal, wall, answers)
    assert QUESTION not in said.texts
    assert [one.then for one in journal.sessions()[0].loads] == [""]


def test_it_can_be_switched_off(journal: Journal, wall: Wall) -> None:
    found = context(journal, wall)
    found.ask_loads = False
    assert QUESTION not in over(found, journal, wall, [Aside.AS_USUAL]).texts


def test_it_is_not_asked_where_the_answers_say_ease_off(journal: Journal, wall: Wall) -> None:
    found = context(journal, wall)
    session = kept(journal, wall, drops())
    journal.add_reading(Reading(str(uuid4()), wall(), Moment.AFTER, 6, session=session))
    asked = talk(ask_loads(found, "After it", done(drops()), session, asks=True), [])
    assert asked.texts == []
    assert journal.sessions()[0].loads[0].weight == "10 kg"


@pytest.mark.parametrize(
    ("scores", "proposed"),
    [
        ((0, 0, None), "11 kg"),
        ((0, 0, 0), "11 kg"),
        ((0, 3, None), "10 kg"),
        ((1, 1, 4), "10 kg"),
        ((2, 2, 3), "10 kg"),
    ],
)
def test_more_is_never_proposed_after_a_reaction(
    journal: Journal, wall: Wall, scores: tuple[int, int, int | None], proposed: str
) -> None:
    before, after, morning = scores
    found, session = context(journal, wall), kept(journal, wall, drops())
    journal.add_reading(Reading(str(uuid4()), wall() - timedelta(minutes=20), Moment.BEFORE, before, session=session))
    journal.add_reading(Reading(str(uuid4()), wall(), Moment.AFTER, after, session=session))
    journal.keep_loads(session, (LoadUsed("Drop", "10 kg", "10 kg", "", "more"),))
    if morning is not None:
        wall.advance(20 * 3600)
        journal.add_reading(Reading(str(uuid4()), wall(), Moment.MORNING, morning, session=session))
    wall.advance(2 * 86_400)
    assert weights(with_last_loads(found, drops())) == [(proposed, "last time 10 kg" if proposed != "10 kg" else "")]


def test_loads_go_out_and_come_in_again(journal: Journal, wall: Wall, tmp_path: Path) -> None:
    session = kept(journal, wall, drops())
    journal.keep_loads(session, (LoadUsed("Drop", "10 kg", "12 kg", "green", "less"),))
    lines = list(export_lines(journal))
    assert '"loads":[{"name":"Drop","written":"10 kg","weight":"12 kg","band":"green","then":"less"}]' in lines[2]
    other = Journal(tmp_path / "other.sqlite3", now=wall)
    import_lines(other, [line.encode() for line in lines], "file")
    assert other.sessions()[0].loads == journal.sessions()[0].loads
    other.close()
