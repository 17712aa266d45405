"""What a routine includes: the routines that are meant, and what is wrong with including them where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from hiproutine.errors import BadFile, Place, Problem, printable
from hiproutine.plan.model import Plan
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.checks import Inside, Lookup, block_problems, step_problems
from hiproutine.routine.exercise import Exercise
from hiproutine.routine.model import Routine, Step
from hiproutine.routine.splicing import Whole, whole_of
from hiproutine.routine.tables import keys_of
from hiproutine.routine.values import shortened, slug_of
from hiproutine.wording import nearest

MOST_FILES = 20
"""How many files one routine leads on to, by what it includes and what that includes."""
_BESIDE = ("include", "skip")
_OF_ITS_OWN = " has a problem of its own"


@dataclass(frozen=True, slots=True)
class Use:
    """A table that includes another routine."""

    place: Place
    table: dict[str, Any]
    inside: Inside
    """What holds where it stands."""

    @property
    def name(self) -> str:
        """The id that is included; empty where none is written."""
        name = self.table.get("include")
        return slug_of(name) if isinstance(name, str) else ""


@dataclass(frozen=True, slots=True)
class Included:
    """A routine file that is sound."""

    whole: Whole
    table: dict[str, Any]
    uses: tuple[tuple[Use, Included], ...]
    """What it includes itself."""
    exercises: tuple[str, ...]
    """The exercises it asks for."""
    names: dict[str, str] = field(default_factory=dict)
    """What its steps are called, folded, each with what is to be written in `skip`."""
    steps: dict[str, str] = field(default_factory=dict)
    """What can be written in `skip`, each with the name of its step."""

    def problems(self, inside: Inside, lookup: Lookup) -> Iterator[Problem]:
        """What is wrong with it inside a block."""
        for number, step in enumerate(_tables(self.table.get("steps"))):
            if "include" not in step:
                yield from step_problems(step, ("steps", number), lookup, inside)
        for number, block in enumerate(_tables(self.table.get("blocks"))):
            yield from block_problems(block, ("blocks", number), lookup, inside)
        for use, other in self.uses:
            yield from other.problems(_both(inside, use.inside), lookup)


def _both(outer: Inside, inner: Inside) -> Inside:
    """What holds inside a block that stands inside another file's."""
    flags = {one.name: getattr(outer, one.name) or getattr(inner, one.name) for one in fields(Inside)}
    return Inside(**flags | {"depth": 1})


def uses_in(table: dict[str, Any]) -> list[Use]:
    """Every table of a routine that includes another one, in the order of the file."""
    return [*_uses(table, (), Inside())]


def _uses(table: dict[str, Any], place: Place, inside: Inside) -> Iterator[Use]:
    for number, step in enumerate(_listed(table, "steps")):
        if isinstance(step, dict) and "include" in step:
            yield Use((*place, "steps", number), step, inside)
    for number, block in enumerate(_listed(table, "blocks")):
        if isinstance(block, dict):
            within = inside.within(block)
            if "include" in block:
                yield Use((*place, "blocks", number), block, within)
            yield from _uses(block, (*place, "blocks", number), within)


def _listed(table: dict[str, Any], key: str) -> list[Any]:
    value = table.get(key)
    return value if isinstance(value, list) else []


