"""Valid routines of every shape, for tests of what holds for all of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from hiproutine.errors import BadFile
from hiproutine.plan.layout import lay_out
from hiproutine.plan.model import Plan
from hiproutine.routine.exercise import Exercise
from hiproutine.routine.judging import judged
from hiproutine.routine.model import Routine

Table = dict[str, Any]

CUES = st.lists(
    st.one_of(
        st.sampled_from(["Breathe", "{name} {side}", "{seconds} s, then {next}", "{{so}}"]),
        st.fixed_dictionaries({"at": st.sampled_from(["half", "0s", "-1s"]), "say": st.just("Now {name}")}),
    ),
    max_size=4,
)
SIDES = st.sampled_from(["both", "each", "alternate", "left", "right"])
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "sides": SIDES,
        "sets": st.integers(1, 3),
        "set_rest": st.integers(0, 40),
        "transition": st.integers(0, 15),
        "switch": st.integers(0, 8),
        "position": st.sampled_from(["standing", "supine"]),
        "equipment": st.lists(st.sampled_from(["mat", "wall"]), max_size=2),
    },
)
CLOCKED: st.SearchStrategy[Table] = st.one_of(
    st.fixed_dictionaries({"hold": st.integers(1, 90)}),
    st.fixed_dictionaries({"time": st.integers(1, 90)}),
    st.fixed_dictionaries(
        {"reps": st.integers(1, 12), "tempo": st.sampled_from(["2-1-2", "1-0-1", "0-0-3", "2-1-2-1"])}
    ),
    st.fixed_dictionaries({"hold": st.lists(st.integers(1, 90), min_size=1, max_size=3)}),
    st.fixed_dictionaries({"time": st.lists(st.integers(1, 90), min_size=1, max_size=3)}),
    st.fixed_dictionaries({"reps": st.integers(1, 6), "hold": st.integers(1, 12)}),
    st.just({"reps": 3, "tempo": "4-2-4-0", "beats": ["In", "Hold", "Out", "Hold"], "say": "breathing"}),
    st.fixed_dictionaries({"reps": st.just([3, 2, 1]), "hold": st.sampled_from([5, [9, 6, 3]])}),
    st.fixed_dictionaries({"reps": st.sampled_from(["8-12", ["4-6", 3]]), "tempo": st.just("1-0-1")}),
)
PACED: st.SearchStrategy[Table] = st.one_of(
    st.fixed_dictionaries({"reps": st.integers(1, 12)}),
    st.fixed_dictionaries({"open": st.integers(1, 60)}),
    st.sampled_from([{"distance": "400m"}, {"distance": "0.1 mi", "pace": "5:00 /km"}, {"distance": ["90m", "1 km"]}]),
    st.fixed_dictionaries({"reps": st.sampled_from(["8-12", "1-2", [10, 8, 6], [5, "3-4"]])}),
)
BREAKS: st.SearchStrategy[Table] = st.fixed_dictionaries({"rest": st.integers(1, 60)})
CONFIRMS: st.SearchStrategy[Table] = st.just({"confirm": "Fine?"})


@st.composite
def steps(draw: st.DrawFn, *, waiting: bool, sharing: bool = False) -> Table:
    """One step; `waiting` allows what only a person ends, `sharing` what shares the time of its block."""
    kinds = [CLOCKED, CLOCKED, BREAKS]
    if waiting:
        kinds += [PACED, CONFIRMS]
    if sharing:
        kinds += [st.just({})] * 3
    dose = draw(st.one_of(kinds))
    cues = ["Read it", {"at": "half", "say": "And this"}] if "confirm" in dose else draw(CUES)
    table = {"name": draw(st.sampled_from(["Bridge", "Lunge", "Plank"])), "cues": cues, **dose}
    if dose.keys() & {"rest", "confirm"}:
        return table
    changes = draw(CHANGES)
    if any(isinstance(amount, list) for amount in dose.values()):
        changes.pop("sets", None)
    return {**table, **changes}


@st.composite
def until_over(draw: st.DrawFn, *, waiting: bool) -> Table:
    """A block whose rounds come again until a time is over, with steps or blocks in it."""
    table: Table = {"title": "As many", "for": draw(st.integers(20, 900))}
    table |= draw(st.fixed_dictionaries({}, optional={"last": st.sampled_from(["stop", "finish"])}))
    inside = draw(st.lists(steps(waiting=waiting), min_size=1, max_size=3))
    if draw(st.integers(0, 3)) == 0:
        table["blocks"] = [{"title": "Inside", "steps": inside, "rounds": draw(st.integers(1, 2))}]
    else:
        table["steps"] = inside
    if draw(st.integers(0, 2)) == 0:
        table |= {"every": draw(st.integers(20, 400)), "late": draw(st.sampled_from(["wait", "skip"]))}
    elif draw(st.booleans()):
        table["round_rest"] = draw(st.integers(0, 30))
    return table


@st.composite
def blocks(draw: st.DrawFn, *, waiting: bool, inner: bool = False) -> Table:
    """One block, with and without a time of its own, with steps or blocks in it, and on both sides in turn."""
    table: Table = {"title": draw(st.sampled_from(["Warm", "Cool"])), "rounds": draw(st.integers(1, 3))}
    if draw(st.booleans()):
        table["round_rest"] = draw(st.integers(0, 60))
    if not inner and draw(st.integers(0, 4)) == 0:
        table["blocks"] = draw(st.lists(blocks(waiting=waiting, inner=True), min_size=1, max_size=2))
        return table
    timed = draw(st.booleans())
    sided = draw(st.integers(0, 3)) == 0
    if sided:
        table["sides"] = "each"
    table["steps"] = draw(st.lists(steps(waiting=waiting, sharing=timed), min_size=1, max_size=4))
    if timed:
        table["steps"].append({"name": "Share", "sides": draw(SIDES)})
        table["time"] = draw(st.integers(1_200 if sided else 600, 3_000))
    elif not inner and draw(st.integers(0, 2)) == 0:
        table |= {"every": 1_800, "late": draw(st.sampled_from(["wait", "skip"]))}
        table.pop("round_rest", None)
    for step in table["steps"] if sided else ():
        if step.get("sides") in {"left", "right", "alternate"}:
            step["sides"] = "each"
    return table


@st.composite
def routines(draw: st.DrawFn, *, waiting: bool = True) -> Table:
    """The table of a routine file."""
    table: Table = {
        "title": "T",
        "defaults": draw(
            st.fixed_dictionaries(
                {},
                optional={
                    "get_ready": st.integers(0, 12),
                    "transition": st.integers(0, 12),
                    "switch": st.integers(0, 6),
                    "set_rest": st.integers(0, 40),
                    "first_side": st.sampled_from(["left", "right"]),
                },
            )
        ),
    }
    if draw(st.booleans()):
        table["steps"] = draw(st.lists(steps(waiting=waiting), min_size=1, max_size=5))
    else:
        table["blocks"] = draw(st.lists(blocks(waiting=waiting), min_size=1, max_size=2))
    return table


def _no_exercise(name: str) -> Exercise:
    raise AssertionError(name)


def plan_of(table: Table) -> Plan:
    """The plan of a table, or a rejected example where the block is too short for its steps."""
    try:
        return lay_out(judged(Routine, table), _no_exercise, "generated")
    except BadFile as error:
        assume({problem.code for problem in error.problems} != {"block-time"})
        raise


def with_ice(table: Table) -> Plan:
    """The plan of a table in which what is called “Ice” is the ice of the catalogue."""
    plan = plan_of(table)
    iced = {one.index: replace(one.about, exercise="ice-pack") for one in plan.intervals if one.name == "Ice"}
    return replace(plan, intervals=tuple(replace(i, about=iced.get(i.index, i.about)) for i in plan.intervals))


@st.composite
def counted_plans(draw: st.DrawFn, *, waiting: bool = True) -> Plan:
    """Plans with rounds that come again until a time is over, alone or before another block."""
    table: Table = {"title": "T", "blocks": [draw(until_over(waiting=waiting))]}
    if draw(st.booleans()):
        table["blocks"].append(draw(blocks(waiting=waiting)))
    if draw(st.booleans()):
        table["blocks"].insert(0, draw(blocks(waiting=waiting)))
    if draw(st.booleans()):
        table["defaults"] = {"transition": draw(st.integers(0, 5)), "get_ready": draw(st.integers(0, 10))}
    return plan_of(table)


def plans(*, waiting: bool = True) -> st.SearchStrategy[Plan]:
    """Plans of every shape."""
    return routines(waiting=waiting).map(plan_of)
