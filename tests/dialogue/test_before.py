"""Before a routine: what is asked, what the rules lead to, and what is kept of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hiproutine.advice.pain.readings import Area, Moment, Reading, Side
from hiproutine.dialogue.before import before
from hiproutine.dialogue.context import AskBefore
from hiproutine.dialogue.questions import Aside, Notice, Several, Statement
from hiproutine.journal.pain_facts import NOTICE, answer_flags, noted
from hiproutine.journal.store import Journal
from tests.dialogue.talk import context, played, routine, talk
from tests.journal.shelf import Wall, uuid_of

NOW, WORST = "How is the hip right now?", "The worst in the last 24 hours?"
RELIEVER = "A pain reliever in the last 8 hours?"
STRETCH, STRENGTH, WARM_UP = "post-run-hip-stretch", "hip-core-strength", "warm-up-quick"
FORM = "running-form-check"
"""Asks nothing of the hip."""


def test_without_pain_two_keys_lead_to_the_routine(journal: Journal, wall: Wall) -> None:
    found = talk(before(context(journal, wall), routine(STRETCH)), [0, 0])
    assert found.texts == [NOW, WORST]
    assert found.result.loaded.plan.id == STRETCH
    assert (found.result.advice, found.result.note) == ("", "")
    [kept] = journal.readings()
    assert (kept.moment, kept.score, kept.worst, kept.at) == (Moment.BEFORE, 0, 0, wall())


def test_one_key_says_as_usual(journal: Journal, wall: Wall) -> None:
    found = talk(before(context(journal, wall), routine(STRETCH)), [Aside.AS_USUAL])
    assert found.texts == [NOW]
    assert [(one.score, one.worst) for one in journal.readings()] == [(0, 0)]
    assert found.result.reading == journal.readings()[0]


@pytest.mark.parametrize("answer", [Aside.SKIP, Aside.SKIP_REST])
def test_a_check_that_is_skipped_keeps_nothing_and_the_routine_plays(
    journal: Journal, wall: Wall, answer: Aside
) -> None:
    found = talk(before(context(journal, wall), routine(STRETCH)), [answer])
    assert found.result.reading is None
    assert journal.readings() == []


def test_a_worst_below_the_pain_now_is_the_pain_now(journal: Journal, wall: Wall) -> None:
    talk(before(context(journal, wall), routine(FORM)), [4, 1, "no", None])
    assert [(one.score, one.worst) for one in journal.readings()] == [(4, 4)]


def test_mild_pain_is_told_in_passing_and_needs_no_key(journal: Journal, wall: Wall) -> None:
    found = talk(before(context(journal, wall), routine(WARM_UP)), [1, 2, "no", None])
    assert isinstance(found.asked[-1], Notice)
    assert found.result.advice == found.texts[-1]


def test_the_safer_choice_is_the_default_and_a_routine_of_its_own(journal: Journal, wall: Wall) -> None:
    found = talk(before(context(journal, wall), routine(STRENGTH)), [3, 4, "no", "instead", "eased"])
    assert found.texts[2] == RELIEVER
    assert found.texts[3].startswith("Noticeable.")
    said = found.asked[3]
    assert [option.value for option in said.options] == ["instead", "eased", "anyway", "leave", "tell", "why"]
    assert [option.key for option in said.options] == ["enter", "e", "g", "q", "t", "i"]
    assert "Rest-day light stretch instead" in said.options[0].words
    assert said.because == ("pain 3, worst 4, on 2026-03-11 at 12:00",)
    assert said.closing == "General information, not medical advice."
    assert found.result.loaded.plan.id == "rest-day-light-stretch"


def test_going_on_anyway_is_recorded_in_its_own_words(journal: Journal, wall: Wall) -> None:
    found = talk(before(context(journal, wall), routine(STRENGTH)), [3, 4, "no", "anyway"])
    assert found.result.loaded.plan.id == STRENGTH
    assert found.result.advice == found.texts[3]
    assert found.result.note in [option.words for option in found.asked[3].options]


def test_one_key_makes_it_easier_and_what_was_cut_is_kept(journal: Journal, wall: Wall) -> None:
    answers = [3, 3, "no", "tell", Aside.SKIP, "outer", Aside.SKIP_REST, "eased"]
    found = talk(before(context(journal, wall), routine("rest-day-light-stretch")), answers)
    cut = "one set and half the range, without Pigeon pose and Figure four stretch"
    option = found.asked[-1].options[0]
    assert (option.key, option.words) == ("enter", f"Make it easier: {cut}, 2 minutes")
    decision = found.result
    assert (decision.cut, decision.note) == (cut, f"Made it easier: {cut}")
    assert {one.name for one in decision.loaded.plan.intervals if one.kind == "work"} == {
        "Butterfly stretch",
        "Hip flexor stretch",
    }


def test_steps_alone_are_left_out_where_no_less_is_advised(journal: Journal, wall: Wall) -> None:
    here = context(journal, wall)
    journal.add_reading(Reading(uuid_of(9), wall(), Moment.BEFORE, 1, area=Area.FRONT))
    answer_flags(journal, frozenset(), wall())
    wall.advance(3600)
    found = talk(before(here, routine("warm-up-five-step")), [1, 1, "no", Aside.SKIP, "eased"])
    assert found.result.cut.startswith("without ")
    assert "Jumping jacks" in found.result.cut


def test_what_asks_nothing_of_the_hip_cannot_be_made_easier(journal: Journal, wall: Wall) -> None:
    found = talk(before(context(journal, wall), routine(FORM)), [7, 7, "no", None])
    options = [option.value for one in found.asked if isinstance(one, Statement) for option in one.options]
    assert "eased" not in options


def test_what_a_study_found_is_a_key_away_and_leads_back(journal: Journal, wall: Wall) -> None:
    found = talk(before(context(journal, wall), routine(STRENGTH)), [3, 4, "no", "why", "back", "leave"])
    told = found.asked[4]
    assert told.text == "What this rests on"
    assert "studies put the end of mild pain at 3 to 5" in told.sentences[0]
    assert found.texts[5] == found.texts[3]
    assert found.result is None


def test_not_today_plays_nothing(journal: Journal, wall: Wall) -> None:
    assert talk(before(context(journal, wall), routine(STRETCH)), [3, 3, "no", "leave"]).result is None


def test_telling_more_changes_the_reading_and_asks_the_rules_again(journal: Journal, wall: Wall) -> None:
    answers = [3, 3, "no", "tell", "left", "front", "sharp", "yes", "leave"]
    found = talk(before(context(journal, wall), routine(STRETCH)), answers)
    assert found.texts[2] == RELIEVER
    assert found.texts[4:8] == [
        "Which side?",
        "Where mostly?",
        "What is it like?",
        "Does it come with landing, or with every step?",
    ]
    assert found.texts[8].startswith("Have pain in the groin or front on landing looked at within days")
    [kept] = journal.readings()
    assert (kept.side, kept.area, kept.feel, kept.masked) == (Side.LEFT, Area.FRONT, "sharp", False)
    assert kept.on_impact is True


def test_steps_that_are_better_left_out_are_named(journal: Journal, wall: Wall) -> None:
    answers = [3, 3, "no", "tell", Aside.SKIP, "outer", Aside.SKIP_REST, "leave"]
    found = talk(before(context(journal, wall), routine("figure-four-it-band")), answers)
    said = found.asked[-1]
    assert isinstance(said, Statement)
    assert said.sentences[-1].startswith("Better left out today: ")
    assert "IT band" in said.sentences[-1]


def test_where_it_was_is_remembered_from_the_check_before(journal: Journal, wall: Wall) -> None:
    talk(
        before(context(journal, wall), routine(STRETCH)),
        [3, 3, "no", "tell", "right", "outer", Aside.SKIP_REST, "leave"],
    )
    wall.advance(3600)
    talk(before(context(journal, wall), routine(FORM)), [2, 2, "no", None])
    last = journal.readings()[-1]
    assert (last.score, last.side, last.area) == (2, Side.RIGHT, Area.OUTER)


def test_what_was_said_last_time_is_marked(journal: Journal, wall: Wall) -> None:
    talk(before(context(journal, wall), routine(FORM)), [2, 4, "no", None])
    wall.advance(3600)
    found = talk(before(context(journal, wall), routine(FORM)), [1, 2, "no", None])
    assert [one.last for one in found.asked[:2]] == [2, 4]


@pytest.mark.parametrize(("score", "asked"), [(0, False), (1, True)])
def test_asked_only_when_it_hurt_last_time(journal: Journal, wall: Wall, score: int, asked: bool) -> None:
    played(journal, wall, after=score)
    found = talk(
        before(context(journal, wall, ask_before=AskBefore.WHEN_IT_HURT), routine(FORM)),
        [0, 0, "no", None] if asked else [],
    )
    assert found.texts[:2] == ([NOW, WORST] if asked else [])


def test_never_asked_where_that_is_set(journal: Journal, wall: Wall) -> None:
    played(journal, wall, after=5)
    found = talk(before(context(journal, wall, ask_before=AskBefore.NEVER), routine(FORM)), [None])
    assert [type(one) for one in found.asked] == [Notice]


def test_the_notice_comes_once_and_then_the_questions(journal: Journal, wall: Wall) -> None:
    fresh = context(journal, wall, used=False)
    found = talk(before(fresh, routine(FORM)), ["yes", 0, 0, frozenset()])
    assert found.texts == ["Before the first time", NOW, WORST, "Does any of this apply?"]
    assert noted(journal, NOTICE) == (wall(),)
    assert talk(before(fresh, routine(FORM)), [0, 0]).texts == [NOW, WORST]


def test_who_does_not_take_the_notice_plays_nothing_and_sees_it_again(journal: Journal, wall: Wall) -> None:
    fresh = context(journal, wall, used=False)
    assert talk(before(fresh, routine(FORM)), ["no"]).result is None
    assert talk(before(fresh, routine(FORM)), ["no"]).texts == ["Before the first time"]


def test_a_grave_flag_comes_before_every_routine_until_it_was_checked(journal: Journal, wall: Wall) -> None:
    fresh = context(journal, wall, used=False)
    answers = ["yes", 0, 0, frozenset({"no-weight"}), "leave"]
    found = talk(before(fresh, routine(FORM)), answers)
    urgent = found.asked[-1]
    assert (found.result, urgent.grave) == (None, True)
    assert urgent.text.startswith("Please seek urgent medical care now")
    assert urgent.options[0].value == "leave"
    wall.advance(3600)
    found = talk(before(fresh, routine(FORM)), ["checked", 0, 0])
    assert found.texts[0] == urgent.text
    assert found.result.loaded.plan.id == FORM
    wall.advance(3600)
    assert talk(before(fresh, routine(FORM)), [0, 0]).texts == [NOW, WORST]


def test_an_urgent_sign_is_said_before_any_question_and_who_goes_on_is_asked_for_the_score_alone(
    journal: Journal, wall: Wall
) -> None:
    here = context(journal, wall)
    wall.advance(60)
    answer_flags(journal, frozenset({"no-weight"}), wall())
    wall.advance(60)
    left = talk(before(here, routine("ice-therapy")), ["leave"])
    assert [left.texts[0][:34], left.result, journal.readings()] == ["Please seek urgent medical care no", None, []]
    gone = talk(before(here, routine("ice-therapy")), ["anyway", 4])
    assert gone.texts == [left.texts[0], NOW]
    assert (gone.result.advice, gone.result.note) == (left.texts[0], "Go on anyway, it is my decision")
    [kept] = journal.readings()
    assert (kept.score, kept.worst, gone.result.reading) == (4, None, kept)
    severe = talk(
        before(here, routine("ice-therapy")), ["anyway", 9, frozenset({"no-weight", "swelling"}), "ok", "anyway"]
    )
    assert severe.texts[2] == "Does any of this apply?"
    assert severe.result.note == "Go on anyway, it is my decision"


def test_with_an_urgent_sign_the_steps_to_leave_out_are_named_too(journal: Journal, wall: Wall) -> None:
    here = context(journal, wall)
    wall.advance(60)
    answer_flags(journal, frozenset({"no-weight", "sharp-on-run"}), wall())
    wall.advance(60)
    (said,) = talk(before(here, routine("rest-day-light-stretch")), ["leave"]).asked
    assert said.sentences[-1].startswith("Better left out today: ")


def test_high_pain_brings_the_questions_again_but_not_twice_a_day(journal: Journal, wall: Wall) -> None:
    used = context(journal, wall)
    wall.advance(86_400)
    found = talk(before(used, routine(STRETCH)), [6, 6, "no", frozenset(), "leave"])
    several = found.asked[3]
    assert isinstance(several, Several)
    assert several.why == "Pain was at 6 or more, so these questions come again."
    wall.advance(60)
    assert talk(before(used, routine(STRETCH)), [6, 6, "no", "leave"]).texts[:2] == [NOW, WORST]


def test_strength_on_the_day_after_strength_is_asked_about(journal: Journal, wall: Wall) -> None:
    played(journal, wall, STRENGTH, "moderate", before=0, after=0, morning=0)
    wall.now += timedelta(days=1)
    used = context(journal, wall)
    found = talk(before(used, routine(STRENGTH)), [0, 0, "leave"])
    assert found.texts[-1] == "You did this kind of work yesterday. A day between may suit your hip better."
