"""What a step is done with, a weight or a band: in words, what was used, and what that makes of a plan. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from hiproutine.plan.distances import number_of
from hiproutine.plan.model import About, Interval, Kind, Plan

SAME, MORE, LESS = "same", "more", "less"
ANSWERS = (SAME, MORE, LESS)
STEP = {"kg": Fraction(1, 2), "lb": Fraction(1)}
"""The least that a weight changes by. Ours."""
TENTH = Fraction(1, 10)
"""Of a weight that becomes more or less: the most that is advised at a time is 2 to 10 % (American College of Sports
Medicine 2009, doi:10.1249/MSS.0b013e3181915670)."""
BANDS = ("tan", "yellow", "red", "green", "blue", "black", "silver", "gold")
"""From the lightest; the colours of TheraBand, which most makers follow (https://www.theraband.com)."""
NOUNS = {"kg": "kilo", "lb": "pound"}
"""What units are called."""
LAST_TIME = "last time "
"""Before what was used, where something else is proposed; ..."""
OTHER_BAND = {MORE: "a stronger one, if you have it", LESS: "a lighter one, if you have it"}
"""... and what is said where no next colour is known."""


@dataclass(frozen=True, slots=True)
class LoadUsed:
    """What one step was done with in a session, and what was said of it afterwards."""

    name: str
    """Of the step."""
    written: str
    """What its file said then: `10 kg`, `green band`."""
    weight: str = ""
    band: str = ""
    then: str = ""
    """The next time the same, more or less; empty where nobody said."""


def load_of(weight: str, band: str) -> str:
    """`10 kg`, `green band`, `10 kg, green band`; nothing of neither."""
    return ", ".join(part for part in (weight, band and f"{band} band") if part)


def load_text(about: About) -> str:
    """What a step is done with, and what was used the last time: `11 kg (last time 10 kg)`; nothing without a load."""
    load = load_of(about.weight, about.band)
    return f"{load} ({about.load_note})" if load and about.load_note else load


def load_words(about: About) -> str:
    """The same as people say it: `10 kilos, green band`."""
    return load_of(weight_words(about.weight), about.band)


def weight_words(weight: str) -> str:
    """`10 kilos`, `1 pound`; nothing of nothing."""
    if not weight:
        return ""
    number, unit = weight.split(" ")
    return f"{number} {NOUNS[unit]}{'' if number == '1' else 's'}"


def written_load(interval: Interval) -> str:
    """What the file says that a step is done with."""
    return interval.about.written or load_of(interval.about.weight, interval.about.band)


def has_loads(plan: Plan) -> bool:
    """Whether something in it is done with a weight or a band."""
    return any(one.about.weight or one.about.band for one in plan.intervals)


def loads_done(plan: Plan, best: Mapping[int, float], then: str = "") -> tuple[LoadUsed, ...]:
    """What was used, of steps of which anything was done; `best` as in `play.session.Session`."""
    found = {}
    for one in plan.intervals:
        if one.kind is Kind.WORK and (one.about.weight or one.about.band) and best.get(one.index):
            found[_key(one)] = LoadUsed(one.name, written_load(one), one.about.weight, one.about.band, then)
    return tuple(found.values())


def used_text(used: Sequence[LoadUsed]) -> str:
    """`Heel drop 10 kg; Clamshell green band, more the next time`."""
    texts = [f"{one.name} {load_of(one.weight, one.band)}" for one in used]
    then = {one.then for one in used} - {""}
    said = {SAME: ", the same the next time", MORE: ", more the next time", LESS: ", less the next time"}
    return "; ".join(texts) + (said[then.pop()] if len(then) == 1 else "")


def with_loads(plan: Plan, used: Sequence[LoadUsed], may_add: Callable[[LoadUsed], bool]) -> Plan:
    """The plan with what is proposed after what was used, the newest first; what its file says otherwise now is as that
    says. More only where something may be added.

    What was said of a load stands as long as nothing else was used or said since."""
    known: dict[tuple[str, str], tuple[LoadUsed, str]] = {}
    for one in reversed(used):
        before, then = known.get((one.name, one.written), (one, ""))
        is_same = (before.weight, before.band) == (one.weight, one.band)
        known[one.name, one.written] = one, one.then or (then if is_same else "")
    return replace(plan, intervals=tuple(_loaded(one, known.get(_key(one)), may_add) for one in plan.intervals))


def _key(interval: Interval) -> tuple[str, str]:
    return interval.name, written_load(interval)


def _loaded(interval: Interval, known: tuple[LoadUsed, str] | None, may_add: Callable[[LoadUsed], bool]) -> Interval:
    if known is None:
        return interval
    used, said = known
    then = SAME if said == MORE and not may_add(used) else said
    weight, band = next_weight(used.weight, then), next_band(used.band, then)
    last = load_of(used.weight, used.band)
    note = f"{LAST_TIME}{last}" if load_of(weight, band) != last else ""
    if band and band == used.band and then in {MORE, LESS}:
        note = OTHER_BAND[then]
    about = replace(interval.about, weight=weight, band=band, load_note=note, written=written_load(interval))
    return replace(interval, about=about)


def next_weight(weight: str, then: str) -> str:
    """A weight after the same, more or less was said of it: a tenth, in half kilos or whole pounds."""
    if not weight or then not in {MORE, LESS}:
        return weight
    number, unit = weight.split(" ")
    now, step = Fraction(number), STEP[unit]
    if then == MORE:
        return f"{number_of(max(floor(now * (1 + TENTH) / step) * step, floor(now / step) * step + step))} {unit}"
    less = min(ceil(now * (1 - TENTH) / step) * step, ceil(now / step) * step - step)
    return f"{number_of(max(step, less))} {unit}"


def next_band(band: str, then: str) -> str:
    """A band after the same was said of it; the next one by its colour, where that is a known one."""
    if band not in BANDS or then not in {MORE, LESS}:
        return band
    at = BANDS.index(band) + (1 if then == MORE else -1)
    return BANDS[min(max(at, 0), len(BANDS) - 1)]
