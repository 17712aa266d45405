"""Distances: how long they take, in what they are said, and what is said of what is none."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction

import pytest

from hiproutine.cli.guided_amounts import dose_of
from hiproutine.cli.printing import plan_lines, plan_values
from hiproutine.cues.measured import distance_said
from hiproutine.cues.spoken import Script
from hiproutine.plain.lines import Teller
from hiproutine.plan.distances import Distance, Measures, distance_words
from hiproutine.plan.model import Kind
from hiproutine.play.events import IntervalStarted
from hiproutine.play.view import Phase, View
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.distances import meant_distance, parse_distance, parse_pace
from hiproutine.routine.loading import load_text
from hiproutine.routine.values import BadValue
from hiproutine.share.sheet import dose_text
from hiproutine.tui.editor.plan_text import rows_of
from hiproutine.tui.library.text import dose
from hiproutine.tui.player.scene import scene_of
from hiproutine.workout.intervals_text import intervals_text
from hiproutine.workout.profile import RUNNING
from hiproutine.workout.steps import End, Step, workout_of
from tests.desk import Desk, blocks, routine

MILES = Measures(miles=True)
RUN = '{ name = "Run", distance = "400m" }'


@pytest.mark.parametrize(
    ("written", "metric", "imperial"),
    [
        ("400m", "400 m", "0.25 mi"),
        ("100 m", "100 m", "109 yd"),
        ("1500m", "1500 m", "0.93 mi"),
        ("1.5km", "1.5 km", "0.93 mi"),
        ("440yd", "402 m", "440 yd"),
        ("1 mi", "1.61 km", "1 mi"),
        ("0.125 mi", "201 m", "0.125 mi"),
    ],
)
def test_a_distance_is_said_in_the_persons_own_unit(written: str, metric: str, imperial: str) -> None:
    distance = parse_distance(written)
    assert isinstance(distance, Distance)
    assert (Measures().said(distance), MILES.said(distance)) == (metric, imperial)


@pytest.mark.parametrize(
    ("shown", "words", "said"),
    [
        ("400 m", "400 metres", "four hundred metres"),
        ("1500 m", "1500 metres", "one thousand five hundred metres"),
        ("437 yd", "437 yards", "four hundred thirty-seven yards"),
        ("1 km", "1 kilometre", "one kilometre"),
        ("1.61 km", "1.61 kilometres", "one point six one kilometres"),
        ("0.25 mi", "a quarter of a mile", "a quarter of a mile"),
        ("", "", ""),
    ],
)
def test_it_is_printed_and_said_in_words(shown: str, words: str, said: str) -> None:
    assert (distance_words(shown), distance_said(shown)) == (words, said)


def test_it_is_reckoned_by_the_nearest_pace(desk: Desk) -> None:
    plain = desk.plan(routine(RUN))
    assert [(one.seconds, one.metres, one.self_paced) for one in plain.intervals if one.kind is Kind.WORK] == [
        (144, 400, True)
    ]
    assert plain.estimated
    own = '{ name = "Own", distance = "1 km", pace = "5:30 /km" }'
    table = f'title = "B", pace = "4:00 /km", steps = [{own}, {{ name = "Block", distance = "1 km" }}]'
    outside = 'title = "C", blocks = [{ title = "D", steps = [{ name = "All", distance = "1 mi" }] }]'
    plan = desk.plan(blocks(table, outside, head='defaults = { pace = "9:00 /mi" }'))
    assert [one.seconds for one in plan.intervals if one.kind is Kind.WORK] == [330, 240, 540]


def test_a_person_has_a_pace_and_a_unit_of_their_own(desk: Desk) -> None:
    path = desk.write(routine(RUN, '{ name = "Jog", distance = ["100m", "200m"], sides = "each" }'))
    catalogue = Catalogue([], measures=lambda: Measures(miles=True, pace=Fraction(300, 1000)))
    plan = load_text(path.read_text(), path, catalogue).plan
    work = [(one.distance, one.seconds) for one in plan.intervals if one.kind is Kind.WORK]
    assert work == [("0.25 mi", 120), ("109 yd", 30), ("109 yd", 30), ("219 yd", 60), ("219 yd", 60)]


def test_it_is_shown_and_said_everywhere(desk: Desk) -> None:
    loaded = desk.load(
        routine(RUN, '{ name = "Ladder", distance = ["100m", "200m"] }', '{ name = "5 km", distance = "5 km" }')
    )
    plan = loaded.plan
    ready, run, *_ = plan.intervals
    ladder, far = (
        next(one for one in plan.intervals[2:] if one.name == name and one.metres) for name in ("Ladder", "5 km")
    )
    lines = [one.text for one in plan_lines(loaded)]
    assert "    0:10    ~2:24  At your pace  Run, 400 m" in lines
    assert any(line.endswith("At your pace  5 km") for line in lines)
    assert Script(plan).opening(ready).text.startswith("Get ready: Run, four hundred metres.")
    assert [dose(one, plan) for one in (run, ladder, far)] == ["400 m", "100 m, 200 m", "5 km"]
    assert [dose_text(one, plan) for one in (run, ladder, far)] == ["400 m", "100 m, 200 m", "5 km"]
    assert [row.amount for row in rows_of(loaded) if row.name in {"Run", "Ladder 2/2"}] == ["400 m", "200 m"]
    large = View(Phase.PLAYING, far, 0.0, 1.0, 0, 0.0, 10.0, 0.0)
    scene = scene_of(large, plan, "", datetime(2026, 3, 1, tzinfo=UTC))
    assert (scene.digits, scene.under, scene.detail) == ("5", "kilometres · space when done", "5 km")
    view = View(Phase.PLAYING, ready, 0.0, 10.0, 0, 0.0, 10.0, 0.0)
    assert Teller(plan).tell((IntervalStarted(0.0, ready),), view)[0].startswith("Get ready: Run, 400 metres.")
    found = plan_values(plan)["intervals"][1]
    assert (found["dose"], found["metres"], found["distance"], found["self_paced"]) == ("distance", 400, "400 m", True)


def test_a_watch_ends_it_by_itself(desk: Desk) -> None:
    made = workout_of(desk.plan(routine(RUN, '{ name = "Far", distance = "1.5 km" }')), lambda _: None)
    assert made.sport is RUNNING
    found = [step for step in made.steps if isinstance(step, Step) and step.end is End.DISTANCE]
    assert [step.amount for step in found] == [40_000, 150_000]
    assert intervals_text(made).splitlines()[1::2] == ["- Run 400mtr", "- Far 1.5km"]


@pytest.mark.parametrize(
    ("value", "cure"),
    [
        ('"400"', 'write it as "400m", "1.5 km", "1 mi" or "440yd"'),
        ("400", 'write "400m"'),
        ("5", 'write "5 km" or "5 mi"'),
        ("40", 'write "40m", "40 km" or "40 mi"'),
        ("12.5", 'write "12.5 km" or "12.5 mi"'),
        ('"40m each side"', 'write "40m"; sides = "each" is one side after the other'),
        ('"40 metres a leg"', 'write "40m"; sides = "each" is one side after the other'),
        ('"400 meters"', 'write "400m"'),
        ('"1,5 Km"', 'write "1.5 km"'),
        ('"10k"', 'write "10 km"'),
        ('"2 miles"', 'write "2 mi"'),
        ('"0m"', 'write "1m" or more'),
        ('"400 km"', 'write "100 km" or less'),
        ('["100m", "far"]', 'write it as "400m", "1.5 km", "1 mi" or "440yd"'),
    ],
)
def test_what_is_no_distance_is_said_with_its_cure(desk: Desk, value: str, cure: str) -> None:
    problem = desk.problem(routine(f'{{ name = "A", distance = {value} }}'))
    assert problem.place[:3] == ("steps", 0, "distance")
    assert problem.help == cure


@pytest.mark.parametrize(
    ("value", "cure"),
    [
        ("5:30", 'write "5:30 /km" or "5:30 /mi"'),
        ("5.30 min/km", 'write "5:30 /km"'),
        ("9 min per mile", 'write "9:00 /mi"'),
        ("fast", 'write it as "5:30 /km" or "9:00 /mi"'),
        ("1:00 /km", 'write "2:00 /km" to "60:00 /km"'),
    ],
)
def test_what_is_no_pace_is_said_with_its_cure(value: str, cure: str) -> None:
    with pytest.raises(BadValue) as caught:
        parse_pace(value)
    assert caught.value.cure == cure


def test_it_stands_alone_and_a_pace_not_without_it(desk: Desk) -> None:
    both = desk.problem(routine('{ name = "A", distance = "400m", hold = 5 }'))
    assert (both.code, both.place) == ("two-doses", ("steps", 0, "hold"))
    assert both.help == "keep one of distance, hold"
    paced = desk.problem(routine('{ name = "A", hold = 5, pace = "5:30 /km" }'))
    assert (paced.code, paced.place) == ("missing-key", ("steps", 0, "pace"))
    assert paced.help == 'write distance = "400m" in place of hold, or take it out'
    assert desk.problem('title = "T"\npace = "5:30 /km"\nsteps = [{ rest = 5 }]').help == "write it under [defaults]"


def test_an_answer_may_be_a_distance() -> None:
    assert [dose_of(answer, None) for answer in ("distance 400 metres", "5 km", "400 m", "5m", "200 yd")] == [
        {"distance": "400m"},
        {"distance": "5 km"},
        {"distance": "400m"},
        {"hold": "5m"},
        {"distance": "200yd"},
    ]
    assert meant_distance("half a lap") == ""
