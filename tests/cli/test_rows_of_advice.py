"""Each row of what has to hold, through the real commands or the real questions; and where its edges are tested."""

from __future__ import annotations

from datetime import date, timedelta
from importlib import import_module

import pytest

from hiproutine.advice.asking import QUESTIONS, Ask
from hiproutine.advice.assess import SOON_SENTENCE, URGENT_SENTENCE
from hiproutine.advice.sore_places import LANDING_SENTENCE
from hiproutine.dialogue.before import before
from hiproutine.dialogue.context import AskBefore, open_context
from tests.advice.routines import ROUTINES
from tests.at_moments import Commands
from tests.dialogue.talk import talk

RELIEVER, SIGNS, ONSET = (QUESTIONS[one] for one in (Ask.RELIEVER, Ask.SIGNS, Ask.ONSET))
SITUATIONS, EDGES = "tests.advice.test_situations", "tests.advice.recovery.test_stage_days"
BEFORE, ENDED, MONTH = "tests.dialogue.test_before", "tests.dialogue.test_session", "tests.advice.test_building_up"
SIGNED = "tests.dialogue.test_signs"
TOLD = "tests.cli.test_histories"
ROWS: dict[int | str, tuple[str, ...]] = {
    1: (f"{SITUATIONS}.test_1_", f"{BEFORE}.test_an_urgent_sign_is_said", "test_1_", f"{SIGNED}.test_opened_by_hand"),
    2: (f"{SITUATIONS}.test_2_", "test_2_"),
    3: (f"{SITUATIONS}.test_3_", "test_3_", f"{BEFORE}.test_high_pain_brings"),
    4: ("test_4_",),
    5: (f"{SITUATIONS}.test_5_", "test_5_", f"{ENDED}.test_the_morning_after_a_run"),
    6: (f"{SITUATIONS}.test_6_", "test_6_", f"{TOLD}.test_three_runs_that_hurt"),
    7: (f"{SITUATIONS}.test_7_", "test_7_", f"{TOLD}.test_who_only_rests"),
    8: (f"{SITUATIONS}.test_8_", "test_8_", f"{TOLD}.test_an_8_of_the_morning"),
    9: (f"{SITUATIONS}.test_9_", "test_9_"),
    10: (f"{SITUATIONS}.test_10_", "test_10_"),
    11: (f"{SITUATIONS}.test_11_", "test_11_"),
    12: (f"{SITUATIONS}.test_12_", "test_12_"),
    13: (f"{SITUATIONS}.test_13_", "test_13_", "tests.play.test_therapy.test_never_above_twenty"),
    14: (f"{SITUATIONS}.test_14_", "test_14_", "tests.advice.recovery.test_stages.test_what_a_walk_lacks"),
    15: (f"{SITUATIONS}.test_15_", "test_15_", f"{EDGES}.test_"),
    16: ("test_16_", f"{BEFORE}.test_one_key_makes_it_easier", f"{ENDED}.test_what_was_cut_is_kept"),
    17: (f"{SITUATIONS}.test_17_", "test_17_"),
    18: (f"{SITUATIONS}.test_18_", "test_18_", f"{TOLD}.test_a_walk_every_day"),
    "a single run": (f"{MONTH}.test_a_single_run", "test_a_single_run", f"{TOLD}.test_three_weeks_without"),
    "10 % a week": (f"{MONTH}.test_a_week_against", "test_10_percent_a_week", f"{TOLD}.test_the_same_three_runs"),
    "30 % in two weeks": (f"{MONTH}.test_two_weeks_ago", "test_30_percent_in_two_weeks"),
    "a rest day": (f"{MONTH}.test_a_week_without_a_rest_day", "test_a_week_without_a_rest_day"),
}
"""Tests by how their names begin; without a module, of this one."""


def test_every_row_has_its_tests_and_every_test_its_row() -> None:
    assert [row for row in ROWS if isinstance(row, int)] == list(range(1, 19))
    assert len(ROWS) == 18 + 4
    for row, tests in ROWS.items():
        for test in tests:
            module, _, name = test.rpartition(".")
            found = [one for one in dir(import_module(module or __name__)) if one.startswith(name)]
            assert found, (row, test)
    begins = tuple(one for tests in ROWS.values() for one in tests if "." not in one)
    mine = [one for one in globals() if one.startswith("test_") and not one.startswith("test_every_row")]
    assert [one for one in mine if not one.startswith(begins)] == []


