"""Every bundled routine, played on a clock that the test moves: each output gives what the plan calls for, no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiproutine.cues import Signal, sound
from hiproutine.cues.bell import RINGS, Bell
from hiproutine.cues.flash import Flash
from hiproutine.cues.notify import Notifications, Progress, Title
from hiproutine.cues.programs import Program
from hiproutine.cues.sound import Sound
from hiproutine.cues.speech import Speech, Voice
from hiproutine.cues.spoken import Utterance, duration, number, sentence
from hiproutine.cues.terminals import Terminal
from hiproutine.plan import Interval, Kind, Plan
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


@pytest.mark.parametrize("name", BUNDLED)
def test_bell_and_flash_give_every_signal_of_the_plan_at_its_moment(name: str, clock: ManualClock) -> None:
    plan = bundled_plan(name)
    rung: list[float] = []
    flashed: list[tuple[float, Signal]] = []
    outputs = [Bell(lambda: rung.append(at(clock.now))), Flash(lambda signal: flashed.append((at(clock.now), signal)))]
    assert play_through(plan, outputs, clock) == []
    due = [(at(moment), signal) for moment, signal in told_by(plan) if signal is not BEAT]
    assert len(due) >= 10
    assert sorted(flashed, key=str) == sorted(due, key=str)
    assert sorted(rung) == sorted(moment for moment, signal in due for _ in range(RINGS.get(signal, 1)))


@pytest.mark.parametrize("name", BUNDLED)
def test_the_sound_plays_every_signal_of_the_plan_in_order(
    name: str, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan, tape = bundled_plan(name), Tape()
    monkeypatch.setattr(sound, "Child", tape)
    monkeypatch.setattr(sound, "wav", lambda signal, volume: b"")
    monkeypatch.setattr(sound, "LATE", 60)
    output = Sound(players=[Program("sh")])
    assert play_through(plan, [output], clock) == []
    due = [signal.value for _, signal in sorted(told_by(plan), key=lambda told: at(told[0]))]
    assert until(lambda: len(tape.played) >= len(due))
    assert tape.played == due


@pytest.mark.parametrize("name", BUNDLED)
def test_the_voice_says_every_cue_of_the_plan_at_its_moment(name: str, clock: ManualClock) -> None:
    plan, ear = bundled_plan(name), Ear(clock)
    assert play_through(plan, [Speech(plan, ear)], clock) == []
    due = spoken_by(plan)
    heard: dict[float, list[str]] = {}
    for moment, text in ear.heard:
        heard.setdefault(moment, []).append(text)
    assert set(heard) == set(due)
    missing = [(moment, text, heard[moment]) for moment, texts in due.items() for text in texts
               if not any(text in said for said in heard[moment])]  # fmt: skip
    assert missing == []
    starts = {at(interval.start) for interval in plan.intervals}
    assert {moment: said for moment, said in heard.items() if moment not in starts} == {
        moment: [" ".join(texts)] for moment, texts in due.items() if moment not in starts
    }


def spoken_by(plan: Plan) -> dict[float, list[str]]:
    """What a plan calls to be said, by the moment; where several things come at once, the numbers are left out."""
    told: dict[float, list[str]] = {}
    numbers: dict[float, str] = {}
    start = 0.0
    for interval in plan.intervals:
        length = interval.seconds
        told.setdefault(at(start), []).extend(announcement(plan, interval))
        for cue in interval.cues:
            told.setdefault(at(start + cue.at), []).append(sentence(cue.say))
        if interval.kind is Kind.WORK and not interval.waits and length >= 20:
            told.setdefault(at(start + length / 2), []).append("Half time.")
        if interval.kind is Kind.REST and length >= 20:
            told.setdefault(at(start + length - 10), []).append("Ten seconds.")
        if not interval.waits:
            numbers |= {at(start + length - n): number(n).capitalize() + "." for n in (3, 2, 1) if n < length}
        start += length
    told.setdefault(at(start), []).append("Done.")
    return {moment: [text] for moment, text in numbers.items()} | told


def announcement(plan: Plan, interval: Interval) -> list[str]:
    """The parts of what is said when an interval begins."""
    if interval.kind is Kind.CONFIRM:
        return ["Check", sentence(interval.about.sentence)[1:], "Press space"]
    before = plan.intervals[interval.index - 1].kind if interval.index else None
    if interval.kind is Kind.WORK and before in LEADS_IN:
        return ["Begin."]
    comes = plan.next_work(interval.index) if interval.kind is not Kind.WORK else interval
    if interval.kind is Kind.REST:
        return [f"Rest, {duration(interval.seconds)}." if interval.name == "Rest" else interval.name]
    assert comes
    side = f"{side_text(comes.side)}, " if comes.side else ""
    dose = "" if comes.dose in {"reps", "open"} else duration(comes.seconds)
    if interval.kind is Kind.SWITCH:
        return [f"Switch sides: {side}{dose}"]
    return [f"{comes.name}, {side}", dose]


@pytest.mark.parametrize("name", BUNDLED)
def test_the_title_counts_down_and_is_given_back(name: str, clock: ManualClock) -> None:
    plan, written = bundled_plan(name), list[str]()
    assert play_through(plan, [Title(written.append, plan, GHOSTTY)], clock) == []
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
    titles.append(f"Done: {plan.title}")
    return [title for before, title in zip([None, *titles], titles, strict=False) if title != before]


def heading(interval: Interval) -> str:
    """Name and side."""
    return f"{interval.name}, {interval.side} side" if interval.side else interval.name


@pytest.mark.parametrize("name", BUNDLED)
def test_a_notification_comes_with_every_change_and_the_progress_never_goes_back(name: str, clock: ManualClock) -> None:
    plan, notices, progress = bundled_plan(name), list[tuple[float, str]](), list[str]()
    outputs = [
        Notifications(lambda text: notices.append((at(clock.now), text)), plan, GHOSTTY),
        Progress(progress.append, plan, GHOSTTY),
    ]
    assert play_through(plan, outputs, clock) == []
    starts = [
        at(interval.start)
        for interval in plan.intervals
        if interval.kind is not Kind.WORK or not interval.index
        or plan.intervals[interval.index - 1].kind not in LEADS_IN
    ]  # fmt: skip
    assert [moment for moment, _ in notices] == [*starts, at(plan.seconds)]
    assert all(text.startswith("\x1b]777;notify;") and text.count(";") == 3 for _, text in notices)
    percents = [int(text.removesuffix("\x1b\\").rpartition(";")[2]) for text in progress[:-1]]
    assert percents == sorted(percents)
    assert percents[0] == 0
    assert percents[-1] >= 100 * plan.intervals[-1].start / plan.seconds - 1
    assert progress[-1] == "\x1b]9;4;0;0\x1b\\"
