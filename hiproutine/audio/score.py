"""What is heard of a plan, and when: the same tones and words as while it is played, at the same moments. Pure.

The engine itself is asked, on a clock that jumps from moment to moment; signals and sentences are those of `cues`.
Nobody can press a key in a sound file: what a person paces takes its estimate, and says so when it begins; a
sentence to acknowledge is followed by a pause.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from math import ceil, inf

from hiproutine.cues import Signal, signals_of
from hiproutine.cues.lengths import estimated
from hiproutine.cues.spoken import UNASKED, Script
from hiproutine.cues.tones import seconds_of
from hiproutine.cues.utterance import Utterance, Weight
from hiproutine.cues.words import duration_words
from hiproutine.plan.model import Interval, Kind, Plan, PlannedCue
from hiproutine.play.engine import Engine
from hiproutine.play.events import Events, IntervalStarted
from hiproutine.wording import side_text

AFTER = 0.1
"""Seconds of silence after the last sound of the end."""
AFTER_SAYING = 5.0
"""Seconds that are left at least when a sentence to acknowledge has been said."""
BREATH = 0.05
"""Seconds between an utterance and one that waited for its end."""


@dataclass(frozen=True, slots=True)
class Tone:
    """A signal and its moment, in seconds from the beginning."""

    at: float
    signal: Signal


@dataclass(frozen=True, slots=True)
class Words:
    """Something said, and its moment; `until` is where something more important breaks it off."""

    at: float
    text: str
    until: float


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part to jump to; in seconds."""

    start: float
    end: float
    title: str


@dataclass(frozen=True, slots=True)
class Score:
    """All that is heard of a plan."""

    seconds: float
    """How long it is: the plan, its pauses, and the sound of its end."""
    tones: tuple[Tone, ...]
    words: tuple[Words, ...]
    chapters: tuple[Chapter, ...]


@dataclass(slots=True)
class _Speaking:
    """An utterance that is being said."""

    at: float
    utterance: Utterance
    end: float


def timed(plan: Plan) -> Plan:
    """The plan as it goes where nobody can say “done”: estimates and pauses have become lengths."""
    start, begins, intervals = 0.0, 0.0, list[Interval]()
    for one in plan.intervals:
        section = plan.section_of(one.index)
        if section and one.index == section.first:
            begins, waits = start, any(i.self_paced for i in plan.intervals[section.first : section.end])
            if waits and intervals and intervals[-1].kind is Kind.READY:
                told = PlannedCue(0.0, f"Rounds for {duration_words(section.seconds)}, at the pace of this recording.")
                intervals[-1] = replace(intervals[-1], cues=(told, *intervals[-1].cues))
        new = replace(one, start=start)
        if one.self_paced:
            told = PlannedCue(0.0, f"You have about {duration_words(one.seconds)}.")
            new = replace(new, self_paced=False, cues=(told, *one.cues))
        elif one.kind is Kind.CONFIRM:
            new = replace(new, seconds=max(UNASKED, ceil(estimated(one.about.sentence or one.name)) + AFTER_SAYING))
        intervals.append(new)
        start += new.seconds
        if section and one.index + 1 == section.end:
            start = begins + section.seconds
    return replace(plan, seconds=start, estimated=False, intervals=tuple(intervals))


def score_of(plan: Plan, lasts: Callable[[str], float] | None) -> Score:
    """What is heard of a plan that is `timed`; `lasts` gives the seconds of a text, None where nothing is said."""
    script = Script(plan, lasts, space=None) if lasts else None
    voice = _Voice(lasts) if lasts else None
    tones: list[Tone] = []
    begun: list[tuple[float, Interval]] = []
    at = 0.0
    for at, events in _played(plan):
        begun += [(one.at, one.interval) for one in events if isinstance(one, IntervalStarted)]
        tones += [Tone(at, signal) for signal in signals_of(events)]
        if script and voice:
            if any(isinstance(event, IntervalStarted) for event in events):
                voice.forget()
            if said := script.utterance(events):
                voice.say(at, said)
    words = voice.all_said() if voice else ()
    last = max((one.until for one in words), default=0.0)
    end = max((at if plan.sections else plan.seconds) + seconds_of(Signal.END), last) + AFTER
    return Score(end, tuple(tones), words, tuple(chapters_of(begun, end)))


def chapters_of(begun: Iterable[tuple[float, Interval]], end: float) -> Iterator[Chapter]:
    """A chapter for each work: the first from 0 on, the others where the work begins, each until the next."""
    works = [(at, one) for at, one in begun if one.kind is Kind.WORK]
    starts = [0.0, *(at for at, _ in works[1:]), end]
    for number, (_, one) in enumerate(works):
        yield Chapter(starts[number], starts[number + 1], _title(one))


def _title(interval: Interval) -> str:
    parts = [f"{interval.step}. {interval.name}", side_text(interval.side)]
    if interval.open_rounds:
        parts.append(f"round {interval.lap}")
    if interval.sets > 1:
        parts.append(f"set {interval.set} of {interval.sets}")
    return ", ".join(part for part in parts if part)


def _played(plan: Plan) -> Iterator[tuple[float, Events]]:
    """Each moment at which something happens, with what happens."""
    now = 0.0
    engine = Engine(plan, lambda: now, longest_gap=inf)
    yield now, engine.start()
    while not engine.phase.over:
        due = engine.due()
        if due is None:
            now += engine.interval.seconds
            yield now, engine.done()
        else:
            now = max(now, due)
            yield now, engine.tick()


class _Voice:
    """One voice, as it is while playing: the more important breaks off the less important, or waits for its end."""

    def __init__(self, lasts: Callable[[str], float]) -> None:
        self._lasts = lasts
        self._now: _Speaking | None = None
        self._later: tuple[Utterance, float] | None = None
        self._said: list[Words] = []

    def say(self, at: float, utterance: Utterance) -> None:
        """Says it now, after what is being said, or not at all."""
        self._go_on(at)
        now = self._now
        if now is None or utterance.weight is Weight.CHANGE or utterance.weight > now.utterance.weight:
            if utterance.weight is Weight.CHANGE:
                self._later = None
            self._begin(at, utterance)
        elif utterance.weight is not Weight.COUNT:
            self._later = utterance, at + utterance.waits

    def forget(self) -> None:
        """Drops what was still to be said."""
        self._later = None

    def all_said(self) -> tuple[Words, ...]:
        """Everything, in order."""
        self._go_on(inf)
        return tuple(self._said)

    def _go_on(self, at: float) -> None:
        """Ends what has ended by then, and begins what waited for it."""
        while self._now and self._now.end <= at:
            ended, self._now = self._now.end, None
            if self._later and ended + BREATH <= self._later[1]:
                waiting, self._later = self._later[0], None
                self._begin(ended + BREATH, waiting)
            self._later = None if self._now is None else self._later

    def _begin(self, at: float, utterance: Utterance) -> None:
        if self._now and self._now.end > at:
            broken = self._said[-1]
            self._said[-1] = replace(broken, until=at)
        end = at + self._lasts(utterance.text)
        self._now = _Speaking(at, utterance, end)
        self._said.append(Words(at, utterance.text, end))