def _tables(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


class Inclusions:
    """What one routine includes. `read` loads a file that is included."""

    def __init__(
        self, table: dict[str, Any], path: Path, catalogue: Catalogue, read: Callable[[Path, Catalogue], Included]
    ) -> None:
        self._path, self._catalogue, self._read = path, catalogue, read
        self.problems: list[Problem] = []
        self.uses: list[tuple[Use, Included]] = []
        """Those that can be used."""
        self.wholes: dict[Place, Whole] = {}
        """What is included, without what is left out, by the places of the tables that include it."""
        for use in uses_in(table):
            self._look(use)

    def _look(self, use: Use) -> None:
        if use.place[-2] == "steps":
            self.problems += [_not_beside(use, key) for key in use.table if key in keys_of(Step) and key not in _BESIDE]
        if not use.name:
            return  # is said where the value is read
        found = self.find(use.name)
        if isinstance(found, Problem):
            self.problems.append(Problem(found.code, found.message, (*use.place, "include"), found.help))
            return
        problems = [*_unknown_steps(use, found)] or [*self._conflicts(use, found)]
        whole = _shortened(use, found, self._catalogue)
        if not problems and not (whole.steps or whole.blocks):
            at, cure = (*use.place, "skip"), "take a name out of skip"
            problems = [Problem("no-steps", f"nothing of “{shortened(use.name)}” is left", at, cure)]
        self.problems += problems
        if not problems:
            self.uses.append((use, found))
            self.wholes[use.place] = whole

    def find(self, name: str) -> Included | Problem:
        """The routine of an id, or what is wrong with including it here."""
        files = self._catalogue.routines
        leads_to = 0
        for leads_to, one in enumerate(files.led_to(name), 1):  # noqa: B007
            for place in files.places_of(one):
                self._catalogue.hangs_on(place)
        path = files.file_of(name)
        if path is None:
            close = nearest(name[:100], files.ids)
            cure = f"did you mean {' or '.join(close)}" if close else "“hiproutine list” shows them all"
            return Problem("unknown-routine", f"there is no routine “{shortened(name)}”", help=cure)
        if way := files.way_back(name, self._path):
            around = " → ".join((self._path.stem, *way))
            message = f"the routine includes itself: {around}" if len(way) > 1 else "the routine includes itself"
            return Problem("include-circle", message, help="take it out, or include another one")
        if leads_to > MOST_FILES:
            message = f"“{shortened(name)}” leads on to more than {MOST_FILES} other routines"
            return Problem("out-of-range", message, help="include fewer")
        return self._loaded(path)

    def _loaded(self, path: Path) -> Included | Problem:
        wholes = self._catalogue.wholes
        if path not in wholes:
            try:
                wholes[path] = self._read(path, self._catalogue)
            except BadFile as error:
                wholes[path] = _broken(path, error)
        found: Included | Problem = wholes[path]
        if isinstance(found, Included):
            for exercise in found.exercises:
                self._catalogue.find(exercise)  # so that who is asked knows what this hangs on
        return found

    def _conflicts(self, use: Use, found: Included) -> Iterator[Problem]:
        """What of it cannot stand inside the block that it is to stand in."""
        if use.inside != Inside(depth=use.inside.depth):
            for problem in found.problems(use.inside, self._catalogue.find):
                message = f"“{shortened(use.name)}” cannot stand here: {problem.message}"
                yield Problem(
                    problem.code, message, (*use.place, "include"), "include it in a block of its own, above or below"
                )
                return


def _broken(path: Path, error: BadFile) -> Problem:
    """One sentence about a file that cannot be used."""
    first = error.problems[0]
    if _OF_ITS_OWN in first.message:
        return Problem(first.code, first.message, help=first.help)  # of a file further in: that one is to be mended
    more = f", and {len(error.problems) - 1} more" if len(error.problems) > 1 else ""
    line = f", line {first.line}" if first.line else ""
    message = f"{printable(path.name)}{_OF_ITS_OWN}{line}: {first.message}{more}"
    return Problem("unknown-routine", message, help=f"“hiproutine check {path.stem}” shows it")


def _not_beside(use: Use, key: str) -> Problem:
    cure = "take it out: the steps of that routine say how they are done"
    return Problem(
        "unknown-key", f"a routine that is included has no “{shortened(key)}”", (*use.place, key), cure, "key"
    )


def _skipped(use: Use) -> list[str]:
    return [name for name in _listed(use.table, "skip") if isinstance(name, str)]


def _unknown_steps(use: Use, found: Included) -> Iterator[Problem]:
    """Steps to leave out that are not there."""
    for number, name in enumerate(_skipped(use)):
        if not name.strip() or _folded(name) in found.names:
            continue
        words = [*dict.fromkeys(found.names.values())]
        close = nearest(_folded(name[:100]), [*found.names])
        meant = [*dict.fromkeys(found.names[one] for one in close)]
        some = f"{', '.join(words[:6])}{' and more' if len(words) > 6 else ''}"
        cure = f"did you mean {' or '.join(meant)}" if meant else f"its steps are {some}"
        message = f"“{shortened(use.name)}” has no step “{shortened(name)}”"
        yield Problem("unknown-value", message, (*use.place, "skip", number), cure)


def _shortened(use: Use, found: Included, catalogue: Catalogue) -> Whole:
    """The routine without what is left out of it."""
    skip = {*map(_folded, _skipped(use))}
    return found.whole.without(lambda step: bool(skip & {*names_of(step, catalogue)})) if skip else found.whole


def _folded(name: str) -> str:
    return " ".join(name.replace("-", " ").casefold().split())


def names_of(step: Step, catalogue: Catalogue) -> Iterator[str]:
    """What a step can be called by, folded: its name, its exercise's id and name."""
    if step.name:
        yield _folded(step.name)
    if step.exercise:
        yield _folded(step.exercise)
        found = catalogue.find(step.exercise)
        if isinstance(found, Exercise):
            yield _folded(found.name)


def included(
    routine: Routine, table: dict[str, Any], laid_out: tuple[Plan, tuple[Place, ...]], asks: Catalogue,
    uses: Iterable[tuple[Use, Included]],
) -> Included:  # fmt: skip
    """A routine in which nothing is included any more, with its plan and its places, as others include it."""
    whole = whole_of(routine, asks.get, *laid_out)
    steps = [*whole.all_steps]
    names = {name: step.exercise or step.name or "" for step in steps for name in names_of(step, asks)}
    called = {word: step.name or asks.get(word).name for step in steps if (word := step.exercise or step.name)}
    asked = (name for step in steps for name in (step.exercise, *(step.easier or ()), *(step.harder or ())) if name)
    exercises = tuple(dict.fromkeys(asked))
    return Included(whole, table, tuple(uses), exercises, names, called)
