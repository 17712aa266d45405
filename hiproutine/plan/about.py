"""What is known about a step beside its dose. Data only."""

from __future__ import annotations

from dataclasses import dataclass, field

LATER = {"later": True}
"""Marks fields that plans kept before did not have: where they say nothing they are left out of what is kept."""


@dataclass(frozen=True, slots=True)
class About:
    """The texts about a step, for the screen and the ear: set-up, cues, safety and the like."""

    exercise: str = ""
    """The id in the catalogue, if it has one."""
    sentence: str = ""
    """What a confirm asks to acknowledge."""
    setup: str = ""
    safety: str = ""
    stop_if: str = ""
    why: str = ""
    source: str = ""
    easier: tuple[str, ...] = ()
    harder: tuple[str, ...] = ()
    avoid_if: tuple[str, ...] = ()
    position: str = ""
    equipment: tuple[str, ...] = ()
    say: str = field(default="", metadata=LATER)
    """What a voice says for the name, where that is something else."""
    effort: int | None = field(default=None, metadata=LATER)
    """How hard it is meant to be, from 0 to 10."""
    weight: str = field(default="", metadata=LATER)
    """What it is done with: `10 kg`, `20 lb`."""
    band: str = field(default="", metadata=LATER)
    """The colour or name of a band."""
    written: str = field(default="", metadata=LATER)
    """The two as the file says them, where what was used last is proposed in place of that."""
    load_note: str = field(default="", metadata=LATER)
    """What was used the last time, where that is something else."""
