"""The sound that a page carries, and the routine as it goes with it: nobody presses a key where the screen is off."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, replace
from html import escape

from hiproutine.audio.score import timed
from hiproutine.plan.model import Kind, Plan

KINDS = {"mp3": "audio/mpeg", "m4a": "audio/mp4"}
"""The formats that every browser plays, and what they are called there."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A whole routine as sound."""

    form: str
    """One of `KINDS`."""
    data: bytes


def carried(sound: Carried) -> str:
    """The element that holds it; the page makes something to play of it."""
    kind = escape(KINDS[sound.form])
    return f'<script type="text/plain" id="sound" data-kind="{kind}">{b64encode(sound.data).decode()}</script>\n'


def without_waits(plan: Plan) -> Plan:
    """The plan as the sound has it: estimates are lengths, and a sentence to acknowledge stands through its pause."""
    intervals = tuple(
        replace(one, kind=Kind.REST, dose="rest", name=f"Check: {one.about.sentence or one.name}")
        if one.kind is Kind.CONFIRM
        else one
        for one in timed(plan).intervals
    )
    return replace(timed(plan), intervals=intervals)
