"""What `runs import` does and prints: the files one after the other, how far it is, and what became of each run."""

from __future__ import annotations

import gc
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from hiproutine.advice.recovery.building import Unit, distance_text
from hiproutine.advice.recovery.facts import Outing, Sport
from hiproutine.cli.import_progress import Progress
from hiproutine.cli.json_output import json_text
from hiproutine.errors import printable
from hiproutine.journal.run_keeping import Kept, Result, RunKeeper, Wanted
from hiproutine.journal.watched_folders import WatchedFolders
from hiproutine.runs.parallel_reading import Read
from hiproutine.runs.reading import Wishes
from hiproutine.runs.recording import REMARK_WORDS, Recording, Refusal, Remark
from hiproutine.runs.sources import read_path, read_stream
from hiproutine.wording import clock, count

if TYPE_CHECKING:
    from hiproutine.config.settings import Settings
    from hiproutine.journal.store import Journal

INTERRUPTED, BAD_INPUT = 130, 2
LISTED = 20
"""Runs that are printed one by one; of more, only the sum. A dry run prints all."""
NAMED = 3
"""Files that are named with a remark; of more, how many there are."""
QUIET = frozenset({Refusal.UNKNOWN, Refusal.NO_ACTIVITY})
"""What a file may be that nobody named: exports and folders hold much else."""
IN_A_LINE = frozenset({Remark.NO_DISTANCE, Remark.NO_TIME})
"""What the line of a run shows by itself."""
WORDS = {
    Result.NEW: "new",
    Result.SAME: "there already",
    Result.FILLED: "there already, now with more",
    Result.REMOVED: "taken back before",
    Result.EARLIER: "before that day",
    Result.OTHER_SPORT: "another sport",
}


class Said(NamedTuple):
    """What the command line says."""

    since: datetime | None
    sport: str | None
    pain: int | None
    begun: datetime | None
    dry: bool
    as_json: bool


class Line(NamedTuple):
    """What became of one thing that was found."""

    name: str
    kept: Kept
    named: bool


@dataclass
class Tally:
    """All that came of it, as far as it is told of afterwards."""

    results: Counter[Result] = field(default_factory=Counter)
    sports: Counter[bool] = field(default_factory=Counter)
    """How many new ones are runs, and how many are not."""
    lines: list[Line] = field(default_factory=list)
    newest: Outing | None = None
    quiet: int = 0
    remarks: dict[Remark, Counter[str]] = field(default_factory=dict)
    """The files with each, and in how many of their runs."""

    def add(self, line: Line, *, whole: bool) -> None:
        """Counts one; keeps its line where it is told of (`whole`: always)."""
        kept = line.kept
        if kept.why and kept.why.why in QUIET and not line.named and not whole:
            self.quiet += 1
            return
        self.results[kept.result] += 1
        changed = kept.result in {Result.NEW, Result.FILLED}
        if kept.outing and changed:
            self.sports[kept.outing.sport is Sport.RUN] += kept.result is Result.NEW
            self.newest = max(self.newest or kept.outing, kept.outing, key=lambda one: (one.sport is Sport.RUN, one.at))
            for one in kept.outing.remarks:
                self.remarks.setdefault(Remark(one), Counter())[line.name] += 1
        if whole or kept.why or (changed and self.results[Result.NEW] + self.results[Result.FILLED] <= LISTED + 1):
            self.lines.append(line)


def bring_in(journal: Journal, paths: tuple[Path, ...], said: Said) -> None:
    """Reads the files, keeps what is in them, prints what became of it; ends the program where nothing was right."""
    gc.enable()  # the start goes without; here much is read
    settings = _settings()
    unit = Unit(settings.distance)
    watched = None if paths else _watched(journal, settings.run_folders)
    wanted = Wanted(said.since.date() if said.since else None, Sport(said.sport) if said.sport else None)
    keeper = RunKeeper(journal, wanted, dry=said.dry)
    tally = Tally()
    stopped = False
    try:
        with Progress(paths or watched.folders if watched else paths) as progress:
            wishes = Wishes(unit, said.begun)
            for read in watched.reads(wishes, progress.advance) if watched else _reads(paths, wishes, progress):
                for line in _lines(read, keeper):
                    tally.add(line, whole=said.dry or said.as_json)
                progress.show(tally.results[Result.NEW])
    except KeyboardInterrupt:
        stopped = True
    keeper.flush()
    if watched and not said.dry:
        watched.remember()
    if said.pain is not None and tally.newest:
        tally.newest = keeper.hurt(tally.newest, said.pain)
        keeper.flush()
    if said.as_json:
        click.echo(json_text(runs=[_values(line) for line in tally.lines]))
    else:
        _print(tally, unit, said)
        if tally.newest and not said.dry:
            _print_meaning(journal, tally.newest, unit, told=said.pain is not None)
    if stopped:
        click.echo("Stopped; what was kept stays. The same command goes on from there.", err=True)
        sys.exit(INTERRUPTED)
    if tally.results and set(tally.results) == {Result.REFUSED}:
        sys.exit(BAD_INPUT)


