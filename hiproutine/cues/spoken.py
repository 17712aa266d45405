"""What is said, in the words of a person who counts for another. Pure: events and their plan in, a sentence out.

What comes next is said in the last part of what goes on, where there is room between its cues, and the change keeps its
last three seconds free for “three, two, one”. What does not fit is shortened: the dose goes first, then the set-up; the
name and the side stay. A cue that would be spoken in the last three seconds of work is said earlier (`room`). How long
a text takes is told by the voice that says it (`lengths`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hiproutine.cues import SPACE, USUAL, Counting, since_still
from hiproutine.cues.announcing import SHORTER, Ahead, called, coming, dose_of, once_more, set_words
from hiproutine.cues.lengths import estimated
from hiproutine.cues.respelling import respelled
from hiproutine.cues.room import FREE, HALF_TIME, LAST_PART, MARGIN, Lasts, Moved, Piece, busy, moved_of, second_for
from hiproutine.cues.utterance import BEGIN, Utterance, Weight
from hiproutine.cues.words import duration_words, number_words, sentence
from hiproutine.plan.amounts import sets_differ
from hiproutine.plan.model import Interval, Kind, Plan
from hiproutine.play.events import (
    CountedIn,
    CountedOut,
    CueDue,
    Event,
    Events,
    Finished,
    HalfReached,
    IntervalEnded,
    IntervalStarted,
    LastStep,
    Outcome,
    RepBeat,
    Resumed,
    RoundsOver,
    SecondShown,
)
from hiproutine.play.marks import HALF_FROM
from hiproutine.wording import rounds_words, shown_seconds, side_text

WARNED_FROM, WARNED_AT = 20.0, 10
"""In a rest of 20 s and more, 10 s are called out (FIELD.md 5a)."""
UNASKED = 10.0
"""Seconds to check something where nobody can say so, as in a sound file; more where it takes long to say."""


class Script:
    """What is said while one plan is played. An interval's words are chosen when they are first needed, and stay."""

    def __init__(
        self, plan: Plan, lasts: Lasts = estimated, space: str | None = SPACE, counting: Counting = USUAL
    ) -> None:
        """`lasts` gives the seconds that a text takes; `space` is what the key for “done” is called, if any."""
        self._counting = counting
        self._plan = plan
        self._lasts = lasts
        self._space = space
        self._aheads: dict[int, Ahead | None] = {}
        self._moved: dict[int, tuple[Moved, ...]] = {}
        self._openings: dict[tuple[int, bool, bool, bool], Utterance] = {}
        self._first_waiting = next((i.index for i in plan.intervals if i.kind is Kind.WORK and i.waits), None)

    def utterance(self, events: Events, *, still: bool = False) -> Utterance | None:
        """What to say about all that happened at once; only the last of what is already past.

        `still` says that everything stands still, so that what a command leads to is announced, not begun.
        """
        now = since_still(events)
        rounds = [part for event in now if (part := _round_words(event, self._plan))]
        begun = max((at for at, event in enumerate(now) if isinstance(event, (IntervalStarted, Finished))), default=0)
        led = any(isinstance(event, IntervalEnded) and event.outcome is not Outcome.DONE for event in now[:begun])
        now = _timely(now[begun:])
        entered = still or any(isinstance(event, CountedIn) for event in now[1:])
        parts = [*rounds, *(part for event in now if (part := self._part(event, led=led, entered=entered)))]
        telling = [part for part in parts if part.weight is not Weight.COUNT]
        if not telling:
            return parts[-1] if parts else None
        opening = [part for part in parts if part is BEGIN]
        texts = dict.fromkeys(part.text for part in (*rounds, *opening, *telling))
        return Utterance(" ".join(texts), max(part.weight for part in telling), min(part.waits for part in telling))

    def opening(self, interval: Interval, *, led: bool = False, entered: bool = False) -> Utterance:
        """What is said when an interval begins.

        `led` says that a command ended what came before it, so that nothing was said ahead; `entered`, that it led
        here without a change.
        """
        key = interval.index, led, entered, interval.lap > 1
        if key not in self._openings:
            before = self._plan.previous(interval) if not (led or entered) else None
            self._openings[key] = self._opening(interval, self.ahead(before) if before else None, entered=entered)
        return self._openings[key]

    def ahead(self, interval: Interval) -> Ahead | None:
        """What is said of the next work before this one ends; None where a change has to say all of it."""
        if interval.index not in self._aheads:
            self._aheads[interval.index] = self._ahead(interval)
        return self._aheads[interval.index]

    def moved(self, interval: Interval) -> tuple[Moved, ...]:
        """The cues that are said earlier than they are written, so that the count can be heard."""
        if interval.index not in self._moved:
            self._moved[interval.index] = moved_of(interval, self._pieces(interval), self._lasts)
        return self._moved[interval.index]

    @staticmethod
    def cue(text: str) -> str:
        """A cue as a voice says it."""
        return sentence(respelled(text))

    def _part(self, event: Event, *, led: bool, entered: bool) -> Utterance | None:
        match event:
            case IntervalStarted(interval=interval):
                return self.opening(interval, led=led, entered=entered)
            case CueDue(interval=interval, say=text):
                earlier = any(one.cue == text for one in self.moved(interval))
                return None if earlier else Utterance(self.cue(text), Weight.CUE)
            case RepBeat(interval=interval, part=part) if interval.beats:
                return Utterance(sentence(respelled(interval.beats[part])), Weight.COUNT)
            case SecondShown(interval=interval, second=second) if not interval.waits:
                return self._second(interval, second)
            case CountedIn(second=second):
                return Utterance(sentence(number_words(second)), Weight.COUNT)
            case CountedOut(second=second) if second <= self._counting.last:
                return Utterance(sentence(number_words(second)), Weight.COUNT)
        return _ALWAYS.get(type(event))

    def _second(self, interval: Interval, second: int) -> Utterance | None:
        if second <= self._counting.last:
            return Utterance(sentence(number_words(second)), Weight.COUNT)
        if second == WARNED_AT and interval.kind is Kind.REST and interval.seconds >= WARNED_FROM:
            return Utterance("Ten seconds.", Weight.COUNT)
        ahead = self.ahead(interval)
        told = [(one.second, one.text) for one in (*self.moved(interval), ahead) if one]
        if text := next((text for due, text in told if due == second), ""):
            return Utterance(text, Weight.CUE, MARGIN)
        every = self._counting.said_every
        if every and second % every == 0 and FREE < second < shown_seconds(interval.seconds):
            return Utterance(f"{sentence(duration_words(second)).rstrip('.')} left.", Weight.CUE, MARGIN)
        return None

    def _opening(self, interval: Interval, told: Ahead | None, *, entered: bool) -> Utterance:
        match interval.kind:
            case Kind.CONFIRM:
                asked = sentence(f"Check: {respelled(interval.about.sentence or interval.name)}")
                end = f"Press {self._space} when you have checked." if self._space else _time_for(interval)
                return Utterance(f"{asked} {end}", Weight.CHANGE)
            case Kind.WORK:
                return self._work(interval, told, entered=entered)
            case Kind.SWITCH:
                texts: Iterable[str] = self._switches(interval)
            case Kind.REST:
                texts = self._rests(interval)
            case _:
                texts = self._changes(interval, told)
        return Utterance(self._fitting(texts, interval.seconds - FREE), Weight.CHANGE)

    def _changes(self, interval: Interval, told: Ahead | None) -> Iterator[str]:
        comes = self._plan.next_work(interval.index)
        if comes is None:
            yield "Get ready."
        elif told:
            yield from once_more(comes, told)
            yield "Next."
        else:
            first = "Get ready:" if interval.index == 0 else "Next:"
            for dose, setup in SHORTER:
                yield coming(first, comes, dose, setup)
            yield coming("", comes)

    def _switches(self, interval: Interval) -> list[str]:
        comes, side = self._plan.next_work(interval.index), side_text(interval.side)
        dose = dose_of(comes) if comes else ""
        return [f"Switch sides: {side}, {dose}.", f"Switch sides: {side}.", f"Switch: {side}.", sentence(side)]

    def _rests(self, interval: Interval) -> list[str]:
        """A rest says what comes: all of it where no change does so later."""
        comes = self._plan.next_work(interval.index)
        name = called(interval)
        short = sentence(name)
        long = short if interval.closes else sentence(f"{name}, {duration_words(interval.seconds)}")
        if comes is None:
            return [long, short]
        if comes.index > interval.index + 1:
            following = [sentence(f"Next: {called(comes)}")]
        elif self._another_set(interval, comes):
            following = [f"Next: {set_words(comes)}."]
            if self._asks_otherwise(interval, comes):
                following = [f"Next: {set_words(comes)}, {dose_of(comes)}.", *following]
        else:
            following = list(dict.fromkeys(coming("Next:", comes, dose, setup) for dose, setup in SHORTER))
        return [*(f"{long} {text}" for text in following), f"{short} {following[-1]}", following[-1]]

    def _another_set(self, interval: Interval, comes: Interval) -> bool:
        """Whether what was done before the rest comes again after it."""
        before = self._plan.previous(interval)
        same = before and (before.kind, before.name, before.side) == (Kind.WORK, comes.name, comes.side)
        return bool(same) and comes.sets > 1

    def _asks_otherwise(self, rest: Interval, comes: Interval) -> bool:
        """Whether the set after a rest asks for something else than the one before it."""
        return sets_differ((self._plan.intervals[rest.index - 1], comes))

    def _work(self, interval: Interval, told: Ahead | None, *, entered: bool) -> Utterance:
        """Work that a change has announced only begins; other work is announced now."""
        says_key = interval.waits and (entered or interval.index == self._first_waiting)
        end = f"Press {self._space} when you are done." if says_key else ""
        before = self._plan.previous(interval)
        if not entered and before and before.kind in {Kind.READY, Kind.SWITCH, Kind.REST}:
            dose = dose_of(interval)
            if interval.waits and before.kind is Kind.READY and dose not in self.opening(before).text:
                end = f"{sentence(dose)} {end}".strip()  # there was no time to say how often, and now there is
            return Utterance(f"{BEGIN.text} {end}", Weight.CUE) if end else BEGIN
        texts = once_more(interval, told) if told else (coming("", interval, *one) for one in SHORTER)
        text = self._fitting(texts, interval.seconds - (0 if interval.waits else FREE))
        return Utterance(f"{text} {end}".strip(), Weight.CHANGE)

    def _fitting(self, texts: Iterable[str], seconds: float) -> str:
        """The first that a voice can say in so many seconds; if none, the last. No more are put into words."""
        text = ""
        for text in texts:
            if self._lasts(text) + MARGIN <= seconds:
                break
        return text

    def _ahead(self, interval: Interval) -> Ahead | None:
        after = self._plan.following(interval.index)
        if interval.kind is not Kind.WORK or interval.waits or after is None:
            return None
        comes = after if after.kind is Kind.WORK else self._plan.next_work(interval.index)
        if comes is None or after.kind not in {Kind.WORK, Kind.READY}:
            return None
        moved = {one.cue: one for one in self.moved(interval)}
        at = {cue: interval.seconds - one.second for cue, one in moved.items()}
        pieces = (Piece(at.get(one.cue, one.at), one.text) for one in self._pieces(interval))
        taken = busy(pieces, self._lasts)
        earliest = min(LAST_PART, interval.seconds / 2, shown_seconds(interval.seconds) - 1)
        for dose, setup in SHORTER:
            text = coming("Next:", comes, dose, setup)
            if second := second_for(interval, taken, self._lasts(text), 0, earliest):
                return Ahead(second, text, dose, setup)
        return None

    def _pieces(self, interval: Interval) -> list[Piece]:
        """What is said while work goes on that ends by itself, but what comes next; nothing of other intervals."""
        if interval.kind is not Kind.WORK or interval.waits:
            return []
        said = [Piece(cue.at, self.cue(cue.say), cue.say) for cue in interval.cues]
        if interval.seconds >= HALF_FROM:
            said.append(Piece(interval.seconds / 2, HALF_TIME))
        at_once = [self._work(interval, None, entered=False).text, *(one.text for one in said if one.at == 0)]
        return [Piece(0.0, " ".join(at_once)), *(one for one in said if one.at > 0)]


def _round_words(event: Event, plan: Plan) -> Utterance | None:
    """Which round without a number begins, or how many there were."""
    if isinstance(event, RoundsOver):
        return Utterance(f"That makes {rounds_words(event.rounds, event.steps)}.", Weight.CUE)
    if isinstance(event, IntervalStarted) and event.interval.lap > 1:
        section = plan.section_of(event.interval.index)
        if section and event.interval.index == section.first:
            return Utterance(f"Round {event.interval.lap}.", Weight.CUE)
    return None


_ALWAYS: dict[type[Event], Utterance] = {
    HalfReached: Utterance(HALF_TIME, Weight.CUE),
    Resumed: Utterance("Go on.", Weight.COUNT),
    LastStep: Utterance("Time is over. Finish this step.", Weight.CUE),
    Finished: Utterance("Done.", Weight.CHANGE),
}


def _time_for(interval: Interval) -> str:
    return f"You have {duration_words(interval.seconds)}."


def _timely(events: Events) -> Events:
    """Without the seconds that are over: what was to be said at them is too late."""
    last: dict[type[Event], Event] = {
        type(event): event for event in events if isinstance(event, SecondShown | CountedOut)
    }
    return tuple(event for event in events if last.get(type(event), event) is event)