def checked(commands: Commands, routine: str, answers: list[object], when: AskBefore = AskBefore.ALWAYS) -> list[str]:
    """What the check before a routine asks and says."""
    with open_context(commands.place, open=ROUTINES.get, now=commands.wall, ask_before=when) as here:
        found = talk(before(here, ROUTINES[routine]), answers)
    return [line for one in found.asked for line in (one.text, *getattr(one, "sentences", ()))]


@pytest.mark.parametrize(("sign", "words"), [("no-weight", URGENT_SENTENCE), ("swelling", SOON_SENTENCE)])
def test_1_a_ticked_sign_is_said_at_once_and_everywhere(commands: Commands, sign: str, words: str) -> None:
    assert words in commands(f"signs --apply {sign}")
    assert commands("today").startswith(words)
    said = checked(commands, "return-to-run-1", ["yes", "leave"] if sign == "no-weight" else ["yes", 0, 0, "leave"])
    assert words in said
    if sign == "swelling":
        assert checked(commands, "running-form-check", [0, 0, None])[-1] == words


def test_2_pain_on_landing_in_front(commands: Commands) -> None:
    assert LANDING_SENTENCE in commands("pain --score 2 --area front --landing")
    why = commands("today --why")
    assert "Left out: steps for front-hip, groin, impact." in why
    assert "stretch" not in commands("today")


WAYS = (
    "pain --score 8",
    "pain --score 8 --when after",
    "pain --score 8 --when morning",
    "run --distance 5km --pain 8",
    "pain --score 6 --limp",
    "pain --score 6 --feel sharp",
)


@pytest.mark.parametrize("way", WAYS)
def test_3_a_severe_score_by_any_way_names_the_signs_again_the_same_day(commands: Commands, way: str) -> None:
    commands("pain --score 3", "2026-11-02 07:00")
    commands("signs --none", "2026-11-02 08:00")
    said = commands(way, "2026-11-02 09:00")
    assert SIGNS in said
    assert ("High. " if " 6 " in way else "Very high. ") in said
    commands("signs --none", "2026-11-02 10:00")
    assert SIGNS not in commands("today", "2026-11-02 10:01")


@pytest.mark.parametrize(
    ("line", "echo"),
    [
        ("pain --score 10 --feel sharp --limp --area front", "Kept: pain 10 of 10, sharp, with a limp, in front."),
        ("pain --score 2 --masked --when morning", "Kept: pain 2 of 10, after a pain reliever, this morning."),
        ("pain --score 0 --worst 4 --side both", "Kept: pain 0 of 10, 4 at the worst, both sides."),
        ("pain --score 1 --no-landing --not-masked", "Kept: pain 1 of 10, not on landing, without a pain reliever."),
        ("run --distance 5km --pain 2 --surface trail", "Kept: a run, 5.0 km, trail, pain 2."),
    ],
)  # fmt: skip
def test_4_what_is_kept_is_echoed_whole(commands: Commands, line: str, echo: str) -> None:
    assert commands(line).splitlines()[0] == echo


def test_5_a_morning_speaks_for_the_run_whatever_was_stretched_in_the_evening(commands: Commands) -> None:
    commands("run --distance 5km --pain 3", "2026-11-02 07:00")
    commands("history --add rest-day-light-stretch", "2026-11-02 20:00")
    assert "A poor morning after the run of 5.0 km" in commands("pain --score 5 --when morning", "2026-11-03 07:00")


def test_6_pain_told_with_a_run_counts_in_everything(commands: Commands) -> None:
    for day in (19, 21, 23):
        commands("run --distance 5km --pain 1", f"2026-10-{day} 09:00")
    for day in (26, 28, 30):
        said = commands("run --distance 5km --pain 4", f"2026-10-{day} 09:00")
    assert "Going the wrong way." in said
    assert "worst of a run or another activity" in commands("report")
    commands("signs --none")
    asked = checked(commands, "running-form-check", ["yes", 0, 0, "no", None], AskBefore.WHEN_IT_HURT)
    assert "How is the hip right now?" in asked


