"""Exercises as a person looks for them and reads them: a search, lines, and JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import fill
from typing import Any

from hiproutine.errors import HiproutineError, printable
from hiproutine.plan.reps import as_tuple
from hiproutine.ranking import called, nearest, ranked
from hiproutine.routine.catalogue import Catalogue, Entry
from hiproutine.routine.exercise import Exercise
from hiproutine.routine.sought import MOST_NEAREST, exercise_findable, said_findable
from hiproutine.routine.values import Cue, shortened
from hiproutine.wording import brief, unused_text

WIDTH = 80
SIDES = {
    "both": "both sides at once",
    "each": "each side",
    "alternate": "alternating sides",
    "left": "left side",
    "right": "right side",
}


@dataclass(frozen=True, slots=True)
class ExerciseFilter:
    """What a person looks for beside words; everything given has to hold."""

    kinds: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    """What it works, such as `glutes`."""
    equipment: tuple[str, ...] = ()
    """Each of these; `none` for exercises that need nothing."""
    avoid: tuple[str, ...] = ()
    """Where it must suit."""

    def __bool__(self) -> bool:
        """Whether anything was asked at all."""
        return bool(self.kinds or self.areas or self.equipment or self.avoid)

    def suits_entry(self, entry: Entry) -> bool:
        """Whether a file is worth a line: a broken one only where nothing was asked."""
        return self.suits(entry.exercise) if entry.exercise else not self

    def suits(self, exercise: Exercise) -> bool:
        """Whether an exercise is what is looked for."""
        muscles = ", ".join(exercise.muscles).casefold()
        needed = {thing.casefold() for thing in exercise.equipment or ()}
        return (
            (not self.kinds or exercise.kind in self.kinds)
            and all(area.casefold() in muscles for area in self.areas)
            and all(thing.casefold() in (needed or {"none"}) for thing in self.equipment)
            and not {*self.avoid} & {*(exercise.avoid_if or ())}
        )


@dataclass(frozen=True, slots=True)
class FoundExercises:
    """What a search of the catalogue came to."""

    entries: list[Entry]
    """Those that suit and have every word, best first; broken ones where nothing was asked."""
    nearest: list[str]
    """Where there are none, the ids of those that come nearest, whether or not they suit."""


def find_exercises(asked: str, entries: Sequence[Entry], wanted: ExerciseFilter) -> FoundExercises:
    """Searches by words: in names, other names, muscles, and in kind, position and equipment."""
    suiting = [entry for entry in entries if wanted.suits_entry(entry)]
    if not asked.strip():
        return FoundExercises(suiting, [])
    suiting = [entry for entry in suiting if entry.exercise]
    found = ranked(asked, [exercise_findable(entry.id, entry.exercise) for entry in suiting])
    if found:
        return FoundExercises([suiting[index] for index in found], [])
    usable = [entry for entry in entries if entry.exercise]
    every = [exercise_findable(entry.id, entry.exercise) for entry in usable]
    close = ranked(asked, every) or nearest(asked, every)
    return FoundExercises([], [usable[index].id for index in close[:MOST_NEAREST]])


class UnknownExercise(HiproutineError):
    """Raised for a name that no exercise has; says what comes nearest."""


def exercise_called(asked: str, catalogue: Catalogue) -> str:
    """The id of the one exercise that is called so: an id, a name or another name.

    Raises:
        UnknownExercise: there is none.
    """
    if catalogue.file_of(asked):
        return asked
    said = [*catalogue.said.items()]
    things = [said_findable(*one) for one in said]
    for index in ranked(asked, things):
        if called(asked, things[index]):
            return said[index][0]
    close = [said[index][0] for index in ranked(asked, things) or nearest(asked, things)][:MOST_NEAREST]
    help_text = f" Did you mean {' or '.join(close)}?" if close else ""
    raise UnknownExercise(f"There is no exercise “{printable(shortened(asked))}”.{help_text}")


def unused_in(entries: Sequence[Entry], using: Mapping[str, Sequence[str]]) -> list[str]:
    """Which of some exercises stand in no routine."""
    return [name for name in dict.fromkeys(entry.id for entry in entries if entry.exercise) if name not in using]


def dose_text(exercise: Exercise) -> str:
    """The usual dose: `10 reps`, `hold 30 s`; empty if there is none."""
    dose = exercise.dose()
    if dose is None:
        return ""
    amount = getattr(exercise, dose)
    if dose == "reps":
        held = f" held {_row_of(exercise.hold)}" if exercise.hold else ""
        return f"{', '.join(map(str, as_tuple(amount)))} reps{held}"
    return "confirm" if dose == "confirm" else f"{dose} {_row_of(amount)}"


def _row_of(seconds: Any) -> str:
    return ", ".join(brief(one) for one in as_tuple(seconds))


def as_table(found: FoundExercises, *, asked: bool = False) -> str:
    """A line an exercise, and after them the files that cannot be used."""
    entries = found.entries
    rows = [_row(entry.id, entry.exercise) for entry in entries if entry.exercise]
    widths = [max(map(_cells, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell + " " * (w - _cells(cell)) for cell, w in zip(row, widths, strict=True)) for row in rows]
    text = [line.rstrip() for line in lines]
    if not rows:
        close = f"No exercise suits that; nearest: {', '.join(map(printable, found.nearest))}."
        nothing = close if found.nearest else "No exercise suits that. Leave a word or a filter out."
        text = [nothing if asked else "There are no exercises."]
    broken = [problem.sentence() for entry in entries for problem in entry.problems]
    return "\n".join([*text, *(["", "Cannot be used:", *broken] if broken else [])])


def _row(name: str, exercise: Exercise) -> tuple[str, ...]:
    equipment = ", ".join(exercise.equipment or ())
    return name, exercise.kind or "", dose_text(exercise), ", ".join(exercise.muscles), equipment


def facts(exercise: Exercise) -> list[str]:
    """Kind, position, sides and dose of an exercise, as far as it says so."""
    known = [exercise.kind, exercise.position, SIDES.get(exercise.sides or ""), dose_text(exercise)]
    return [fact for fact in known if fact]


def sayings(exercise: Exercise) -> list[tuple[str, str, str]]:
    """What it says beside that: key, label and text; the cues, of which there are several, without a label."""
    labelled: tuple[tuple[str, str, str | None], ...] = (
        ("confirm", "Asks", exercise.confirm),
        ("equipment", "You need", ", ".join(exercise.equipment or ())),
        ("effort", "Effort", "" if exercise.effort is None else f"{exercise.effort} of 10"),
        ("muscles", "Works", ", ".join(exercise.muscles)),
        ("aliases", "Also called", ", ".join(exercise.aliases)),
        ("setup", "Set up", exercise.setup),
        ("safety", "Safety", exercise.safety),
        ("stop_if", "Stop if", exercise.stop_if),
        ("avoid_if", "May not suit", ", ".join(exercise.avoid_if or ())),
        ("easier", "Easier", ", ".join(exercise.easier or ())),
        ("harder", "Harder", ", ".join(exercise.harder or ())),
        ("why", "Why", exercise.why),
        ("source", "Source", exercise.source),
    )
    cues = [("cues", "", f"{_moment(cue)}“{cue.say}”") for cue in exercise.cues or ()]
    return [*((key, label, text) for key, label, text in labelled if text), *cues]


def as_page(entry: Entry, exercise: Exercise, using: Sequence[str] | None = None) -> str:
    """Everything one exercise says and, where it is known, which routines use it."""
    lines = [f"{exercise.name} ({entry.id})", ", ".join(facts(exercise))]
    said = sayings(exercise)
    lines += [_wrapped(f"{label}: {text}") for _, label, text in said if label]
    cues = [_wrapped(text, indent=2) for _, label, text in said if not label]
    used = [] if using is None else [_wrapped(f"In: {', '.join(using)}") if using else unused_text([entry.id])]
    own = [f"Your own: {printable(str(entry.path))}"] if entry.own else []
    return "\n".join([*(line for line in lines if line), *(["Cues:", *cues] if cues else []), *used, *own])


def exercise_record(entry: Entry) -> dict[str, Any]:
    """One exercise; lengths are whole seconds."""
    table: dict[str, Any] = {"id": entry.id, "path": str(entry.path), "own": entry.own}
    if entry.exercise:
        table |= {key: value for key, value in entry.exercise if value is not None and key != "cues"}
        table["cues"] = [{"at": _at(cue), "say": cue.say} for cue in entry.exercise.cues or ()]
    table["problems"] = [{"code": problem.code, "message": problem.sentence()} for problem in entry.problems]
    return table


def _at(cue: Cue) -> str | None:
    return {"spread": None, "half": "half", "start": f"{cue.seconds}s", "end": f"-{cue.seconds}s"}[cue.anchor]


def _moment(cue: Cue) -> str:
    words = {
        "spread": "",
        "half": "halfway: ",
        "start": f"after {brief(cue.seconds)}: ",
        "end": f"{brief(cue.seconds)} before the end: ",
    }
    return words[cue.anchor]


def _wrapped(text: str, indent: int = 0) -> str:
    return fill(text, WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2))


def _cells(text: str) -> int:
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
