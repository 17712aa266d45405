"""An interval as plain values, as `show --json` and the shared page write it. Pure."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from hiproutine.plan.model import Interval


def plain_number(value: float) -> float:
    """Seconds without a fraction that is none: 30.0 as 30."""
    return int(value) if value == int(value) else value


_LATER = ("reps_from", "held", "every", "begins", "closes", "skips")
"""What is there only where it says something."""


def interval_table(interval: Interval) -> dict[str, Any]:
    """What both say of an interval, by the keys of `show --json`; times in seconds."""
    table = {
        "kind": interval.kind.value,
        "start": plain_number(interval.start),
        "seconds": plain_number(interval.seconds),
        "block": interval.block,
        "block_title": interval.block_title,
        "name": interval.name,
        "side": interval.side.value if interval.side else None,
        "set": interval.set,
        "sets": interval.sets,
        "round": interval.round,
        "rounds": interval.rounds,
        "dose": interval.dose,
        "reps": interval.reps,
        "self_paced": interval.self_paced,
    }
    later = {name: value for name in _LATER if (value := getattr(interval, name))}
    if interval.metres:
        later |= {"metres": plain_number(interval.metres), "distance": interval.distance}
    if interval.open_rounds:
        later["open_rounds"] = asdict(interval.open_rounds)
    return table | later | ({"beats": list(interval.beats)} if interval.beats else {})
