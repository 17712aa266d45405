"""`[vars]`, and `[[weeks]]` over it: one value for many places. `"$hold"` stands for it. Pure tables in and out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from hiproutine.errors import Place, Problem
from hiproutine.routine.values import shortened
from hiproutine.wording import nearest

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}")
USE = re.compile(r"\$([A-Za-z][A-Za-z0-9_-]{0,39})")
"""A text that is nothing but the name of a value."""
WITHIN = ("defaults", "steps", "blocks")
"""The keys of a routine in whose tables a name stands for its value."""


@dataclass(slots=True)
class Filled:
    """A routine's table with its values filled in."""

    table: dict[str, Any]
    problems: list[Problem] = field(default_factory=list)
    origins: dict[Place, Place] = field(default_factory=dict)
    """Where a value comes from, by the place where it stands now."""
    empty: set[Place] = field(default_factory=set)
    """Where no value stands in the end, which is said: what is read there is wrong for that reason."""

    def at_its_origin(self, problem: Problem) -> Problem:
        """A problem of a value that comes from `[vars]`, at the place where it can be mended."""
        for length in range(len(problem.place), 0, -1):
            if origin := self.origins.get(problem.place[:length]):
                return problem._replace(place=(*origin, *problem.place[length:]))
        return problem


def filled_in(table: dict[str, Any], week: int = 1) -> Filled:
    """The table with every `"$name"` in its steps, blocks and defaults replaced by what it is in a week, from 1;
    without `[vars]` and `[[weeks]]` as it is."""
    if not isinstance(table.get("vars"), dict) and not isinstance(table.get("weeks"), list):
        return Filled(table)
    homes = homes_of(table, week)
    found = _Filling({name: _at(table, place) for name, place in homes.items()}, homes, Filled(dict(table)))
    for key in WITHIN:
        if key in table:
            found.filled.table[key] = found.value(table[key], (key,))
    return found.filled


def homes_of(table: dict[str, Any], week: int) -> dict[str, Place]:
    """Where the value of each name stands that holds in a week: in `[vars]`, or in the last week that says one."""
    values, weeks = table.get("vars"), table.get("weeks")
    homes: dict[str, Place] = {name: ("vars", name) for name in values} if isinstance(values, dict) else {}
    for number, one in enumerate(weeks[:week] if isinstance(weeks, list) else []):
        if isinstance(one, dict):
            homes |= {name: ("weeks", number, name) for name in one}
    return homes


def uses_in(value: Any) -> set[str]:
    """The names that stand for a value in tables, lists and texts."""
    if isinstance(value, dict):
        return {name for one in value.values() for name in uses_in(one)}
    if isinstance(value, list):
        return {name for one in value for name in uses_in(one)}
    match = USE.fullmatch(value) if isinstance(value, str) else None
    return {match[1]} if match else set()


def _at(table: dict[str, Any], place: Place) -> Any:
    value: Any = table
    for part in place:
        value = value[part]
    return value


class _Filling:
    """Fills in the values of one routine."""

    def __init__(self, values: dict[str, Any], homes: dict[str, Place], filled: Filled) -> None:
        self.filled = filled
        self._values = values
        self._homes = homes
        self._known: dict[str, Any] = {}
        for name in values:
            if not NAME.fullmatch(name):
                cure = "begin it with a letter; then letters, digits, - and _"
                message = f"“{shortened(name)}” is no name for a value"
                self.filled.problems.append(Problem("bad-id", message, homes[name], cure, "key"))
            self._of(name, (name,))

    def value(self, value: Any, place: Place) -> Any:
        """A value with everything in it filled in."""
        if isinstance(value, dict):
            return {key: self.value(one, (*place, key)) for key, one in value.items()}
        if isinstance(value, list):
            return [self.value(one, (*place, number)) for number, one in enumerate(value)]
        return self._text(value, place) if isinstance(value, str) and value.startswith("$") else value

    def _text(self, value: str, place: Place) -> Any:
        if value.startswith("$$"):
            return value[1:]
        if not (match := USE.fullmatch(value)):
            return value
        if match[1] in self._values:
            self.filled.origins[place] = self._homes[match[1]]
            return self._known[match[1]]
        self._unknown(match[1], place)
        return value

    def _of(self, name: str, through: tuple[str, ...]) -> Any:
        """What a name stands for, in the end."""
        if name in self._known:
            return self._known[name]
        value = self._values[name]
        match = USE.fullmatch(value) if isinstance(value, str) else None
        if match and match[1] in through:
            message = f"“${name}” leads back to itself"
            self.filled.problems.append(
                Problem("unknown-value", message, self._homes[name], "write a value in place of the name")
            )
        elif match and match[1] in self._values:
            value = self._of(match[1], (*through, match[1]))
        elif match:
            self._unknown(match[1], self._homes[name])
        if isinstance(value, str) and USE.fullmatch(value):
            self.filled.empty.add(self._homes[name])
        self._known[name] = value
        return value

    def _unknown(self, name: str, place: Place) -> None:
        close = nearest(name, [*self._values], 1)
        cure = f'did you mean "${close[0]}"' if close else f"add {name} = … to [vars]"
        self.filled.problems.append(Problem("unknown-value", f"“${name}” is not in [vars]", place, cure))
