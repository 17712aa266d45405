"""A routine file -> a routine and its plan, or everything that is wrong with it. The one way to load."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from hiproutine.errors import BadFile, Place, Problem
from hiproutine.plan.layout import lay_out_placed
from hiproutine.plan.model import Kind, Plan, Side
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.checks import routine_problems
from hiproutine.routine.including import Included, Inclusions, Use, included
from hiproutine.routine.judging import judged, without_echoes
from hiproutine.routine.loaded import Card, Loaded, OfWeek, numbered
from hiproutine.routine.model import Block, Routine
from hiproutine.routine.open_round_checks import long_round
from hiproutine.routine.placing import in_file
from hiproutine.routine.reading import control_characters, read_text, table_of
from hiproutine.routine.splicing import Spliced, Whole, spliced, with_needs
from hiproutine.routine.values import quoted, slug_of
from hiproutine.routine.variables import Filled, filled_in
from hiproutine.routine.weeks import in_week_words, week_count, week_table, weeks_problems
from hiproutine.wording import brief, tidy

MOST_IN_ALL_WEEKS = 20_000
"""Intervals of the weeks after the first: more are no plan that a person wrote, and take long to lay out."""
LONG_HOLD = 60
"""Seconds a side: static holds from here on cost strength before exercise (Behm 2016, doi:10.1139/apnm-2015-0235)."""


def load(path: Path, catalogue: Catalogue) -> Loaded:
    """One routine file with its plan.

    Raises:
        BadFile: with every problem, each with its file and place.
    """
    with in_file(path):
        text = read_text(path)
    return load_text(text, path, catalogue)


def load_text(text: str, path: Path, catalogue: Catalogue) -> Loaded:
    """The routine of a text that stands, or is to stand, in a file.

    Raises:
        BadFile: with every problem, each with its file and place.
    """
    with in_file(path, text):
        table = table_of(text)
    return load_table(table, text, path, catalogue)


def load_table(table: dict[str, Any], text: str, path: Path, catalogue: Catalogue) -> Loaded:
    """The routine of a text that has been read as this table.

    Raises:
        BadFile: with every problem, each with its file and place.
    """
    with in_file(path, text):
        first = _first_week(table, text, path, catalogue)
        laid_out = [first, *_later_weeks(table, first.filled, catalogue, path)]
        routine, weeks = first.routine, [(one.routine, one.of_week) for one in laid_out]
    card = Card(**{name: getattr(routine, name) for name in Card._fields})
    warnings, of_weeks = tuple(_warnings(path, weeks)), numbered([one for _, one in weeks])
    begin = of_weeks[0] if of_weeks else first.of_week
    return Loaded(path, card, begin.plan, warnings, begin.places, begin.right_first, of_weeks)


@dataclass(frozen=True, slots=True)
class _LaidOut:
    """A routine in which nothing is wrong, in one week."""

    filled: Filled
    routine: Routine
    """As it is written."""
    spliced: Spliced
    """With what it includes."""
    own_places: tuple[Place, ...]
    """Where the step of each interval stands in what is spliced."""
    uses: list[tuple[Use, Included]]
    of_week: OfWeek
    """Its places are those in the file."""


def _first_week(table: dict[str, Any], text: str, path: Path, catalogue: Catalogue) -> _LaidOut:
    """A table that has been read, laid out as in its first week.

    Raises:
        BadFile: with every problem, each with its place.
    """
    if "format" in table and table["format"] != 1 and isinstance(table["format"], int):
        cure = "this program reads format 1; a newer one may read this file"
        message = f"{quoted(table['format'])} is not a format this program knows"
        raise BadFile([Problem("unsupported-format", message, ("format",), cure)])
    filled = filled_in(table)
    found = [*control_characters(table, text), *weeks_problems(table, filled, catalogue.find)]
    return _laid_out(filled, catalogue, path, found)


def _laid_out(filled: Filled, catalogue: Catalogue, path: Path, known: list[Problem]) -> _LaidOut:
    """The routine of a table whose values are filled in, and what it is laid out; some problems may be `known`.

    Raises:
        BadFile: with every problem, each with its place.
    """
    unknown = {problem.place for problem in filled.problems} | filled.empty
    inclusions = Inclusions(filled.table, path, catalogue, _to_include)
    among = [*routine_problems(filled.table, catalogue.find), *inclusions.problems]
    problems = [*filled.problems, *known, *among]
    try:
        routine = judged(Routine, filled.table)
    except BadFile as error:
        wrong = [one for one in error.problems if filled.at_its_origin(one).place not in unknown]
        raise BadFile(_at_origins(filled, without_echoes([*wrong, *problems]))) from None
    if problems:
        problems += [] if inclusions.problems else _sums(routine, problems, inclusions.wholes, catalogue)
        raise BadFile(_at_origins(filled, without_echoes(problems)))
    routine = with_needs(routine, inclusions.wholes.values())
    whole = spliced(routine, inclusions.wholes)
    try:
        plan, places = lay_out_placed(whole.routine, catalogue.get, path.stem, measures=catalogue.measures)
    except BadFile as error:
        moved = [one._replace(place=whole.origin(one.place)) for one in error.problems]
        raise BadFile(_at_origins(filled, moved)) from None
    right_first = None
    if routine.defaults.first_side == "sorer":
        right_first = lay_out_placed(whole.routine, catalogue.get, path.stem, Side.RIGHT, catalogue.measures)[0]
    of_week = OfWeek(plan, tuple(map(whole.origin, places)), right_first)
    return _LaidOut(filled, routine, whole, places, inclusions.uses, of_week)


def _sums(
    routine: Routine, problems: list[Problem], wholes: Mapping[Place, Whole], catalogue: Catalogue
) -> list[Problem]:
    """What is wrong with the sums of rounds on time beside the rests that they cannot have: both are said at once."""
    if any(problem.place[-1:] != ("round_rest",) or problem.code != "block-time" for problem in problems):
        return []
    whole = spliced(_without_rests(routine), wholes)
    try:
        lay_out_placed(whole.routine, catalogue.get, "", measures=catalogue.measures)
    except BadFile as error:
        return [one._replace(place=whole.origin(one.place)) for one in error.problems]
    return []


T = TypeVar("T", Routine, Block)


def _without_rests(table: T) -> T:
    blocks = tuple(_without_rests(block) for block in table.blocks)
    rests: dict[str, Any] = {"round_rest": None} if isinstance(table, Block) and table.every is not None else {}
    return table.changed({"blocks": blocks, **rests})


def _later_weeks(table: dict[str, Any], first: Filled, catalogue: Catalogue, path: Path) -> Iterator[_LaidOut]:
    """The weeks after the first. What is wrong with one of them only is said with its number."""
    before, same = first.table, None
    intervals = 0
    for week in range(2, week_count(table, first, catalogue.find) + 1):
        filled = week_table(table, week, catalogue.find)
        if same is None or filled.table != before:
            try:
                same = _laid_out(filled, catalogue, path, [])
            except BadFile as error:
                raise BadFile([in_week_words(one, week) for one in error.problems]) from None
            intervals += len(same.of_week.plan.intervals)
            if intervals > MOST_IN_ALL_WEEKS:
                message = f"its weeks have more than {MOST_IN_ALL_WEEKS:,} intervals in all"
                raise BadFile([Problem("plan-too-long", message, help="take out weeks, rounds, sets or steps")])
        before = filled.table
        yield same


def _warnings(path: Path, weeks: list[tuple[Routine, OfWeek]]) -> Iterator[Problem]:
    """What an author may like to change, each place once; of a later week with its number."""
    said: set[tuple[str, Place]] = set()
    for week, (routine, one) in enumerate(weeks, 1):
        for look in (_late_rounds, _long_holds, _inexact_blocks):
            for found in look(path, routine, one.plan, one.places):
                if (found.code, found.place) not in said:
                    said.add((found.code, found.place))
                    yield in_week_words(found, week) if week > 1 else found


def _to_include(path: Path, catalogue: Catalogue) -> Included:
    """A routine file that another one includes.

    Raises:
        BadFile: it has problems.
    """
    with in_file(path):
        text = read_text(path)
    with in_file(path, text):
        one = _first_week(table_of(text), text, path, catalogue)
    laid_out = one.of_week.plan, one.own_places
    return included(one.spliced.routine, one.filled.table, laid_out, catalogue, one.uses)


def included_steps(name: str, path: Path, catalogue: Catalogue) -> dict[str, str]:
    """What can be left out of a routine that a file includes: each step as `skip` says it, with its name."""
    found = Inclusions({}, path, catalogue, _to_include).find(slug_of(name))
    if isinstance(found, Problem):
        return {}
    return found.steps


def _at_origins(filled: Filled, problems: list[Problem]) -> list[Problem]:
    """The problems, those of values from `[vars]` where they can be mended, each once."""
    return [*dict.fromkeys(filled.at_its_origin(one) for one in problems)]


def _long_holds(path: Path, routine: Routine, plan: Plan, places: tuple[Place, ...]) -> tuple[Problem, ...]:
    """A step that is held too long before a run, all its sets and rounds together."""
    if "pre-run" not in routine.when:
        return ()
    held: dict[tuple[Place, str | None], float] = {}
    for interval, place in zip(plan.intervals, places, strict=True):
        if interval.kind is Kind.WORK and interval.dose == "hold":
            key = place, interval.side
            held[key] = held.get(key, 0) + interval.seconds / (2 if interval.alternating else 1)
    longest: dict[Place, float] = {}
    for (place, _), seconds in held.items():
        longest[place] = max(seconds, longest.get(place, 0))
    return tuple(
        Problem(
            "long-static-hold-before-run",
            f"its holds add up to {tidy(seconds)} s a side, and the routine is for before a run",
            _hold_of(routine, place),
            f"before a run, keep static holds under {LONG_HOLD} s a side",
            severity="warning",
            path=str(path),
        )
        for place, seconds in longest.items()
        if seconds >= LONG_HOLD
    )


def _inexact_blocks(path: Path, routine: Routine, plan: Plan, places: tuple[Place, ...]) -> tuple[Problem, ...]:
    """Blocks with a time of their own in which something takes as long as it takes."""
    paced = [(place, one.name) for one, place in zip(plan.intervals, places, strict=True) if one.self_paced]
    cure = "give its reps a tempo, or write time in their place; without “time” the block takes as long as it takes"
    return tuple(
        Problem(
            "block-time",
            f"the block cannot take exactly this long: “{named[0]}” goes at one's own pace",
            (*at, "time"),
            cure,
            severity="warning",
            path=str(path),
        )
        for at, block in _all_blocks(routine.blocks, ())
        if block.time is not None and (named := [name for place, name in paced if place[: len(at)] == at])
    )


def _late_rounds(path: Path, routine: Routine, plan: Plan, places: tuple[Place, ...]) -> tuple[Problem, ...]:
    """Rounds that by their estimates take longer than there is time for them."""
    found: list[Problem] = []
    for at, block in _all_blocks(routine.blocks, ()):
        inside = [n for n, place in enumerate(places) if place[: len(at)] == at]
        found += long_round(path, at, block, plan, inside)
        begun = [n for n in inside if plan.intervals[n].begins]
        if block.every is None or not begun:
            continue
        of = plan.intervals[begun[0] : plan.next_round(begun[0])]
        taken = sum(one.seconds for one in of if not one.closes)
        if taken > block.every:
            message = f"a round takes about {brief(taken)} by its estimates, and every is {brief(block.every)}"
            cure = "give it more, or fewer repetitions; the next round then waits, or with late = “skip” begins anyway"
            found.append(Problem("block-time", message, (*at, "every"), cure, severity="warning", path=str(path)))
    return tuple(found)


def _all_blocks(blocks: tuple[Block, ...], within: Place) -> Iterator[tuple[Place, Block]]:
    """Every block with its place, those within others too."""
    for number, block in enumerate(blocks):
        place = (*within, "blocks", number)
        yield place, block
        yield from _all_blocks(block.blocks, place)


def _hold_of(routine: Routine, place: Place) -> Place:
    """Where the length of a step stands: its hold, or what it takes it from; of one that is included, that."""
    if place[-1] == "include":
        return place
    table: Any = routine
    for name, number in zip(place[::2], place[1::2], strict=True):
        table = getattr(table, str(name))[number]
    return (*place, "hold" if table.hold is not None else "exercise" if table.exercise else "name")
