"""What happens while a routine plays, as lines to read or to hear. Pure: events in, lines out."""

from __future__ import annotations

from dataclasses import dataclass

from hiproutine.cues import COUNTED_DOWN
from hiproutine.cues.spoken import WARNED_AT, WARNED_FROM
from hiproutine.cues.words import sentence
from hiproutine.plain.pressing import SPACE, Pressing, begun
from hiproutine.plan.amounts import sets_differ
from hiproutine.plan.distances import distance_words
from hiproutine.plan.effort import effort_text
from hiproutine.plan.loads import load_words
from hiproutine.plan.model import Interval, Kind, Plan
from hiproutine.play.events import (
    Adjusted,
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
    Paused,
    RepBeat,
    Resumed,
    RoundsOver,
    SecondShown,
    Stopped,
)
from hiproutine.play.view import Phase, View
from hiproutine.wording import count, rounds_words, shown_seconds, side_text

EVERY = 60.0
"""Seconds between two lines that say the time left, where nothing else is asked for. A hold of half a minute is told by
its half and its last seconds; in a quarter of an hour with a cold pack, a line a minute says that it still runs (one
announcement a minute is what hmrc-frontend came to, for a countdown that a screen reader reads)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line to print."""

    text: str
    timely: bool = False
    """Whether it would be wrong later, as a number of the countdown."""


