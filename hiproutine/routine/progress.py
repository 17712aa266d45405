"""What grows week by week, as authors write it: `progress = { reps = "+1 a week", until = 15 }`. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from math import ceil
from typing import Any

from hiproutine.plan.distances import Distance
from hiproutine.routine import growing
from hiproutine.routine.distances import parse_distance
from hiproutine.routine.durations import DAY, parse_duration, seconds_of
from hiproutine.routine.repetitions import on_each_side, parse_dose, parse_reps, parse_sets
from hiproutine.routine.values import BadValue, quoted, shortened
from hiproutine.wording import nearest, spelt

Parse = Callable[[object], Any]

MOST_WEEKS = 104
"""Two years: what takes longer to get there is a slip of the pen. Ours."""
MOST_GROWTHS = 8
"""Of one step or block: as many as it has keys that grow."""
UNTIL = "until"

_COUNTED = frozenset({"reps", "sets", "rounds"})
"""What is a number; everything else but a distance and a weight is a length of time."""
_EXAMPLES = {"reps": "1", "sets": "1", "rounds": "1", "distance": "100m", "weight": "2.5 kg"}
_PAUSE = partial(parse_duration, least=0)
OF_STEP: Mapping[str, Parse] = {
    "reps": on_each_side(parse_reps),
    "hold": on_each_side(parse_dose),
    "time": on_each_side(parse_dose),
    "open": parse_duration,
    "distance": parse_distance,
    "rest": parse_duration,
    "sets": on_each_side(parse_sets),
    "set_rest": _PAUSE,
    "weight": growing.heavy,
}
"""What can grow in a step, each with what reads it."""
OF_BLOCK: Mapping[str, Parse] = {
    "rounds": parse_sets,
    "time": partial(parse_duration, most=DAY),
    "for": partial(parse_duration, most=DAY),
    "every": parse_duration,
    "round_rest": _PAUSE,
}
"""The same of a block."""
UNSAID = {"sets": 1, "rounds": 1}
"""What grows from here where nothing is written."""

STEP = re.compile(r"([+-]) ?([0-9][0-9a-z:. ]*?)(?: (?:a|per|each|every) week| every ([0-9]{1,2}) weeks)?")
_LOOSE = re.compile(r"([+-]|plus |minus |add )?\s*([0-9][0-9a-z:]*)\s*(?:reps?|sets?|rounds?)?\s*(.*)")
_OTHER_WEEKS = re.compile(r"(?:every |each )?(other|second|2nd|third|[0-9]{1,2})\.? weeks?")


@dataclass(frozen=True, slots=True)
class Growth:
    """One amount that grows, or gets less."""

    key: str
    by: int | Fraction
    """How much at a time, of a distance in metres and of a weight in kilograms; below zero where it gets less."""
    each: int
    """Weeks from one time to the next."""
    until: Any
    """Where it ends, as what reads the key reads it."""

    def after(self, value: Any, week: int) -> Any:
        """What the value is in a week, from 1."""
        return growing.grown(value, self.until, (week - 1) // self.each * self.by)

    def weeks(self, value: Any) -> int:
        """The week in which it is where it ends."""
        return 1 + self.each * ceil(Fraction(max(self.distances(value), default=0)) / abs(Fraction(self.by)))

    def distances(self, value: Any) -> list[int | Fraction]:
        """How far each of its amounts is from where it ends; below zero where it is past that."""
        return growing.distances(value, self.until, 1 if self.by > 0 else -1)


def growths_of(keys: Mapping[str, Parse]) -> Callable[[object], tuple[Growth, ...]]:
    """What reads `progress` in a table in which these keys can grow: a table, or a list of them.

    It raises BadValue: `wrong-type`, `unknown-key`, `missing-key`, `out-of-range` or what reads `until` finds.
    """

    def parsed(value: object) -> tuple[Growth, ...]:
        if not isinstance(value, list):
            return (_growth(value, keys),)
        if not 1 <= len(value) <= MOST_GROWTHS:
            cure = "write one table for each amount that grows"
            raise BadValue("out-of-range", f"the list has {len(value)} entries", cure)
        found: list[Growth] = []
        wrong: list[BadValue] = []
        for number, one in enumerate(value):
            try:
                found.append(_growth(one, keys))
                if any(found[-1].key == other.key for other in found[:-1]):
                    message = f"{found[-1].key} grows already"
                    raise BadValue("out-of-range", message, "take one of them out", (found[-1].key,))
            except BadValue as bad:
                for each in (bad, *bad.also):
                    each.inside = (number, *each.inside)
                    wrong.append(each)
        return tuple(found) if not wrong else _raise(wrong)

    return parsed


def _raise(wrong: list[BadValue]) -> Any:
    wrong[0].also = tuple(wrong[1:])
    raise wrong[0]


def _growth(value: object, keys: Mapping[str, Parse]) -> Growth:
    example = f"progress = {{ {_example(keys)} }}"
    if not isinstance(value, dict):
        raise BadValue("wrong-type", f"{quoted(value)} does not say what grows", f"write {example}")
    known = [key for key in value if key in keys]
    wrong = [_unknown(str(key), keys) for key in value if key not in keys and key != UNTIL]
    if not known and not wrong:
        raise BadValue("missing-key", "nothing grows", f"write {example}")
    if len(known) > 1:
        message = f"one amount grows, and these are {len(known)}: {', '.join(known)}"
        wrong.append(BadValue("out-of-range", message, "write a list: [{ … }, { … }], a table for each", (known[1],)))
    if not known or len(known) > 1:
        return _raise(wrong)  # type: ignore[no-any-return]
    (key,) = known
    by: int | Fraction = 1
    each, until = 1, None
    try:
        by, each = _step(value[key], key)
    except BadValue as bad:
        bad.inside = (key,)
        wrong.append(bad)
    try:
        if UNTIL not in value:
            raise BadValue("missing-key", "“until” is missing", f"add until = …: the {key} at which it ends")
        until = keys[key](value[UNTIL])
    except BadValue as bad:
        for one in (bad, *bad.also):
            one.inside = (UNTIL, *one.inside) if UNTIL in value else ()
            wrong.append(one)
        bad.also = ()
    return Growth(key, by, each, until) if not wrong else _raise(wrong)


def _example(keys: Mapping[str, Parse]) -> str:
    return 'reps = "+1 a week", until = 15' if "reps" in keys else 'rounds = "+1 a week", until = 8'


def _unknown(key: str, keys: Mapping[str, Parse]) -> BadValue:
    close = nearest(key[:60], [*keys, UNTIL], 1)
    cure = f"did you mean “{close[0]}”" if close else f"what can grow here is {', '.join(keys)}"
    return BadValue("unknown-key", f"“{shortened(key)}” cannot grow here", cure, (key,))


def _step(value: object, key: str) -> tuple[int | Fraction, int]:
    """How much at a time, and every how many weeks."""
    match = STEP.fullmatch(value) if isinstance(value, str) else None
    amount = _amount(match[2], key) if match else None
    if match is None or amount is None:
        unit = _EXAMPLES.get(key, "5s")
        message = f"{quoted(value)} does not say how {key} grows"
        raise BadValue("unknown-value", message, _cure(value, key) or f'write "+{unit} a week", or "-{unit} a week"')
    each = int(match[3] or 1)
    if not amount or not each:
        raise BadValue("out-of-range", f"{quoted(value)} changes nothing", 'write 1 or more, as in "+1 a week"')
    return (-amount if match[1] == "-" else amount), each


def _amount(text: str, key: str) -> int | Fraction | None:
    if key in _COUNTED:
        return int(text) if text.isdecimal() and len(text) < 5 else None
    try:
        if key == "distance":
            found = parse_distance(text)
            return found.metres if isinstance(found, Distance) else None
        if key == "weight":
            return growing.heavy(text).kilograms
        return seconds_of(text)
    except BadValue:
        return None


def _cure(value: object, key: str) -> str:
    """What to write for a growth that is written another way; empty where it is not known."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 < abs(value) < 10_000:
        value = f"{value:+}"
    if not isinstance(value, str) or not (match := _LOOSE.fullmatch(value.strip().casefold()[:60])):
        return ""
    amount = _amount(match[2], key)
    if not isinstance(amount, int) or not amount:
        return ""
    said = str(amount) if key in _COUNTED else spelt(amount)
    when = "a week"
    if other := _OTHER_WEEKS.fullmatch(match[3]):
        often = {"other": "2", "second": "2", "2nd": "2", "third": "3"}.get(other[1], other[1])
        when = f"every {often} weeks"
    return f'write "{"-" if match[1] in {"-", "minus "} else "+"}{said} {when}"'


def amount_text(value: Any, key: str) -> str:
    """A value in a sentence: `12`, `"45s"`, `"8-12"`."""
    if isinstance(value, int) and key not in _COUNTED:
        return f'"{spelt(value)}"'
    return quoted(growing.as_in_a_file(value))
