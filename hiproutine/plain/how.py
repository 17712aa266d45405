"""How and why, in lines. Pure."""

from __future__ import annotations

from hiproutine.cues.words import sentence
from hiproutine.plain.lines import headline
from hiproutine.plan.model import Interval
from hiproutine.routine.how import NOTHING, texts
from hiproutine.routine.loaded import Card


def how(routine: Card, interval: Interval) -> list[str]:
    """Everything the files say about a step and its routine, a line each."""
    cues = " ".join(sentence(cue.say) for cue in interval.cues)
    lines = [f"{label}: {text}" for label, text in texts(routine, interval, cues)]
    return [f"{headline(interval)}.", *(lines or [NOTHING])]
