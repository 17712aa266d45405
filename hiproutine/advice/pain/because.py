"""What a word rests on: the answers by their ids, and their short text."""

from __future__ import annotations

from dataclasses import dataclass

from hiproutine.advice.pain.readings import Reading

CLOSING = "General information, not medical advice."
"""Stands under every advice that is shown."""


@dataclass(frozen=True, slots=True)
class Because:
    """What a word rests on: ids of readings (or of sessions, or of red-flag answers), and their short text."""

    ids: tuple[str, ...]
    text: str


def because(**scores: Reading | None) -> Because:
    """Readings by what they are called here, with their scores: `before 4, after 6`; None is left out."""
    given = {name.replace("_", " "): reading for name, reading in scores.items() if reading}
    ids = tuple(dict.fromkeys(reading.id for reading in given.values()))
    return Because(ids, ", ".join(f"{name} {reading.score}" for name, reading in given.items()))


def with_words(reason: Because, *words: str) -> Because:
    """The reason with more of what was answered after it."""
    return Because(reason.ids, ", ".join([reason.text, *words] if reason.text else words))
