"""Routines and plans as printed lines and as JSON."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING, Any

from hiproutine.cli.json_output import json_text
from hiproutine.cli.watch_view import Line
from hiproutine.errors import printable
from hiproutine.plan.amounts import times_text
from hiproutine.plan.beside import beside
from hiproutine.plan.equal_rounds import Passage, headed, passages
from hiproutine.plan.model import Interval, Kind, Plan
from hiproutine.plan.table import interval_table, plain_number
from hiproutine.wording import WHEN_WORDS, brief, clock, load_words, phase_word, side_text, unused_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hiproutine.routine.library import Entry
    from hiproutine.routine.loaded import Loaded
    from hiproutine.routine.sought import Found

WIDTH = 80


def length_text(plan: Plan) -> str:
    """How long a plan takes, with a mark if that is an estimate."""
    return f"{'about ' if plan.estimated else ''}{clock(plan.seconds)}"


def passes_filters(entry: Entry, when: tuple[str, ...], tags: tuple[str, ...], longest: int | None) -> bool:
    """Whether an entry passes the filters. What suits any time suits every time; a broken file suits none."""
    if not entry.loaded:
        return not (when or tags or longest is not None)
    routine, plan = entry.loaded.card, entry.loaded.plan
    return (
        (not when or bool({*when, "any-time"} & set(routine.when)))
        and {tag.casefold() for tag in tags} <= {tag.casefold() for tag in routine.tags}
        and (longest is None or plan.seconds <= longest)
    )


def routines(entries: Iterable[Entry], *, filtered: bool = False) -> str:
    """The library as a table by id, broken files after it."""
    ordered = sorted(entries, key=lambda entry: entry.id if entry.loaded else "")
    return _table(ordered, "No routine suits that. Leave a filter out." if filtered else "There are no routines.")


def found_routines(found: Found) -> str:
    """What a search found as a table, best first, and what is said beside it."""
    nothing = "No routine suits that."
    if found.nearest:
        nothing = f"No routine suits that; nearest: {', '.join(printable(entry.id) for entry in found.nearest)}."
    elif not found.unused:
        nothing = "No routine suits that. Leave a word or a filter out."
    return _table(found.entries, nothing, unused_text(found.unused))


def _table(entries: Sequence[Entry], nothing: str, beside: str = "") -> str:
    good = [entry for entry in entries if entry.loaded]
    lines = [_row(entry) for entry in good]
    widths = [max(map(_cells, column)) for column in zip(*lines, strict=True)]
    text = [
        "  ".join(_padded(cell, width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    ]
    text = text if good else [nothing]
    text += [beside] if beside else []
    broken = [problem.sentence() for entry in entries for problem in entry.problems]
    if broken:
        text += ["", "Cannot be played:", *broken]
    return "\n".join(text)


def _row(entry: Entry) -> tuple[str, ...]:
    assert entry.loaded  # noqa: S101
    routine, plan = entry.loaded.card, entry.loaded.plan
    when = ", ".join(WHEN_WORDS[moment] for moment in routine.when)
    about = f"{'~' if plan.estimated else ''}{clock(plan.seconds)}"
    week = [f"week {plan.week} of {plan.weeks}"] if plan.week else []
    return entry.id, about.rjust(7), load_words(routine.load), when, ", ".join([*week, *routine.tags])


def _cells(text: str) -> int:
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _cells(text))


def routines_json(entries: Iterable[Entry]) -> str:
    """The library as JSON, by id."""
    return json_text(routines=[_entry_json(entry) for entry in sorted(entries, key=lambda entry: entry.id)])


def found_routines_json(found: Found) -> str:
    """What a search found as JSON, best first, with what is nearest and which exercises no routine has."""
    rows = [_entry_json(entry) for entry in found.entries]
    return json_text(routines=rows, nearest=[entry.id for entry in found.nearest], unused=found.unused)


def _entry_json(entry: Entry) -> dict[str, Any]:
    table: dict[str, Any] = {"id": entry.id, "path": str(entry.path), "own": entry.own}
    if entry.loaded:
        routine, plan = entry.loaded.card, entry.loaded.plan
        table |= {
            "title": routine.title,
            "summary": routine.summary,
            "seconds": plain_number(plan.seconds),
            "estimated": plan.estimated,
            "load": routine.load,
            "when": list(routine.when),
            "tags": list(routine.tags),
            "equipment": list(routine.equipment),
            "steps": plan.steps,
            **({"week": plan.week, "weeks": plan.weeks} if plan.week else {}),
        }
    table["problems"] = [{"code": problem.code, "message": problem.sentence()} for problem in entry.problems]
    return table


def plan_json(loaded: Loaded) -> str:
    """A routine with its plan as JSON; numbers are plain seconds."""
    card, values = loaded.card, plan_values(loaded.plan)
    intervals = values.pop("intervals")
    return json_text(
        **values,
        path=str(loaded.path),
        summary=card.summary,
        when=list(card.when),
        tags=list(card.tags),
        equipment=list(card.equipment),
        why=card.why,
        safety=card.safety,
        source=card.source,
        warnings=[{"code": problem.code, "message": problem.sentence()} for problem in loaded.warnings],
        intervals=intervals,
    )


def plan_values(plan: Plan) -> dict[str, Any]:
    """A plan as plain values; times in seconds."""
    return {
        "id": plan.id,
        "title": plan.title,
        "load": plan.load,
        "seconds": plain_number(plan.seconds),
        "estimated": plan.estimated,
        **({"week": plan.week, "weeks": plan.weeks} if plan.week else {}),
        "intervals": [_interval_json(interval) for interval in plan.intervals],
    }


def _interval_json(interval: Interval) -> dict[str, Any]:
    about = interval.about
    return {
        "index": interval.index,
        **interval_table(interval),
        "tempo": list(interval.tempo) if interval.tempo else None,
        "cues": [{"at": plain_number(cue.at), "say": cue.say} for cue in interval.cues],
        "exercise": about.exercise or None,
        "sentence": about.sentence,
        "setup": about.setup,
        "safety": about.safety,
        "stop_if": about.stop_if,
        "why": about.why,
        "source": about.source,
        "easier": list(about.easier),
        "harder": list(about.harder),
        "avoid_if": list(about.avoid_if),
        "position": about.position or None,
        "equipment": list(about.equipment),
        **({"say": about.say} if about.say else {}),
        **({"effort": about.effort} if about.effort is not None else {}),
        **{key: value for key in ("weight", "band") if (value := getattr(about, key))},
    }


def plan(loaded: Loaded, week: str = "") -> str:
    """A routine to read: what it is, which `week` of a plan and why, and everything that will happen."""
    return "\n".join(line.text for line in plan_lines(loaded, week))


def plan_lines(loaded: Loaded, week: str = "") -> list[Line]:
    """The same, line by line, each with its interval; set-up and cues are details."""
    routine, laid_out = loaded.card, loaded.plan
    suited = ", ".join(WHEN_WORDS[w] for w in routine.when)
    head = [laid_out.titled, f"{length_text(laid_out)}, {load_words(routine.load)}, {suited}"]
    if routine.equipment:
        head.append(f"You need: {', '.join(routine.equipment)}")
    for label, text in (("", routine.summary), ("", week)):
        head += ["", *_wrapped(f"{label}{text}").split("\n")] if text else []
    head += _weeks(loaded)
    for label, text in (("Why: ", routine.why), ("Safety: ", routine.safety)):
        head += ["", *_wrapped(f"{label}{text}").split("\n")] if text else []
    lines: list[Line] = []
    for passage in passages(laid_out):
        interval = laid_out.intervals[passage.first]
        if interval.block_title is not None:
            lines += [Line(""), Line(headed(laid_out, passage))]
        lines += _passage_lines(laid_out, passage)
    source = ["", *_wrapped(f"Source: {routine.source}").split("\n")] if routine.source else []
    between = [] if lines and not lines[0].text else [Line("")]
    return [*map(Line, head), *between, *lines, *map(Line, source)]


def _passage_lines(plan: Plan, passage: Passage) -> list[Line]:
    lines: list[Line] = []
    for interval in plan.intervals[passage.first : passage.end]:
        lines += _interval_lines(interval)
        section = plan.section_of(interval.index)
        if section and interval.index + 1 == section.end:
            lines.append(_until(section.start + section.seconds, f"{AGAIN}; the rounds are counted", interval.index))
    for until, what in passage.again:
        lines.append(_until(until, f"{what}: {AGAIN}" if what else AGAIN, passage.end - 1))
    return lines


def _until(seconds: float, text: str, at: int) -> Line:
    return Line(f"{clock(seconds):>8}{'':11}{text}", at)


def _weeks(loaded: Loaded) -> list[str]:
    """What grows over the weeks of a plan."""
    if not loaded.weeks:
        return []
    from hiproutine.plan.over_weeks import week_by_week

    texts = week_by_week([one.plan for one in loaded.weeks])
    return ["", "Week by week:", *(line for text in texts for line in _wrapped(text, indent=2).split("\n"))]


AGAIN = "the same again until then"
"""What is said below one round of those that come again."""


def _interval_lines(interval: Interval) -> list[Line]:
    about = "" if interval.kind is Kind.CONFIRM else brief(interval.seconds)
    about = f"~{about}" if interval.self_paced else about
    parts = [_name(interval), side_text(interval.side)]
    if interval.kind is Kind.WORK:
        if interval.reps or interval.further:
            parts.append(times_text(interval, " a side" if interval.alternating else ""))
        parts.append(_beat(interval))
        parts += beside(interval.about)
        if interval.sets > 1:
            parts.append(f"set {interval.set} of {interval.sets}")
    text, phase = ", ".join(part for part in parts if part), phase_word(interval.kind, interval.dose)
    text = "" if text == phase else text
    first = f"{clock(interval.start):>8} {about:>8}  {phase:<12}  {text}".rstrip()
    details = []
    if interval.kind is Kind.READY and interval.about.setup:
        details += _wrapped(interval.about.setup, indent=33).split("\n")
    details += [f"{clock(interval.start + cue.at):>8}{'':25}“{cue.say}”" for cue in interval.cues]
    at = interval.index
    return [Line(first, at), *(Line(detail, at, detail=True) for detail in details)]


def _beat(interval: Interval) -> str:
    """`3-1-1 s`, with the words of its beats; nothing where a hold says it."""
    if not interval.tempo or interval.held:
        return ""
    words = ", ".join(interval.beats)
    return f"{'-'.join(map(str, interval.tempo))} s{f' ({words})' if words else ''}"


def _name(interval: Interval) -> str:
    sentence = interval.about.sentence
    if interval.kind is Kind.CONFIRM and sentence != interval.name:
        return f"{interval.name}: {sentence}"
    return interval.name


def _wrapped(text: str, indent: int = 0) -> str:
    return fill(text, WIDTH, initial_indent=" " * indent, subsequent_indent=" " * indent)
