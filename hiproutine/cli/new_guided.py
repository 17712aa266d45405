"""A routine by questions, one line each: on a terminal, and through a pipe."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from hiproutine.authoring.exercises import ExerciseFilter, dose_text, find_exercises
from hiproutine.authoring.writing import toml_text
from hiproutine.errors import BadFile, Problem, printable
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.distances import meant_distance
from hiproutine.routine.durations import meant_seconds
from hiproutine.routine.exercise import Exercise
from hiproutine.routine.loading import load_text
from hiproutine.routine.snippets import message_of
from hiproutine.routine.values import slug_of
from hiproutine.wording import spelt

Table = dict[str, Any]
LONGEST_ANSWER = 2000
_ANY = {"name": "A", "hold": 5}
"""A step that is right, beside which another answer is judged."""


@dataclass
class Answers:
    """The routine as it was answered so far."""

    head: Table = field(default_factory=dict)
    """What stands before the steps."""
    steps: list[Table] = field(default_factory=list)
    half: Table = field(default_factory=dict)
    """The step that is being asked for."""

    def text(self) -> str:
        """As a file; a step that was not finished is a comment at its end."""
        whole = toml_text({**self.head, "steps": self.steps} if self.steps else self.head)
        half = "".join(f"# {line}\n" for line in toml_text(self.half).splitlines())
        return f"{whole}\n# Step {len(self.steps) + 1} was not finished:\n{half}" if half else whole


class Ended(Exception):
    """Raised where the answers came to an end before there was a step."""


class Stopped(Exception):
    """Raised where the person wants no more of it."""


class Guide:
    """Asks for a routine. What it takes is what the file format takes."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.answers = Answers()
        """Whatever happens, nothing that was typed is lost."""

    def ask(self, title: str) -> None:
        """Asks until there is a whole routine in `answers`, or the input is at its end.

        Raises:
            Ended: it is, and there is no step yet.
            Stopped: by ctrl+c.
        """
        try:
            self._head(self.answers.head, title)
            while step := self._step(len(self.answers.steps) + 1):
                self.answers.steps.append(step)
                self.answers.half = {}
        except KeyboardInterrupt:
            raise Stopped from None
        except Ended:
            if not self.answers.steps:
                raise

    def _head(self, head: Table, title: str) -> None:
        """What stands before the steps, answer by answer."""
        head["title"] = self._asked("Title", title, lambda answer: {"title": answer})
        head["when"] = self._asked(
            "When: pre-run, post-run, rest-day or any-time", "any-time", lambda answer: {"when": _words(answer)}, _words
        )
        head["load"] = self._asked(
            "How much does it ask of the hip: none, low, moderate or high", "low", lambda answer: {"load": answer}
        )

    def _step(self, number: int) -> Table | None:
        """One step; None at the end."""
        end = ", enter to end" if number > 1 else self._warm_ups
        while True:
            answer = _line(f"Step {number}: an exercise, a name of your own, or rest{end}")
            if not answer and number > 1:
                return None
            if answer.casefold() == "rest":
                self.answers.half = {"rest": ""}
                amount = self._asked("How long", "30s", lambda answer: {"steps": [_ANY, {"rest": answer}]})
                return {"rest": _length(amount.casefold())}
            name = self._exercise(answer)
            if name:
                return self._with_exercise(name)
            if (routine := slug_of(answer)) in self._catalogue.routines.ids:
                if self._fits({"steps": [{"include": routine}]}):
                    return {"include": routine}
                continue
            if answer and self._fits({"steps": [{**_ANY, "name": answer}]}):
                self.answers.half = {"name": answer}
                if self._means_it(answer):
                    return self._of_its_own(answer)
                self.answers.half = {}

    @property
    def _warm_ups(self) -> str:
        """The routines that another one may begin with."""
        found = [name for name in self._catalogue.routines.ids if name.startswith("warm-up")]
        return f"; or begin with another routine, such as {' or '.join(found[:3])}" if found else ""

    def _exercise(self, answer: str) -> str | None:
        """The id of the exercise that is meant exactly, by its id or one of its names."""
        if isinstance(self._catalogue.find(slug := slug_of(answer)), Exercise):
            return slug
        for entry in self._catalogue.entries():
            names = [entry.exercise.name, *entry.exercise.aliases] if entry.exercise else []
            if answer.casefold() in {name.casefold() for name in names}:
                return entry.id
        return None

    def _means_it(self, answer: str) -> bool:
        """Whether a name is one of its own, where exercises are called something like it."""
        known = find_exercises(answer, [*self._catalogue.entries()], ExerciseFilter())
        close = [entry.id for entry in known.entries if entry.exercise]
        found = self._catalogue.find(answer.casefold().replace(" ", "-"))
        if not close and isinstance(found, Problem) and found.help.startswith("did you mean "):
            close = found.help.removeprefix("did you mean ").split(" or ")
        if not close:
            return True
        _say(f"The catalogue has {', '.join(close[:6])}.")
        return _line(f"Keep “{printable(answer)}” as a name of your own, yes or no [no]").casefold() in {"y", "yes"}

    def _with_exercise(self, name: str) -> Table:
        exercise = self._catalogue.get(name)
        usual = dose_text(exercise)
        if exercise.dose() == "confirm":
            return {"exercise": name}
        self.answers.half = {"exercise": name}

        def made(answer: str) -> Table:
            return {"exercise": name, **(_dose(answer, exercise.dose()) if answer else {})}

        question = "How much, such as 30s, 8-12 reps, 10, 8, 6 or 8 reps +1 a week until 12" + (
            f"; enter for the usual, {usual}" if usual else ""
        )
        step: Table = self._asked(question, "", lambda answer: {"steps": [made(answer)]}, made, shown=False)
        return step

    def _of_its_own(self, name: str) -> Table:
        def made(answer: str) -> Table:
            return {"name": name, **_dose(answer, None)}

        question = "How much, such as hold 30s, time 1m, 8-12 reps, 10 times held 5s or distance 400m"
        step: Table = self._asked(question, "hold 30s", lambda answer: {"steps": [made(answer)]}, made)
        self.answers.half = step
        if "reps" in step or "hold" in step or "time" in step:
            sides = self._asked(
                "Sides: both, each, alternate, left or right",
                "both",
                lambda answer: {"steps": [{**step, "sides": answer}]},
            )
            step |= {} if sides == "both" else {"sides": sides}
        return step

    def _asked(
        self,
        question: str,
        default: str,
        judged: Callable[[str], Table],
        made: Callable[[str], Any] = str,
        *,
        shown: bool = True,
    ) -> Any:
        """An answer that the format takes; asks again until it is one."""
        while True:
            answer = _line(f"{question} [{printable(default)}]" if shown else question) or default
            if self._fits(judged(answer)):
                return made(answer)

    def _fits(self, part: Table) -> bool:
        """Whether a routine can have this in it; says why not."""
        text = toml_text({"title": "T", "steps": [_ANY], **part})
        try:
            load_text(text, Path("new.toml"), self._catalogue)
        except BadFile as error:
            problem = error.problems[0]
            _say(f"{message_of(problem)}{'; ' if problem.help else ''}{problem.help}.")
            return False
        return True


