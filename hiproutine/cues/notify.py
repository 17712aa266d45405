"""Notifications, window title and progress, by sequences that the terminal on the near side understands."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Mapping

from hiproutine.cues import CueOutput
from hiproutine.cues.finding import Finding, State
from hiproutine.cues.terminals import Terminal, terminal_of
from hiproutine.plan.amounts import times_text
from hiproutine.plan.loads import load_text
from hiproutine.plan.model import Interval, Kind, Plan
from hiproutine.play.events import (
    CountedIn,
    Event,
    Events,
    Finished,
    IntervalEnded,
    IntervalStarted,
    Paused,
    Resumed,
    SecondShown,
    Stopped,
)
from hiproutine.wording import brief, clock, phase_word, side_text

Write = Callable[[str], object]
"""Takes text to the terminal; in the screens it is their driver's, so that nothing is torn apart."""
AGAIN = 10
"""Seconds after which the same progress is sent again: Ghostty lets it go after about 15."""
TITLED = 5
"""Every so many seconds, and each of as many last ones, stand in the title."""


class Notifications(CueOutput):
    """Shows what comes when something else comes, and the end; for a window that nobody looks at."""

    name = "notification"
    audible = False

    def __init__(self, write: Write, plan: Plan, terminal: Terminal) -> None:
        self._write = write
        self._plan = plan
        self._terminal = terminal

    def follow(self, events: Events) -> None:
        """Shows the newest notice that is worth it."""
        told = None
        for event in events:
            match event:
                case IntervalStarted(interval=interval):
                    told = notice_of(interval, self._plan) or told
                case Paused(away=away) if away:
                    told = ("Paused", "Nobody was here, so it waits.")
                case Finished():
                    told = ("Done", self._plan.titled)
        if told and (sequence := self._terminal.notification(*told)):
            self._write(sequence)


class Title(CueOutput):
    """Names the window after the step and the time left, and gives it its name back."""

    name = "window title"
    audible = False

    def __init__(self, write: Write, plan: Plan, terminal: Terminal) -> None:
        self._write = write
        self._plan = plan
        self._terminal = terminal
        self._text = ""

    def follow(self, events: Events) -> None:
        """Names the window after step and time left, when either has changed."""
        text = self._text
        for event in events:
            text = self._after(event, text)
        if text and text != self._text and self._terminal.title:
            kept = "" if self._text else self._terminal.title_kept()
            self._text = text
            self._write(kept + self._terminal.title_of(text))

    def close(self) -> None:
        """Gives the window its name back."""
        if self._text:
            self._text = ""
            self._write(self._terminal.title_restored())

    def _after(self, event: Event, text: str) -> str:
        match event:
            case IntervalStarted(interval=interval) | Resumed(interval=interval) if interval.waits:
                return self._named(interval)
            case IntervalStarted(interval=interval):
                return f"{clock(interval.seconds)} {self._named(interval)}"
            case SecondShown(interval=interval, second=second) if _titled(second) and not interval.waits:
                return f"{clock(second)} {self._named(interval)}"
            case CountedIn(interval=interval, second=second):
                return f"{second} {self._named(interval)}"
            case Paused(interval=interval):
                return f"Paused: {self._named(interval)}"
            case Finished():
                return f"Done: {self._plan.titled}"
        return text

    def _named(self, interval: Interval) -> str:
        """What it is for, and in a change what comes."""
        comes = self._plan.next_work(interval.index)
        if interval.kind is Kind.CONFIRM:
            return f"{phase_word(interval.kind, None)}: {interval.name}"
        if interval.kind is Kind.WORK or comes is None:
            return headline(interval)
        return f"{interval.name if interval.kind is Kind.REST else 'Next'}: {headline(comes)}"


