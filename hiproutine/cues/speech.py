"""A voice: says what a person needs to hear, by a program of the system, in a thread of its own."""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Condition, Thread

from hiproutine import clock
from hiproutine.cues import SPACE, USUAL, Counting, CueFailure, CueOutput
from hiproutine.cues.finding import Finding, State
from hiproutine.cues.lengths import Lengths, estimated
from hiproutine.cues.programs import Child, Program, Roster, first_there, rendered_seconds
from hiproutine.cues.spoken import Script
from hiproutine.cues.utterance import Utterance, Weight
from hiproutine.plan.model import Plan
from hiproutine.play.events import CountedIn, Events, IntervalStarted, Paused, Resumed

_WINDOWS = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; "
    "(New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak([Console]::In.ReadToEnd())"
)
_QUIETLY = ("-NoProfile", "-NonInteractive", "-Command", _WINDOWS)
ELSEWHERE = (
    Program("espeak-ng", ("--stdin",), renders=("--stdin", "--stdout")),
    Program("espeak", ("--stdin",), renders=("--stdin", "--stdout")),
    Program("spd-say", ("--wait", "--pipe-mode"), stop=("--stop",)),
)


def voices_of(platform: str) -> tuple[Program, ...]:
    """What a system, as `sys.platform` names it, has to say what stands on standard input, the best first."""
    if platform == "darwin":
        return (Program("say"), *ELSEWHERE)
    if platform == "win32":
        return Program("powershell", _QUIETLY), Program("pwsh", _QUIETLY)
    return ELSEWHERE


VOICES = voices_of(sys.platform)

MOST = 400
"""Characters said at once."""
SLOW = 3.0
"""How many times as long as usual an utterance may take before its voice counts as hanging, …"""
START = 5.0
"""… and the seconds it has to begin."""
LOOK = 0.03
"""Seconds between two looks at a voice that speaks."""
LAST = 2.5
"""Seconds the last words have when the program ends."""

LOOKED_AHEAD = 200
"""Intervals whose words are measured when a routine begins."""

LACKING = "there is no voice on this machine"
INSTALL = "Install one: espeak-ng is small and quick."


def speakable(text: str) -> str:
    """One line that starts with a word, without what one of the voices would obey."""
    plain = "".join(c if c.isprintable() and c not in "[]<>{}\\|" else " " for c in text)
    line = " ".join(plain.split())[:MOST]
    first = next((place for place, c in enumerate(line) if c.isalnum()), len(line))
    return line[first:]


