"""What is said, in the words of a person who counts for another. Pure: events and their plan in, a sentence out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from hiproutine.cues import COUNTED_DOWN, since_still
from hiproutine.plan.model import Interval, Kind, Plan
from hiproutine.play.events import (
    CountedIn,
    CueDue,
    Event,
    Events,
    Finished,
    HalfReached,
    IntervalStarted,
    Resumed,
    SecondShown,
)
from hiproutine.wording import count, side_text

PACE = 14.0
"""Characters a voice says in a second: 175 words a minute, as espeak does."""
SPILL = 3.0
"""Seconds that an announcement may go on after what it announces has begun."""
WARNED_FROM, WARNED_AT = 20.0, 10
"""In a rest of 20 s and more, 10 s are called out (FIELD.md 5a)."""
SPACE = "space"
"""What the key for “done” is called, where the person has not chosen another."""

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


class Weight(IntEnum):
    """How important something said is. The more important breaks off the less important."""

    COUNT = 0
    """A number or a word at its second; later it would be wrong."""
    CUE = 1
    """May wait a little until something else has been said."""
    CHANGE = 2
    """What comes now; breaks off even what was said of what came before."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something to say, with how much it matters."""

    text: str
    weight: Weight

    @property
    def seconds(self) -> float:
        """About how long it takes to say."""
        return len(self.text) / PACE


BEGIN = Utterance("Begin.", Weight.COUNT)
"""What was announced begins."""


def utterances_of(events: Events, plan: Plan, *, still: bool = False, space: str = SPACE) -> Utterance | None:
    """What to say about all that happened at once; only the last of what is already past.

    `still` says that everything stands still, so that what a command leads to is announced, not begun; `space` is what
    the key for “done” is called.
    """
    now = since_still(events)
    begun = max((at for at, event in enumerate(now) if isinstance(event, (IntervalStarted, Finished))), default=0)
    now = now[begun:]
    entered = still or any(isinstance(event, CountedIn) for event in now[1:])
    parts = [part for event in now if (part := _part(event, plan, space, entered=entered))]
    telling = [part for part in parts if part.weight is not Weight.COUNT]
    if not telling:
        return parts[-1] if parts else None
    opening = [part for part in parts if part is BEGIN]
    texts = dict.fromkeys(part.text for part in (*opening, *telling))
    return Utterance(" ".join(texts), max(part.weight for part in telling))


def _part(event: Event, plan: Plan, space: str, *, entered: bool) -> Utterance | None:
    match event:
        case IntervalStarted(interval=interval):
            return announcement(interval, plan, entered=entered, space=space)
        case CueDue(say=text):
            return Utterance(sentence(text), Weight.CUE)
        case HalfReached():
            return Utterance("Half time.", Weight.CUE)
        case SecondShown(interval=interval, second=second) if not interval.waits:
            return _second(interval, second)
        case CountedIn(second=second):
            return Utterance(sentence(number_words(second)), Weight.COUNT)
        case Resumed():
            return Utterance("Go on.", Weight.COUNT)
        case Finished():
            return Utterance("Done.", Weight.CHANGE)
        case _:
            return None


def _second(interval: Interval, second: int) -> Utterance | None:
    if second <= COUNTED_DOWN:
        return Utterance(sentence(number_words(second)), Weight.COUNT)
    if second == WARNED_AT and interval.kind is Kind.REST and interval.seconds >= WARNED_FROM:
        return Utterance("Ten seconds.", Weight.CUE)
    return None


def announcement(interval: Interval, plan: Plan, *, entered: bool = False, space: str = SPACE) -> Utterance:
    """What is said when an interval begins; `entered` says that a command led here, without a change before it."""
    comes = plan.next_work(interval.index)
    if interval.kind is Kind.CONFIRM:
        asked = sentence(f"Check: {interval.about.sentence or interval.name}")
        return Utterance(f"{asked} Press {space} when you have checked.", Weight.CHANGE)
    if interval.kind is Kind.WORK:
        return _work(interval, plan, space, entered=entered)
    if interval.kind is Kind.REST:
        return _rest(interval, comes, plan)
    if interval.kind is Kind.SWITCH:
        words = ", ".join(word for word in (side_text(interval.side), _dose(comes) if comes else "") if word)
        return Utterance(sentence(f"Switch sides: {words}"), Weight.CHANGE)
    first = "Get ready:" if interval.index == 0 else "Next:"
    return _leading(first, comes, interval.seconds) if comes else Utterance("Get ready.", Weight.CHANGE)


