"""How and why, in lines. Pure."""

from __future__ import annotations

from hiproutine.cues.spoken import sentence
from hiproutine.plain.lines import headline
from hiproutine.plan import Interval
from hiproutine.routine.loaded import Card


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
