"""The one judgement: everything that is known -> what is advised, why, until when, and what is still to be asked.

Whatever speaks in the program shows this, shortened for its place; nothing else decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from hiproutine.advice import building_up, pain_score, reactions, sore_places, studies, trends
from hiproutine.advice.asking import Ask, Question, asked
from hiproutine.advice.exertions import Exertion, exertions
from hiproutine.advice.facts import CLOCK_SLIP, Facts, said
from hiproutine.advice.finding import ALL, LOADED, Finding, Kind, Level, gravest_first
from hiproutine.advice.gentle import gentle_one
from hiproutine.advice.pain.because import CLOSING, Because
from hiproutine.advice.pain.flags import IMPACT_FLAGS, LANDING, URGENT
from hiproutine.advice.pain.red_flags import Standing
from hiproutine.advice.pain.sessions import Load
from hiproutine.advice.timing import Courses, courses, timing

URGENT_SENTENCE = "Please seek urgent medical care now; your local emergency number can help."
SOON_SENTENCE = (
    "Please see a doctor or physiotherapist, within days, before you run or strength-train again. What asks nothing of "
    "the hip stays open."
)
NOTHING_KNOWN = Finding(Kind.SCORE, Level.GO, "Nothing is noted yet. Start easy.", (), studies.UNREAD)
NOTHING_LATELY = replace(NOTHING_KNOWN, sentence="Nothing was noted in the last 24 hours. Start easy.")


@dataclass(frozen=True, slots=True)
class Assessment:
    """What is advised at a moment. It suggests; nothing is ever locked."""

    now: datetime
    zone: tzinfo
    findings: tuple[Finding, ...]
    """The gravest first; never empty."""
    timing: tuple[Finding, ...]
    """What speaks against single routines just now: ice, heat, a stage, a day between."""
    asks: tuple[Question, ...]
    """What is still to be asked."""
    done: tuple[Exertion, ...]
    """Every session and run with what was answered about it, oldest first."""
    courses: Courses
    """Where somebody is on the way back to running and in the levels of strength."""

    @property
    def level(self) -> Level:
        """The gravest."""
        return self.findings[0].level

    @property
    def against(self) -> frozenset[Load]:
        """The loads that are advised against."""
        return frozenset().union(*(one.against for one in self.findings))

    @property
    def avoid(self) -> frozenset[str]:
        """Areas whose steps are better left out, as in the `avoid_if` of exercises."""
        return frozenset().union(*(one.avoid for one in self.findings))

    @property
    def suits(self) -> str | None:
        """The id of a gentle routine that holds nothing that is advised against; None is rest."""
        return None if Load.LOW in self.against else gentle_one(self.avoid)

    @property
    def closing(self) -> str:
        """The line that stands under it."""
        return CLOSING

    def before(self, routine: str, load: Load) -> tuple[Finding, ...]:
        """What speaks against this routine now, the gravest first."""
        return tuple(one for one in gravest_first([*self.findings, *self.timing]) if one.speaks_against(routine, load))

    def allows(self, routine: str, load: Load) -> bool:
        """Whether nothing speaks against this routine now."""
        return not self.before(routine, load)

    def soothes(self, one: Finding) -> bool:
        """Whether a lesser word would speak of going on beside one that asks for rest; not what is to be left out."""
        return self.level.rank >= Level.REST.rank and one.level.rank < Level.GENTLE.rank and one.kind is not Kind.PLACE

    @property
    def stands_out(self) -> tuple[Finding, ...]:
        """What deserves a word where nobody is about to start anything, the gravest first; nothing soothes there."""
        words = (one for one in self.findings if one.level is not Level.GO and not one.is_only_mild)
        return tuple(one for one in words if not self.soothes(one))

    def asking(self, ask: Ask) -> Question | None:
        """The question, if it is still to be asked."""
        return next((one for one in self.asks if one.ask is ask), None)

    def found(self, *kinds: Kind) -> Finding | None:
        """The gravest of these kinds."""
        return next((one for one in self.findings if one.kind in kinds), None)


def assess(facts: Facts, now: datetime, zone: tzinfo) -> Assessment:
    """The judgement of a moment, by a person's own clock."""
    told = said(facts, now)
    landing = sore_places.landing_sign(told, facts.landing_settled, zone)
    facts = replace(facts, signs=(*facts.signs, landing)) if landing else facts
    done = exertions(facts, now, zone, told)
    playing = facts.playing
    found = [
        *_unread(facts),
        *_ahead(facts, now),
        *_signs(facts.signs),
        *sore_places.findings(told, now, zone),
        *pain_score.of_score(told, now, zone),
        *(one for one in (pain_score.during(playing), pain_score.rise(told, now)) if one),
        *reactions.findings(done, told, now, zone),
        *trends.findings(told, done, now, zone),
        *building_up.findings(facts, now, zone),
    ]
    findings = _without_mild(gravest_first(found)) or (NOTHING_LATELY if told or done else NOTHING_KNOWN,)
    course = courses(facts, told, done, now, zone)
    not_now, asks = timing(facts, told, course, now, zone), asked(facts, told, done, now, zone)
    return Assessment(now, zone, findings, not_now, asks, done, course)