def _dose(answer: str, usual: str | None) -> Table:
    """What an amount says, and after it how it grows: `8 reps, +1 a week until 12`."""
    grows = _GROWS.fullmatch(answer.strip().casefold())
    if not grows:
        return _amount(answer, usual)
    found = _amount(grows[1], usual)
    key = next(iter(found))
    return {**found, "progress": {key: grows[2], "until": _amount(f"{key} {grows[3]}", key)[key]}}


def _amount(answer: str, usual: str | None) -> Table:
    """How much: `30s`, `10`, `10 reps`, `hold 30s`, `8-12`, `10, 8, 6`, `10 times held 5s`; a bare number is of what is
    usual."""
    if held := _HELD.fullmatch(answer.strip().casefold()):
        return {"reps": _each(held[1], _number), "hold": _each(held[2], _length)}
    if far := _FAR.fullmatch(answer.strip().casefold()):
        return {"distance": _each(far[1] or far[2], lambda amount: meant_distance(amount) or amount)}
    match = re.fullmatch(r"(?:(hold|time|open|reps)\s+)?(.+?)(?:\s*(reps|times|x))?", answer.strip().casefold())
    if not match:
        return {"hold": answer}
    named, amount, counted = match.groups()
    if named == "reps" or counted or (named is None and usual in {"reps", None} and _COUNTED.fullmatch(amount)):
        return {"reps": _each(amount, _number)}
    if named:
        return {named: _each(amount, _length)}
    key = usual if usual in {"hold", "time", "open"} else "time" if usual == "reps" else "hold"
    return {key: _each(amount, _length)}


_GROWS = re.compile(r"(.+?),?\s+([+-] ?[0-9].*?),?\s+(?:until|up to|down to|to)\s+(.+)")
_FAR = re.compile(
    r"distance\s+(.+)"
    r"|([0-9.,]+\s*(?:m(?:et(?:re|er)s?)?|km|mi(?:les?)?|y(?:ar)?ds?)(?:,\s*[0-9.]+\s*(?:m|km|mi|yd))*)(?<![0-9]m)"
)
"""A distance, by its word or by its unit; `5m` is five minutes, as everywhere."""
_HELD = re.compile(r"(.+?)(?:\s*(?:reps|times|x))?,?\s+held\s+(?:for\s+)?(.+)")
_COUNTED = re.compile(r"[0-9]+(?:-[0-9]+)?(?:,\s*[0-9]+(?:-[0-9]+)?)*")


def _each(amount: str, read: Callable[[str], Any]) -> Any:
    """One amount, or with commas between them a list with one for each set."""
    parts = [part.strip() for part in amount.split(",")]
    return [read(part) for part in parts] if len(parts) > 1 else read(amount)


def _number(amount: str) -> int | str:
    return int(amount) if amount.isdecimal() and len(amount) < 10 else amount


def _length(amount: str) -> str:
    """A length in the spelling of files; as it was answered where it is none."""
    if amount.isdecimal():
        return f"{amount}s"
    seconds = None if re.fullmatch(r"[0-9hms:]+", amount) else meant_seconds(amount)
    return spelt(seconds) if seconds else amount


def _words(answer: str) -> list[str]:
    return answer.replace(",", " ").split()


def _line(question: str) -> str:
    """One answer. Raises Ended at the end of the input."""
    click.echo(f"{question}: ", nl=False, err=True)
    while True:
        try:
            line = sys.stdin.readline(LONGEST_ANSWER)
            line.encode()
        except UnicodeError:
            _say("That is not UTF-8 text.")
            raise Ended from None
        if not line:
            click.echo(err=True)
            raise Ended
        if not sys.stdin.isatty():
            click.echo(err=True)
        return line.strip()


def _say(sentence: str) -> None:
    click.echo(printable(sentence[:1].upper() + sentence[1:]), err=True)
