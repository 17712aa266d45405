"""Valid routines as coaches write them: what `tests.tables` has, closer together, one inside the other."""

from __future__ import annotations

from hypothesis import strategies as st

from hiproutine.plan.cutting import cut
from hiproutine.plan.model import Plan
from hiproutine.routine.checks import Inside, routine_problems
from hiproutine.routine.exercise import Exercise
from tests.tables import Table, plan_of

SHORT = st.integers(1, 15)
SETS = st.integers(1, 3)
REPS = st.one_of(st.integers(1, 6), st.sampled_from(["1-2", "3-5"]))
CUES = st.sampled_from(
    [[], [], ["Breathe", "{next}"], [{"at": "half", "say": "{side}"}], [{"at": "-1s", "say": "Then {next}"}]]
)


def _one_or_each(amount: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """One amount, or one for each of two sets."""
    return st.one_of(amount, amount, st.lists(amount, min_size=2, max_size=2))


def _sided(amount: st.SearchStrategy[object]) -> st.SearchStrategy[Table]:
    return st.fixed_dictionaries({"left": amount, "right": amount})


@st.composite
def steps(draw: st.DrawFn, inside: Inside, *, waiting: bool) -> Table:
    """One step, with sides where its block leaves them to it, and amounts of their own on each."""
    kind = draw(st.integers(0, 9))
    if kind == 0:
        return {"rest": draw(SHORT)}
    if kind == 1 and waiting:
        return {"confirm": "Fine?"}
    table: Table = {"name": draw(st.sampled_from(["Bridge", "Lunge", "Plank", "Squat"])), "cues": draw(CUES)}
    if inside.shares_time and kind < 5:
        return table
    sides = draw(st.sampled_from([None, "both"] if inside.one_sided else ["both", "each", "each", "left", "alternate"]))
    if sides:
        table["sides"] = sides
    apart = draw(st.booleans()) and (sides == "each" or (inside.one_sided and sides is None))
    key = draw(st.sampled_from(["hold", "time", "reps", "reps"]))
    amount = _one_or_each(REPS if key == "reps" else SHORT)
    table[key] = draw(_sided(amount) if apart else amount)
    listed = isinstance(table[key], list) or (apart and list in {type(one) for one in table[key].values()})
    if key == "reps" and not (waiting and draw(st.booleans())):
        table |= draw(
            st.sampled_from([{"tempo": "1-0-1"}, {"tempo": "2-1-2-1"}, {"tempo": "0-1-1", "beats": [*"abc"]}])
        )
    elif key == "reps" and draw(st.integers(0, 3)) == 0:
        far = _one_or_each(st.sampled_from(["20m", "0.1 km"]))
        table |= {"distance": draw(_sided(far) if apart else far)}
        table.pop("reps")
    if not listed and "distance" not in table:
        table |= draw(st.fixed_dictionaries({}, optional={"sets": _sided(SETS) if apart and sides else SETS}))
    return {**table, **draw(st.fixed_dictionaries({}, optional={"set_rest": st.integers(0, 9)}))}


@st.composite
def blocks(draw: st.DrawFn, inside: Inside = Inside(), *, waiting: bool) -> Table:  # noqa: B008 - frozen
    """One block, three deep at most: rounds by number, on the minute or until a time is over, on one side or both."""
    table: Table = {"title": draw(st.sampled_from(["Warm", "Main", "Cool"]))}
    if not inside.one_sided and draw(st.integers(0, 3)) == 0:
        table["sides"] = "each"
    fixed = inside.on_time or inside.shares_time
    kinds = ["rounds"] * 2 if fixed else ["rounds", "every", "every", "time"]
    kind = draw(st.sampled_from(kinds if fixed or inside.keeps_on else [*kinds, "for", "for", "for"]))
    if kind == "time":
        table["time"] = draw(st.integers(60, 400))
    elif kind == "for":
        table |= {"for": draw(st.integers(20, 240)), "last": draw(st.sampled_from(["stop", "finish"]))}
    if kind != "for":
        table["rounds"] = draw(st.integers(1, 3))
    if kind == "every" or (kind == "for" and draw(st.integers(0, 2)) == 0):
        table |= {"every": draw(st.integers(15, 120)), "late": draw(st.sampled_from(["wait", "skip"]))}
    elif draw(st.booleans()):
        table["round_rest"] = draw(st.integers(0, 20))
    within = inside.within(table)
    if within.depth <= 3 and draw(st.integers(0, 2)) == 0:
        table["blocks"] = draw(st.lists(blocks(within, waiting=waiting), min_size=1, max_size=2))
    else:
        table["steps"] = draw(st.lists(steps(within, waiting=waiting), min_size=1, max_size=3))
    return table


@st.composite
def coached_routines(draw: st.DrawFn, *, waiting: bool = True) -> Table:
    """The table of a routine file in which nothing is wrong between its keys."""
    optional: dict[str, st.SearchStrategy[object]] = {
        **{key: st.integers(0, 6) for key in ("get_ready", "transition", "switch", "set_rest")},
        "first_side": st.sampled_from(["left", "right", "sorer"]),
    }
    table: Table = {"title": "T", "defaults": draw(st.fixed_dictionaries({}, optional=optional))}
    if draw(st.integers(0, 4)) == 0:
        table["steps"] = draw(st.lists(steps(Inside(), waiting=waiting), min_size=1, max_size=5))
    else:
        table["blocks"] = draw(st.lists(blocks(waiting=waiting), min_size=1, max_size=3))
    assert not routine_problems(table, _no_exercise)
    return table


def _no_exercise(name: str) -> Exercise:
    raise AssertionError(name)


@st.composite
def coached_plans(draw: st.DrawFn, *, waiting: bool = True) -> Plan:
    """Their plans, some of them made easier."""
    plan = plan_of(draw(coached_routines(waiting=waiting)))
    easier = cut(plan, frozenset(), easier=True) if draw(st.integers(0, 4)) == 0 else None
    return easier.plan if easier else plan
