"""The judgement, situation by situation, edge by edge: what is known, and what is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from hiproutine.advice.asking import Ask
from hiproutine.advice.assess import SOON_SENTENCE, URGENT_SENTENCE, assess
from hiproutine.advice.coming_back.levels import proposal as level
from hiproutine.advice.finding import LOADED, Kind, Level
from hiproutine.advice.gentle import SUGGESTED
from hiproutine.advice.pain.flags import FLAGS, URGENT
from hiproutine.advice.pain.readings import Area, Feel, Moment, Stiffness
from hiproutine.advice.pain.sessions import Load
from hiproutine.advice.recovery.facts import Onset, Sport
from hiproutine.advice.sore_places import LANDING_SENTENCE
from hiproutine.advice.today import WALK, hints
from hiproutine.paths import find_paths
from hiproutine.routine.library import Library
from tests.advice.known import NOON, ago, answered, judged, known, morning, ran, said, sentence, session, ticked, word

SHARP, LIMP = {"feel": Feel.SHARP}, {"limp": True}


# 1 · a warning sign


@pytest.mark.parametrize("flag", [one.id for one in FLAGS])
def test_1_a_ticked_sign_is_the_first_word_and_says_who_to_see(flag: str) -> None:
    found = judged(said(3), signs=ticked(flag))
    first = found.findings[0]
    urgent = next(one for one in FLAGS if one.id == flag).group == URGENT
    expected = URGENT_SENTENCE if urgent else LANDING_SENTENCE if flag == "groin-on-impact" else SOON_SENTENCE
    assert (first.kind, first.sentence) == (Kind.SIGN, expected)
    assert first.ids == ("screen",)
    assert found.level is (Level.URGENT if urgent else Level.SEE_SOMEONE)
    against = {load for load in Load if not found.allows("any", load)}
    assert against == (set(Load) if urgent else {Load.LOW, Load.MODERATE, Load.HIGH})


# 2 · pain on landing


@pytest.mark.parametrize("score", [0, 1, 4, 9])
def test_2_pain_on_landing_is_to_be_looked_at_and_leaves_out_hops_and_stretches_to_the_end(score: int) -> None:
    found = judged(said(score, at=ago(3), area=Area.FRONT, on_impact=True), said(score, area=Area.FRONT))
    landing = word(found, Kind.SIGN)
    assert landing
    assert landing.sentence == LANDING_SENTENCE
    assert "within days" in landing.sentence
    assert landing.against == LOADED
    assert found.avoid >= {"impact", "front-hip", "groin"}
    assert "PMC6226070" in landing.source.found


def test_2_the_sign_of_it_and_the_answer_are_one_judgement() -> None:
    answer = said(2, area=Area.FRONT, on_impact=True)
    by_answer, by_sign = judged(answer), judged(said(2, area=Area.FRONT), signs=ticked("groin-on-impact"))
    both = judged(answer, signs=ticked("groin-on-impact"))
    for found, ends in ((by_answer, True), (by_sign, False), (both, True)):
        stage = word(found, Kind.STAGE)
        assert stage
        assert all(one.ends.endswith("answered with no") == ends for one in (stage, found.findings[0]))
    for found in (by_answer, by_sign, both):
        assert [one.sentence for one in found.findings].count(LANDING_SENTENCE) == 1
        assert (found.level, found.against) == (Level.SEE_SOMEONE, LOADED)
        assert found.avoid == {"impact", "front-hip", "groin"}
    assert set(both.findings[0].ids) == {"screen", answer.id}


@pytest.mark.parametrize(("settled", "stands"), [(2, True), (0, False)])
def test_2_it_stands_until_a_professional_has_checked_it_or_a_later_no(settled: int, stands: bool) -> None:
    answer = said(2, at=ago(1), area=Area.FRONT, on_impact=True)
    found = judged(answer, said(2), landing_settled=(ago(settled),))
    assert bool(found.found(Kind.SIGN)) == stands
    assert found.asking(Ask.LANDING) is None


# 3 · a severe score by any way


@pytest.mark.parametrize(
    ("score", "more", "severe"),
    [
        (8, {}, True),
        (7, {}, False),
        (7, LIMP, True),
        (6, LIMP, True),
        (6, SHARP, True),
        (6, {}, False),
        (5, LIMP, False),
    ],
)
@pytest.mark.parametrize("moment", list(Moment))
def test_3_a_severe_score_brings_its_sentence_and_the_signs(
    score: int, more: dict[str, Any], severe: bool, moment: Moment
) -> None:
    found = judged(said(score, moment, **more), screens=answered(ago(1)))
    assert sentence(found, Kind.SCORE).startswith({5: "Noticeable.", 8: "Very high."}.get(score, "High."))
    assert (found.asking(Ask.SIGNS) is not None) == severe


def test_3_pain_told_with_a_run_is_severe_too() -> None:
    found = judged(ran(0, pain=8))
    assert found.asking(Ask.SIGNS)
    assert found.level is Level.SEE_SOMEONE


def test_3_the_signs_are_asked_again_the_same_day_when_the_score_has_risen_since() -> None:
    before, after = said(3, at=ago(hours=4)), said(8, at=ago(hours=1))
    assert judged(before, after, screens=answered(ago(hours=2))).asking(Ask.SIGNS)
    assert not judged(before, after, screens=answered(ago(minutes=30))).asking(Ask.SIGNS)
    severe = said(9, at=ago(hours=4))
    assert not judged(severe, after, screens=answered(ago(hours=3))).asking(Ask.SIGNS)


# 5 · a morning speaks for the whole day before


def test_5_a_stretch_in_the_evening_changes_nothing_about_the_run_of_the_morning() -> None:
    resting, run = said(1, at=ago(1, hours=4)), ran(1, pain=3)
    stretch = session(0.75, "rest-day-light-stretch", Load.LOW, before=2, after=2)
    for score in range(11):
        answer = morning(score)
        alone, both = judged(resting, run, answer), judged(resting, run, stretch, answer)
        assert [one.morning for one in both.done if one.run] == [one.morning for one in alone.done if one.run]
        assert [one.before for one in both.done if one.run] == [one.before for one in alone.done if one.run]
        assert word(both, Kind.MORNING)
        of_run = word(alone, Kind.MORNING)
        of_both = word(both, Kind.MORNING)
        assert of_run
        assert of_both
        assert of_both.level.rank >= of_run.level.rank


def test_5_every_session_of_the_day_has_the_morning_and_the_worst_answer_counts() -> None:
    first, second = session(1.1, after=1, before=1), session(1, after=1, before=1)
    found = judged(first, second, morning(1), morning(4))
    assert [one.morning and one.morning.score for one in found.done] == [4, 4]


# 6 · pain told with a run counts in everything


def test_6_a_run_that_hurt_is_a_reaction_and_counts_in_the_weeks() -> None:
    found = judged(ran(2, pain=6))
    assert sentence(found, Kind.REACTION).startswith("Your hip reacted to the run of 5.0 km.")
    assert not judged(ran(2, pain=5)).found(Kind.REACTION)
    calm, sore = [ran(7 + n, pain=1) for n in range(3)], [ran(n, pain=2) for n in range(3)]
    assert word(judged(*calm, *sore), Kind.WEEKS)


def test_6_reacted_is_explained_where_it_stands() -> None:
    assert "pain went up by two or more, was at 6 or more, or brought a limp" in sentence(
        judged(ran(2, pain=7)), Kind.REACTION
    )


# 7 · what lasts


@pytest.mark.parametrize(
    ("days", "said_"),
    [(13, ""), (14, "Little change in two weeks."), (41, "Little change in two weeks."), (42, "Pain for six weeks")],
)
def test_7_who_only_rests_and_answers_mornings_is_told_after_14_and_42_days(days: int, said_: str) -> None:
    found = judged(*[morning(5, day) for day in range(days + 1)])
    assert sentence(found, Kind.EPISODE).startswith(said_)
    assert bool(found.found(Kind.EPISODE)) == bool(said_)


@pytest.mark.parametrize(("more", "level_"), [(0, None), (1, Level.WATCH), (2, Level.SEE_SOMEONE)])
def test_7_rising_week_against_week(more: int, level_: Level | None) -> None:
    told = [morning(1, 7 + day) for day in range(3)] + [morning(1 + more, day) for day in range(3)]
    found = word(judged(*told), Kind.WEEKS)
    assert (found and found.level) == level_


@pytest.mark.parametrize(("oldest", "three"), [(13, True), (14, False)])
def test_7_three_reactions_in_14_days(oldest: int, three: bool) -> None:
    found = judged(*[ran(days, pain=7) for days in (3, 6, oldest)])
    assert sentence(found, Kind.REACTIONS).startswith(
        "In two weeks your hip reacted 3 times (pain went up by two or more" if three else ""
    )
    assert bool(found.found(Kind.REACTIONS)) == three


# 8 · several answers in 24 hours


@pytest.mark.parametrize(
    ("told", "score"),
    [
        ([said(8, at=ago(hours=5)), said(1)], "Very high."),
        ([said(8, at=ago(hours=24)), said(1)], "Very high."),
        ([said(8, at=ago(hours=24, minutes=1)), said(1)], "Mild."),
        ([said(1, worst=6)], "High."),
        ([said(2, masked=True)], "Noticeable."),
        ([said(5, masked=True)], "High."),
        ([said(6, masked=True)], "Very high."),
        ([said(0, worst=9, masked=True), said(0)], "Very high."),
        ([said(8, at=ago(hours=20)), morning(2)], "Mild."),
        ([said(8, at=ago(hours=20)), morning(8)], "Very high."),
        ([said(8, at=ago(hours=6)), morning(2)], "Very high."),  # of the same morning
    ],
)
def test_8_the_highest_of_24_hours_counts_until_a_morning_later_is_lower(told: list[object], score: str) -> None:
    assert sentence(judged(*told), Kind.SCORE).startswith(score)


# 9 · a pain reliever


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ([said(0, at=ago(hours=3)), said(0)], False),
        ([said(1, at=ago(hours=3)), said(0)], True),
        ([said(1, at=ago(hours=25)), said(0)], False),
        ([said(0, at=ago(hours=3), masked=True), said(0)], True),
        ([said(1, at=ago(hours=3), masked=False), said(0)], True),
        ([said(1, masked=False)], False),
    ],
)
def test_9_it_is_asked_where_pain_was_above_0_or_one_was_noted(told: list[object], asked: bool) -> None:
    assert (judged(*told).asking(Ask.RELIEVER) is not None) == asked


# 10 · where it hurts


@pytest.mark.parametrize("moment", list(Moment))
def test_10_the_newest_answer_of_any_moment_counts(moment: Moment) -> None:
    old = said(2, Moment.BEFORE, ago(2), area=Area.OUTER)
    assert judged(old, said(2)).avoid == {"outer-hip"}
    assert judged(old, said(2, moment, area=Area.FRONT)).avoid == {"front-hip", "groin", "impact"}
    assert judged(old, said(2, moment, area=Area.BUTTOCK)).avoid == frozenset()
    assert judged(old, said(2, moment, area=Area.UNSURE)).avoid == {"outer-hip"}
    assert judged(old, said(0, moment)).avoid == frozenset()


def test_10_on_landing_yes_holds_until_a_later_no() -> None:
    yes, calm = said(3, at=ago(20), area=Area.FRONT, on_impact=True), said(0)
    assert judged(yes, calm).found(Kind.SIGN)
    assert judged(yes, said(0, at=ago(1), on_impact=None), calm).found(Kind.SIGN)
    assert not judged(yes, said(0, at=ago(1), on_impact=False), calm).found(Kind.SIGN)


# 11 · a morning


def test_10_pain_on_landing_at_the_outer_side_is_not_said_to_be_in_front() -> None:
    words = sentence(judged(said(4, on_impact=True, area=Area.OUTER)), Kind.LANDING)
    assert words == "While landing hurts, leave out running and hopping; if it stays, consider a physiotherapist."
    found = judged(said(4, on_impact=True, area=Area.OUTER))
    assert Load.HIGH in found.against
    assert "impact" in found.avoid


def test_13_what_hurt_the_day_before_is_no_flare_up() -> None:
    days = [said(5, at=ago(1, hours=5)), ran(1, pain=5), morning(5)]
    assert not judged(*days, now=ago(hours=4)).asking(Ask.ONSET)
    assert not judged(said(6, at=ago(hours=4)), said(9, at=ago(hours=3))).asking(Ask.ONSET)
    calm = [said(1, at=ago(2)), said(6, at=ago(hours=4)), said(9, at=ago(hours=3))]
    assert judged(*calm).asking(Ask.ONSET)


@pytest.mark.parametrize(
    ("before", "score", "stiffness", "starts"),
    [
        (1, 1, Stiffness.USUAL, "A good morning"),
        (1, 0, Stiffness.LESS, "A good morning"),
        (2, 2, Stiffness.USUAL, "A good morning"),
        (1, 1, Stiffness.MORE, "No worse than before. The next time"),
        (1, 2, Stiffness.USUAL, "The next time"),
        (3, 3, Stiffness.USUAL, "No worse than before. The next time"),
        (5, 5, Stiffness.USUAL, "No worse than before. The next time"),
        (1, 3, Stiffness.USUAL, "A poor morning after"),
        (3, 3, Stiffness.MORE, "A poor morning after"),
        (6, 6, Stiffness.USUAL, "A poor morning after"),
    ],
)
def test_11_good_no_worse_or_a_rest_day(before: int, score: int, stiffness: Stiffness, starts: str) -> None:
    found = judged(session(1, before=before, after=before), morning(score, stiffness=stiffness))
    assert sentence(found, Kind.MORNING).startswith(starts)


@pytest.mark.parametrize(
    ("run", "score", "starts"),
    [
        (3, 5, "A poor morning after the run of 5.0 km."),
        (3, 4, "How it was before is not known. The next time run as far as last time"),
        (3, 3, "How it was before is not known. The next time run as far as last time"),
        (3, 0, "A good morning"),
        (0, 2, "A poor morning after"),
        (0, 1, "How it was before is not known. The next time"),
        (None, 5, "How it was before is not known. The next time"),
        (None, 6, "A poor morning after"),
        (None, 0, "A good morning"),
    ],
)
def test_11_where_nobody_said_how_it_was_before_the_worst_of_it_stands_for_that(
    run: int | None, score: int, starts: str
) -> None:
    found = judged(ran(1, pain=run), morning(score))
    assert sentence(found, Kind.MORNING).startswith(starts)
    why = word(found, Kind.MORNING)
    assert why
    assert why.because[0].text == (
        f"this morning {score}" if run is None else f"the worst of it {run}, this morning {score}"
    )


def test_11_before_5_and_morning_5_does_not_let_a_level_go_on() -> None:
    days = [session(days, before=5, after=5, morning=None) for days in (5, 3)]
    found = judged(*days, morning(5, 4), morning(5, 2))
    assert found.courses.strength["hip-core-strength"].level == 1


def test_11_repeat_says_what_by_its_name() -> None:
    one = session(1, "return-to-run-2", Load.HIGH, before=0, after=0, title="Return to running, stage 2")
    assert "“Return to running, stage 2”" in sentence(judged(one, morning(1)), Kind.MORNING)
    assert "run as far as last time, 5.0 km" in sentence(judged(ran(1, pain=1), morning(1)), Kind.MORNING)


def test_11_a_poor_morning_asks_for_less_and_never_for_as_much() -> None:
    one = sentence(judged(ran(1, pain=3), morning(7)), Kind.MORNING)
    assert one == "A poor morning after the run of 5.0 km. Consider a rest day, then less of it."


# 12 · only what loads the hip can be reacted to


@pytest.mark.parametrize(("load", "reacts"), [(Load.NONE, False), (Load.LOW, True), (Load.HIGH, True)])
def test_12_after_ice_or_heat_there_is_no_reaction(load: Load, reacts: bool) -> None:
    found = judged(session(0, "any", load, before=7, after=6))
    assert bool(found.found(Kind.REACTION)) == reacts


# 13 · ice and heat


@pytest.mark.parametrize(("hours", "waits"), [(0, True), (47.9, True), (48, False)])
def test_13_heat_waits_two_days_after_an_onset(hours: float, waits: bool) -> None:
    found = judged(onsets=(Onset("o", ago(hours=hours)),))
    assert found.allows("heat-therapy", Load.NONE) != waits


@pytest.mark.parametrize(("minutes", "waits"), [(0, True), (59, True), (60, False)])
def test_13_heat_waits_an_hour_after_a_run_typed_or_played(minutes: float, waits: bool) -> None:
    end = ago(minutes=minutes)
    typed, played = ran(0, at=end), replace(session(0, "return-to-run-1", Load.HIGH), ended=end)
    assert judged(typed).allows("heat-therapy", Load.NONE) != waits
    assert judged(played).allows("heat-therapy", Load.NONE) != waits
    assert judged(ran(0, at=end, sport=Sport.WALK)).allows("heat-therapy", Load.NONE)


def test_13_ice_leaves_three_hours_between() -> None:
    assert not judged(ices=(ago(hours=2.9),)).allows("ice-therapy", Load.NONE)
    assert judged(ices=(ago(hours=3),)).allows("ice-therapy", Load.NONE)


@pytest.mark.parametrize(
    ("week", "now", "asked"), [(0, 3, True), (0, 2, False), (2, 5, True), (2, 4, False), (2, 6, True), (3, 6, False)]
)
def test_13_a_flare_up_after_a_calm_week_asks_whether_a_new_pain_began(week: int, now: int, asked: bool) -> None:
    calm = [morning(week, day) for day in range(1, 8)]
    assert (judged(*calm, said(now)).asking(Ask.ONSET) is not None) == asked
    noted = (Onset("o", ago(hours=1)),)
    assert judged(*calm, said(now), onsets=noted).asking(Ask.ONSET) is None


@pytest.mark.parametrize(("worst", "now", "asked"), [(5, 5, False), (5, 8, True), (8, 8, False)])
def test_13_beside_a_pain_of_weeks_a_new_one_is_asked_about_only_where_it_is_above_all_of_that(
    worst: int, now: int, asked: bool
) -> None:
    began = [morning(worst, day) for day in range(20, 7, -1)]
    calm = [morning(2, day) for day in range(6, 0, -1)]
    found = judged(*began, *calm, said(now))
    assert (found.asking(Ask.ONSET) is not None) == asked


# 14 · coming back to running begins with a walk and its morning


def test_14_the_walk_and_the_morning_after_it_are_looked_up() -> None:
    walk = ran(1, None, pain=2, sport=Sport.WALK, seconds=1800)
    rested = said(0, at=ago(1, hours=3))
    stage = "return-to-run-1"
    assert judged(walk, rested, morning(0, stiffness=Stiffness.USUAL)).allows(stage, Load.HIGH)
    assert not judged(walk, rested, said(0)).allows(stage, Load.HIGH)
    assert not judged(walk, rested, morning(0, stiffness=Stiffness.MORE)).allows(stage, Load.HIGH)
    assert not judged(rested, morning(0)).allows(stage, Load.HIGH)


# 15 · away from strength (from stages: tests of the stages)


@pytest.mark.parametrize(("days", "number"), [(2, 3), (13, 3), (14, 1), (41, 1), (42, 1)])
def test_15_strength_goes_one_back_after_14_days_and_to_the_first_after_42(days: int, number: int) -> None:
    told = [
        session(days + more, "hip-core-strength-2", before=0, after=0, morning=morning(0, days + more - 1))
        for more in (2, 0)
    ]
    assert level(told, "hip-core-strength", NOON, UTC).level == number


def test_15_from_the_third_level_it_is_the_second_and_then_the_first() -> None:
    def told(days: int) -> int:
        ended = [
            session(days + more, "hip-core-strength-3", before=0, after=0, morning=morning(0, days + more - 1))
            for more in (2, 0)
        ]
        found = level(ended, "hip-core-strength", NOON, UTC)
        said = f"Hip & core strength: it has been {days} days. Consider level"
        assert days < 14 or found.sentence == f"{said} {found.level} to begin again."
        return found.level

    assert [told(days) for days in (13, 14, 41, 42)] == [3, 2, 2, 1]


# 17 · what is offered as gentle


@pytest.mark.parametrize("area", [Area.FRONT, Area.OUTER, Area.BUTTOCK, None])
@pytest.mark.parametrize("score", range(11))
def test_17_gentle_holds_nothing_that_is_left_out(area: Area | None, score: int) -> None:
    found = judged(said(score, area=area, on_impact=False if area is Area.FRONT else None))
    if found.suits:
        assert not SUGGESTED[found.suits].areas & found.avoid
        assert found.allows(found.suits, SUGGESTED[found.suits].load)


def test_17_the_table_of_suggested_routines_is_what_their_files_say() -> None:
    library = Library(find_paths())
    for name, about in SUGGESTED.items():
        plan = library.open(name)[0].plan
        areas = {area for interval in plan.intervals for area in interval.about.avoid_if}
        assert (name, plan.load, areas) == (name, about.load, set(about.areas))


def test_17_front_leaves_out_pigeon_butterfly_lunge_and_crossed_legs_outer_figure_four_and_rolling() -> None:
    library = Library(find_paths())
    steps = {
        interval.about.exercise: set(interval.about.avoid_if)
        for name in ("post-run-hip-stretch", "rest-day-light-stretch", "foam-roll-hips", "warm-up-five-step")
        for interval in library.open(name)[0].plan.intervals
        if interval.kind == "work"
    }
    front, outer = {"front-hip", "groin"}, {"outer-hip"}
    for name in ("pigeon-pose", "butterfly-stretch", "lunge-stretch", "figure-four-stretch", "figure-four-standing"):
        assert steps[name] & front, name
    for name in ("figure-four-stretch", "roll-side-hip", "pigeon-pose"):
        assert steps[name] & outer, name


@pytest.mark.parametrize("more", [{"signs": ticked("swelling")}, {"signs": ticked("no-weight")}, {"unread": "Locked."}])
@pytest.mark.parametrize("masked", [None, True])
def test_17_where_gentle_routines_are_advised_against_none_is_named(more: dict[str, Any], masked: bool | None) -> None:
    found = judged(said(2 if masked else 4, masked=masked), **more)
    assert Load.LOW in found.against
    assert sentence(found, Kind.SCORE).startswith("Noticeable. Rest is the better choice today.")
    weeks = judged(*[morning(4, day) for day in range(50)], said(4, limp=True))
    assert word(weeks, Kind.EPISODE)
    assert sentence(weeks, Kind.SCORE) == "Noticeable. Rest is the better choice today."
    limping = judged(said(4, limp=True))
    assert sentence(limping, Kind.SCORE) == "Noticeable. Rest is the better choice today."


# 18 · rest days


@pytest.mark.parametrize("sport", list(Sport))
def test_18_only_running_and_strength_are_active_days(sport: Sport) -> None:
    found = judged(*[ran(day, None, sport=sport, seconds=1800) for day in range(9)])
    assert bool(found.found(Kind.REST_DAY)) == (sport in {Sport.RUN, Sport.STRENGTH})
    yoga = judged(*[session(day, "rest-day-light-stretch", Load.LOW) for day in range(9)])
    assert not yoga.found(Kind.REST_DAY)
    assert judged(*[session(day) for day in range(7)]).found(Kind.REST_DAY)


# What could not be read, and moments that cannot be


def test_what_cannot_be_read_is_never_laxer() -> None:
    found = assess(known(unread="The journal is locked."), NOON, UTC)
    assert found.level is Level.REST
    assert found.against == {Load.LOW, Load.MODERATE, Load.HIGH}


@pytest.mark.parametrize("hours", [1, 47])
def test_an_answer_from_a_clock_that_was_ahead_counts_as_now(hours: float) -> None:
    assert sentence(judged(said(8, at=NOON + timedelta(hours=hours))), Kind.SCORE).startswith("Very high.")


def test_an_answer_from_a_year_to_come_is_named_and_nothing_heavy_is_advised() -> None:
    found = judged(said(8, at=NOON + timedelta(days=400)))
    assert sentence(found, Kind.AHEAD) == (
        "Something is dated 2027-06-24, still to come by this clock, and is not counted. "
        "Rest until you note how the hip is."
    )
    assert found.against == {Load.LOW, Load.MODERATE, Load.HIGH}
    noted = judged(said(8, at=NOON + timedelta(days=400)), said(0))
    assert noted.against == frozenset()
    assert sentence(noted, Kind.AHEAD).endswith("is not counted.")


def test_an_evening_that_was_severe_leaves_the_signs_to_be_answered_after_a_lower_morning() -> None:
    evening = said(9, at=ago(hours=16), limp=True)
    assert judged(evening, morning(2)).asking(Ask.SIGNS)
    assert not judged(evening, morning(2), screens=answered(ago(hours=1))).asking(Ask.SIGNS)


def test_beside_a_word_of_rest_none_speaks_of_going_on() -> None:
    facts = known(ran(1, pain=1), morning(1), said(9))
    lines = [one.why for one in hints(facts, assess(facts, NOON, UTC))]
    assert lines[0].startswith("Very high.")
    assert not any(line.startswith("The next time") for line in lines)


def test_where_every_gentle_routine_holds_what_is_left_out_a_walk_is_named() -> None:
    facts = known(said(4, area=Area.OUTER))
    lines = [one.why for one in hints(facts, assess(facts, NOON, UTC))]
    assert lines[1] == WALK


def test_moments_are_said_by_the_clock_of_where_the_person_is() -> None:
    tokyo, west = timezone(timedelta(hours=9)), timezone(timedelta(hours=-7))
    facts = known(said(8, at=datetime(2026, 11, 2, 23, tzinfo=tokyo)))
    found = assess(facts, datetime(2026, 11, 2, 8, tzinfo=west), west)
    assert found.findings[0].because[0].text == "pain 8, on 2026-11-02 at 07:00"


def test_an_onset_that_ended_before_it_began_still_counts() -> None:
    odd = Onset("o", ago(hours=5), over=ago(hours=9))
    assert not judged(onsets=(odd,)).allows("heat-therapy", Load.NONE)


def test_runs_of_no_length_and_of_400_km_are_taken_as_they_are() -> None:
    assert judged(ran(3, 0), ran(2, 0), ran(1, 400), ran(0, 5)).level is Level.GO
    assert date(2026, 5, 20) == NOON.date()
