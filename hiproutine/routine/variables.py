"""`[vars]`: one value for many places. `"$hold"` stands for what `hold` is there; pure tables in and out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from hiproutine.errors import Place, Problem
from hiproutine.routine.values import shortened
from hiproutine.wording import nearest

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}")
USE = re.compile(r"\$([A-Za-z][A-Za-z0-9_-]{0,39})")
"""A text that is nothing but the name of a value."""
_WITHIN = ("defaults", "steps", "blocks")


@dataclass(slots=True)
class Filled:
    """A routine's table with its values filled in."""

    table: dict[str, Any]
    problems: list[Problem] = field(default_factory=list)
    origins: dict[Place, Place] = field(default_factory=dict)
    """Where a value comes from, by the place where it stands now."""

    def at_its_origin(self, problem: Problem) -> Problem:
        """A problem of a value that comes from `[vars]`, at the place where it can be mended."""
        for length in range(len(problem.place), 0, -1):
            if origin := self.origins.get(problem.place[:length]):
                return replace(problem, place=(*origin, *problem.place[length:]))
        return problem


def filled_in(table: dict[str, Any]) -> Filled:
    """The table with every `"$name"` in its steps, blocks and defaults replaced; without `[vars]` as it is."""
    values = table.get("vars")
    if not isinstance(values, dict):
        return Filled(table)
    found = _Filling(values, Filled(dict(table)))
    for key in _WITHIN:
        if key in table:
            found.filled.table[key] = found.value(table[key], (key,))
    return found.filled


class _Filling:
    """Fills in the values of one routine."""

    def __init__(self, values: dict[str, Any], filled: Filled) -> None:
        self.filled = filled
        self._values = values
        self._known: dict[str, Any] = {}
        for name in values:
            if not NAME.fullmatch(name):
                cure = "begin it with a letter; then letters, digits, - and _"
                message = f"“{shortened(name)}” is no name for a value"
                self.filled.problems.append(Problem("bad-id", message, ("vars", name), cure, "key"))
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
            self.filled.origins[place] = ("vars", match[1])
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
                Problem("unknown-value", message, ("vars", name), "write a value in place of the name")
            )
        elif match and match[1] in self._values:
            value = self._of(match[1], (*through, match[1]))
        elif match:
            self._unknown(match[1], ("vars", name))
        self._known[name] = value
        return value

    def _unknown(self, name: str, place: Place) -> None:
        close = nearest(name, [*self._values], 1)
        cure = f'did you mean "${close[0]}"' if close else f"add {name} = … to [vars]"
        self.filled.problems.append(Problem("unknown-value", f"“${name}” is not in [vars]", place, cure))
