"""What a session or a run did to the hip: right after it, an hour later, and the morning after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo

from hiproutine.advice import studies
from hiproutine.advice.exertions import Exertion, mornings_of, of_outing, worst_of
from hiproutine.advice.facts import Facts, judged_score
from hiproutine.advice.finding import HEAVY, Finding, Kind, Level
from hiproutine.advice.pain.bands import Band
from hiproutine.advice.pain.because import Because, because, with_words
from hiproutine.advice.pain.changes import CLEAR, change_text
from hiproutine.advice.pain.days import begin_of, day_of, elapsed
from hiproutine.advice.pain.readings import Reading, Stiffness
from hiproutine.advice.pain.sessions import Load
from hiproutine.advice.recovery.facts import Outing

SETTLED_WITHIN = timedelta(minutes=60)
"""Pain is back to its level before by then (rule for runners, trial protocol PMC4702381)."""
HOLDS = timedelta(days=14)
"""For so long a reaction counts where no calm morning ends it. Ours."""
WELL_WORST = 2
"""Points at most in a session that settled well (trial protocol PMC4702381)."""
REACTED_MEANS = "pain went up by two or more, was at 6 or more, or brought a limp"
"""What "reacted" is, said where it first stands."""
CALM_ENDS = "with a morning after it that is calm, or after 14 days"


def reaction(one: Exertion) -> Because | None:
    """What it reacted with; None where it did not. Only what loads the hip can be reacted to.

    2 points or more above before (smallest detectable change 1.77, doi 10.1055/a-1304-3677), a worst of 6 or more
    (pain-monitoring model), a limp (Vincent and Vincent 2017), or still up an hour later (trial protocol PMC4702381).
    """
    if one.load is Load.NONE or not one.answered:
        return None
    limp = any(reading.limp for reading in (*one.during, one.after) if reading)
    up = one.before is not None and one.after is not None and one.after.score >= one.before.score + CLEAR
    lasting = lasts(one)
    if not (limp or up or lasting or one.worst >= Band.HIGH):
        return None
    words = [*([f"worst {one.worst}"] if not one.after or one.worst > one.after.score else []), *(["a limp"] * limp)]
    words += ["still up after an hour"] if lasting else []
    return _reason(one, because(before=one.before, after=one.after), words)


def lasts(one: Exertion) -> bool:
    """Whether pain was still above the level before, an hour or more after it."""
    if one.before is None or one.after is None or one.later is None:
        return False
    return one.later.score > one.before.score and elapsed(one.after.at, one.later.at) >= SETTLED_WITHIN


def settled_well(one: Exertion) -> bool:
    """Whether it was answered and at most 2 of 10, at most 1 above before, and no reaction."""
    if one.after is None or reaction(one):
        return False
    return one.worst <= WELL_WORST and one.after.score <= (one.before.score if one.before else 0) + 1


def morning_level(one: Exertion) -> Level | None:
    """How the morning after it was: GO, WATCH (repeat, add nothing) or GENTLE (a rest day); None without an answer.

    No rise next morning: trial protocol PMC4702381; not worse at 24 hours: Vincent and Vincent 2017. The steps of 1 and
    2 points, stiffness from 3 on, and that 3 and more is never good are ours. Without a level before, the worst of it
    stands for that, and only a morning free of pain is good.
    """
    morning = one.morning
    if morning is None:
        return None
    score, stiffer = morning.score, morning.stiffness is Stiffness.MORE
    known = one.before.score if one.before else one.worst if one.answered else None
    up = 0 if known is None else score - known
    if judged_score(morning) >= Band.HIGH or up >= CLEAR or (stiffer and score >= Band.MIDDLE):
        return Level.GENTLE
    poorer = stiffer or (up if one.before else score) >= 1
    return Level.WATCH if poorer or judged_score(morning) >= Band.MIDDLE else Level.GO


def calm_morning(one: Exertion) -> bool:
    """Whether its morning was answered, and well: only then may anything be added."""
    return morning_level(one) is Level.GO


def findings(done: Sequence[Exertion], told: Sequence[Reading], now: datetime, zone: tzinfo) -> Iterator[Finding]:
    """What the last reaction, the last session and this morning say; `told` is all that was answered."""
    counted = [one for one in done if one.load is not Load.NONE]
    yield from _standing_reaction(counted, told, now, zone)
    yield from _last_after(counted, now, zone)
    yield from _this_morning(counted, now, zone)


def _standing_reaction(
    done: Sequence[Exertion], told: Sequence[Reading], now: datetime, zone: tzinfo
) -> Iterator[Finding]:
    """The last thing that reacted, until a morning on a later day that is calm beside the level before it."""
    reacted = [(one, why) for one in done if (why := reaction(one)) and now - one.ended < HOLDS]
    if not reacted:
        return
    last, why = reacted[-1]
    later = {day: worst_of(found) for day, found in mornings_of(told, zone).items() if day > last.day}
    if any(calm_morning(replace(last, morning=one)) for one in later.values()):
        return
    sentence = f"Your hip reacted to {last.name}. Consider a rest day, then less of it; {REACTED_MEANS}."
    yield Finding(Kind.REACTION, Level.GENTLE, sentence, (why,), studies.SETTLING, last.ended + HOLDS, CALM_ENDS, HEAVY)


def _last_after(done: Sequence[Exertion], now: datetime, zone: tzinfo) -> Iterator[Finding]:
    """How the last one went down, until its morning."""
    answered = [one for one in done if one.after]
    if not answered:
        return
    last = answered[-1]
    ends = begin_of(last.day + timedelta(days=1), zone)
    if reaction(last) or last.morning or now >= ends:
        return
    reason = _reason(last, because(before=last.before, after=last.after), [f"worst {last.worst}"] * bool(last.worst))
    level, sentence = Level.WATCH, "Some pain today. See how the morning feels before you add anything."
    if settled_well(last):
        level, sentence = Level.GO, "Settled well."
    yield Finding(Kind.AFTER, level, sentence, (reason,), studies.SETTLING, ends, "with the next morning")


def _this_morning(done: Sequence[Exertion], now: datetime, zone: tzinfo) -> Iterator[Finding]:
    """What was answered this morning, against the day it speaks for."""
    today = day_of(now, zone)
    spoken = [one for one in done if one.morning and day_of(one.morning.at, zone) == today]
    if not spoken:
        return
    worst = max(spoken, key=lambda one: ((morning_level(one) or Level.GO).rank, one.ended, one.id))
    level, morning = morning_level(worst) or Level.GO, worst.morning
    assert morning  # noqa: S101
    reason = morning_reason(worst)
    sentence = {
        Level.GO: "A good morning reading.",
        Level.WATCH: f"The next time {worst.again}, and add nothing yet.",
        Level.GENTLE: f"A poor morning after {worst.name}. Consider a rest day, then less of it.",
    }[level]
    if level is Level.WATCH and worst.before is None:
        sentence = f"How it was before is not known. {sentence}"
    elif level is Level.WATCH and worst.before and morning.score <= worst.before.score:
        sentence = f"No worse than before. {sentence}"
    ends = begin_of(today + timedelta(days=1), zone)
    against = HEAVY if level is Level.GENTLE else frozenset()
    yield Finding(Kind.MORNING, level, sentence, (reason,), studies.MORNING, ends, "with the next morning", against)


def morning_reason(one: Exertion) -> Because:
    """What the word about its morning rests on."""
    before, morning = one.before, one.morning
    words = [change_text(before.score, morning.score)] if before and morning else []
    during = Because((), "")
    if before is None and one.answered:
        told = [*one.during, *([one.after] if one.after else [])]
        during = Because(tuple(reading.id for reading in told), f"the worst of it {one.worst}")
    if morning and morning.stiffness is Stiffness.MORE:
        words.append("stiffer than usual")
    known = because(before=before, this_morning=morning)
    text = ", ".join(part for part in (during.text, known.text) if part)
    return with_words(Because(tuple(dict.fromkeys((*during.ids, *known.ids))), text), *words)


def _reason(one: Exertion, known: Because, words: Iterable[str]) -> Because:
    readings = [*one.during, *(reading for reading in (one.after, one.later) if reading)]
    ids = tuple(dict.fromkeys([one.id, *known.ids, *(reading.id for reading in readings)]))
    told = [f"{one.name} on {one.day}", *([known.text] if known.text else []), *words]
    return Because(ids, ", ".join(told))


def run_reacted(one: Outing) -> bool:
    """Whether the pain told with an outing alone is a reaction."""
    return reaction(of_outing(one, Facts(), (), (), UTC)) is not None
