"""How and why: everything the files say about a step and its routine. Pure."""

from __future__ import annotations

from hiproutine.plan.model import About, Interval
from hiproutine.routine.loaded import Card

NOTHING = "Nothing more is written about this step."
"""What is said where there are no texts."""


def texts(routine: Card, interval: Interval, cues: str) -> list[tuple[str, str]]:
    """Each text there is, after its label; `cues` are those of the interval as they are to be read."""
    found = (
        ("The routine", routine.why or routine.summary),
        ("Its safety", routine.safety),
    )
    return [*of_step(interval.about, cues), *((label, text) for label, text in found if text)]


def of_step(about: About, cues: str) -> list[tuple[str, str]]:
    """The same of a step alone."""
    found = (
        ("Set-up", about.setup),
        ("Cues", cues),
        ("Safety", about.safety),
        ("Stop if", about.stop_if),
        ("Easier", _named(about.easier)),
        ("Harder", _named(about.harder)),
        ("Why", about.why),
        ("Source", about.source),
    )
    return [(label, text) for label, text in found if text]


def _named(ids: tuple[str, ...]) -> str:
    """Ids of exercises, as words."""
    return ", ".join(name.replace("-", " ") for name in ids)
