"""How and why, and the keys, in lines. Pure."""

from __future__ import annotations

from hiproutine.cues.spoken import sentence
from hiproutine.plain.lines import headline
from hiproutine.plan import Interval
from hiproutine.routine.loaded import Card

KEYS = (
    ("space", "pause and go on, or done"),
    ("n or right", "next"),
    ("b or left", "back"),
    ("r", "this step again"),
    ("plus", "10 seconds more"),
    ("minus", "10 seconds less"),
    ("t", "where you are, and the time left"),
    ("p", "pain now"),
    ("i", "how and why"),
    ("m", "mute, and hear the cues again"),
    ("question mark", "these keys"),
    ("q", "leave"),
)
"""Every key with what it does, as a voice can say it."""
OPENING = "Space pauses and goes on, q leaves, question mark says all keys."


def keys() -> list[str]:
    """A line a key."""
    return [f"{key}: {what}." for key, what in KEYS]


def how(routine: Card, interval: Interval) -> list[str]:
    """Everything the files say about a step and its routine, a line each."""
    about = interval.about
    texts = (
        ("Set-up", about.setup),
        ("Cues", " ".join(sentence(cue.say) for cue in interval.cues)),
        ("Safety", about.safety),
        ("Stop if", about.stop_if),
        ("Easier", _named(about.easier)),
        ("Harder", _named(about.harder)),
        ("Why", about.why),
        ("Source", about.source),
        ("The routine", routine.why or routine.summary),
        ("Its safety", routine.safety),
    )
    return [f"{headline(interval)}.", *(f"{label}: {text}" for label, text in texts if text)]


def _named(ids: tuple[str, ...]) -> str:
    """Ids of exercises, as words."""
    return ", ".join(name.replace("-", " ") for name in ids)
