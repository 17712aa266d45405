"""Ice, heat and coming back to running: whether now is the time, and what the person decides."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from hiproutine.advice.finding import Finding
from hiproutine.advice.pain.readings import Moment, Stiffness
from hiproutine.advice.pain.sessions import Load
from hiproutine.advice.recovery.facts import Onset, Outing, Sport
from hiproutine.dialogue.before import before
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.questions import Aside, Statement
from hiproutine.journal.outings import add_onset, add_outing, last_onset
from hiproutine.journal.pain_facts import answer_flags
from hiproutine.journal.store import Journal
from hiproutine.routine.loaded import Loaded
from tests.dialogue.talk import context, played, routine, talk
from tests.journal.shelf import Wall

ICE, HEAT = "ice-therapy", "heat-therapy"


def timed(here: Context, loaded: Loaded) -> Finding | None:
    """What speaks against this routine alone just now."""
    judged = here.judged()
    return next((one for one in judged.timing if one.speaks_against(loaded.plan.id, Load(loaded.plan.load))), None)


BEGAN = "When did this pain begin?"


@pytest.mark.parametrize(
    ("answer", "hours"), [("today", 0), ("yesterday", 24), ("earlier", None), ("unsure", None), (Aside.SKIP, None)]
)
def test_ice_for_something_that_hurts_asks_once_when_it_began(
    journal: Journal, wall: Wall, answer: object, hours: int | None
) -> None:
    found = talk(before(context(journal, wall), routine(ICE)), [2, 2, "no", answer, None])
    assert found.texts[3] == BEGAN
    assert found.result.loaded.plan.id == ICE
    onset = last_onset(journal)
    assert (onset and wall() - onset.at) == (None if hours is None else timedelta(hours=hours))


@pytest.mark.parametrize(
    ("scores", "days", "asked"), [((0, 0), None, False), ((0, 1), None, True), ((2, 2), 13, False), ((2, 2), 15, True)]
)
def test_it_is_asked_only_with_pain_and_not_within_two_weeks(
    journal: Journal, wall: Wall, scores: tuple[int, int], days: int | None, asked: bool
) -> None:
    here = context(journal, wall)
    if days is not None:
        add_onset(journal, Onset(str(uuid4()), wall() - timedelta(days=days)))
    found = talk(
        before(here, routine(ICE)),
        [*scores, *(["no"] if any(scores) else []), *(["earlier"] if asked else []), *([None] if any(scores) else [])],
    )
    assert (BEGAN in found.texts) == asked


def test_heat_on_the_first_day_is_advised_against_with_ice_in_its_place(journal: Journal, wall: Wall) -> None:
    found = talk(before(context(journal, wall), routine(HEAT)), [2, 2, "no", "today", "instead", None])
    said = found.asked[-2]
    assert isinstance(said, Statement)
    assert said.text.startswith("In the first two days ice suits better.")
    assert [one.value for one in said.options[:2]] == ["instead", "anyway"]
    assert found.result.loaded.plan.id == ICE


def test_heat_anyway_is_kept_with_the_session(journal: Journal, wall: Wall) -> None:
    found = talk(before(context(journal, wall), routine(HEAT)), [2, 2, "no", "today", "anyway"])
    assert found.result.loaded.plan.id == HEAT
    assert found.result.advice.startswith("In the first two days")
    assert found.result.note == "Go on with it anyway"


def test_who_is_not_sure_is_told_that_ice_suits_better(journal: Journal, wall: Wall) -> None:
    found = talk(before(context(journal, wall), routine(HEAT)), [2, 2, "no", "unsure", "leave"])
    assert found.asked[-1].text.startswith("If this may be newer than two days")
    assert found.result is None


def test_heat_for_an_older_pain_is_played(journal: Journal, wall: Wall) -> None:
    assert (
        talk(before(context(journal, wall), routine(HEAT)), [2, 2, "no", "earlier", None]).result.loaded.plan.id == HEAT
    )


def test_heat_waits_after_a_run_that_was_noted(journal: Journal, wall: Wall) -> None:
    here = context(journal, wall)
    add_outing(journal, Outing(str(uuid4()), wall() - timedelta(minutes=59), Sport.RUN, 5000))
    assert (advice := timed(here, routine(HEAT)))
    assert advice.sentence.startswith("Straight after a run")
    wall.advance(60)
    assert timed(here, routine(HEAT)) is None


def test_a_walk_is_no_run(journal: Journal, wall: Wall) -> None:
    here = context(journal, wall)
    add_outing(journal, Outing(str(uuid4()), wall(), Sport.WALK, 5000))
    assert timed(here, routine(HEAT)) is None


def test_a_second_ice_within_three_hours_waits(journal: Journal, wall: Wall) -> None:
    here = context(journal, wall)
    played(journal, wall, ICE, "none")
    wall.advance(2 * 3600)
    found = talk(before(here, routine(ICE)), [0, 0, "leave"])
    said = found.asked[-1]
    assert "The last ice was 2 hours ago." in said.text
    assert said.options[0].words == "Not now"
    wall.advance(3600)
    assert timed(here, routine(ICE)) is None


def test_coming_back_begins_with_what_is_missing(journal: Journal, wall: Wall) -> None:
    here = context(journal, wall)
    advice = timed(here, routine("return-to-run-1"))
    assert advice
    assert advice.sentence == "Not yet: note how the hip feels today first."
    here.keep(here.reading(Moment.OTHER, 1))
    advice = timed(here, routine("return-to-run-1"))
    assert advice
    assert "brisk walk of 30 minutes" in advice.sentence
    add_outing(journal, Outing(str(uuid4()), wall(), Sport.WALK, None, 1800, None, 1))
    assert timed(here, routine("return-to-run-1"))
    wall.advance(20 * 3600)
    here.keep(here.reading(Moment.MORNING, 0, stiffness=Stiffness.USUAL))
    assert timed(here, routine("return-to-run-1")) is None
    higher = timed(here, routine("return-to-run-2"))
    assert higher
    assert higher.instead == "return-to-run-1"


def test_what_is_proposed_instead_can_be_played(journal: Journal, wall: Wall) -> None:
    here = context(journal, wall)
    add_outing(journal, Outing(str(uuid4()), wall(), Sport.WALK, None, 1800, None, 0))
    wall.advance(20 * 3600)
    here.keep(here.reading(Moment.MORNING, 0, stiffness=Stiffness.USUAL))
    found = talk(before(here, routine("return-to-run-3")), [0, 0, "instead"])
    assert found.result.loaded.plan.id == "return-to-run-1"


def test_the_day_after_a_stage_waits(journal: Journal, wall: Wall) -> None:
    here = context(journal, wall)
    played(journal, wall, "return-to-run-1", "high", before=0, after=0)
    wall.advance(24 * 3600)
    here.keep(here.reading(Moment.MORNING, 0))
    advice = timed(here, routine("return-to-run-1"))
    assert advice
    assert advice.sentence.endswith("Not before tomorrow.")


def test_flags_count_before_coming_back(journal: Journal, wall: Wall) -> None:
    here = context(journal, wall)
    answer_flags(journal, frozenset({"swelling"}), wall())
    advice = timed(here, routine("return-to-run-1"))
    assert advice
    assert "something in your answers is worth having looked at" in advice.sentence


def test_an_old_score_says_nothing_about_today(journal: Journal, wall: Wall) -> None:
    here = context(journal, wall)
    here.keep(here.reading(Moment.OTHER, 1))
    wall.advance(24 * 3600 + 1)
    advice = timed(here, routine("return-to-run-1"))
    assert advice
    assert advice.sentence == "Not yet: note how the hip feels today first."


def test_without_a_journal_nothing_is_said(wall: Wall) -> None:
    here = Context(None, now=wall)
    assert [timed(here, routine(name)) for name in (ICE, HEAT, "cool-down")] == [None, None, None]
