"""What is said at a score of pain: change a sentence or a band here, and it changes wherever the program speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, tzinfo
from typing import NamedTuple

from hiproutine.advice import studies
from hiproutine.advice.facts import in_force, judged_score
from hiproutine.advice.finding import HEAVY, LOADED, Finding, Kind, Level
from hiproutine.advice.pain.bands import Band
from hiproutine.advice.pain.because import Because, because, with_words
from hiproutine.advice.pain.changes import CLEAR
from hiproutine.advice.pain.readings import Feel, Moment, Reading
from hiproutine.advice.pain.sessions import Load, SessionPain

FRESH = timedelta(hours=24)
"""For so long a score speaks."""
COMPARED = timedelta(days=14)
"""How far back the check before is that a new one is compared with. Ours."""
MASKED = studies.Source(f"{studies.BANDS} {studies.MASKED}", f"{studies.BANDS.found} {studies.MASKED}")
RELIEVED = " A pain reliever may be hiding some of it."
MORNING_ENDS = "after 24 hours, or with a lower morning"


GENTLE = "Noticeable. Gentle routines suit better today, with one set and half the range."
NOTICEABLE = "Noticeable. Rest is the better choice today."
"""The same where gentle routines are advised against."""


class Said(NamedTuple):
    """What is said from a score on."""

    begins: int
    level: Level
    sentence: str
    against: frozenset[Load] = frozenset()


BANDS = (
    Said(0, Level.GO, "No pain noted. Start easy."),
    Said(1, Level.WATCH, "Mild. Go ahead, keep an eye on it, and stop if it grows."),
    Said(
        Band.MIDDLE,
        Level.GENTLE,
        GENTLE,
        HEAVY,
    ),
    Said(
        Band.HIGH,
        Level.REST,
        "High. Rest is the better choice; if it stays this high, consider a doctor or physiotherapist.",
        LOADED,
    ),
    Said(Band.VERY_HIGH, Level.SEE_SOMEONE, "Very high. Please consider medical advice today.", LOADED),
)
"""0-2, 3-5 and 6-10 after the pain-monitoring model; 0 apart, the mark at 8 and what each closes are ours."""


def of_score(readings: Sequence[Reading], now: datetime, zone: tzinfo) -> Iterator[Finding]:
    """What the answers of the last 24 hours say: the highest score of them, what it feels like, a limp."""
    fresh = in_force(readings, now, zone)
    if not fresh:
        return
    highest = max(fresh, key=lambda one: (judged_score(one), one.at, one.score, one.id))
    band = max((one for one in BANDS if one.begins <= judged_score(highest)), key=lambda one: one.begins)
    sentence = band.sentence + (RELIEVED if highest.masked and judged_score(highest) else "")
    yield Finding(
        Kind.SCORE,
        band.level,
        sentence,
        (score_reason(highest, zone),),
        MASKED if highest.masked else studies.BANDS,
        highest.at + FRESH,
        MORNING_ENDS,
        band.against,
        frozenset({"impact"}) if band.begins >= Band.MIDDLE else frozenset(),
    )
    yield from _feel(fresh, zone)
    limps = [one for one in fresh if one.limp]
    if limps:
        yield _closes(
            Kind.LIMP, "With a limp, rest is the better choice; if it stays, consider a doctor.", limps[-1], zone
        )


def is_severe(reading: Reading) -> bool:
    """Whether the warning signs are asked for: 8 or more, or 6 or more that is sharp or makes a person limp."""
    score = judged_score(reading)
    return score >= Band.VERY_HIGH or (score >= Band.HIGH and bool(reading.limp or reading.feel is Feel.SHARP))


def rise(readings: Sequence[Reading], now: datetime) -> Finding | None:
    """The last check before a routine, if it was up by 2 or more against the check before it."""
    checks = [one for one in readings if one.moment is Moment.BEFORE and one.at >= now - COMPARED]
    last = max(checks, key=lambda one: (one.at, one.score, one.id), default=None)
    before = [one for one in checks if last and one.at < last.at]
    earlier = max(before, key=lambda one: (one.at, -one.score, one.id), default=None)
    if last is None or earlier is None or last.at < now - FRESH or last.score - earlier.score < CLEAR:
        return None
    sentence = f"Pain is up by {last.score - earlier.score} since the check before. Consider a rest day."
    reason = because(the_check_before=earlier, now=last)
    return Finding(
        Kind.RISE, Level.GENTLE, sentence, (reason,), studies.CHANGE, last.at + FRESH, "after 24 hours", HEAVY
    )


def during(playing: SessionPain | None) -> Finding | None:
    """What the last answer in the middle of a session says: stop (REST), go easier (EASIER), or None."""
    if playing is None or not playing.during:
        return None
    now, before = playing.during[-1], playing.before
    up = now.score - before.score if before else 0
    reason = with_words(because(before=before, now=now), *_told(now))
    if (why := _why_stop(now, up)) is not None:
        sentence = f"Stopping here may be the better choice: {why}."
        return Finding(Kind.DURING, Level.REST, sentence, (reason,), studies.FOUR_RULES, now.at + FRESH)
    if now.score >= Band.MIDDLE or up >= 1:
        sentence = "Go easier from here, with half the range and without the jumps."
        return Finding(Kind.DURING, Level.EASIER, sentence, (reason,), studies.FOUR_RULES, now.at + FRESH)
    return None


def score_reason(reading: Reading, zone: tzinfo) -> Because:
    """`pain 1, worst 9, after a pain reliever, on 2026-11-03 at 07:00`."""
    words = [f"pain {reading.score}"]
    if (reading.worst or 0) > reading.score:
        words.append(f"worst {reading.worst}")
    words += [*_told(reading), *(["after a pain reliever"] if reading.masked else [])]
    at = reading.at.astimezone(zone)
    return Because((reading.id,), f"{', '.join(words)}, on {at:%Y-%m-%d} at {at:%H:%M}")


def _feel(fresh: Sequence[Reading], zone: tzinfo) -> Iterator[Finding]:
    for feel, what in ((Feel.SHARP, "Sharp pain"), (Feel.TINGLING, "Tingling")):
        told = [one for one in fresh if one.feel is feel]
        if told:
            ends = "Rest may be the better choice; if it stays, consider a doctor or physiotherapist."
            yield _closes(Kind.FEEL, f"{what} today. {ends}", told[-1], zone)


def _closes(kind: Kind, sentence: str, reading: Reading, zone: tzinfo) -> Finding:
    """Nothing that loads the hip."""
    reason = score_reason(reading, zone)
    until = reading.at + FRESH
    return Finding(kind, Level.REST, sentence, (reason,), studies.FOUR_RULES, until, MORNING_ENDS, LOADED)


def _why_stop(now: Reading, up: int) -> str | None:
    if now.feel is Feel.SHARP:
        return "the pain is sharp"
    if now.feel is Feel.TINGLING:
        return "it tingles"
    if now.limp:
        return "you are limping"
    if up >= CLEAR:
        return f"pain has gone up by {up}"
    return f"pain is at {now.score}" if now.score >= Band.HIGH else None


def _told(now: Reading) -> tuple[str, ...]:
    feel = (str(now.feel),) if now.feel else ()
    return (*feel, "a limp") if now.limp else feel