def _reads(paths: Iterable[Path], wishes: Wishes, progress: Progress) -> Iterator[Read]:
    for path in paths:
        if str(path) == "-":
            yield from read_stream(sys.stdin.buffer, wishes, os.cpu_count() or 1)
        else:
            yield from read_path(path.expanduser(), wishes, progress.advance, os.cpu_count() or 1)


def _lines(read: Read, keeper: RunKeeper) -> Iterator[Line]:
    for one in read.found:
        kept = keeper.keep(one) if isinstance(one, Recording) else Kept(Result.REFUSED, why=one)
        yield Line(read.name, kept, read.named)


def _print(tally: Tally, unit: Unit, said: Said) -> None:
    runs = [line for line in tally.lines if line.kept.outing]
    if said.dry or len(runs) <= LISTED:
        for row in _table([_cells(line, unit) for line in runs]):
            click.echo(row)
    for line in tally.lines:
        if line.kept.why:
            click.echo(f"{printable(line.name)}: {printable(str(line.kept.why))}.", err=not said.dry)
    for remark, files in tally.remarks.items():
        if remark not in IN_A_LINE:
            names = ", ".join(printable(name) for name in files) if len(files) <= NAMED else f"{len(files)} files"
            click.echo(f"{names}: {REMARK_WORDS[remark]}.")
    click.echo(_sum(tally, dry=said.dry))


def _sum(tally: Tally, *, dry: bool) -> str:
    """What it comes to, in a sentence or two."""
    new, others = tally.sports[True], tally.sports[False]
    found = [count(new, "run")] if new else []
    found += [count(others, "other activity" if others == 1 else "other activitie")] if others else []
    kept = " and ".join(found)
    parts = [f"{'Would keep' if dry else 'Kept'} {kept}"] if kept else ["Nothing new"]
    filled, same = tally.results[Result.FILLED], tally.results[Result.SAME]
    parts += [f"{filled} there already, {'would have' if dry else 'now with'} more"] if filled else []
    parts += [f"{same} there already"] if same else []
    parts += [f"{tally.results[Result.REMOVED]} taken back before"] if tally.results[Result.REMOVED] else []
    left = tally.results[Result.EARLIER] + tally.results[Result.OTHER_SPORT]
    parts += [f"{left} not asked for"] if left else []
    refused = tally.results[Result.REFUSED]
    parts += [f"{refused} not kept"] if refused else []
    parts += [f"{count(tally.quiet, 'file')} without a run"] if tally.quiet else []
    return f"{'; '.join(parts)}."


def _cells(line: Line, unit: Unit) -> tuple[str, ...]:
    """When, what, how far, how long, what became of it, and where it is from."""
    outing = line.kept.outing
    assert outing  # noqa: S101 - asked before
    far = distance_text(outing.metres, unit) if outing.metres else "? " + unit
    long = clock(outing.seconds) if outing.seconds else "?"
    when = f"{outing.start:%Y-%m-%d %H:%M}"
    return when, str(outing.sport), far.rjust(10), long.rjust(8), WORDS[line.kept.result], printable(line.name)


def _table(rows: list[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _values(line: Line) -> dict[str, Any]:
    """A line as JSON; metres and seconds."""
    outing, why = line.kept.outing, line.kept.why
    values: dict[str, Any] = {"file": line.name, "result": line.kept.result.value}
    if outing:
        values |= {
            "id": outing.id,
            "start": outing.start.isoformat(),
            "sport": outing.sport.value,
            "metres": outing.metres,
            "seconds": outing.seconds,
            "elapsed": outing.elapsed,
            "surface": outing.surface,
            "source": outing.source,
            "remarks": list(outing.remarks),
        }
    return values | ({"problem": why.why.value, "message": str(why)} if why else {})


def _print_meaning(journal: Journal, newest: Outing, unit: Unit, *, told: bool) -> None:
    """What the newest adds up to with the others; where its pain was told, what the rules say."""
    from hiproutine.cli.command_context import command_context
    from hiproutine.cli.days import print_meaning
    from hiproutine.dialogue.notes import meaning

    means = replace(meaning(command_context(journal), newest, unit), kept="")
    if told:
        print_meaning(means)
    elif means.week:
        click.echo(means.week)


def _settings() -> Settings:
    from hiproutine.config.present import present_settings
    from hiproutine.paths import find_paths

    return present_settings(find_paths().settings)[0]


def _watched(journal: Journal, folders: tuple[str, ...]) -> WatchedFolders:
    """The folders of the settings; a usage error where there are none. Those that are not there now are named."""
    if not folders:
        raise click.UsageError(
            "Name files or folders. To have some looked through each time: hiproutine config runs.folders ~/Garmin"
        )
    watched = WatchedFolders(journal, folders)
    for folder in watched.missing:
        click.echo(f"{printable(str(folder))} is not there now.", err=True)
    return watched
