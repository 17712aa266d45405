"""How far: distances and paces, in what they are said, and how long a distance takes by a pace. Pure."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import floor
from typing import NamedTuple

METRES = {"m": Fraction(1), "km": Fraction(1000), "yd": Fraction("0.9144"), "mi": Fraction("1609.344")}
"""Metres of each unit; yard and mile are the international ones of 1959."""
IMPERIAL = frozenset({"yd", "mi"})
USUAL_PACE = Fraction(360, 1000)
"""Seconds a metre where nobody says a pace: 6:00 a kilometre. Ours, an easy run."""
WHOLE_MILES_FROM = Fraction(1609344, 4000)
"""Metres from which they are said in miles rather than in yards: a quarter of a mile."""


class Distance(str):
    """A distance as it is written, in one form: `400 m`, `1.5 km`."""

    __slots__ = ()

    @property
    def unit(self) -> str:
        """m, km, yd or mi."""
        return self.split(" ")[1]

    @property
    def metres(self) -> Fraction:
        """How far, exactly."""
        return Fraction(self.split(" ")[0]) * METRES[self.unit]


class Measures(NamedTuple):
    """In what one person is told distances, and how fast that person runs those whose routine says no pace."""

    miles: bool = False
    """Whether in miles and yards, rather than in kilometres and metres."""
    pace: Fraction = USUAL_PACE
    """Seconds a metre."""

    def said(self, distance: Distance) -> str:
        """A distance in the person's unit: as it is written where that is one of theirs, else turned into it."""
        if (distance.unit in IMPERIAL) == self.miles:
            return str(distance)
        metres = distance.metres
        if self.miles:
            small = metres < WHOLE_MILES_FROM * Fraction(99, 100)
            return f"{_round(metres / METRES['yd'])} yd" if small else f"{_two(metres / METRES['mi'])} mi"
        return f"{_round(metres)} m" if metres < 1000 else f"{_two(metres / 1000)} km"

    def seconds(self, distance: Distance) -> Fraction:
        """About how long it takes, in whole seconds."""
        return Fraction(max(1, _round(distance.metres * self.pace)))


USUALLY = Measures()
AskMeasures = Callable[[], Measures]
"""Looks up what holds for the person; only where a routine has a distance."""


def seconds_a_metre(minutes: int, seconds: int, unit: str) -> Fraction:
    """A pace such as 5:30 a kilometre; the unit is `km` or `mi`."""
    return Fraction(minutes * 60 + seconds) / METRES[unit]


def number_of(value: Fraction) -> str:
    """A number to three places, without needless ones: `1.5`, `0.125`, `400`."""
    return f"{float(value):.3f}".rstrip("0").rstrip(".")


def unit_words(distance: str) -> str:
    """What its number counts: `metres`, `miles`."""
    return f"{_NOUNS[distance.split(' ')[1]]}s"


def distance_words(distance: str) -> str:
    """A distance that is shown as people say it: `400 metres`, `1.5 kilometres`, `half a mile`; nothing of nothing."""
    if not distance:
        return ""
    number, unit = distance.split(" ")
    if unit == "mi" and number in _PARTS_OF_A_MILE:
        return _PARTS_OF_A_MILE[number]
    noun = _NOUNS[unit]
    return f"{number} {noun}" if number == "1" else f"{number} {noun}s"


def _round(value: Fraction) -> int:
    return floor(value + Fraction(1, 2))


def _two(value: Fraction) -> str:
    hundredths = _round(value * 100)
    return f"{hundredths // 100}.{hundredths % 100:02}".rstrip("0").rstrip(".")


_NOUNS = {"m": "metre", "km": "kilometre", "yd": "yard", "mi": "mile"}
_PARTS_OF_A_MILE = {"0.25": "a quarter of a mile", "0.5": "half a mile", "0.75": "three quarters of a mile"}
