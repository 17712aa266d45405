"""A plan over weeks: what `[[weeks]]` and `progress` make of a routine's tables in each week. Pure.

A week of `[[weeks]]` holds values as `[vars]` does, from that week on; `progress` lets one amount grow. The table of a
week is one that could stand in the file, so that everything else is as it is without weeks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from hiproutine.errors import Place, Problem
from hiproutine.routine.exercise import Exercise
from hiproutine.routine.growing import as_in_a_file, fits
from hiproutine.routine.model import DOSES, Step
from hiproutine.routine.progress import (
    MOST_WEEKS,
    OF_BLOCK,
    OF_STEP,
    UNSAID,
    UNTIL,
    Growth,
    Parse,
    amount_text,
    growths_of,
)
from hiproutine.routine.tables import keys_of
from hiproutine.routine.values import BadValue, shortened, slug_of
from hiproutine.routine.variables import WITHIN, Filled, filled_in, homes_of, uses_in
from hiproutine.wording import count, nearest

Lookup = Callable[[str], Exercise | Problem]

_TO_GROW = {
    "reps": "reps = 8",
    "distance": 'distance = "400m"',
    "weight": 'weight = "5 kg"',
    "sets": "sets = 2",
    "rounds": "rounds = 2",
}


def week_table(table: dict[str, Any], week: int, lookup: Lookup) -> Filled:
    """The routine's table as it is in a week, from 1, its values filled in and its amounts grown so far.

    `table` has no problems in its first week.
    """
    filled = filled_in(table, week)
    if week > 1:
        if filled.table is table:
            filled = Filled(deepcopy(table))
        for one in growing(filled.table, lookup):
            if one.value is not None:
                one.grow(week)
    return filled


def week_count(table: dict[str, Any], filled: Filled, lookup: Lookup) -> int:
    """How many weeks a plan has, after which nothing changes; 1 where it is no plan over weeks."""
    weeks = table.get("weeks")
    found = [len(weeks) if isinstance(weeks, list) else 1]
    found += [one.growth.weeks(one.value) for one in growing(filled.table, lookup) if one.value is not None]
    return max(1, *found)


@dataclass(frozen=True, slots=True)
class Growing:
    """One amount that grows, where it stands."""

    place: Place
    """Of its step or block."""
    at: Place
    """Of what says how it grows."""
    table: dict[str, Any]
    growth: Growth
    value: Any
    """In the first week, as what reads the key reads it; None where none is known."""
    lent: Mapping[str, Any]
    """The doses of the exercise, where the step has none of its own."""
    broken: bool
    """Whether there is a value that cannot be read, which is said elsewhere."""

    def grow(self, week: int) -> None:
        """Writes into its table what it is in a week."""
        for key, value in self.lent.items():
            self.table.setdefault(key, as_in_a_file(value))
        self.table[self.growth.key] = as_in_a_file(self.growth.after(self.value, week))


def growing(table: dict[str, Any], lookup: Lookup, place: Place = (), *, shares: bool = False) -> Iterator[Growing]:
    """Everything that grows in a table and in its blocks; what is not written as it should be is passed over."""
    for key in ("steps", "blocks"):
        listed = table.get(key)
        for number, one in enumerate(listed if isinstance(listed, list) else []):
            if isinstance(one, dict):
                here = (*place, key, number)
                yield from _growing_in(one, here, OF_STEP if key == "steps" else OF_BLOCK, lookup, shares=shares)
                if key == "blocks":
                    yield from growing(one, lookup, here, shares=shares or "time" in one)


def _growing_in(
    table: dict[str, Any], place: Place, keys: Mapping[str, Parse], lookup: Lookup, *, shares: bool
) -> Iterator[Growing]:
    if "progress" not in table:
        return
    try:
        growths = growths_of(keys)(table["progress"])
    except BadValue:
        return
    lent: Mapping[str, Any] = {}
    if keys is OF_STEP and not shares and not table.keys() & {*DOSES}:
        lent = _lent(table.get("exercise"), lookup)
    for number, growth in enumerate(growths):
        at = (*place, "progress", *((number,) if isinstance(table["progress"], list) else ()))
        value, broken = lent.get(growth.key, UNSAID.get(growth.key)), False
        if growth.key in table:
            try:
                value = keys[growth.key](table[growth.key])
            except BadValue:
                value, broken = None, True
        yield Growing(place, at, table, growth, value, lent if growth.key in lent else {}, broken)


def _lent(name: object, lookup: Lookup) -> dict[str, Any]:
    found = lookup(slug) if isinstance(name, str) and (slug := slug_of(name)) else None
    if not isinstance(found, Exercise):
        return {}
    return {key: dose for key in DOSES if (dose := getattr(found, key)) is not None}


def weeks_problems(table: dict[str, Any], filled: Filled, lookup: Lookup) -> list[Problem]:
    """What is wrong between `[[weeks]]`, what grows, and what they are for; `filled` is the first week."""
    problems = [*_unused(table), *_late(table)]
    in_weeks = {name for week in _weeks(table) for name in week}
    for one in growing(filled.table, lookup):
        origin = filled.origins.get((*one.place, one.growth.key), ())
        if origin and origin[-1] in in_weeks:
            message = f"[[weeks]] say week by week what {one.growth.key} is, so that it cannot grow as well"
            problems.append(Problem("out-of-range", message, (*one.at, one.growth.key), "take one of them out"))
        elif one.value is not None:
            problems += _on_its_way(one)
        elif not one.broken:
            problems.append(_nothing_to_grow(one))
    return problems


def _weeks(table: dict[str, Any]) -> list[dict[str, Any]]:
    weeks = table.get("weeks")
    return [week if isinstance(week, dict) else {} for week in weeks] if isinstance(weeks, list) else []


def _unused(table: dict[str, Any]) -> Iterator[Problem]:
    """Values of weeks that nothing asks for, each said once."""
    weeks = _weeks(table)
    if not weeks:
        return
    used = uses_in([table.get(key) for key in WITHIN]) | uses_in([table.get("vars"), *weeks])
    said: set[str] = set()
    for number, week in enumerate(weeks):
        for name in week:
            if name in used or name in said:
                continue
            said.add(name)
            close = nearest(name[:60], sorted(used), 1)
            cure = f'write "${name}" where it belongs, as in {name if name in keys_of(Step) else "reps"} = "${name}"'
            cure = f"did you mean “{close[0]}”" if close else cure
            message = f"nothing asks for “{shortened(name)}”"
            yield Problem("unknown-key", message, ("weeks", number, name), cure, "key", keys=close)


def _late(table: dict[str, Any]) -> Iterator[Problem]:
    """Values that only a later week brings."""
    weeks, known = _weeks(table), homes_of(table, 1)
    for number, week in enumerate(weeks):
        for name in week:
            if name not in known:
                known = {**known, name: ("weeks", number, name)}
                cure = f"add {name} = … to the first of [[weeks]], or to [vars]"
                message = f"“{shortened(name)}” begins in week {number + 1}, and the weeks before it have none"
                yield Problem("missing-key", message, ("weeks", number, name), cure, "key")


def _nothing_to_grow(one: Growing) -> Problem:
    key = one.growth.key
    what = "block" if one.place[-2] == "blocks" else "step"
    start = _TO_GROW.get(key, f'{key} = "30s"')
    return Problem(
        "missing-key", f"the {what} has no {key} that could grow", (*one.at, key), f"add {start} to the {what}"
    )


def _on_its_way(one: Growing) -> Iterator[Problem]:
    """A growth that never gets where it is to end."""
    key, growth = one.growth.key, one.growth
    until, now = amount_text(growth.until, key), amount_text(one.value, key)
    place = (*one.at, UNTIL)
    if not fits(one.value, growth.until):
        message = f"{key} is {now}, which does not end at {until}"
        yield Problem("out-of-range", message, place, "write one amount, or one for each")
        return
    distances = growth.distances(one.value)
    if min(distances) < 0:
        side, cure = ("below", "write more") if growth.by > 0 else ("above", "write less")
        message = f"{until} is {side} the first week's {now}, and {key} {'grows' if growth.by > 0 else 'gets less'}"
        turned = "get less" if growth.by > 0 else "grow"
        yield Problem("out-of-range", message, place, f"{cure}, or let it {turned}")
    elif not max(distances):
        yield Problem(
            "out-of-range", f"{key} is {now} from the first week on", place, "write another, or take progress out"
        )
    elif (weeks := growth.weeks(one.value)) > MOST_WEEKS:
        message = f"it takes {count(weeks, 'week')} to get there, and {MOST_WEEKS} is the most"
        yield Problem("out-of-range", message, place, "end it earlier, or let it grow by more at a time")


def in_week_words(problem: Problem, week: int) -> Problem:
    """A problem that only a later week has."""
    return problem._replace(message=f"in week {week}, {problem.message}")


__all__ = ["MOST_WEEKS", "Growing", "growing", "in_week_words", "week_count", "week_table", "weeks_problems"]