def _without_mild(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Without "start easy" and the like beside what advises against starting at all, and with no word of gentle
    routines beside what advises against those."""
    if any(Load.LOW in one.against for one in findings):
        words = [one.sentence.replace(pain_score.GENTLE, pain_score.NOTICEABLE) for one in findings]
        findings = tuple(replace(one, sentence=said) for one, said in zip(findings, words, strict=True))
    if not findings or findings[0].level.rank < Level.GENTLE.rank or not findings[0].against:
        return findings
    return tuple(one for one in findings if one.kind is not Kind.SCORE or one.level.rank >= Level.EASIER.rank)


def _signs(stand: Sequence[Standing]) -> Iterator[Finding]:
    """The warning signs that stand: one word for each group, and one of its own for pain on landing."""
    urgent = [one for one in stand if one.flag.group == URGENT]
    landing = [one for one in stand if one.flag.id == LANDING]
    soon = [one for one in stand if one.flag.group != URGENT and one.flag.id != LANDING]
    areas = sore_places.FRONT | sore_places.IMPACT
    for found, level, sentence, source, against in (
        (urgent, Level.URGENT, URGENT_SENTENCE, studies.SIGNS, ALL),
        (landing, Level.SEE_SOMEONE, sore_places.LANDING_SENTENCE, studies.LANDING, LOADED),
        (soon, Level.SEE_SOMEONE, SOON_SENTENCE, studies.SIGNS, LOADED),
    ):
        if found:
            avoid = areas if IMPACT_FLAGS & {one.flag.id for one in found} else frozenset()
            reasons = tuple(one.because for one in found)
            ends = sore_places.signs_end(found)
            yield Finding(Kind.SIGN, level, sentence, reasons, source, None, ends, against, avoid)


def _unread(facts: Facts) -> Iterator[Finding]:
    """What could not be read may be anything, so nothing that loads the hip is advised."""
    if facts.unread:
        sentence = "What you noted cannot be read, so rest suits until it can; a warning sign that stood still stands."
        reason = Because((), facts.unread)
        yield Finding(Kind.UNREAD, Level.REST, sentence, (reason,), studies.UNREAD, None, "when it can be read", LOADED)


def _ahead(facts: Facts, now: datetime) -> Iterator[Finding]:
    """Answers from a day to come: a clock was wrong, and nobody knows when they were given."""
    moments = [(one.id, one.at) for one in facts.readings] + [(one.id, one.at) for one in facts.outings]
    noted = any(timedelta(0) <= now - one.at <= timedelta(hours=24) for one in facts.readings)
    ahead = [(name, at) for name, at in moments if at > now + CLOCK_SLIP]
    if ahead:
        name, at = min(ahead, key=lambda one: (one[1], one[0]))
        day = f"{at:%Y-%m-%d}"
        rest = "" if noted else " Rest until you note how the hip is."
        sentence = f"Something is dated {day}, still to come by this clock, and is not counted.{rest}"
        reason = Because((name,), f"dated {at:%Y-%m-%d}")
        ends = "with an answer of now, or when that day has come"
        level, against = (Level.WATCH, frozenset[Load]()) if noted else (Level.REST, LOADED)
        yield Finding(Kind.AHEAD, level, sentence, (reason,), studies.UNREAD, at, ends, against)
