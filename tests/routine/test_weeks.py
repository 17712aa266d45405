"""A plan over weeks: what each week is, where it ends, and what is wrong with it said where it can be mended."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hiproutine.journal.plan_json import BadPlan, plan_from_text, plan_text
from hiproutine.plan.cutting import cut
from hiproutine.plan.model import Interval, Kind, Plan
from hiproutine.plan.reps import Range, Sided
from hiproutine.routine import loading
from hiproutine.routine.growing import as_in_a_file
from hiproutine.routine.loaded import Loaded
from hiproutine.routine.progress import OF_STEP, Growth, growths_of
from hiproutine.routine.values import BadValue
from tests.desk import Desk, blocks, routine

COPENHAGEN = """title = "C"
weeks = [{ sets = 2, reps = 6 }, { sets = 3 }, { reps = 8 }, {}, { reps = 10 }]
[[steps]]
name = "A"
sides = "each"
sets = "$sets"
reps = "$reps"
"""


def work(plan: Plan) -> list[Interval]:
    return [one for one in plan.intervals if one.kind is Kind.WORK]


def weekly(loaded: Loaded, what: str = "reps") -> list[list[Any]]:
    """What the intervals of work have in each week."""

    def of(one: Interval) -> Any:
        return one.about.weight if what == "load" else getattr(one, what)

    return [[of(one) for one in work(week.plan)] for week in loaded.weeks]


def grows(*steps: str) -> str:
    return routine(*(f'{{ name = "A", {step} }}' for step in steps))


def test_a_week_says_what_changes_from_then_on(desk: Desk) -> None:
    loaded = desk.load(COPENHAGEN)
    assert weekly(loaded) == [[6] * 4, [6] * 6, [8] * 6, [8] * 6, [10] * 6]
    assert [(one.plan.week, one.plan.weeks) for one in loaded.weeks] == [(n, 5) for n in range(1, 6)]
    assert loaded.plan == loaded.weeks[0].plan
    assert loaded.in_week(3).plan.titled == "C, week 3 of 5"
    assert loaded.in_week(9).plan == loaded.in_week(5).plan


def test_a_plan_that_is_kept_or_made_easier_knows_its_week(desk: Desk) -> None:
    plan = desk.load(COPENHAGEN).in_week(3).plan
    assert plan_from_text(plan_text(plan)) == plan
    easier = cut(plan, frozenset(), easier=True)
    assert easier
    assert (easier.plan.week, easier.plan.titled) == (3, "C, easier, week 3 of 5")
    with pytest.raises(BadPlan, match="no such week"):
        plan_from_text(plan_text(replace(plan, week=6)))


def test_without_weeks_a_routine_is_the_same_every_week(desk: Desk) -> None:
    loaded = desk.load(grows("hold = 5"))
    assert (loaded.weeks, loaded.plan.week, loaded.plan.titled) == ((), 0, "T")
    assert loaded.in_week(7) is loaded
    assert desk.load(COPENHAGEN.replace(", { sets = 3 }, { reps = 8 }, {}, { reps = 10 }", "")).weeks == ()


def test_a_week_goes_over_vars_and_may_name_one(desk: Desk) -> None:
    text = 'title = "T"\nvars = { hold = 5, long = 9 }\nweeks = [{}, { hold = "$long" }]\n'
    loaded = desk.load(text + '[[steps]]\nname = "A"\nhold = "$hold"\n')
    assert weekly(loaded, "seconds") == [[5], [9]]


@pytest.mark.parametrize(
    ("step", "what", "weeks"),
    [
        ('reps = 8, progress = { reps = "+2 a week", until = 11 }', "reps", [[8], [10], [11]]),
        ('reps = 8, progress = { reps = "-1", until = 6 }', "reps", [[8], [7], [6]]),
        ('reps = 8, progress = { reps = "+1 every 2 weeks", until = 9 }', "reps", [[8], [8], [9]]),
        ('reps = "8-10", progress = { reps = "+2 a week", until = 13 }', "how_many",
         [["8 to 10"], ["10 to 12"], ["11 to 13"]]),
        ('reps = "8-10", progress = { reps = "+2 a week", until = "9-12" }', "how_many", [["8 to 10"], ["9 to 12"]]),
        ('reps = [5, 3], progress = { reps = "+1 a week", until = 5 }', "reps", [[5, 3], [5, 4], [5, 5]]),
        ('hold = "30s", progress = { hold = "+10s a week", until = "50s" }', "seconds", [[30], [40], [50]]),
        ('time = "1m", progress = { time = "+1m a week", until = "2:00" }', "seconds", [[60], [120]]),
        ('distance = "400m", progress = { distance = "+250m a week", until = "1 km" }', "distance",
         [["400 m"], ["650 m"], ["900 m"], ["1 km"]]),
        ('distance = "1.5 km", progress = { distance = "+0.5 km", until = "2 km" }', "distance",
         [["1.5 km"], ["2 km"]]),
        ('reps = 3, weight = "10 kg", progress = { weight = "+2.5 kg a week", until = "14 kg" }', "load",
         [["10 kg"], ["12.5 kg"], ["14 kg"]]),
        ('hold = 5, progress = { sets = "+1 a week", until = 2 }', "seconds", [[5], [5, 5]]),
        ('sides = "each", reps = { left = 4, right = 2 }, progress = { reps = "+1", until = 4 }', "reps",
         [[4, 2], [4, 3], [4, 4]]),
        ('sides = "each", reps = 4, progress = [{ reps = "+1", until = 5 }, { sets = "+1", until = 2 }]', "reps",
         [[4, 4], [5, 5, 5, 5]]),
    ],
)  # fmt: skip
def test_an_amount_grows_until_it_is_there(desk: Desk, step: str, what: str, weeks: list[list[Any]]) -> None:
    assert weekly(desk.load(grows(step)), what) == weeks


def test_blocks_grow_with_what_is_in_them(desk: Desk) -> None:
    inner = 'steps = [{ name = "A", reps = 2, progress = { reps = "+1", until = 3 } }]'
    loaded = desk.load(blocks(f'title = "B", rounds = 2, progress = {{ rounds = "+1", until = 4 }}, {inner}'))
    assert weekly(loaded) == [[2, 2], [3, 3, 3], [3, 3, 3, 3]]
    circuit = 'title = "B", for = "1m", progress = { for = "+1m", until = "2m" }, steps = [{ name = "A", hold = 60 }]'
    assert [week.plan.seconds for week in desk.load(blocks(circuit)).weeks] == [70, 130]
    minutes = 'title = "B", time = "1m", progress = { time = "+1m", until = "2m" }, steps = [{ name = "A" }]'
    assert weekly(desk.load(blocks(minutes)), "seconds") == [[60], [120]]


def test_what_an_exercise_lends_grows_with_what_goes_with_it(desk: Desk) -> None:
    desk.exercise("e", 'name = "E"\nreps = 4\nhold = 5\n')
    loaded = desk.load(routine('{ exercise = "e", progress = { reps = "+1", until = 5 } }'))
    assert (weekly(loaded), weekly(loaded, "held")) == ([[4], [5]], [[5], [5]])


def test_a_routine_with_two_plans_has_them_in_every_week(desk: Desk) -> None:
    step = '{ name = "A", sides = "each", hold = 5, progress = { hold = "+1s", until = 6 } }'
    loaded = desk.load(routine(step, head='defaults = { first_side = "sorer" }')).in_week(2)
    assert loaded.right_first is not None
    assert [(one.side, one.seconds) for one in work(loaded.right_first)] == [("right", 6), ("left", 6)]
    assert loaded.right_first.week == 2


STEP = 'reps = 8, progress = { reps = "+1 a week", until = 15 }'


@pytest.mark.parametrize(
    ("step", "code", "said"),
    [
        (STEP.replace("15", "8"), "out-of-range", "reps is 8 from the first week on"),
        (STEP.replace("15", "5"), "out-of-range", "5 is below the first week's 8, and reps grows. Write more"),
        (STEP.replace("+1", "-1"), "out-of-range", "15 is above the first week's 8, and reps gets less"),
        (STEP.replace("15", '"8-12"'), "", ""),
        (STEP.replace("15", "[9, 9]"), "out-of-range", "reps is 8, which does not end at [9, 9]"),
        (STEP.replace("15", "300"), "out-of-range", "300 is too large"),
        (
            STEP.replace(", until = 15", ""),
            "missing-key",
            "“until” is missing. Add until = …: the reps at which it ends",
        ),
        (STEP.replace("reps = 8", "hold = 8"), "missing-key", "the step has no reps that could grow. Add reps = 8"),
        (STEP.replace('"+1 a week"', "1"), "unknown-value", 'Write "+1 a week"'),
        (STEP.replace("+1 a week", "1 rep every other week"), "unknown-value", 'Write "+1 every 2 weeks"'),
        (STEP.replace("+1 a week", "more"), "unknown-value", 'Write "+1 a week", or "-1 a week"'),
        (STEP.replace("+1 a week", "+0 a week"), "out-of-range", "changes nothing"),
        ('reps = 8, progress = { reps = "+1", hold = "+5s", until = 15 }', "out-of-range", "Write a list"),
        ('reps = 8, progress = { rep = "+1", until = 15 }', "unknown-key", "Did you mean “reps”"),
        ('reps = 8, progress = "+1 a week"', "wrong-type", 'Write progress = { reps = "+1 a week", until = 15 }'),
        ("reps = 8, progress = { until = 15 }", "missing-key", "nothing grows"),
        ('hold = 1, progress = { hold = "+1s a week", until = "2m" }', "out-of-range", "it takes 120 weeks"),
    ],
)
def test_what_grows_nowhere_is_said_with_its_cure(desk: Desk, step: str, code: str, said: str) -> None:
    if not code:
        assert desk.load(grows(step)).weeks
        return
    problem = desk.problem(grows(step))
    assert (problem.code, problem.line) == (code, 4)
    assert said in problem.sentence()


@pytest.mark.parametrize(
    ("weeks", "code", "said"),
    [
        ("{ sets = 2, reps = 6 }, { rep = 8 }", "unknown-key", "nothing asks for “rep”. Did you mean “reps”"),
        (
            "{ sets = 2, reps = 6 }, { tempo = 8 }",
            "unknown-key",
            'Write "$tempo" where it belongs, as in tempo = "$tempo"',
        ),
        ("{ sets = 2, reps = 6 }, { reps = 0 }", "out-of-range", "in week 2, 0 is too small"),
        ("{ sets = 2, reps = 6 }, { sets = 3 }, { reps = 0 }", "out-of-range", "in week 3, 0 is too small"),
        ('{ sets = 2, reps = 6 }, { reps = "$x" }', "unknown-value", "“$x” is not in [vars]"),
        ("3", "wrong-type", "3 stands where a table belongs"),
    ],
)
def test_what_is_wrong_with_a_week_is_said_there(desk: Desk, weeks: str, code: str, said: str) -> None:
    text = COPENHAGEN.splitlines()
    text[1] = f"weeks = [{weeks}]"
    problems = desk.problems("\n".join(text))
    assert any((one.code, one.line) == (code, 2) and said in one.sentence() for one in problems), problems


def test_a_value_that_only_a_later_week_brings_is_missing_before(desk: Desk) -> None:
    problems = desk.problems(COPENHAGEN.replace("{ sets = 2, reps = 6 }", "{ sets = 2 }"))
    assert any("begins in week 3, and the weeks before it have none" in one.message for one in problems)


def test_what_weeks_say_cannot_grow_as_well(desk: Desk) -> None:
    problem = desk.problem(COPENHAGEN + 'progress = { reps = "+1", until = 12 }\n')
    assert (problem.code, problem.line) == ("out-of-range", 8)
    assert "so that it cannot grow as well" in problem.message


def test_what_does_not_fit_in_one_week_only_says_in_which(desk: Desk) -> None:
    step = '{ name = "A", hold = "50s", progress = { hold = "+10s a week", until = "2m" } }'
    problem = desk.problem(blocks(f'title = "B", rounds = 3, every = "1m", steps = [{step}]'))
    assert (problem.code, problem.message[:10]) == ("block-time", "in week 3,")


def test_a_later_week_may_have_its_own_warning(desk: Desk) -> None:
    step = '{ name = "A", hold = "40s", progress = { hold = "+10s a week", until = "2m" } }'
    (warning,) = desk.load(routine(step, head='when = ["pre-run"]')).warnings
    assert warning.message.startswith("in week 3, its holds add up to 60 s")


def test_weeks_that_multiply_are_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "MOST_IN_ALL_WEEKS", 200)
    problem = desk.problem(grows(*['reps = 1, progress = { reps = "+1", until = 104 }'] * 10))
    assert (problem.code, problem.message) == ("plan-too-long", "its weeks have more than 200 intervals in all")


AMOUNTS = some.one_of(
    some.integers(1, 40),
    some.tuples(some.integers(1, 20), some.integers(21, 40)).map(lambda ends: Range(f"{ends[0]}-{ends[1]}")),
    some.lists(some.integers(1, 40), min_size=1, max_size=4).map(tuple),
    some.builds(Sided, some.integers(1, 40), some.integers(1, 40)),
)


@settings(max_examples=60, deadline=None)
@given(value=AMOUNTS, by=some.integers(1, 7), each=some.integers(1, 3), until=some.integers(40, 60))
def test_it_never_jumps_never_goes_past_its_end_and_stays_there(value: Any, by: int, each: int, until: int) -> None:
    growth = Growth("reps", by, each, until)
    last = growth.weeks(value)
    found = [growth.after(value, week) for week in range(1, last + 3)]
    assert found[0] == value
    assert found[last - 1] == found[last] == found[last + 1]
    assert last == 1 or found[last - 2] != found[last - 1]
    for before, after in pairwise(found):
        steps = [now - then for then, now in zip(growth.distances(after), growth.distances(before), strict=True)]
        assert all(0 <= one <= by for one in steps)
    for one in found:
        assert OF_STEP["reps"](as_in_a_file(one)) == one


@pytest.mark.parametrize("written", ["+1", "-5", "+1 a week", "+2 per week", "+1 every week", "-1 every 12 weeks"])
def test_it_can_be_written_as_it_is_said(written: str) -> None:
    (growth,) = growths_of(OF_STEP)({"reps": written, "until": 9})
    assert growth.by == int(written.split(maxsplit=1)[0])
    assert growth.each == (12 if "12" in written else 1)


ANYTHING = some.recursive(
    some.none() | some.integers() | some.text(max_size=9),
    lambda one: (
        some.lists(one, max_size=3)
        | some.dictionaries(some.sampled_from(["reps", "hold", "until", "x"]), one, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(ANYTHING)
def test_whatever_is_written_there_is_read_or_refused_in_a_sentence(value: object) -> None:
    found: tuple[Growth, ...] = ()
    said = ""
    try:
        found = growths_of(OF_STEP)(value)
    except BadValue as bad:
        said = bad.message
    assert bool(found) != bool(said)