class Teller:
    """Turns the events of one playing into lines. Each interval is announced once each time that it begins."""

    def __init__(
        self,
        plan: Plan,
        every: float | None = EVERY,
        *,
        attended: bool = True,
        keys: Pressing | None = None,
        counted: int = COUNTED_DOWN,
    ) -> None:
        """`every` is how often the time left is said; `attended`, whether somebody can press a key.

        `counted` is how many of the last seconds of an interval have a line.
        """
        self._counted = counted
        self._plan = plan
        self._every = max(1, round(every)) if every else None
        self._attended = attended
        self._space = (keys or Pressing()).name(SPACE)
        self._announced: int | None = None
        """The work that the change before it has announced."""
        self._part: tuple[int, int, int] | None = None
        """The block and round that were named last, and which of those without a number."""
        self._hinted: set[Kind] = set()
        """What was said already about how an interval ends."""

    def begin(self) -> str:
        """The line that names the routine and its length."""
        plan = self._plan
        about = "about " if plan.estimated else ""
        return f"{plan.titled}, {about}{duration_words(plan.seconds)}, {count(plan.steps, 'step')}."

    def tell(self, events: Events, view: View) -> list[str]:
        """The lines for all that happened at once; of a countdown that comes late, only where it is now."""
        lines = [line for event in events for line in self._lines(event, view)]
        return [line.text for place, line in enumerate(lines) if not line.timely or place == len(lines) - 1]

    def where(self, view: View) -> str:
        """The line that says where in the whole one is, and how long it still takes."""
        interval = view.interval
        shown = interval if interval.kind in {Kind.WORK, Kind.CONFIRM} else self._plan.next_work(interval.index)
        name = f"{headline(shown or interval)}."
        left = (
            ""
            if interval.waits
            else f" {duration_words(view.left)} left of {'it' if shown is interval else 'the change'}."
        )
        about = "about " if self._plan.estimated else ""
        paused = "Paused. " if view.phase is Phase.PAUSED else ""
        whole = f"{about}{duration_words(view.total_left)}"
        rounds = ""
        if view.rounds_left is not None:
            rounds = f", round {interval.lap}, {duration_words(view.rounds_left)} left of the rounds"
        return f"{paused}{name}{left} Step {max(1, interval.step)} of {self._plan.steps}{rounds}, {whole} left in all."

    def _lines(self, event: Event, view: View) -> list[Line]:
        match event:
            case IntervalStarted(interval=interval):
                return [Line(text) for text in (*self._heading(interval, view), self._announcement(interval))]
            case SecondShown(interval=interval, second=second):
                return self._second(interval, second)
            case CountedIn(second=second):
                return [Line(str(second), timely=True)]
            case CountedOut(second=second):
                return [Line(str(second), timely=True)] if second <= self._counted else []
        text = self._text(event, view)
        return [Line(text)] if text else []

    def _text(self, event: Event, view: View) -> str:
        text = _WORDS.get(type(event), "")
        match event:
            case CueDue(say=cue):
                text = sentence(cue)
            case RepBeat(interval=interval, rep=rep, part=part):
                number = f"Number {rep} of {interval.all_reps}." if rep > 1 and not part else ""
                beat = sentence(interval.beats[part]) if interval.beats else ""
                text = f"{number} {beat}".strip()
            case IntervalEnded(outcome=Outcome.SKIPPED, interval=interval) if interval.kind not in _CHANGES:
                text = "Skipped."
            case Adjusted(seconds=seconds):
                more = "longer" if seconds > 0 else "shorter"
                text = f"{duration_words(abs(seconds))} {more}, {duration_words(view.left)} left."
            case Paused(away=away):
                text = self._paused(away)
            case RoundsOver(rounds=rounds, steps=steps):
                text = f"That makes {rounds_words(rounds, steps)}."
        return text

    def _paused(self, away: float) -> str:
        if not self._attended:
            return f"Nobody was here for {duration_words(away)}. It goes on from there." if away else "Paused."
        goes_on = begun(f"{self._space} goes on.")
        return f"Nobody was here for {duration_words(away)}, so it waits. {goes_on}" if away else f"Paused. {goes_on}"

    def _heading(self, interval: Interval, view: View) -> tuple[str, ...]:
        """The block and round, where they are other than before."""
        before, part = self._part, (interval.block, interval.round, interval.lap)
        if part == before:
            return ()
        self._part = part
        if self._is_another_round(interval, before):
            return (f"Round {interval.lap}, {duration_words(view.rounds_left or 0.0)} left.",)
        of_rounds = f"round {interval.round} of {interval.rounds}" if interval.rounds > 1 else ""
        if rounds := self._plan.rounds_around[interval.index]:
            of_rounds = f"for {duration_words(rounds.seconds)}"
        words = ", ".join(word for word in (interval.block_title, of_rounds) if word)
        return (sentence(words),) if words else ()

    def _is_another_round(self, interval: Interval, before: tuple[int, int, int] | None) -> bool:
        section = self._plan.section_of(interval.index)
        same_block = before is not None and before[:2] == (interval.block, interval.round)
        return (
            bool(section)
            and interval.lap > 1
            and (same_block or (section is not None and interval.index == section.first))
        )

    def _announcement(self, interval: Interval) -> str:
        known, self._announced = self._announced, None
        comes = self._plan.next_work(interval.index)
        match interval.kind:
            case Kind.CONFIRM:
                asked = sentence(f"Check: {interval.about.sentence or interval.name}")
                return self._with_hint(asked, interval, f"Press {self._space} when you have checked.")
            case Kind.WORK:
                text = "Begin." if known == interval.index else self._leading("", interval)
                return self._with_hint(text, interval, f"Press {self._space} when you are done.")
            case Kind.REST:
                return self._rest(interval, comes)
            case Kind.SWITCH if comes:
                self._announced = comes.index
                return sentence(f"Switch sides: {_joined(side_text(comes.side), self._dose(comes))}")
        if comes is None:
            return "Get ready."
        self._announced = comes.index
        return self._leading("Next: " if interval.index else "Get ready: ", comes)

    def _rest(self, interval: Interval, comes: Interval | None) -> str:
        """A rest says what comes: all of it where no change does so later."""
        text = sentence(_joined(interval.name, "" if interval.closes else duration_words(interval.seconds)))
        if comes is None:
            return text
        if comes.index > interval.index + 1:
            return f"{text} {sentence(f'Next: {comes.name}')}"
        self._announced = comes.index
        before = self._plan.previous(interval)
        if before and (before.step, before.side) == (comes.step, comes.side) and comes.set > 1:
            dose = f", {self._dose(comes)}" if sets_differ((before, comes)) else ""
            return f"{text} Next: set {comes.set} of {comes.sets}{dose}."
        return f"{text} {self._leading('Next: ', comes)}"

    def _leading(self, first: str, comes: Interval) -> str:
        """Name, side and dose, where in the routine, and with the first set the set-up."""
        of_sets = f"set {comes.set} of {comes.sets}" if comes.sets > 1 else ""
        load, effort = load_words(comes.about), effort_text(comes.about.effort)
        words = _joined(comes.name, side_text(comes.side), of_sets, self._dose(comes), load, effort)
        setup = sentence(comes.about.setup) if comes.set == 1 else ""
        return f"{sentence(f'{first}{words}')} Step {comes.step} of {self._plan.steps}. {setup}".strip()

    def _dose(self, interval: Interval) -> str:
        """What is asked for: a time, a number, or a person's own pace; where nobody can end it, how long that is."""
        if interval.dose == "open":
            dose = "at your pace"
        elif interval.distance:
            dose = distance_words(interval.further)
        elif interval.reps:
            often = "once" if interval.reps == 1 else f"{interval.how_many} times"
            held = f", held {duration_words(interval.held)}" if interval.held else ""
            dose = f"{often}{' a side' if interval.alternating else ''}{held}"
        else:
            return duration_words(interval.seconds)
        return dose if self._attended or not interval.waits else f"{dose}, about {duration_words(interval.seconds)}"

    def _with_hint(self, text: str, interval: Interval, hint: str) -> str:
        """How it ends, said the first time alone."""
        if not (interval.waits and self._attended) or interval.kind in self._hinted:
            return text
        self._hinted.add(interval.kind)
        return f"{text} {hint}"

    def _second(self, interval: Interval, second: int) -> list[Line]:
        due = bool(self._every and second and second % self._every == 0)
        if interval.waits:
            return [Line(f"{duration_words(second)} so far.", timely=True)] if due else []
        if second <= self._counted:
            return [Line(str(second), timely=True)]
        warned = interval.kind is Kind.REST and interval.seconds >= WARNED_FROM and second == WARNED_AT
        return [Line(f"{duration_words(second)} left.", timely=True)] if due or warned else []


_CHANGES = frozenset({Kind.READY, Kind.SWITCH})
_WORDS: dict[type[Event], str] = {
    HalfReached: "Half time.",
    Resumed: "Go on.",
    Finished: "That was the last step.",
    Stopped: "Stopped here.",
    LastStep: "Time is over. Finish this step.",
}


def headline(interval: Interval) -> str:
    """Name and side; of a confirm, its sentence."""
    if interval.kind is Kind.CONFIRM:
        return sentence(f"Check: {interval.about.sentence or interval.name}").rstrip(".")
    return _joined(interval.name, side_text(interval.side))


def duration_words(seconds: float) -> str:
    """A length to the second, in numbers and words: `30 seconds`, `1 minute 30 seconds`, `1 hour`."""
    whole = shown_seconds(seconds)
    minutes, left = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [count(number, noun) for number, noun in ((hours, "hour"), (minutes, "minute"), (left, "second")) if number]
    return " ".join(parts) or "0 seconds"


def _joined(*words: str) -> str:
    return ", ".join(word for word in words if word)
