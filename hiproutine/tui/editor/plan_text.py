"""A plan beside its text: a line for everything there is to do, the step under the cursor lit. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from textwrap import wrap

from textual.content import Content

from hiproutine.authoring.outline import step_of
from hiproutine.errors import Place, Problem, printable
from hiproutine.plan.amounts import times_text
from hiproutine.plan.equal_rounds import headed, passages
from hiproutine.plan.loads import load_of
from hiproutine.plan.model import Interval, Kind, Plan
from hiproutine.routine.loaded import Loaded
from hiproutine.routine.snippets import message_of
from hiproutine.wording import brief, clock, count

WITH_START = 34
"""Columns from which a line also says when it begins."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a plan."""

    start: float
    name: str
    side: str
    amount: str
    place: Place | None
    """The step it comes from."""
    heading: bool = False
    quiet: bool = False


def rows_of(loaded: Loaded) -> tuple[Row, ...]:
    """Everything there is to do, under the titles of the blocks; changes stand in the times alone."""
    rows: list[Row] = []
    plan = loaded.plan
    for passage in passages(plan):
        there = [one for one in plan.intervals[passage.first : passage.end] if one.kind not in _CHANGES]
        if passage.heading and there:
            rows.append(Row(there[0].start, headed(plan, passage), "", "", None, heading=True))
        rows += (_row(one, loaded.places[one.index]) for one in there)
    return tuple(rows)


_CHANGES = frozenset({Kind.READY, Kind.SWITCH})


def _row(interval: Interval, place: Place) -> Row:
    side = "alternate" if interval.alternating else str(interval.side or "")
    name = f"{interval.name} {interval.set}/{interval.sets}" if _numbered(interval) else interval.name
    quiet = interval.kind is not Kind.WORK
    return Row(interval.start, name, side, _amount(interval), step_of(place), quiet=quiet)


def _numbered(interval: Interval) -> bool:
    return interval.sets > 1 and interval.kind is Kind.WORK


def _amount(interval: Interval) -> str:
    if interval.kind is Kind.CONFIRM:
        return "check"
    counted = times_text(interval) or f"{'~' if interval.self_paced else ''}{brief(interval.seconds)}"
    load = load_of(interval.about.weight, interval.about.band)
    return f"{counted}, {load}" if load else counted


NO_PLAN = Content("\n").join(
    [Content.styled("No plan yet", "b $quiet"), Content.styled("Mend the problems below.", "$quiet")]
)
"""What stands in place of a plan."""


def heading_lines(plan: Plan, now: datetime, columns: int, *, stale: bool) -> Content:
    """The title, and how long it takes against the clock, as far as there is room."""
    done = (now + timedelta(seconds=plan.seconds)).strftime("%H:%M")
    about = "about " if plan.estimated else ""
    facts = f"{count(plan.steps, 'step')} · {about}{clock(plan.seconds)}"
    against = f"{facts} · done at {done}"
    facts = against if len(against) <= columns else facts
    if stale:
        facts = "As it was before the mistake"
    tone = "$faint" if stale else "$quiet"
    return Content("\n").join(
        [Content.styled(plan.titled, "b $faint" if stale else "b $strong"), Content.styled(facts, tone)]
    )


