"""Every bundled routine, played on a clock that the test moves: each output gives what the plan calls for, no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiproutine.cues import Signal, sound, tones
from hiproutine.cues.bell import RINGS, Bell
from hiproutine.cues.flash import Flash
from hiproutine.cues.notify import Notifications, Progress, Title
from hiproutine.cues.programs import Program
from hiproutine.cues.respelling import name_said
from hiproutine.cues.sound import Sound
from hiproutine.cues.speech import Speech, Voice
from hiproutine.cues.spoken import Script
from hiproutine.cues.terminals import Terminal
from hiproutine.cues.utterance import Utterance
from hiproutine.cues.words import number_words
from hiproutine.plan.model import Interval, Kind, Plan
from hiproutine.wording import clock as clock_text
from hiproutine.wording import side_text
from tests.clocks import ManualClock
from tests.cues.rig import BEAT, BUNDLED, at, bundled_plan, play_through, told_by, until

GHOSTTY = Terminal("Ghostty", "777", title=True, progress=True)
LEADS_IN = {Kind.READY, Kind.SWITCH, Kind.REST}


class Ear(Voice):
    """A voice that writes down what it is to say."""

    def __init__(self, clock: ManualClock) -> None:
        super().__init__(())
        self.clock = clock
        self.heard: list[tuple[float, str]] = []

    def say(self, utterance: Utterance) -> None:
        self.heard.append((at(self.clock.now), utterance.text))


class Tape:
    """A player of sounds that writes down what it is to play, and is done at once."""

    def __init__(self) -> None:
        self.played: list[str] = []

    def __call__(self, program: Program, path: str, *, within: float) -> Tape:
        self.played.append(Path(path).stem)
        return self

    overdue = False
    program = Program("tape")

    def over(self) -> bool:
        return True

    def failure(self) -> str:
        return ""

    def kill(self) -> None:
        """Nothing to end."""


class Given:
    """What each output gave, and when, in seconds of the plan."""

    def __init__(self, plan: Plan, clock: ManualClock) -> None:
        self.rung: list[float] = []
        self.flashed: list[tuple[float, Signal]] = []
        self.titles: list[str] = []
        self.notices: list[tuple[float, str]] = []
        self.progress: list[str] = []
        self.ear = Ear(clock)
        self.outputs = [
            Bell(lambda: self.rung.append(at(clock.now))),
            Flash(lambda signal: self.flashed.append((at(clock.now), signal))),
            Sound(players=[Program("sh")]),
            Speech(plan, self.ear),
            Title(self.titles.append, plan, GHOSTTY),
            Notifications(lambda text: self.notices.append((at(clock.now), text)), plan, GHOSTTY),
            Progress(self.progress.append, plan, GHOSTTY),
        ]


@pytest.mark.parametrize("name", BUNDLED)
def test_each_output_gives_what_the_plan_calls_for(
    name: str, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan, tape = bundled_plan(name), Tape()
    monkeypatch.setattr(sound, "Child", tape)
    monkeypatch.setattr(tones, "wav", lambda signal, volume: b"")
    monkeypatch.setattr(sound, "LATE", 60)
    given = Given(plan, clock)
    assert play_through(plan, given.outputs, clock) == []
    every_signal_rings_and_flashes_at_its_moment(plan, given)
    every_signal_sounds_in_order(plan, tape)
    every_cue_is_said_at_its_moment(plan, given)
    the_title_counts_down_and_is_given_back(plan, given)
    every_change_is_notified(plan, given)
    the_progress_never_goes_back(plan, given)


def every_signal_rings_and_flashes_at_its_moment(plan: Plan, given: Given) -> None:
    due = [(at(moment), signal) for moment, signal in told_by(plan) if signal is not BEAT]
    assert len(due) >= 10
    assert sorted(given.flashed, key=str) == sorted(due, key=str)
    assert sorted(given.rung) == sorted(moment for moment, signal in due for _ in range(RINGS.get(signal, 1)))


def every_signal_sounds_in_order(plan: Plan, tape: Tape) -> None:
    due = [signal.value for _, signal in sorted(told_by(plan), key=lambda told: at(told[0]))]
    assert until(lambda: len(tape.played) >= len(due))
    assert tape.played == due


def every_cue_is_said_at_its_moment(plan: Plan, given: Given) -> None:
    heard: dict[float, list[str]] = {}
    for moment, text in given.ear.heard:
        heard.setdefault(moment, []).append(text)
    due, aheads = spoken_by(plan), aheads_of(plan)
    assert set(heard) == set(due) | set(aheads)
    assert {moment: heard[moment] for moment in aheads} == {moment: [text] for moment, text in aheads.items()}
    missing = [(moment, text, heard[moment]) for moment, texts in due.items() for text in texts
               if not any(text in said for said in heard[moment])]  # fmt: skip
    assert missing == []
    starts = {at(interval.start) for interval in plan.intervals} | set(aheads)
    assert {moment: said for moment, said in heard.items() if moment not in starts} == {
        moment: [" ".join(texts)] for moment, texts in due.items() if moment not in starts
    }


def aheads_of(plan: Plan) -> dict[float, str]:
    """What is said of the next work in the last part of this one, never before half of it or in its last seconds."""
    script, start, told = Script(plan), 0.0, {}
    for interval in plan.intervals:
        if ahead := script.ahead(interval):
            assert 3 < ahead.second <= interval.seconds / 2
            told[at(start + interval.seconds - ahead.second)] = ahead.text
        start += interval.seconds
    return told


def spoken_by(plan: Plan) -> dict[float, list[str]]:
    """What a plan calls to be said, by the moment; where several things come at once, the numbers are left out."""
    told: dict[float, list[str]] = {}
    numbers: dict[float, str] = {}
    start = 0.0
    for interval in plan.intervals:
        length = interval.seconds
        told.setdefault(at(start), []).extend(announcement(plan, interval))
        moved = {one.cue: length - one.second for one in Script(plan).moved(interval)}
        for cue in interval.cues:
            told.setdefault(at(start + moved.get(cue.say, cue.at)), []).append(Script.cue(cue.say))
        if interval.kind is Kind.WORK and not interval.waits and length >= 20:
            told.setdefault(at(start + length / 2), []).append("Half time.")
        if interval.kind is Kind.REST and length >= 20:
            numbers[at(start + length - 10)] = "Ten seconds."
        if not interval.waits:
            numbers |= {at(start + length - n): number_words(n).capitalize() + "." for n in (3, 2, 1) if n < length}
        start += length
    told.setdefault(at(start), []).append("Done.")
    return {moment: [text] for moment, text in numbers.items()} | told


def announcement(plan: Plan, interval: Interval) -> list[str]:
    """What is said at the least when an interval begins; how much more, its seconds decide."""
    if interval.kind is Kind.CONFIRM:
        return ["Check", Script.cue(interval.about.sentence)[1:], "Press space"]
    before = plan.intervals[interval.index - 1].kind if interval.index else None
    if interval.kind is Kind.WORK and before in LEADS_IN:
        return ["Begin."]
    comes = plan.next_work(interval.index) if interval.kind is not Kind.WORK else interval
    if interval.kind is Kind.REST:
        return [] if comes else [name_said(interval.name)]
    assert comes
    if interval.kind is Kind.SWITCH:
        return [f"{comes.side} side"]
    if interval.index and Script(plan).ahead(plan.intervals[interval.index - 1]):
        return []
    return [name_said(comes.name), side_text(comes.side)]


def the_title_counts_down_and_is_given_back(plan: Plan, given: Given) -> None:
    written = given.titles
    assert written[0].startswith("\x1b[22;2t")
    assert written[-1] == "\x1b]2;\x1b\\\x1b[23;2t"
    shown = [text.removeprefix("\x1b[22;2t").removeprefix("\x1b]2;").removesuffix("\x1b\\") for text in written[:-1]]
    assert shown == list(titles_of(plan))


def titles_of(plan: Plan) -> list[str]:
    """Every title a plan calls for, each once in a row."""
    titles: list[str] = []
    for interval in plan.intervals:
        comes = plan.next_work(interval.index)
        label = heading(interval)
        if interval.kind is Kind.CONFIRM:
            label = f"Check: {interval.name}"
        elif interval.kind is not Kind.WORK and comes:
            label = f"{interval.name if interval.kind is Kind.REST else 'Next'}: {heading(comes)}"
        full = round(interval.seconds)
        told = [second for second in range(full, 0, -1) if second in {full, 4, 3, 2, 1} or second % 5 == 0]
        seconds = [clock_text(second) for second in told]
        titles += [label] if interval.waits else [f"{second} {label}" for second in seconds]
    titles.append(f"Done: {plan.titled}")
    return [title for before, title in zip([None, *titles], titles, strict=False) if title != before]


def heading(interval: Interval) -> str:
    """Name and side."""
    return f"{interval.name}, {interval.side} side" if interval.side else interval.name


def every_change_is_notified(plan: Plan, given: Given) -> None:
    starts = [
        at(interval.start)
        for interval in plan.intervals
        if interval.kind is not Kind.WORK or not interval.index
        or plan.intervals[interval.index - 1].kind not in LEADS_IN
    ]  # fmt: skip
    assert [moment for moment, _ in given.notices] == [*starts, at(plan.seconds)]
    assert all(text.startswith("\x1b]777;notify;") and text.count(";") == 3 for _, text in given.notices)


def the_progress_never_goes_back(plan: Plan, given: Given) -> None:
    percents = [int(text.removesuffix("\x1b\\").rpartition(";")[2]) for text in given.progress[:-1]]
    assert percents == sorted(percents)
    assert percents[0] == 0
    assert percents[-1] >= 100 * plan.intervals[-1].start / plan.seconds - 1
    assert given.progress[-1] == "\x1b]9;4;0;0\x1b\\"
