"""A routine by questions, one line each: on a terminal, and through a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from hiproutine.authoring.exercises import ExerciseFilter, dose_text, find_exercises
from hiproutine.authoring.writing import toml_text
from hiproutine.cli.guided_amounts import dose_of, length_of
from hiproutine.cli.guided_rounds import (
    FOR_EACH,
    NO_REST,
    REST,
    ROUNDS,
    in_weeks,
    no_rounds,
    rest_of,
    rounds_of,
    weeks_example,
    weeks_question,
    with_rounds,
)
from hiproutine.errors import BadFile, Problem, printable
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.exercise import Exercise
from hiproutine.routine.loading import load_text
from hiproutine.routine.snippets import message_of
from hiproutine.routine.values import slug_of

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
    rounds: Table = field(default_factory=dict)
    """How often they come, as a block says it; empty for once."""
    half: Table = field(default_factory=dict)
    """The step that is being asked for."""

    def text(self) -> str:
        """As a file; a step that was not finished is a comment at its end."""
        body = with_rounds(self.head["title"], self.steps, self.rounds) if self.steps else {}
        whole = toml_text({**self.head, **body})
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
            if any("include" not in step for step in self.answers.steps):
                self._rounds()
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
                return {"rest": length_of(amount.casefold())}
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

    def _rounds(self) -> None:
        """How often the steps come, and whether that grows; enter leaves them as they are."""
        answers = self.answers

        def whole(rounds: Table) -> Table:
            return with_rounds("T", answers.steps, rounds)

        answers.rounds = self._how_often(whole)
        if "progress" not in answers.rounds and not any("progress" in step for step in answers.steps):
            self._weeks(whole)
        if "rounds" in answers.rounds and "every" not in answers.rounds:
            answers.rounds |= self._asked(
                REST, NO_REST, lambda answer: {**answers.head, **whole({**answers.rounds, **rest_of(answer)})}, rest_of
            )

    def _how_often(self, whole: Callable[[Table], Table]) -> Table:
        """The keys of a block that say how often the steps come."""
        while True:
            answer = _line(f"{ROUNDS} [1]") or "1"
            rounds = rounds_of(answer)
            if wrong := no_rounds(answer, rounds):
                _say(wrong)
            elif self._fits(whole(rounds)):
                return rounds

    def _weeks(self, whole: Callable[[Table], Table]) -> None:
        """How many rounds there are in each week."""
        answers = self.answers
        while said := _line(weeks_question(answers.rounds)):
            weeks, rounds = in_weeks(answers.rounds, said)
            if len(weeks) == 1:
                _say(f"{FOR_EACH}, such as {weeks_example(answers.rounds)}.")
            elif self._fits({"weeks": weeks, **whole(rounds)}):
                answers.head["weeks"], answers.rounds = weeks, rounds
                return

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
            return {"exercise": name, **(dose_of(answer, exercise.dose()) if answer else {})}

        question = "How much, such as 30s, 8-12 reps, 10, 8, 6 or 8 reps +1 a week until 12" + (
            f"; enter for the usual, {usual}" if usual else ""
        )
        step: Table = self._asked(question, "", lambda answer: {"steps": [made(answer)]}, made, shown=False)
        return step

    def _of_its_own(self, name: str) -> Table:
        def made(answer: str) -> Table:
            return {"name": name, **dose_of(answer, None)}

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
        text = toml_text({"title": "T", **({} if "blocks" in part else {"steps": [_ANY]}), **part})
        try:
            load_text(text, Path("new.toml"), self._catalogue)
        except BadFile as error:
            problem = error.problems[0]
            key, gap, message = message_of(problem).partition(": ")
            told = f"{key.replace('_', ' ')}{gap}{message}"
            _say(f"{told}{'; ' if problem.help else ''}{problem.help}.")
            return False
        return True


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