def test_7_rising_from_week_to_week_is_said_to_who_only_answers_mornings(commands: Commands) -> None:
    for day in range(20, 32):
        said = commands(f"pain --score {1 if day < 27 else 4} --when morning", f"2026-10-{day} 07:00")
    assert "Going the wrong way." in said
    assert commands("today", "2026-10-31 12:00").startswith("Going the wrong way.")


def test_8_the_highest_of_a_day_counts_until_a_lower_morning(commands: Commands) -> None:
    commands("pain --score 6 --masked --no-limp", "2026-11-02 20:00")
    assert commands("today", "2026-11-02 23:00").startswith("Very high.")
    commands("pain --score 2 --when morning", "2026-11-03 07:00")
    assert "Very high." not in commands("today", "2026-11-03 07:01")


def test_9_a_pain_reliever_is_asked_for_where_it_hurt_or_one_was_noted(commands: Commands) -> None:
    commands("signs --none")
    commands("pain --score 1", "2026-11-02 09:00")
    assert RELIEVER in commands("today --why", "2026-11-02 10:00")
    assert RELIEVER in checked(commands, "running-form-check", ["yes", 0, 0, "no", None])
    assert RELIEVER not in commands("today --why")
    commands("pain --score 0 --masked", "2026-11-04 10:00")
    commands("pain --score 0", "2026-11-04 12:00")
    assert RELIEVER in commands("today --why")


def test_10_the_newest_place_counts_and_a_landing_that_hurts_holds(commands: Commands) -> None:
    commands("pain --score 3 --area outer --when before", "2026-04-01 09:00")
    commands("pain --score 3 --area front --landing --when after", "2026-04-01 10:00")
    assert "steps for front-hip, groin, impact." in commands("today --why")
    assert commands("today", "2026-11-02 09:00").startswith(LANDING_SENTENCE)
    commands("pain --score 0 --no-landing")
    assert LANDING_SENTENCE not in commands("today")


@pytest.mark.parametrize(
    ("first", "then", "words"),
    [(2, "2 --stiffness usual", ""), (3, "3", "No worse than before. The next time"), (5, "5", "No worse than before."),
     (1, "1 --stiffness more", "No worse than before."), (1, "3", "A poor morning")],
)  # fmt: skip
def test_11_good_no_worse_or_poor(commands: Commands, first: int, then: str, words: str) -> None:
    commands(f"pain --score {first}", "2026-11-02 08:00")
    commands("run --distance 5km", "2026-11-02 09:00")
    said = commands(f"pain --score {then} --when morning", "2026-11-03 07:00")
    assert words in said
    if not words:
        assert "A good morning reading." in commands("today --why")
    elif first >= 3:
        assert "good morning" not in commands("today --why")


def test_12_ice_is_nothing_to_react_to(commands: Commands) -> None:
    commands("history --add ice-therapy", "2026-11-02 08:00")
    said = commands("pain --score 6 --worst 7 --when after", "2026-11-02 08:05")
    assert "reacted" not in said
    assert "Nothing reacted" in commands("report")


def test_13_heat_waits_after_an_onset_and_after_a_run_and_a_flare_up_asks(commands: Commands) -> None:
    for day in (27, 29, 31):
        commands("pain --score 1", f"2026-10-{day} 08:00")
    assert ONSET in commands("pain --score 5", "2026-11-02 08:00")
    commands("onset today")
    assert "In the first two days ice suits better." in commands("today --why", "2026-11-04 07:59")
    assert "ice suits better" not in commands("today --why", "2026-11-04 08:00")
    commands("run --distance 2km --pain 0", "2026-11-06 08:00")
    assert "Straight after a run ice suits better." in commands("today --why", "2026-11-06 08:59")
    assert "ice suits better" not in commands("today --why", "2026-11-06 09:00")


def test_14_coming_back_begins_with_a_walk_and_the_morning_after_it(commands: Commands) -> None:
    assert "Not yet: note how the hip feels today first." in commands("today --why", "2026-11-02 08:00")
    commands("pain --score 0", "2026-11-02 08:00")
    assert "Because: no walk of 30 minutes is noted" in commands("today --why")
    commands("run --sport walk --time 30m --pain 1", "2026-11-02 09:00")
    assert "its morning is not answered." in commands("today --why")
    commands("pain --score 0 --when morning", "2026-11-03 07:00")
    assert "Stage 1 may suit now" in commands("today --why")


