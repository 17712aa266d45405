"""What the commands between the routines print and write."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import asdict
from datetime import timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from hiproutine.advice.assess import Assessment, assess
from hiproutine.advice.finding import Finding
from hiproutine.advice.pain.because import CLOSING
from hiproutine.advice.pain.days import day_of
from hiproutine.advice.pain.sessions import Load
from hiproutine.advice.recovery import building
from hiproutine.advice.recovery.building import Unit, distance_text
from hiproutine.advice.recovery.facts import Outing
from hiproutine.advice.today import Hint
from hiproutine.cli.output import echo, echo_folded
from hiproutine.dialogue.day import suits_today
from hiproutine.errors import printable
from hiproutine.journal.schema import JournalError

if TYPE_CHECKING:
    from hiproutine.dialogue.context import Context
    from hiproutine.dialogue.notes import Meaning
    from hiproutine.journal.calendar_events import CalendarEvent
    from hiproutine.journal.store import Journal

CANNOT, BAD_INPUT = 1, 2
ID_SHOWN = 8
"""Characters of an id that are printed; enough to name one."""


def print_today(context: Context, unit: Unit, *, why: bool, as_json: bool) -> None:
    """The hints, each with the routine that suits; with `why` all that was found."""
    facts = context.facts(unit)
    judged = assess(facts, context.now(), context.zone)
    found = suits_today(context, facts, judged)
    if as_json:
        from hiproutine.cli.json_output import json_text

        values = _judged_values(judged, found)
        echo(json_text(**values) if why else json_text(hints=values["hints"]))
        return
    if why:
        echo_folded(*why_lines(judged))
        return
    for one in found:
        sentence = f"{one.why[:1].upper()}{one.why[1:]}"
        if one.routine is None:
            echo_folded(sentence)
        else:
            echo_folded(f"{sentence}{'' if sentence.endswith(('.', '?')) else ':'} hiproutine play {one.routine}")


def print_meaning(meaning: Meaning) -> None:
    """What was kept, what it adds up to, and what is said about it."""
    lines = [text for text in (meaning.kept, meaning.week) if text]
    for one in meaning.advice:
        lines += ["", one.sentence, *_because(one), f"Source: {one.source}"]
    lines += ["", *meaning.asks] if meaning.asks else []
    echo_folded(*lines, *(["", CLOSING] if meaning.advice else []))


def why_lines(judged: Assessment) -> list[str]:
    """Every finding, the gravest first, with its answers, its source and until when it holds; then what is asked."""
    lines = [f"Level: {judged.level}."]
    for one in (*judged.findings, *judged.timing):
        only = f"About {', '.join(sorted(one.only))}." if one.only else ""
        lines += ["", one.sentence, *([only] if only else []), *_because(one), *_until(one, judged.zone)]
        lines += [f"Source: {one.source.found}"]
    lines += ["", f"Advised against: {_loads(judged)}."]
    lines += [f"Left out: steps for {', '.join(sorted(judged.avoid))}."] if judged.avoid else []
    lines += [f"Still to be asked: {one.words}" for one in judged.asks]
    return [*lines, "", judged.closing]


def _loads(judged: Assessment) -> str:
    """The loads that are advised against, in words."""
    if judged.against >= frozenset(Load):
        return "every routine, also those that ask nothing of the hip"
    named = [str(one) for one in Load if one in judged.against]
    *others, last = named or ["nothing"]
    return (
        f"routines of {', '.join(others)} and {last} load" if others else f"routines of {last} load" if named else last
    )


def _because(one: Finding) -> list[str]:
    because = "; ".join(dict.fromkeys(reason.text for reason in one.because if reason.text))
    return [f"Because: {because}."] if because else []


def _until(one: Finding, zone: tzinfo) -> list[str]:
    moment = f"{one.until.astimezone(zone):%Y-%m-%d %H:%M}" if one.until else ""
    parts = [part for part in (one.ends, moment and f"at the latest {moment}") if part]
    return [f"Ends {', '.join(parts)}."] if parts else []


def _judged_values(judged: Assessment, found: Iterable[Hint]) -> dict[str, object]:
    """The judgement as JSON: the level, the hints, every finding, and what is still to be asked."""
    return {
        "level": judged.level,
        "hints": [
            {"routine": one.routine, "why": one.why, "due": one.due and one.due.isoformat(), "source": one.source}
            for one in found
        ],
        "findings": [_finding_values(one) for one in judged.findings],
        "timing": [_finding_values(one) for one in judged.timing],
        "against": sorted(judged.against),
        "avoid": sorted(judged.avoid),
        "suits": judged.suits,
        "asks": [{"ask": one.ask, "words": one.words, "ids": list(one.ids)} for one in judged.asks],
    }


def _finding_values(one: Finding) -> dict[str, object]:
    return {
        "kind": one.kind,
        "level": one.level,
        "sentence": one.sentence,
        "because": [{"ids": list(reason.ids), "text": reason.text} for reason in one.because],
        "source": one.source.name,
        "found": one.source.found,
        "until": one.until and one.until.isoformat(),
        "ends": one.ends,
        "against": sorted(one.against),
        "avoid": sorted(one.avoid),
        "only": sorted(one.only),
    }


def write_calendar(context: Context, unit: Unit, name: str, *, force: bool = False) -> None:
    """Due times as an iCalendar file, to standard output (`-`) or to a file: with `force` to one that is there, too.

    What it holds is kept, so that the next file cancels nothing that no calendar was given.
    """
    try:
        from hiproutine.cli.calendar import calendar_of, events_of, known_of
    except ImportError:
        _fail('The calendar file needs the icalendar package: pip install "hiproutine[calendar]".', CANNOT)
    from hiproutine.journal.calendar_events import remember_events, written_events

    nothing: tuple[CalendarEvent, ...] = ()
    known = known_of(context.facts(unit), context.judged(unit), context.read(written_events, nothing))
    events = events_of(known)
    _write_new(name, calendar_of(known, events), force=force)
    if context.journal is None or (not events and not known.written):
        return
    try:
        remember_events(context.journal, events)
    except JournalError as error:
        echo(f"{error} A later calendar file will not know what this one holds.", err=True)


def _write_new(name: str, data: bytes, *, force: bool) -> None:
    """Writes a file, all of it or nothing, and prints its name; `-` is standard output."""
    if name == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    path = Path(name)
    try:
        if os.path.lexists(path) and not (force and path.is_file()):
            _fail(f"“{printable(name)}” is there already. Choose another name; --force writes over a file.", BAD_INPUT)
        beside = path.with_name(f".{path.name[:100]}.{os.urandom(4).hex()}")
        try:
            beside.write_bytes(data)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        _fail(f"“{printable(name)}” cannot be written: {getattr(error, 'strerror', None) or error}.", CANNOT)
    echo(printable(name))


def print_weeks(context: Context, unit: Unit, count: int, *, as_json: bool) -> None:
    """Seven days a line, and under each what was done in it."""
    from hiproutine.dialogue.notes import outing_text
    from hiproutine.dialogue.timing import recent
    from hiproutine.journal.day_lanes import across

    now, zone = context.now(), context.zone
    done = recent(context, timedelta(days=7 * count + 1))
    weeks = building.weeks(done, context.sessions(), day_of(now, zone), zone, count)
    if as_json:
        from hiproutine.cli.json_output import json_text

        echo(json_text(weeks=[_week_values(week, done, zone) for week in weeks]))
        return
    if not any(_within(week, done, zone) for week in weeks):
        echo(_no_week(context, count))
        return
    farthest = max(week.metres for week in weeks)
    for week in weeks:
        these = _within(week, done, zone)
        if not these and not week.active_days:
            continue
        runs = "1 run" if week.runs == 1 else f"{week.runs} runs"
        days = "1 active day" if week.active_days == 1 else f"{week.active_days} active days"
        more = f", {week.unmeasured} without a distance" if week.unmeasured else ""
        bar = across(week.metres / farthest if farthest else 0.0)
        echo(f"{week.first} to {week.last}  {bar}  {distance_text(week.metres, unit)} in {runs}{more}, {days}")
        for one in reversed(these):
            echo(f"  {day_of(one.at, zone)}  {one.id[:ID_SHOWN]}  {outing_text(one, unit)}")


def _within(week: building.Week, done: Iterable[Outing], zone: tzinfo) -> list[Outing]:
    return [one for one in done if week.first <= day_of(one.at, zone) <= week.last]


def _no_week(context: Context, count: int) -> str:
    """What is said where none of so many weeks has a run or another activity."""
    from hiproutine.journal.outings import outings

    if context.read(lambda journal: bool(outings(journal, limit=1)), otherwise=False):
        weeks = "this week" if count == 1 else f"these {count} weeks"
        return f"No run in {weeks}; hiproutine runs --weeks {min(520, max(52, 4 * count))} looks further back."
    return "No run is kept yet: hiproutine run --distance 5km --time 28m, or hiproutine runs import PATH"


def _week_values(week: building.Week, done: Iterable[Outing], zone: tzinfo) -> dict[str, object]:
    """A week as JSON; distances in metres."""
    days = [(day_of(one.at, zone), one) for one in done]
    return {
        "first": week.first.isoformat(),
        "last": week.last.isoformat(),
        "metres": week.metres,
        "runs": week.runs,
        "unmeasured": week.unmeasured,
        "active_days": week.active_days,
        "outings": [{**asdict(one), "at": one.at.isoformat()} for day, one in days if week.first <= day <= week.last],
    }


def take_back(journal: Journal, start: str, unit: Unit) -> None:
    """Takes one outing back."""
    from hiproutine.dialogue.notes import outing_text
    from hiproutine.journal.outings import remove_outing

    gone = remove_outing(journal, start)
    if gone is None:
        _fail(f"“{printable(start)}” names no activity, or several. hiproutine runs shows them.", BAD_INPUT)
    echo(f"Taken back: {outing_text(gone, unit)}.")


def _fail(sentence: str, status: int) -> NoReturn:
    echo(sentence, err=True)
    sys.exit(status)
