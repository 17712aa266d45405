"""Weeks of a runner with a sore hip, told through the real commands: what is said, and what is not."""

from __future__ import annotations

from datetime import date, timedelta

from hiproutine.advice.asking import QUESTIONS, Ask
from hiproutine.advice.sore_places import LANDING_SENTENCE
from hiproutine.journal.outings import outings
from tests.at_moments import Commands

NOTHING_AGAINST = [
    "Before a run: hiproutine play warm-up-five-step",
    "After a run: hiproutine play post-run-hip-stretch",
]
FIVE = "run --distance 5km --pain 0"


def test_three_weeks_without_a_run_and_then_twice_the_longest_is_a_word_about_that_run_alone(
    commands: Commands,
) -> None:
    for day in ("2026-09-01", "2026-09-03", "2026-09-05"):
        commands(FIVE, f"{day} 09:00")
    long = commands("run --distance 10km --pain 0", "2026-10-01 09:00")
    assert "more than 30 % longer than the longest of the 30 days before" in long
    assert "week" not in long.split("That run was")[1].split("Source:")[0]
    commands("run --distance 10km --pain 0", "2026-10-03 09:00")
    assert commands("today", "2026-10-05 20:00").splitlines() == NOTHING_AGAINST


def test_the_same_three_runs_of_every_week_are_never_warned(commands: Commands) -> None:
    monday = date(2026, 11, 2)
    for number in range(12):
        day = monday + timedelta(days=7 * (number // 3) + 2 * (number % 3))
        said = commands(FIVE, f"{day} 09:00")
        assert len(said.splitlines()) == 2, said
        assert commands("today", f"{day} 20:00").splitlines() == NOTHING_AGAINST


def test_an_8_of_the_morning_still_counts_at_noon(commands: Commands) -> None:
    commands("pain --score 8", "2026-11-02 07:00")
    assert "\nVery high. Please consider medical advice today.\n" in commands("pain --score 1", "2026-11-02 12:00")
    lines = commands("today", "2026-11-02 12:01").splitlines()
    assert lines == ["Very high. Please consider medical advice today.", QUESTIONS[Ask.SIGNS]]


def test_a_0_after_a_pain_reliever_with_a_9_that_day_is_not_calm(commands: Commands) -> None:
    first = commands("pain --score 0 --worst 9 --masked", "2026-11-03 07:00")
    assert first.splitlines()[0] == "Kept: pain 0 of 10, 9 at the worst, after a pain reliever."
    for said in (first, commands("pain --score 0", "2026-11-03 07:01"), commands("today", "2026-11-03 07:02")):
        assert "Very high. Please consider medical advice today." in said
        assert QUESTIONS[Ask.SIGNS] in said
        assert "play" not in said


def test_three_runs_that_hurt_are_three_reactions_said_at_once_later_and_in_the_report(commands: Commands) -> None:
    for day in ("2026-11-02", "2026-11-05"):
        assert "reacted to the run of 5.0 km" in commands("run --distance 5km --pain 7", f"{day} 18:00")
    three = "In two weeks your hip reacted 3 times"
    assert three in commands("run --distance 5km --pain 7", "2026-11-08 18:00")
    today = commands("today", "2026-11-10 08:00")
    assert today.startswith(three)
    assert "warm-up" not in today
    report = commands("report")
    assert three in report
    assert report.count("a run: 7 of 10 at worst") == 3


def test_severe_pain_is_echoed_whole_and_nothing_that_loads_the_hip_is_offered(commands: Commands) -> None:
    said = commands("pain --score 10 --feel sharp --limp --area front", "2026-11-02 08:00")
    assert said.splitlines()[0] == "Kept: pain 10 of 10, sharp, with a limp, in front."
    assert "Very high. Please consider medical advice today." in said
    assert QUESTIONS[Ask.SIGNS] in said
    assert "play" not in commands("today", "2026-11-02 08:01")
    run = commands("run --distance 5km --pain 9", "2026-11-02 18:00")
    assert "Very high." in run
    assert QUESTIONS[Ask.SIGNS] in run
    assert "play" not in commands("today", "2026-11-02 18:10")


def test_a_sign_stands_until_it_was_checked_or_taken_back_which_are_two_things(commands: Commands) -> None:
    commands("signs --apply groin-on-impact --apply swelling", "2026-09-20 08:00")
    for line in ("pain --score 2", "today", "report"):
        assert LANDING_SENTENCE in commands(line, "2026-10-30 08:00")
    signs = commands("report").split("## Warning signs\n\n")[1]
    assert signs.count("stands since then.") == 2
    commands("signs --checked groin-on-impact", "2026-10-30 08:02")
    commands("signs --back swelling", "2026-10-30 08:03")
    signs = commands("report --weeks 8", "2026-10-30 08:04").split("## Warning signs\n\n")[1]
    assert "- 2026-09-20: “Deep pain in the groin or front thigh on landing, or on every step”, checked by a" in signs
    assert "“Swelling around the hip”, ticked by mistake, taken back on 2026-10-30." in signs
    assert LANDING_SENTENCE not in commands("today")


def test_who_only_rests_and_answers_mornings_is_told_after_14_and_after_42_days(commands: Commands) -> None:
    first = date(2026, 9, 1)
    words = {13: None, 14: "Little change in two weeks.", 41: "Little change in two weeks.", 42: "Pain for six weeks"}
    for number in (one for one in range(50) if one % 3 == 0 or one in words):
        day = first + timedelta(days=number)
        said = commands("pain --score 5 --when morning", f"{day} 07:00")
        if number in words:
            word = words[number]
            assert ("Little change" in said or "six weeks" in said) == bool(word)
            assert word is None or word in said
    assert commands("today", "2026-10-20 08:00").startswith("Pain for six weeks is worth an appointment")
    assert "Pain for six weeks is worth an appointment" in commands("report")


def test_a_walk_every_day_is_no_training_without_a_rest_day(commands: Commands) -> None:
    for day in range(2, 12):
        said = commands("run --sport walk --time 30m --pain 0", f"2026-11-{day:02} 18:00")
        assert said == "Kept: a walk, 30 minutes, pain 0.\n"
    assert commands("today", "2026-11-11 20:00").splitlines() == NOTHING_AGAINST


def test_today_that_is_named_after_midnight_is_now_and_counts_at_once(commands: Commands) -> None:
    night = "2026-11-03 01:50"
    assert "5.0 km in 1 run in these seven days" in commands("run --distance 5km --on today", night)
    assert "5.0 km" in commands("runs", night)
    commands("pain --score 3 --on today", night)
    assert commands("pain --list", night).startswith("2026-11-03 01:50")
    commands("history --add cool-down --on 2026-11-03", night)
    with commands.journal as journal:
        assert all(one.ended_at and one.ended_at <= journal.now() for one in journal.sessions())
        assert max(journal.readings()[0].at, outings(journal)[0].at) <= journal.now()
