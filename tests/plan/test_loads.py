"""Weights and bands: shown, said, kept, and what becomes of them the next time."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.cli.printing import plan_lines, plan_values
from hiproutine.cues.spoken import Script
from hiproutine.plain.lines import Teller
from hiproutine.plan.loads import LoadUsed, loads_done, next_band, next_weight, used_text, with_loads
from hiproutine.plan.model import Kind, Plan
from hiproutine.play.events import IntervalStarted
from hiproutine.play.view import Phase, View
from hiproutine.share.sheet import dose_text
from hiproutine.tui.editor.plan_text import rows_of
from hiproutine.tui.library.text import dose
from hiproutine.tui.player.scene import scene_of
from hiproutine.workout.steps import Step, workout_of
from tests.desk import Desk, routine

DROP = '{ name = "Drop", reps = 8, weight = "10kg", effort = 7 }'
CLAM = '{ name = "Clam", reps = 8, band = "green band", sides = "each", sets = 2 }'


def works(plan: Plan) -> list[tuple[str, str, str]]:
    return [
        (one.about.weight, one.about.band, one.about.load_note)
        for one in plan.intervals
        if one.kind is Kind.WORK and one.set == 1 and one.side != "right"
    ]


def test_they_are_shown_and_said(desk: Desk) -> None:
    loaded = desk.load(routine(DROP, CLAM))
    plan = loaded.plan
    ready, drop = plan.intervals[:2]
    clam = next(one for one in plan.intervals if one.name == "Clam" and one.kind is Kind.WORK)
    assert [(one.about.weight, one.about.band) for one in (drop, clam)] == [("10 kg", ""), ("", "green")]
    lines = [one.text for one in plan_lines(loaded)]
    assert any(line.endswith("Drop, 8 times, 10 kg, effort 7 of 10") for line in lines)
    assert any(line.endswith("Clam, left side, 8 times, green band, set 1 of 2") for line in lines)
    assert Script(plan).opening(ready).text.startswith("Get ready: Drop, eight times, ten kilos, effort seven.")
    view = View(Phase.PLAYING, ready, 0.0, 10.0, 0, 0.0, 10.0, 0.0)
    assert (
        Teller(plan)
        .tell((IntervalStarted(0.0, ready),), view)[0]
        .startswith("Get ready: Drop, 8 times, 10 kilos, effort 7 of 10.")
    )
    assert (dose(drop, plan), dose_text(drop, plan)) == ("8 times, 10 kg, effort 7 of 10",) * 2
    assert dose(clam, plan) == "2 × 8 times a side, green band"
    assert scene_of(view, plan, "", datetime(2026, 3, 1, tzinfo=UTC)).detail == "8 times · 10 kg · effort 7 of 10"
    assert next(row.amount for row in rows_of(loaded)) == "8 times, 10 kg"
    assert [(one.get("weight"), one.get("band")) for one in plan_values(plan)["intervals"][:2]] == [("10 kg", None)] * 2
    made = workout_of(plan, lambda _: None)
    assert any(isinstance(one, Step) and "10 kg." in one.notes for one in made.steps)


@pytest.mark.parametrize(
    ("weight", "more", "less"),
    [
        ("10 kg", "11 kg", "9 kg"),
        ("2 kg", "2.5 kg", "1.5 kg"),
        ("0.5 kg", "1 kg", "0.5 kg"),
        ("12.5 kg", "13.5 kg", "11.5 kg"),
        ("20 lb", "22 lb", "18 lb"),
        ("3 lb", "4 lb", "2 lb"),
    ],
)
def test_a_weight_becomes_a_tenth_more_or_less(weight: str, more: str, less: str) -> None:
    assert [next_weight(weight, then) for then in ("more", "less", "same", "")] == [more, less, weight, weight]


@given(st.integers(1, 1000), st.sampled_from(["kg", "lb"]))
def test_more_is_more_and_less_is_never_more(halves: int, unit: str) -> None:
    weight = f"{halves / 2:g} {unit}"
    more, less = (float(next_weight(weight, then).split(" ")[0]) for then in ("more", "less"))
    assert more > halves / 2 >= less - (0.5 if unit == "lb" else 0)
    assert less > 0


def test_a_band_goes_by_its_colour() -> None:
    assert [next_band("green", then) for then in ("more", "less", "same")] == ["blue", "red", "green"]
    assert [next_band(band, "more") for band in ("gold", "the short one", "")] == ["gold", "the short one", ""]


def test_what_was_used_is_proposed_until_the_file_says_something_else(desk: Desk) -> None:
    plan = desk.plan(routine(DROP, CLAM))
    used = (
        LoadUsed("Drop", "10 kg", "12 kg", "", "more"),
        LoadUsed("Clam", "green band", "", "the short one", "less"),
        LoadUsed("Drop", "10 kg", "10 kg", "", "more"),
    )
    made = with_loads(plan, used, lambda _: True)
    assert works(made) == [("13 kg", "", "last time 12 kg"), ("", "the short one", "a lighter one, if you have it")]
    assert works(with_loads(plan, used, lambda _: False))[0] == ("12 kg", "", "")
    changed = desk.plan(routine(DROP.replace("10kg", "15kg")))
    assert works(with_loads(changed, used, lambda _: True)) == [("15 kg", "", "")]
    assert [one.written for one in loads_done(made, {1: 1.0})] == ["10 kg"]
    assert [one.seconds for one in made.intervals] == [one.seconds for one in plan.intervals]


def test_only_what_was_done_was_used(desk: Desk) -> None:
    plan = desk.plan(routine(DROP, CLAM))
    assert loads_done(plan, {}) == ()
    clams = [one.index for one in plan.intervals if one.name == "Clam" and one.kind is Kind.WORK]
    found = loads_done(plan, {1: 1.0, clams[0]: 0.5}, "same")
    assert found == (
        LoadUsed("Drop", "10 kg", "10 kg", "", "same"),
        LoadUsed("Clam", "green band", "", "green", "same"),
    )
    assert used_text(found) == "Drop 10 kg; Clam green band, the same the next time"


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ('weight = "10"', 'write "10 kg" or "10 lb"'),
        ("weight = 10", 'write "10 kg" or "10 lb"'),
        ('weight = "10 kilos"', 'write "10 kg"'),
        ('weight = "2x7,5kg"', 'write "7.5 kg"'),
        ('weight = "bodyweight"', "take it out"),
        ('weight = "heavy"', 'write it as "10 kg" or "20 lb"'),
        ('weight = "0 kg"', "take it out"),
        ('weight = "900 lb"', 'write "500 lb" or less'),
        ("band = true", 'write which one, such as "green"'),
        ('band = " band"', 'write its colour or name, such as "green"'),
    ],
)
def test_what_is_none_is_said_with_its_cure(desk: Desk, line: str, cure: str) -> None:
    problem = desk.problem(routine(f'{{ name = "A", hold = 5, {line} }}'))
    assert problem.place == ("steps", 0, line.split(" ", maxsplit=1)[0])
    assert problem.help == cure


def test_a_break_has_none_and_another_word_is_understood(desk: Desk) -> None:
    assert desk.problem(routine('{ name = "A", hold = 5 }', '{ rest = 5, weight = "5 kg" }')).code == "unknown-key"
    assert desk.problem(routine('{ name = "A", hold = 5, kg = 10 }')).help == "did you mean “weight”"


def test_what_was_said_stands_where_a_session_was_kept_without_an_answer(desk: Desk) -> None:
    plan = desk.plan(routine(DROP))
    said, silent = (LoadUsed("Drop", "10 kg", "10 kg", "", then) for then in ("more", ""))
    assert works(with_loads(plan, (silent, silent, said), lambda _: True)) == [("11 kg", "", "last time 10 kg")]
    assert works(with_loads(plan, (silent, said), lambda one: one is said)) == [("10 kg", "", "")]
    followed = LoadUsed("Drop", "10 kg", "11 kg", "", "")
    assert works(with_loads(plan, (followed, said), lambda _: True)) == [("11 kg", "", "")]
    same = LoadUsed("Drop", "10 kg", "10 kg", "", "same")
    assert works(with_loads(plan, (same, said), lambda _: True)) == [("10 kg", "", "")]
