"""A routine becomes a sound file: its score, its voice, its track, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hiproutine.audio.about import About
from hiproutine.audio.cover import cover_of
from hiproutine.audio.formats import Format
from hiproutine.audio.mixing import Track, clips_of, sample
from hiproutine.audio.score import Score, score_of, timed
from hiproutine.audio.voices import NoVoice, Renders, Spoken, tidy
from hiproutine.audio.writing import look_first, write_sound
from hiproutine.figures.pose import Figure
from hiproutine.plan.model import Kind, Plan
from hiproutine.routine.loaded import Card, Loaded

ROUNDS = 6
"""How often words are chosen anew once their lengths are known; two are enough nearly always."""
VOICE_PART = 0.4
"""The share of the work that the voice is, for the bar."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was written."""

    path: Path
    seconds: float
    size: int
    """Bytes."""
    chapters: int
    speaks: bool
    """Whether there is a voice in it."""
    trouble: str
    """Why there is none although one was wanted."""


Told = Callable[[float], None]


def record(
    loaded: Loaded,
    path: Path,
    form: Format,
    *,
    voice: Callable[[], Renders] | None,
    pace: float,
    volume: int,
    cache: Path,
    figure: Callable[[str], Figure | None],
    force: bool,
    told: Told = lambda _: None,
) -> Recorded:
    """Writes a routine as a sound file; `voice` is asked for one that speaks, or is None for tones alone.

    Raises:
        CannotRecord: it cannot be written.
    """
    plan = timed(loaded.plan)
    look_first(path, form, plan.seconds, force=force)
    score, spoken, trouble = score_of(plan, None), None, ""
    if voice:
        try:
            speaker = voice()
            try:
                spoken = Spoken(speaker, cache, pace)
                score = said(plan, spoken, lambda share: told(share * VOICE_PART))
            finally:
                speaker.close()
        except NoVoice as error:
            spoken, trouble = None, str(error).rstrip(".")
    track = Track(clips_of(score, spoken.sounds if spoken else {}, volume), sample(score.seconds))
    begun = VOICE_PART if spoken else 0.0
    about = About(plan.titled, comment_of(loaded.card), score.chapters, _cover(plan, figure))
    write_sound(path, form, track, about, lambda share: told(begun + share * (1 - begun)))
    tidy(cache)
    return Recorded(path, score.seconds, path.stat().st_size, len(score.chapters), spoken is not None, trouble)


def said(plan: Plan, spoken: Spoken, told: Told = lambda _: None) -> Score:
    """The score with every word of it made: what was chosen by estimated lengths is chosen anew by the real ones.

    Raises:
        NoVoice: the voice fails or hangs.
    """
    score = score_of(plan, spoken.lasts)
    for number in range(ROUNDS):
        missing = [words.text for words in score.words if words.text not in spoken.sounds]
        if not missing:
            break
        spoken.make(missing, told if number == 0 else lambda _: None)
        score = score_of(plan, spoken.lasts)
    spoken.only(words.text for words in score.words)
    return score


def comment_of(card: Card) -> str:
    """What the routine says of itself, as the text beside the sound."""
    return "\n\n".join(text for text in (card.summary, card.why, card.safety, card.source) if text)


def _cover(plan: Plan, figure: Callable[[str], Figure | None]) -> bytes | None:
    """The first figure there is, on the side it is done first."""
    for one in plan.intervals:
        if one.kind is Kind.WORK and one.about.exercise and (found := figure(one.about.exercise)):
            return cover_of(found.for_side(one.side) if one.side else found)
    return None