class Voice:
    """Says one utterance at a time; the more important one breaks off the other. Every method returns at once."""

    def __init__(self, voices: Sequence[Program] = VOICES, lengths: Lengths | None = None) -> None:
        """Nothing is looked for or started before something is to be said."""
        self._voices = voices
        self._roster = Roster(voices, LACKING)
        self.lengths = lengths or Lengths()
        """How long it takes for a text."""
        self._measures = True
        self._began = 0.0
        """When what is being said was begun."""
        self._door = Condition()
        self._next: Utterance | None = None
        """What is to be said at once."""
        self._later: tuple[Utterance, float] | None = None
        """What is to be said when the voice is free, and until when that makes sense."""
        self._speaking: Utterance | None = None
        self._hushed = False
        self._closing = False
        self._thread: Thread | None = None
        self._child: Child | None = None
        """The voice that speaks, known here for when the program ends."""

    @property
    def trouble(self) -> str:
        """Why no voice works any more; empty while one does."""
        return self._roster.trouble

    def get_ready(self) -> None:
        """Looks for the voice, so that what is known of its lengths is known from the first word on."""
        if program := first_there(self._voices):
            self.lengths.of_voice(_identity(program))

    def say(self, utterance: Utterance) -> None:
        """Says an utterance now, when the present one has ended, or not at all."""
        with self._door:
            ahead = self._next or self._speaking
            if utterance.weight is Weight.CHANGE:
                self._next, self._later = utterance, None
            elif ahead is None or self._hushed or utterance.weight > ahead.weight:
                self._next = utterance
            elif utterance.weight is not Weight.COUNT:
                self._later = (utterance, clock.counting_sleep() + utterance.waits)
            if self._thread is None:
                self._thread = Thread(target=self._work, name="voice", daemon=True)
                self._thread.start()
                atexit.register(self._farewell)
            self._door.notify()

    def forget(self) -> None:
        """Drops what was still to be said."""
        with self._door:
            self._later = None

    def hush(self) -> None:
        """Ends the sentence that is being spoken."""
        with self._door:
            self._next, self._later, self._hushed = None, None, True
            self._door.notify()

    def close(self) -> None:
        """Says nothing more; the last words may end."""
        with self._door:
            self._closing = True
            self._door.notify()

    def _farewell(self) -> None:
        """Gives the last words their time when the program ends, and leaves no voice behind."""
        self.close()
        if self._thread:
            self._thread.join(LAST)
            if child := self._child:
                child.kill()

    def _work(self) -> None:
        """What the thread does, until it is closed and silent. Nothing that takes time happens behind the door."""
        try:
            while True:
                self._measure()
                with self._door:
                    if not (self._next or self._hushed or (self._closing and self._child is None)):
                        self._door.wait(LOOK if self._child else None)
                    broken_off, self._hushed = self._hushed or self._next is not None, False
                child = self._child
                if child and (broken_off or child.overdue or child.over()):
                    self._end(child, broken_off=broken_off)
                    self._child = None
                if self._child is None:
                    with self._door:
                        utterance = self._speaking = self._taken()
                        if utterance is None and self._closing:
                            break
                    self._child = self._started(utterance) if utterance else None
        except Exception as error:  # noqa: BLE001 - whatever it is, the next thing to say reports it
            self._roster.trouble = str(error) or type(error).__name__
        self.lengths.keep()
        atexit.unregister(self._farewell)

    def _measure(self) -> None:
        """Has the voice write what will be said, as long as nothing is being said or waits for it."""
        while self._measures and not (self._child or self._next or self._later or self._closing):
            text, program = self.lengths.wanted(), self._roster.best()
            if text is None or program is None:
                return
            self.lengths.of_voice(_identity(program))
            seconds = rendered_seconds(program, f"{speakable(text)}\n", START)
            if seconds is None:
                self._measures = False
            else:
                self.lengths.learn(text, seconds)

    def _taken(self) -> Utterance | None:
        """What is to be said now."""
        utterance, self._next = self._next, None
        if utterance is None and self._later:
            waiting, until = self._later
            self._later = None
            utterance = waiting if clock.counting_sleep() <= until else None
        return utterance

    def _started(self, utterance: Utterance) -> Child | None:
        text = speakable(utterance.text)
        within = START + SLOW * estimated(text)
        while text and (program := self._roster.best()):
            self.lengths.of_voice(_identity(program))
            self._began = clock.counting_sleep()
            try:
                return Child(program, text=f"{text}\n", within=within)
            except OSError as error:
                self._roster.drop(program, str(error))
        with self._door:
            self._speaking = None
        return None

    def _end(self, child: Child, *, broken_off: bool) -> None:
        speaking = not child.over()
        if not (broken_off and speaking):
            self._roster.ended(child)
        if self._speaking and not speaking and not child.failure():
            self.lengths.learn(self._speaking.text, clock.counting_sleep() - self._began)
        child.kill()
        if speaking and child.program.stop:
            with suppress(OSError):
                stopping = Child(Program(child.program.name, child.program.stop), within=START)
                stopping.wait(START)
                stopping.kill()


def _identity(program: Program) -> str:
    """A voice as its lengths are kept: another file is another voice."""
    try:
        status = Path(program.path() or "").stat()
    except OSError:
        return program.name
    return f"{program.name} {status.st_size} {int(status.st_mtime)}"


class Speech(CueOutput):
    """Says what there is to say while a plan is played."""

    name = "voice"

    def __init__(
        self, plan: Plan, voice: Voice | None = None, *, space: str = SPACE, counting: Counting = USUAL
    ) -> None:
        """`space` is what the key for “done” is called."""
        self._counting = counting
        self._plan = plan
        self._space = space
        self._voice = voice or Voice()
        self._script: Script | None = None
        self._still = False
        """Whether the routine is paused."""

    def follow(self, events: Events) -> None:
        """Says what the events call for. Raises CueFailure once no voice works."""
        if self._voice.trouble:
            raise CueFailure(self._voice.trouble)
        script = self._script = self._script or self._read_through()
        for event in events:
            if isinstance(event, IntervalStarted):
                self._voice.forget()
            self._still = isinstance(event, Paused) or (self._still and not isinstance(event, (CountedIn, Resumed)))
        if utterance := script.utterance(events, still=self._still):
            self._voice.say(utterance)

    def _read_through(self) -> Script:
        """The words of the plan; every text is asked for once, so that the voice can measure it while it is silent."""
        self._voice.get_ready()
        trial = Script(self._plan, self._voice.lengths, self._space)
        for interval in self._plan.intervals[:LOOKED_AHEAD]:
            trial.opening(interval)
            trial.moved(interval)
            trial.ahead(interval)
        return Script(self._plan, self._voice.lengths, self._space, self._counting)

    def hush(self) -> None:
        """Ends the sentence that is being spoken."""
        self._voice.hush()

    def close(self) -> None:
        """Says nothing more."""
        self._voice.close()


def available(environ: Mapping[str, str] = os.environ) -> Finding:
    """Whether a voice can be heard here."""
    program = first_there(VOICES)
    if program is None:
        return Finding("voice", State.MISSING, f"{LACKING[0].upper()}{LACKING[1:]}.", INSTALL)
    if environ.get("SSH_CONNECTION"):
        return Finding(
            "voice", State.WARN, f"{program.name} would speak on the machine you are connected to, not where you are."
        )
    return Finding("voice", State.OK, f"{program.name} speaks.")
