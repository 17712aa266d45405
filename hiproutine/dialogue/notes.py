"""Writing down what happened without the program: a run, another activity, when a pain began."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeVar
from uuid import uuid4

from hiproutine.advice.asking import QUESTIONS, Ask
from hiproutine.advice.assess import Assessment, assess
from hiproutine.advice.facts import pain_of
from hiproutine.advice.finding import Finding
from hiproutine.advice.pain.because import CLOSING
from hiproutine.advice.pain.days import day_of
from hiproutine.advice.pain.readings import Moment, Reading
from hiproutine.advice.pain_score import FRESH, is_severe, of_score
from hiproutine.advice.recovery import building
from hiproutine.advice.recovery.amounts import is_unlikely, metres_of, pace_text, seconds_of
from hiproutine.advice.recovery.building import Unit, distance_text
from hiproutine.advice.recovery.facts import Outing, Sport, Surface
from hiproutine.dialogue import scales
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.questions import Aside, Asking, Note, Notice, Option, Pick, Statement
from hiproutine.dialogue.red_flags import explained, notice, severe
from hiproutine.dialogue.timing import BEGAN, keep_onset
from hiproutine.journal.outings import add_outing, outings, remove_outing
from hiproutine.journal.run_keeping import keep_typed
from hiproutine.journal.store import Journal
from hiproutine.wording import minutes_said

KICKER = "Write down"
SPOKEN_OF = timedelta(days=14)
"""For so long a run that hurt badly is worth a word when it is written down later. Ours."""
TYPED_AGAIN = timedelta(minutes=15)
"""Within which the same again may have been typed twice. Ours."""
RUN, OTHER, PAIN, ONSET = "run", "other", "pain", "onset"
WHAT = (
    Option("r", "a run", RUN),
    Option("a", "another activity", OTHER),
    Option("p", "how the hip feels now", PAIN),
    Option("b", "when this pain began", ONSET),
)
SPORTS = (
    Option("w", "a walk", Sport.WALK),
    Option("h", "a hike", Sport.HIKE),
    Option("c", "cycling", Sport.CYCLE),
    Option("s", "swimming", Sport.SWIM),
    Option("y", "yoga", Sport.YOGA),
    Option("t", "strength training", Sport.STRENGTH),
    Option("m", "a massage", Sport.MASSAGE),
    Option("o", "something else", Sport.OTHER),
)
WITHOUT_DISTANCE = frozenset({Sport.YOGA, Sport.STRENGTH, Sport.MASSAGE})
SURFACES = (
    Option("r", "road", Surface.ROAD),
    Option("t", "trail", Surface.TRAIL),
    Option("k", "track", Surface.TRACK),
    Option("g", "grass", Surface.GRASS),
    Option("s", "sand", Surface.SAND),
    Option("m", "treadmill", Surface.TREADMILL),
)
WORDS = {
    Sport.RUN: "a run",
    Sport.WALK: "a walk",
    Sport.HIKE: "a hike",
    Sport.CYCLE: "cycling",
    Sport.SWIM: "swimming",
    Sport.YOGA: "yoga",
    Sport.STRENGTH: "strength training",
    Sport.MASSAGE: "a massage",
    Sport.OTHER: "an activity",
}
T = TypeVar("T")


@dataclass(frozen=True)
class Meaning:
    """What was kept, what runs add up to with it, and what the judgement says then, the gravest first."""

    kept: str
    week: str
    advice: tuple[Finding, ...]
    asks: tuple[str, ...] = ()
    """What is still to be asked, in words."""


def by_hand(context: Context, unit: Unit) -> Asking[None]:
    """Asks what there is to write down, and writes it down."""
    if not (yield from notice(context)):
        return
    what = yield Pick("What is there to write down?", KICKER, WHAT)
    if what == RUN:
        yield from _outing(context, unit, Sport.RUN)
    elif what == OTHER:
        sport = yield Pick("What was it?", KICKER, SPORTS)
        if not isinstance(sport, Aside):
            yield from _outing(context, unit, Sport(sport))
    elif what == PAIN:
        score = yield scales.pain("How is the hip right now?", KICKER)
        if not isinstance(score, Aside) or score is Aside.AS_USUAL:
            reading = context.reading(Moment.OTHER, 0 if isinstance(score, Aside) else score)
            context.keep(reading)
            yield from severe(context)
            yield from _told(meaning_of_reading(context, reading, unit))
    elif what == ONSET:
        answer = yield Pick("When did this pain begin?", KICKER, BEGAN)
        if not isinstance(answer, Aside):
            kept = keep_onset(context, answer)
            yield Notice("Kept: the first two days count from then." if kept else "Kept as it was.", KICKER)


def doubts(context: Context, outing: Outing, unit: Unit) -> tuple[str, ...]:
    """What to ask about before an outing is kept: that nobody moves so, or that the same was kept just now."""
    found = []
    if is_unlikely(outing.sport, outing.metres, outing.seconds):
        pace = pace_text(outing.metres or 0, outing.seconds, unit) if outing.metres and outing.seconds else ""
        far = distance_text(outing.metres or 0, unit)
        found.append(
            f"{far} in {minutes_said(outing.seconds or 0)} would be {pace}." if pace else f"{far} is very far."
        )
    none: tuple[Outing, ...] = ()
    for one in context.read(lambda journal: outings(journal, outing.at - TYPED_AGAIN), none):
        same = (one.sport, one.metres, one.seconds) == (outing.sport, outing.metres, outing.seconds)
        if same and one.id != outing.id and abs(one.at - outing.at) <= TYPED_AGAIN:
            found.append("The same was kept a moment ago.")
            break
    return tuple(found)


def keep_outing(context: Context, outing: Outing, unit: Unit, *, as_it_is: bool = False) -> Meaning:
    """Keeps an outing, and says what it means. What is typed of a run that a file told of before is kept with that.

    What is kept `as_it_is` stands in the place of the one with its id.
    """
    before: dict[str, Outing] = {}
    kept = outing

    def keep(journal: Journal) -> None:
        nonlocal kept
        before.update({one.id: one for one in outings(journal, outing.at - timedelta(days=1))})
        if outing.source or as_it_is:
            add_outing(journal, outing)
        else:
            kept = keep_typed(journal, outing)

    def take_back(journal: Journal) -> None:
        if kept.id in before:
            add_outing(journal, before[kept.id])
        else:
            remove_outing(journal, kept.id)

    if context.write(keep):
        context.on_kept(outing_text(kept, unit), take_back)
    means = meaning(context, kept, unit)
    if kept.id == outing.id:
        return means
    return replace(means, kept=means.kept.replace("Kept:", "Kept with the one from your files:", 1))


def meaning(context: Context, outing: Outing, unit: Unit) -> Meaning:
    """What it adds up to with the others. Distance counts for runs alone."""
    facts = context.facts(unit)
    today = day_of(context.now(), context.zone)
    these, before = building.weeks(facts.outings or (outing,), facts.sessions, today, context.zone, 2)
    these_days = _week(these, unit)
    week = f"{these_days[:1].upper()}{these_days[1:]} in these seven days, {_week(before, unit)} in the seven before."
    words, asks = _worth(assess(facts, context.now(), context.zone))
    if FRESH <= context.now() - outing.at <= SPOKEN_OF and (reading := pain_of(outing)) and is_severe(reading):
        words = (*of_score([reading], outing.at, context.zone), *words)
        asks = tuple(dict.fromkeys((QUESTIONS[Ask.SIGNS], *asks)))
    return Meaning(f"Kept: {outing_text(outing, unit)}.", week if outing.sport is Sport.RUN else "", words, asks)


def meaning_of_reading(context: Context, reading: Reading, unit: Unit) -> Meaning:
    """What an answer that was kept means now."""
    return Meaning(f"Kept: {reading_text(reading)}.", "", *_worth(context.judged(unit)))


def _worth(judged: Assessment) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """All that deserves a word right after something was kept, and what is still to be asked."""
    asks = tuple(one.words for one in judged.asks if one.ask in {Ask.SIGNS, Ask.LANDING, Ask.ONSET})
    return judged.stands_out, asks


def reading_text(reading: Reading) -> str:
    """An answer whole: `pain 10 of 10, sharp, with a limp, in front`."""
    side = {"both": "both sides"}.get(reading.side or "", f"{reading.side} side" if reading.side else "")
    parts = [
        f"pain {reading.score} of 10",
        "" if reading.worst is None else f"{reading.worst} at the worst",
        _FEELS.get(reading.feel or "", ""),
        {True: "with a limp", False: "without a limp", None: ""}[reading.limp],
        side,
        _PLACES.get(reading.area or "", ""),
        {True: "on landing", False: "not on landing", None: ""}[reading.on_impact],
        {True: "after a pain reliever", False: "without a pain reliever", None: ""}[reading.masked],
        _STIFF.get(reading.stiffness or "", ""),
        "" if reading.effort is None else f"effort {reading.effort}",
        _MOMENTS.get(reading.moment, ""),
    ]
    return ", ".join(part for part in parts if part)


_FEELS = {"ache": "an ache", "stiff": "stiff", "sharp": "sharp", "catching": "catching", "tingling": "tingling"}
_PLACES = {"front": "in front", "outer": "at the outer side", "buttock": "in the buttock", "unsure": "not sure where"}
_STIFF = {"less": "less stiff than usual", "usual": "as stiff as usual", "more": "stiffer than usual"}
_MOMENTS = {
    "before": "before a session",
    "during": "during a session",
    "after": "after a session",
    "morning": "this morning",
}


def outing_text(outing: Outing, unit: Unit) -> str:
    """`a run, 5.0 km in 28 minutes (5:36 a km), trail, pain 2`."""
    parts = [WORDS[outing.sport]]
    far = distance_text(outing.metres, unit) if outing.metres else ""
    long = minutes_said(outing.seconds) if outing.seconds else ""
    parts.append(f"{far} in {long}" if far and long else far or long)
    if outing.metres and outing.seconds and outing.sport is Sport.RUN:
        parts[-1] += f" ({pace_text(outing.metres, outing.seconds, unit)})"
    parts += [str(outing.surface or ""), "" if outing.pain is None else f"pain {outing.pain}"]
    return ", ".join(part for part in parts if part)


def _week(week: building.Week, unit: Unit) -> str:
    if not week.runs:
        return "no run"
    runs = "1 run" if week.runs == 1 else f"{week.runs} runs"
    if week.unmeasured == week.runs:
        return f"{runs}, distance not said,"
    more = f" ({week.unmeasured} without a distance)" if week.unmeasured else ""
    return f"{distance_text(week.metres, unit)} in {runs}{more}"


def _outing(context: Context, unit: Unit, sport: Sport) -> Asking[None]:
    """Every question can be left out; with nothing said it still counts as an active day."""
    outing = Outing(str(uuid4()), context.now(), sport)
    if sport not in WITHOUT_DISTANCE:
        far = yield from typed(f"How far, in {unit}?", lambda text: metres_of(text, unit))
        outing = replace(outing, metres=far)
    long = yield from typed("How long, in minutes?", seconds_of)
    outing = replace(outing, seconds=long)
    pain = yield scales.pain("The worst of it?", KICKER)
    if pain is Aside.AS_USUAL:
        pain = 0
    outing = replace(outing, pain=None if isinstance(pain, Aside) else pain)
    if sport is Sport.RUN and pain is not Aside.SKIP_REST:
        surface = yield Pick("What was under your feet?", KICKER, SURFACES)
        outing = replace(outing, surface=None if isinstance(surface, Aside) else Surface(surface))
    if (asked := doubts(context, outing, unit)) and (yield sure(asked)) != "keep":
        yield Notice("Left out; nothing was kept.", KICKER)
        return
    yield from keep_and_tell(context, outing, unit)


def keep_and_tell(context: Context, outing: Outing, unit: Unit) -> Asking[None]:
    """Keeps an outing, asks on where it hurt badly, and says what it means."""
    kept = keep_outing(context, outing, unit).kept
    yield from severe(context)
    yield from _told(replace(meaning(context, outing, unit), kept=kept), always=True)


def _told(said: Meaning, *, always: bool = False) -> Asking[None]:
    """What was kept, and what it means; in passing where that is nothing more."""
    if not said.advice and not always:
        yield Notice(said.kept, KICKER)
        return
    sentences = tuple(text for text in (said.week, *(one.sentence for one in said.advice), *said.asks) if text)
    options = (Option("enter", "Go on", "ok"),)
    statement = Statement(said.kept, KICKER, sentences, options, closing=CLOSING if said.advice else "", back="ok")
    yield from explained(said.advice, statement)


def sure(asked: tuple[str, ...]) -> Statement:
    """Asks whether to keep what may be a slip."""
    options = (Option("enter", "Leave it out", "leave"), Option("k", "Keep it as it is", "keep"))
    return Statement("Is that right?", KICKER, asked, options, back="leave")


def typed(text: str, parse: Callable[[str], T], about: str = KICKER) -> Asking[T | None]:
    """A typed amount or day; asked again with how to write it, until it is one or is left out."""
    kicker = about
    while True:
        answer = yield Note(text, kicker, 20)
        if isinstance(answer, Aside) or not answer.strip():
            return None
        try:
            return parse(answer)
        except ValueError as error:
            kicker = f"{about}: {error}"
