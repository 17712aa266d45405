"""Pain in the middle of a session."""

from __future__ import annotations

from hiproutine.advice.pain import sources
from hiproutine.advice.pain.advice import COOL_DOWN, Advice, Because, Kind, Level, because, with_words
from hiproutine.advice.pain.bands import Band
from hiproutine.advice.pain.changes import CLEAR
from hiproutine.advice.pain.readings import Feel, Reading


def during(now: Reading, before: Reading | None) -> Advice | None:
    """Stop, go easier, or None: go on and say nothing.

    Stopping on rising or sharp pain or a limp: Vincent and Vincent 2017, Current Sports Medicine Reports 16(3); from 6
    on: pain-monitoring model (doi 10.1186/s40814-021-00792-5). A rise counts from the level before the session.
    """
    rise = now.score - before.score if before else 0
    reason = with_words(because(before=before, now=now), *_words(now))
    if (why := _why_stop(now, rise)) is not None:
        return _advice(Level.STOP, f"Stopping here may be the better choice: {why}.", reason, COOL_DOWN)
    if now.score >= Band.MIDDLE or rise >= 1:
        return _advice(Level.EASIER, "Go easier from here: half the range, and leave out the jumps.", reason)
    return None


def _why_stop(now: Reading, rise: int) -> str | None:
    if now.feel is Feel.SHARP:
        return "the pain is sharp"
    if now.feel is Feel.TINGLING:
        return "it tingles"
    if now.limp:
        return "you are limping"
    if rise >= CLEAR:
        return f"pain has gone up by {rise}"
    return f"pain is at {now.score}" if now.score >= Band.HIGH else None


def _words(now: Reading) -> tuple[str, ...]:
    feel = (str(now.feel),) if now.feel else ()
    return (*feel, "limping") if now.limp else feel


def _advice(level: Level, sentence: str, reason: Because, alternative: str | None = None) -> Advice:
    return Advice(Kind.DURING, level, sentence, (reason,), sources.FOUR_RULES, alternative)
