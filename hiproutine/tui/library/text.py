"""A routine as a row of the library and as a preview, as Textual content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from hiproutine.errors import printable
from hiproutine.plan.amounts import step_amount, times_text
from hiproutine.plan.beside import beside
from hiproutine.plan.model import Interval, Plan
from hiproutine.routine.library import Entry
from hiproutine.tui.widgets.step_bar import drawn
from hiproutine.wording import SHORT_WHEN, WHEN_WORDS, brief, clock, count, load_words

WITH_WHEN = 72
"""Columns from which a row also says when, and when it was last done."""
LOAD_MARKS = {"none": "·", "low": "▁", "moderate": "▃", "high": "▆"}


def row(entry: Entry, width: int, last: str = "") -> Content:
    """One line: name, length, load and, where there is room, when, and when it was last done.

    Of a broken file, its id and its first problem.
    """
    if not entry.loaded:
        problem = printable(entry.problems[0].message) if entry.problems else ""
        line = Content.assemble(("! ", "b $warning"), (printable(entry.id), "$quiet"), (f"  {problem}", "$faint"))
        return line.truncate(width, ellipsis=True)
    routine, plan = entry.loaded.card, entry.loaded.plan
    when = ", ".join(SHORT_WHEN[moment] for moment in routine.when)
    columns = [
        (f"{'~' if plan.estimated else ''}{clock(plan.seconds)}".rjust(8), "$phase-work"),
        (f"  {LOAD_MARKS[routine.load]} {routine.load:<8}", "$quiet"),
    ]
    if width >= WITH_WHEN:
        columns += [(f"  {when:<15.15}", "$quiet"), (f"  {last:<11}", "$foreground")]
    room = max(8, width - sum(len(text) for text, _ in columns))
    week = f", week {plan.week}" if plan.week else ""
    fitted = Content(routine.title).truncate(max(4, room - len(week)), ellipsis=True)
    name = Content(f"{fitted.plain}{week}").truncate(room, ellipsis=True, pad=True)
    return Content.assemble(name, *columns).truncate(width, ellipsis=True)


def preview(
    entry: Entry,
    width: int,
    last: str = "",
    figure: Content | None = None,
    avoid: frozenset[str] = frozenset(),
    *,
    week: str = "",
) -> Content:
    """Everything about an entry, in lines no wider than this; `figure` is how its first exercise is done.

    Steps that load an area to `avoid` are named, and which `week` of a plan it is, and why.
    """
    if not entry.loaded:
        heading = Content.styled(entry.id, "b $strong")
        problems = [Content(problem.sentence()) for problem in entry.problems]
        return Content("\n\n").join([heading, Content.styled("This file cannot be played.", "$warning"), *problems])
    routine, plan = entry.loaded.card, entry.loaded.plan
    about = "about " if plan.estimated else ""
    facts = [f"{about}{clock(plan.seconds)}", count(plan.steps, "step"), load_words(routine.load)]
    facts += [WHEN_WORDS[moment] for moment in routine.when]
    facts += [f"last done {last}"] if last else []
    parts = [
        Content.styled(plan.titled, "b $strong"),
        Content.styled(" · ".join(facts), "$quiet"),
        Content.styled(drawn(plan.step_seconds, 0, max(10, width))[0], "$phase-work"),
    ]
    leave_out = _better_left_out(plan, avoid) if avoid else ""
    texts = [
        ("", routine.summary),
        ("", week),
        ("Today  ", f"better left out: {leave_out}" if leave_out else ""),
        ("You need  ", ", ".join(routine.equipment)),
    ]
    lines = Content("\n").join(parts)
    paragraphs = [lines, *(_labelled(label, text) for label, text in texts if text)]
    paragraphs += [figure, _steps(plan, width)] if figure else [_steps(plan, width)]
    closing = [("Why  ", routine.why), ("Safety  ", routine.safety), ("Source  ", routine.source)]
    paragraphs += [_labelled(label, text) for label, text in closing if text]
    return Content("\n\n").join(paragraphs)


def _better_left_out(plan: Plan, avoid: frozenset[str]) -> str:
    from hiproutine.plan.cutting import better_left_out

    return ", ".join(better_left_out(plan, avoid))


def _labelled(label: str, text: str) -> Content:
    return Content.assemble((label, "$phase-work"), text)


def _steps(plan: Plan, width: int) -> Content:
    """A line a step, with its dose, under the titles of the blocks."""
    from hiproutine.plan.equal_rounds import headed, passages

    lines: list[Content] = []
    seen: set[int] = set()
    for passage in passages(plan):
        there = plan.intervals[passage.first : passage.end]
        found = list(_step_lines(there, plan, width, seen))
        if passage.heading and found:
            lines += [Content(""), Content.styled(headed(plan, passage), "$quiet")]
        lines += found
    return Content("\n").join(lines[1:] if lines and not lines[0].plain else lines)


def _step_lines(there: Sequence[Interval], plan: Plan, width: int, seen: set[int]) -> Iterator[Content]:
    for interval in there:
        if interval.kind == "confirm" or interval.dose == "rest":
            amount = brief(interval.seconds) if interval.seconds else "check"
            yield _step_line(interval.name, amount, width, "$faint")
        elif interval.kind == "work" and interval.step not in seen:
            seen.add(interval.step)
            yield _step_line(interval.name, dose(interval, plan), width, "$foreground")


def _step_line(name: str, amount: str, width: int, tone: str) -> Content:
    room = max(8, width - len(amount) - 1)
    text = Content(name).truncate(room, ellipsis=True, pad=True)
    return Content.assemble(text.stylize(tone), (f" {amount}", "$quiet"))


def dose(interval: Interval, plan: Plan) -> str:
    """How much of a step, in a few words: `30 s a side`, `2 × 10 times`, `10, 8, 6 times`."""
    return ", ".join([step_amount(plan, interval, _one_set), *beside(interval.about)])


def _one_set(interval: Interval, a_side: str) -> str:
    text = times_text(interval, a_side) or f"{brief(interval.seconds / (1 + interval.alternating))}{a_side}"
    if interval.self_paced and not (interval.reps or interval.distance):
        text = f"about {text}"
    return text