def _rest(interval: Interval, comes: Interval | None, plan: Plan) -> Utterance:
    """A rest says what comes: all of it where no change does so later."""
    text = sentence(f"{interval.name}, {duration_words(interval.seconds)}")
    if comes is None:
        return Utterance(text, Weight.CHANGE)
    if comes.index > interval.index + 1:
        return Utterance(f"{text} {sentence(f'Next: {comes.name}')}", Weight.CHANGE)
    before = plan.intervals[interval.index - 1] if interval.index else None
    if before and (before.kind, before.name, before.side) == (Kind.WORK, comes.name, comes.side) and comes.sets > 1:
        return Utterance(f"{text} Next: set {number_words(comes.set)} of {number_words(comes.sets)}.", Weight.CHANGE)
    return _leading(f"{text} Next:", comes, interval.seconds)


def _work(interval: Interval, plan: Plan, space: str, *, entered: bool) -> Utterance:
    """Work that a change has announced only begins; other work is announced now."""
    first = next((i for i in plan.intervals if i.kind is Kind.WORK and i.waits), None)
    end = f"Press {space} when you are done." if interval.waits and (entered or interval is first) else ""
    before = plan.intervals[interval.index - 1].kind if interval.index else None
    if not entered and before in {Kind.READY, Kind.SWITCH, Kind.REST}:
        return Utterance(f"{BEGIN.text} {end}", Weight.CUE) if end else BEGIN
    told = _leading("", interval, interval.seconds)
    return Utterance(f"{told.text} {end}".strip(), Weight.CHANGE)


def _leading(first: str, comes: Interval, seconds: float) -> Utterance:
    """Name, side and dose, and with the first set the set-up, if there is time to hear it."""
    of_sets = f"set {number_words(comes.set)} of {number_words(comes.sets)}" if comes.sets > 1 else ""
    words = ", ".join(word for word in (comes.name, side_text(comes.side), of_sets, _dose(comes)) if word)
    text = sentence(f"{first} {words}".strip())
    setup = sentence(comes.about.setup) if comes.set == 1 else ""
    whole = Utterance(f"{text} {setup}".strip(), Weight.CHANGE)
    return whole if whole.seconds <= seconds + SPILL else Utterance(text, Weight.CHANGE)


def _dose(interval: Interval) -> str:
    """What is asked for: a time, a number, or a person's own pace."""
    if interval.dose == "open":
        return "at your pace"
    if interval.reps:
        often = "once" if interval.reps == 1 else f"{number_words(interval.reps)} times"
        return f"{often} a side" if interval.alternating else often
    return duration_words(interval.seconds)


def duration_words(seconds: float) -> str:
    """A length in words: `thirty seconds`, `one minute thirty`, `fifteen minutes`."""
    whole = max(1, round(seconds))
    minutes, left = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [_counted(hours, "hour")] if hours else []
    if minutes:
        parts.append(_counted(minutes, "minute"))
    if left:
        parts.append(number_words(left) if minutes and not hours and left >= 10 else _counted(left, "second"))
    return " ".join(parts)


def number_words(value: int) -> str:
    """A number in words up to ninety-nine, in digits beyond."""
    if not 0 <= value < 100:
        return str(value)
    if value < 20:
        return _ONES[value]
    tens, ones = divmod(value, 10)
    return f"{_TENS[tens]}-{_ONES[ones]}" if ones else _TENS[tens]


def sentence(text: str) -> str:
    """A text with a capital and an end, so that a voice falls there; nothing stays nothing."""
    bare = " ".join(text.split())
    if not bare:
        return ""
    begun = bare[0].upper() + bare[1:]
    return begun if begun[-1] in ".?!…" else f"{begun.rstrip(':;,')}."


def _counted(value: int, noun: str) -> str:
    return f"{number_words(value)} {count(value, noun).partition(' ')[2]}"