def first_shown(rows: Sequence[Row], lit: Place | None, lines: int) -> int:
    """Which row stands first where there is room for so many."""
    at = next((n for n, row in enumerate(rows) if lit is not None and row.place == lit), 0)
    return max(0, min(at - lines // 3, len(rows) - lines))


def plan_text(rows: Sequence[Row], lit: Place | None, columns: int, lines: int, *, stale: bool) -> Content:
    """As many lines as there is room for, around the step that is lit."""
    first = first_shown(rows, lit, lines)
    window = rows[first : first + max(0, lines)]
    wide = columns >= WITH_START
    starts = len(clock(rows[-1].start)) if wide and rows else 0
    widest = max((len(row.amount) for row in window), default=0)
    amounts = min(widest, columns // 3)  # a longer one takes the room of its own line's name alone
    shown = [_line(row, lit is not None and row.place == lit, columns, starts, amounts, stale=stale) for row in window]
    return Content("\n").join(shown)


def _line(row: Row, lit: bool, columns: int, starts: int, amounts: int, *, stale: bool) -> Content:
    if row.heading:
        return Content.styled(f"  {row.name}", "$faint" if stale else "$phase-ready").truncate(columns, ellipsis=True)
    tone = "b $strong" if lit else "$faint" if stale or row.quiet else "$foreground"
    quiet = "b $strong" if lit else "$faint" if stale else "$quiet"
    when = f"{clock(row.start):>{starts}}  " if starts else ""
    mark, colour = {
        "left": ("◀  ", "$side-left"),
        "right": ("  ▶", "$side-right"),
        "alternate": ("◀ ▶", "$quiet"),
    }.get(row.side, ("   ", ""))
    tail = f" {row.amount:>{amounts}}"
    room = max(4, columns - 2 - len(when) - len(mark) - 1 - len(tail))
    name = Content(printable(row.name)).truncate(room, ellipsis=True, pad=True)
    line = Content.assemble(
        ("▸ " if lit else "  ", "$phase-work"),
        (when, quiet),
        name.stylize(tone),
        (f" {mark}", "$faint" if stale else f"b {colour}" if colour else ""),
        (tail, quiet),
    )
    return line.stylize("on $panel") if lit else line


def problem_lines(problems: Sequence[Problem], line: int, columns: int, lines: int) -> Content:
    """What is wrong, as `check` says it, with its line; what stands in `line`, counted from 1, is lit."""
    if not problems:
        return Content.styled("✓ No problems", "$quiet")
    return Content("\n").join([shown for shown, _ in problem_rows(problems, line, columns, lines)])


def problem_rows(
    problems: Sequence[Problem], line: int, columns: int, lines: int
) -> list[tuple[Content, Problem | None]]:
    """The same, line by line, each with the problem it tells of."""
    here = next((n for n, one in enumerate(problems) if one.line >= line), len(problems) - 1)
    room = max(1, lines - (1 if len(problems) > lines else 0))
    first = max(0, min(here, len(problems) - room))
    window = problems[first : first + room]
    digits = max(len(str(one.line)) for one in window)
    all_below, one_below = 2 * len(problems) <= lines, len(problems) < lines
    shown: list[tuple[Content, Problem | None]] = []
    spare = lines - (2 * len(problems) if all_below else len(window) + 1)
    for number, one in enumerate(window, first):
        below = all_below or (one_below and number == here)
        more_lines = max(0, spare) if below and number == here else 0
        parts = _problem(one, one.line == line, columns, digits, below=below, more=more_lines)
        shown += [(part, one) for part in parts]
    if more := len(problems) - len(window):
        shown.append((Content.styled(f"  and {more} more", "$faint"), None))
    return shown


def _problem(problem: Problem, lit: bool, columns: int, digits: int, *, below: bool, more: int) -> list[Content]:
    """Its lines; of one that stands alone, so many more than two as there is room for."""
    error = problem.severity == "error"
    message, cure = printable(message_of(problem)), printable(problem.help)
    style, indent = "b $strong" if lit else "$foreground", " " * (digits + 4)
    room = columns - len(indent)
    cures = _wrapped(cure, room, 1 + more) if cure and below else []
    said = _wrapped(message, room, 2 + more - len(cures)) if below else [message]
    line = Content.assemble(
        ("● " if error else "▲ ", "$error" if error else "$warning"),
        (f"{problem.line:>{digits}}  ", "b $strong" if lit else "$quiet"),
        (said[0], style),
    )
    if cure and not below:
        line = Content.assemble(line, (f"  {cure}", "$quiet"))
    rows = [line, *(Content.styled(f"{indent}{part}", style) for part in said[1:])]
    rows += [Content.styled(f"{indent}{part}", "$quiet") for part in cures]
    return [row.truncate(columns, ellipsis=True) for row in rows]


def _wrapped(text: str, columns: int, lines: int) -> list[str]:
    """A text in at most so many lines; what is left of it stands in the last."""
    if columns < 20 or lines < 2:
        return [text]
    parts = wrap(text, columns, break_on_hyphens=False) or [""]
    return parts if len(parts) <= lines else [*parts[: lines - 1], " ".join(parts[lines - 1 :])]