class Progress(CueOutput):
    """Shows in tab or task bar how much of the routine lies behind."""

    name = "progress"
    audible = False

    def __init__(self, write: Write, plan: Plan, terminal: Terminal) -> None:
        self._write = write
        self._plan = plan
        self._terminal = terminal
        self._shown = ""
        self._since = 0
        """Seconds told since it was last sent."""
        self._position = 0.0
        self._rounds: dict[int, float] = defaultdict(float)
        """Seconds that were played of rounds without a number."""
        self._still = self._over = False

    def follow(self, events: Events) -> None:
        """Shows how much of the routine lies behind, when that has changed."""
        for event in events:
            self._learn(event)
        sequence = self._sequence()
        if sequence and (sequence != self._shown or self._since >= AGAIN):
            self._shown, self._since = sequence, 0
            self._write(sequence)

    def close(self) -> None:
        """Takes the progress away."""
        if self._shown and not self._over:
            self._write(self._terminal.progress_over())
        self._shown = ""

    def _learn(self, event: Event) -> None:
        match event:
            case IntervalStarted(interval=interval):
                self._position = self._start(interval)
            case IntervalEnded(interval=interval, seconds=seconds) if interval.open_rounds:
                self._rounds[interval.open_rounds.number] += seconds
            case SecondShown(interval=interval, second=second) if not interval.waits:
                self._position = self._start(interval) + max(0.0, interval.seconds - second)
                self._since += 1
            case Paused():
                self._still = True
            case CountedIn() | Resumed():
                self._still = False
            case Finished() | Stopped():
                self._over = True

    def _start(self, interval: Interval) -> float:
        """Seconds of the plan that lie before it: of rounds without a number, those that were played of them."""
        section = self._plan.section_of(interval.index)
        return section.start + min(section.seconds, self._rounds[section.number]) if section else interval.start

    def _sequence(self) -> str:
        if self._over:
            return self._terminal.progress_over()
        share = self._position / self._plan.seconds if self._plan.seconds else 0.0
        return self._terminal.progress_of(int(100 * share), paused=self._still)


def _titled(second: int) -> bool:
    """Whether the title tells this second: a name that changes every second makes a row of tabs restless."""
    return second % TITLED == 0 or second < TITLED


def headline(interval: Interval) -> str:
    """The step's name with its side, as a notification's title."""
    return ", ".join(text for text in (interval.name, side_text(interval.side)) if text)


def notice_of(interval: Interval, plan: Plan) -> tuple[str, str] | None:
    """Title and body of the notification with which an interval begins; None where nothing new comes."""
    if interval.kind is Kind.CONFIRM:
        return phase_word(interval.kind, None), interval.about.sentence or interval.name
    before = plan.previous(interval)
    if interval.kind is Kind.WORK:
        return None if before and before.kind in {Kind.READY, Kind.SWITCH, Kind.REST} else _notice(interval)
    comes = plan.next_work(interval.index)
    if comes is None:
        return (interval.name, brief(interval.seconds)) if interval.kind is Kind.REST else None
    if interval.kind is Kind.REST:
        return f"{interval.name}, {brief(interval.seconds)}", f"Next: {headline(comes)}"
    return _notice(comes)


def _notice(interval: Interval) -> tuple[str, str]:
    often = times_text(interval) or brief(interval.seconds)
    dose = "" if interval.dose == "open" else often
    texts = (dose, load_text(interval.about), interval.about.setup)
    return headline(interval), ". ".join(text for text in texts if text)


def available(environ: Mapping[str, str] = os.environ) -> list[Finding]:
    """Whether notifications, title and progress can be shown here."""
    terminal = terminal_of(environ, windows=os.name == "nt")
    called = terminal.name or "This terminal"
    shown = {"notifications": terminal.notice != "", "window title": terminal.title, "progress": terminal.progress}
    findings = [
        Finding(name, State.OK, f"{called} shows it.")
        if there
        else Finding(name, State.MISSING, f"{called} is not known to show it.")
        for name, there in shown.items()
    ]
    if terminal.tmux and terminal.notice:
        cure = "Say “set -g allow-passthrough on” in tmux.conf."
        findings[0] = Finding("notifications", State.WARN, f"{called} shows it, if tmux lets it through.", cure)
    return findings
