"""A plan over weeks is played in the week that is due, kept with it, and says which week it is and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from hiproutine.advice.pain.readings import Moment, Reading
from hiproutine.dialogue.context import AskBefore, Context
from hiproutine.dialogue.course import Play
from hiproutine.dialogue.questions import Notice
from hiproutine.dialogue.session import Course, session_dialogue
from hiproutine.dialogue.weeks import in_its_week
from hiproutine.journal.records import Progress, SessionRecord, State
from hiproutine.journal.store import Journal
from hiproutine.journal.week_due import week_due
from hiproutine.paths import find_paths
from hiproutine.plain.unattended import unattended_session
from hiproutine.routine.library import Library
from hiproutine.routine.loaded import Loaded
from tests.dialogue.talk import context
from tests.journal.shelf import Wall

PLAN = """title = "Copenhagen plank"
load = "moderate"
weeks = [{ sets = 2 }, { sets = 3 }, { sets = 4 }]
[[steps]]
name = "A"
reps = 6
sets = "$sets"
"""
DAY = 24 * 3600.0


@pytest.fixture
def plan() -> Loaded:
    folder = find_paths().routines
    folder.mkdir(parents=True)
    (folder / "copenhagen.toml").write_text(PLAN, encoding="utf-8")
    return Library(find_paths()).open("copenhagen")[0]


def play(journal: Journal, wall: Wall, loaded: Loaded, after: int | None = 0) -> None:
    """A session of the plan as it is due, to its end."""
    now = week_due(journal, "copenhagen", len(loaded.weeks)).week
    laid_out = loaded.in_week(now).plan
    record = SessionRecord(
        str(uuid4()), laid_out.id, laid_out.titled, laid_out.load, 60.0, 1, wall() - timedelta(minutes=1), wall(),
        week=now,
    )  # fmt: skip
    journal.begin(record, laid_out)
    journal.end(record.id, State.FINISHED, Progress(active_seconds=60.0, share=1.0))
    for moment, score in ((Moment.BEFORE, 0), (Moment.AFTER, after)):
        if score is not None:
            journal.add_reading(Reading(str(uuid4()), wall(), moment, score, session=record.id))


def told(course: Course) -> tuple[list[str], Loaded]:
    """The notices up to the play, and what is played."""
    said: list[str] = []
    item: Any = next(course)
    while not isinstance(item, Play):
        if isinstance(item, Notice):
            said.append(item.text)
        item = course.send(None)
    return said, item.loaded


def sets(loaded: Loaded) -> int:
    return max(one.sets for one in loaded.plan.intervals)


def quiet(journal: Journal, wall: Wall) -> Context:
    return context(journal, wall, ask_before=AskBefore.NEVER)


def test_the_week_moves_on_by_the_date_and_back_after_a_reaction(journal: Journal, wall: Wall, plan: Loaded) -> None:
    here = quiet(journal, wall)
    said, played = told(session_dialogue(here, plan))
    assert (said[-1], sets(played)) == ("Week 1 of 3, the first time.", 2)
    play(journal, wall, plan)
    wall.advance(7 * DAY)
    said, played = told(session_dialogue(here, plan))
    assert (said[-1], sets(played), played.plan.titled) == (
        "Week 2 of 3 begins today.", 3, "Copenhagen plank, week 2 of 3",
    )  # fmt: skip
    play(journal, wall, plan, after=4)
    wall.advance(2 * DAY)
    now, why = in_its_week(here, plan)
    assert (sets(now), why[:35]) == (2, "Week 1 of 3 again: your hip reacted")


def test_a_week_that_was_asked_for_is_played_and_the_plan_goes_on_from_there(
    journal: Journal, wall: Wall, plan: Loaded
) -> None:
    here = replace(quiet(journal, wall), week=3)
    said, played = told(session_dialogue(here, plan))
    assert (said[-1], sets(played)) == ("Week 3 of 3, as you chose; week 1 is due.", 4)
    said, _ = told(unattended_session(here, plan))
    assert said[-1] == "Week 3 of 3, as you chose; week 1 is due."


def test_without_a_journal_it_is_the_first_week_or_the_one_asked_for(plan: Loaded) -> None:
    assert in_its_week(Context(None), plan)[1] == "Week 1 of 3."
    assert in_its_week(Context(None, week=2), plan)[1] == "Week 2 of 3."
    stretch = Library(find_paths()).open("post-run-hip-stretch")[0]
    assert in_its_week(Context(None), stretch) == (stretch, "")


def test_the_library_shows_each_in_its_week(journal: Journal, wall: Wall, plan: Loaded) -> None:
    from hiproutine.dialogue.day import Lately, lately

    play(journal, wall, plan)
    wall.advance(8 * DAY)
    found = lately(quiet(journal, wall)).week_due("copenhagen", 3)
    assert found
    assert found.week == 2
    assert Lately().week_due("copenhagen", 3) is None