@pytest.mark.parametrize(("days", "stage"), [(6, 3), (13, 3), (14, 2), (27, 2), (28, 1), (89, 1), (90, 1)])
def test_15_after_days_away_the_stages_begin_again_further_back(commands: Commands, days: int, stage: int) -> None:
    commands("history --add return-to-run-3", "2026-08-01 09:00")
    commands("pain --score 0 --when after", "2026-08-01 09:01")
    commands("pain --score 0 --when morning", "2026-08-02 07:00")
    day = date(2026, 8, 1) + timedelta(days=days)
    commands("pain --score 0", f"{day} 08:00")
    why = commands("today --why")
    if days == 90:
        assert "consider a brisk walk of 30 minutes first" in why
    else:
        offered = commands("today")
        assert f"return-to-run-{stage}" in offered


def test_16_the_cut_is_one_key_away(commands: Commands) -> None:
    commands("signs --none", "2026-11-02 08:00")
    said = checked(commands, "hip-core-strength", ["yes", 3, 3, "no", "eased"])
    assert any(line.startswith("Noticeable.") for line in said)


@pytest.mark.parametrize(("area", "left"), [("front --no-landing", "stretch"), ("outer", "foam-roll")])
def test_17_what_is_offered_holds_nothing_that_is_left_out(commands: Commands, area: str, left: str) -> None:
    commands(f"pain --score 4 --area {area}")
    assert left not in commands("today")


def test_18_walks_swims_and_yoga_are_what_a_rest_day_may_hold(commands: Commands) -> None:
    for number, sport in enumerate(("walk", "swim", "cycle", "yoga", "hike", "walk", "swim", "yoga")):
        commands(f"run --sport {sport} --time 40m --pain 0", f"2026-11-{number + 2:02} 09:00")
    assert "days in a row" not in commands("today")


@pytest.mark.parametrize(
    ("far", "words"),
    [
        ("5.5km", ""),
        ("5.51km", "more than 10 % longer"),
        ("6.5km", "more than 10 % longer"),
        ("6.51km", "more than 30 %"),
        ("10km", "more than 30 %"),
        ("10.01km", "more than twice as long"),
    ],
)
def test_a_single_run_against_the_longest_of_the_month(commands: Commands, far: str, words: str) -> None:
    for day in (1, 3, 5):
        commands("run --distance 5km --pain 0", f"2026-11-0{day} 09:00")
    said = commands(f"run --distance {far} --pain 0", "2026-11-07 09:00")
    assert ("That run was" in said) == bool(words)
    assert words in said


def test_a_single_run_after_a_month_without_one_begins_short(commands: Commands) -> None:
    commands("run --distance 5km --pain 0", "2026-09-01 09:00")
    assert "The first run in a month. Start again with short ones" in commands("run --distance 9km", "2026-11-01 09:00")


@pytest.mark.parametrize(("days", "extra", "warned"), [(28, 6.6, True), (28, 6.5, False), (14, 6.6, False)])
def test_10_percent_a_week_after_28_days_of_notes(commands: Commands, days: int, extra: float, warned: bool) -> None:
    last = date(2026, 11, 20)
    for back in range(days, 0, -1):
        if back % 7 in {0, 3, 5}:
            commands("run --distance 5km --pain 0", f"{last - timedelta(days=back)} 09:00")
    said = commands(f"run --distance {extra}km --pain 0", f"{last} 09:00")
    assert ("more than 10 % above the weeks before" in said) == warned


def test_30_percent_in_two_weeks_is_said_with_how_sure_that_is(commands: Commands) -> None:
    last = date(2026, 11, 20)
    for back in range(35, 7, -1):
        if back % 7 in {0, 3, 5}:
            commands("run --distance 5km --pain 0", f"{last - timedelta(days=back)} 09:00")
    for back in (5, 3, 1, 0):
        said = commands("run --distance 5km --pain 0", f"{last - timedelta(days=back)} 09:00")
    assert "more than 30 % above two weeks ago" in said
    assert "1.59 times as many above 30 % (0.96 to 2.66), which may be chance" in commands("today --why")


def test_a_week_without_a_rest_day_of_running(commands: Commands) -> None:
    for day in range(2, 9):
        said = commands("run --distance 5km --pain 0", f"2026-11-{day:02} 09:00")
        assert ("days in a row with a run or strength" in said) == (day == 8)
