"""One session of the journal: as a line of a list, and everything about it. As Textual content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

from textual.content import Content

from hiproutine.advice.pain.bands import score_word
from hiproutine.advice.pain.changes import change_text
from hiproutine.advice.pain.readings import Moment, Reading
from hiproutine.errors import printable
from hiproutine.journal.history import SessionLine
from hiproutine.journal.past_reactions import reactions
from hiproutine.journal.records import PAIN, IntervalRecord, SessionDetail, SessionRecord, State
from hiproutine.plan.loads import used_text
from hiproutine.play.events import Outcome
from hiproutine.tui.history.dates import listed_day, time_text, whole_day
from hiproutine.wording import brief, clock, count, load_words, minutes_said, percent, rounds_words

WIDEST = 96
"""Columns of a line at most, so that its end stays near its beginning."""
WITH_TIME, WITH_WORDS = 70, 60
"""Columns from which a line has the time of day; from which it has the change of the pain in words."""
STATE_MARKS = {State.FINISHED: "●", State.ENDED_EARLY: "◐", State.INTERRUPTED: "◐", State.ACTIVE: "◐"}
STATE_WORDS = {
    State.FINISHED: "finished",
    State.ENDED_EARLY: "ended early",
    State.INTERRUPTED: "interrupted",
    State.ACTIVE: "unfinished",
}
PART_MARKS = {Outcome.DONE: "✓", Outcome.SKIPPED: "–", Outcome.LEFT: "◐", None: "·"}
AREA_WORDS = {"front": "front or groin", "outer": "outer side", "buttock": "buttock", "unsure": "not sure where"}
"""As the questions say it."""
ORDER = (Moment.BEFORE, Moment.DURING, Moment.AFTER, Moment.MORNING, Moment.OTHER)


@dataclass(frozen=True, slots=True)
class Part:
    """One stretch of work of a step, as it was planned and as it ended last; None is not reached."""

    step: int
    name: str
    side: str | None
    outcome: Outcome | None
    seconds: float = 0.0
    reason: str = ""


def list_heading(total: int, width: int, *, ran: bool = False) -> Content:
    """How many there are, and what stands at the end of each line."""
    width = min(width, WIDEST)
    columns = f"{'played':>7}   {'pain':<{18 if width >= WITH_WORDS else 8}}"
    if not total and ran:
        return Content("No routine yet; runs stand in the month, and over the pain.")
    if not total:
        return Content("No sessions yet. What you play will stand here.")
    return Content(count(total, "session").ljust(width - len(columns)) + columns)


def session_row(line: SessionLine, width: int, today: date) -> Content:
    """One line of the list: how it ended, when, what, how long it was played, and the pain before and after."""
    width = min(width, WIDEST)
    session, words = line.session, width >= WITH_WORDS
    day = session.started_at.date()
    when = listed_day(day, today)
    if width >= WITH_TIME:
        when = f"{when.rstrip()} {time_text(session.started_at)}".ljust(18)
    pain = pain_text(line.readings, words=words).ljust(19 if words else 9)
    end = f"{clock(session.progress.active_seconds):>7}  {pain}"
    state = "" if session.outcome is State.FINISHED else f", {STATE_WORDS[session.outcome]}"
    room = width - len(when) - len(end) - 4
    title = Content(printable(session.title)).truncate(max(4, room - len(state)), ellipsis=True)
    gap = " " * max(0, room - title.cell_length - len(state))
    return Content.assemble(
        (STATE_MARKS[session.outcome], "$phase-work"),
        ("▲ " if line.reacted else "  ", "$warning"),
        (f"{when} ", "$quiet"),
        title,
        (state + gap, "$quiet"),
        (end, "$quiet"),
    ).truncate(width, ellipsis=True)


def pain_text(readings: Iterable[Reading], *, words: bool = True) -> str:
    """The highest before and after: ` 2 → 4 worse by 2`, `before 2`, or nothing."""
    highest: dict[Moment, int] = {}
    for reading in readings:
        highest[reading.moment] = max(reading.score, highest.get(reading.moment, 0))
    before, after = highest.get(Moment.BEFORE), highest.get(Moment.AFTER)
    if before is not None and after is not None:
        scores = f"{before:>2} → {after}"
        return f"{scores} {change_text(before, after)}" if words else scores
    found = ((Moment.BEFORE, before), (Moment.AFTER, after), (Moment.MORNING, highest.get(Moment.MORNING)))
    return next((f"{moment} {score}" for moment, score in found if score is not None), "")


def session_content(detail: SessionDetail, width: int) -> Content:
    """All there is to know about a session, in lines no wider than this."""
    record = detail.record
    heading = [Content.styled(printable(record.title), "b $strong"), Content.styled(_when(record), "$quiet")]
    parts = [Content("\n").join(heading), Content(_done(detail))]
    parts += [
        Content.assemble(("▲ ", "$warning"), f"It reacted: {one.words}.")
        for one in reactions(detail.readings, [detail.record])
    ]
    if detail.readings:
        parts.append(_section("Pain, 0 to 10", _pain(detail.readings, width)))
    if record.advice.strip():
        parts.append(Content.assemble(("Advice before it  ", "$phase-work"), printable(record.advice)))
    if record.progress.rounds:
        rounds = (f"{printable(one.title)}: {rounds_words(one.rounds, one.steps)}" for one in record.progress.rounds)
        parts.append(_section("Rounds", [Content(line) for line in rounds]))
    if record.note.strip():
        parts.append(Content.assemble(("Note  ", "$phase-work"), printable(record.note)))
    if record.loads:
        parts.append(Content.assemble(("Used  ", "$phase-work"), f"{printable(used_text(record.loads))}."))
    if record.cut.strip():
        parts.append(Content.assemble(("Made easier  ", "$phase-work"), f"{printable(record.cut)}."))
    if found := parts_of(detail):
        parts.append(_section("Steps", _steps(found, width)))
    return Content("\n\n").join(parts)


def _last_ends(intervals: Sequence[IntervalRecord]) -> dict[int, IntervalRecord]:
    """The last end of each interval; what was cut in a later round was done in an earlier one."""
    last: dict[int, IntervalRecord] = {}
    for one in intervals:
        before = last.get(one.index)
        if one.lap == 1 or before is None or before.outcome is not Outcome.DONE or one.outcome is Outcome.DONE:
            last[one.index] = one
    return last


def parts_of(detail: SessionDetail) -> tuple[Part, ...]:
    """The work of the plan, each with its last end; where no plan was kept, of what ended; none where nothing was."""
    if not detail.intervals and detail.record.outcome is State.FINISHED:
        return ()  # written down afterwards
    last = _last_ends(detail.intervals)
    if detail.plan:
        return tuple(
            _part(last.get(one.index), one.step, one.name, one.side)
            for one in detail.plan.intervals
            if one.kind == "work"
        )
    ended = (last[index] for index in sorted(last))
    return tuple(_part(one, one.step, one.name, one.side) for one in ended if one.kind == "work")


def _part(ended: IntervalRecord | None, step: int, name: str, side: str | None) -> Part:
    if ended is None:
        return Part(step, name, side, None)
    return Part(step, name, side, ended.outcome, ended.seconds, ended.reason)


def _when(record: SessionRecord) -> str:
    began, ended = record.started_at, record.ended_at
    until = f" to {time_text(ended)}" if ended else ""
    load = f" · {load_words(printable(record.load))}" if record.load else ""
    return f"{whole_day(began.date())}, {time_text(began)}{until}{load}"


def _done(detail: SessionDetail) -> str:
    """How it ended, how long was played of how much, the steps, and what interrupted it."""
    record, progress = detail.record, detail.record.progress
    steps = {part.step for part in parts_of(detail)}
    whole = sum(_result(of_step) is Outcome.DONE for of_step in _by_step(parts_of(detail)).values())
    played = minutes_said(progress.active_seconds)
    state = "Done" if record.outcome is State.FINISHED else STATE_WORDS[record.outcome].capitalize()
    text = f"{state}. {played.capitalize()} played of {clock(record.plan_seconds)} planned"
    if steps:
        text += f", {whole} of {count(max(record.steps, len(steps)), 'step')} whole"
    if record.outcome is not State.FINISHED and progress.share is not None:
        text += f", {percent(progress.share)} of the work done"
    extra = [count(progress.pauses, "pause")] if progress.pauses else []
    if round(progress.adjusted):
        extra.append(f"{brief(abs(progress.adjusted))} {'added' if progress.adjusted > 0 else 'taken off'}")
    return f"{text}{''.join(f', {one}' for one in extra)}."


def _section(title: str, lines: Sequence[Content]) -> Content:
    return Content("\n").join([Content.styled(title, "$phase-work"), *lines])


def _pain(readings: Sequence[Reading], width: int) -> list[Content]:
    """A line a reading: when, how much in a number and in words, where, and what else was answered."""
    ordered = sorted(readings, key=lambda one: (ORDER.index(one.moment), one.at))
    before = max((one.score for one in readings if one.moment is Moment.BEFORE), default=None)
    lines = []
    for one in ordered:
        change = [change_text(before, one.score)] if one.moment is Moment.AFTER and before is not None else []
        score = Content.assemble((f"{one.moment:<8} ", "$quiet"), (f"{one.score:>2}", "b"), f" {score_word(one.score)}")
        lines += _beside(score, ", ".join([*change, *_more(one)]), 30, width)
    return lines


def _beside(first: Content, text: str, column: int, width: int) -> list[Content]:
    """A text in a column of its own; where that is too narrow, in lines under the first."""
    if not text:
        return [first]
    if column + 24 <= width:
        lines = wrap(text, width - column)
        start = Content.assemble(first, " " * max(2, column - first.cell_length), (lines[0], "$quiet"))
        return [start, *(Content.styled(" " * column + line, "$quiet") for line in lines[1:])]
    return [first, *(Content.styled(f"  {line}", "$quiet") for line in wrap(text, max(20, width - 2)))]


def _more(reading: Reading) -> list[str]:
    """The answers beside the score."""
    sides = {"left": "◀ left side", "right": "right side ▶", "both": "both sides"}
    parts = [sides.get(reading.side or "", ""), AREA_WORDS.get(reading.area or "", ""), reading.feel or ""]
    if reading.worst is not None:
        parts.append(f"worst {reading.worst}")
    if reading.stiffness:
        parts.append({"less": "less stiff", "usual": "as stiff as usual", "more": "stiffer"}[reading.stiffness])
    if reading.effort is not None:
        parts.append(f"effort {reading.effort} of 10")
    parts += ["a limp"] if reading.limp else []
    parts += ["after a pain reliever"] if reading.masked else []
    parts += [f"“{printable(reading.note)}”"] if reading.note.strip() else []
    return [part for part in parts if part]


def _steps(parts: Sequence[Part], width: int) -> list[Content]:
    """A line a step: its mark and name, and each side with the seconds that were played."""
    by_step = _by_step(parts)
    longest = max(len(printable(of[0].name)) for of in by_step.values())
    name_width = min(30, longest, max(10, width // 2))
    lines = []
    for of_step in by_step.values():
        result = _result(of_step)
        tone = "$quiet" if result in {None, Outcome.SKIPPED} else "$foreground"
        name = Content(printable(of_step[0].name)).truncate(name_width, ellipsis=True, pad=True)
        said = [_side(of_step, side) for side in dict.fromkeys(part.side for part in of_step)]
        together = "   ".join(said)
        room = width - name_width - 4
        rows = [together] if len(together) <= room else [line for one in said for line in wrap(one, max(16, room))]
        head = Content.assemble((f"{PART_MARKS[result]} ", tone), name.stylize(tone), (f"  {rows[0]}", "$quiet"))
        lines += [head, *(Content.styled(" " * (name_width + 4) + line, "$quiet") for line in rows[1:])]
    return lines


def _by_step(parts: Iterable[Part]) -> dict[int, list[Part]]:
    by_step: dict[int, list[Part]] = {}
    for part in parts:
        by_step.setdefault(part.step, []).append(part)
    return by_step


def _result(parts: Sequence[Part]) -> Outcome | None:
    """What became of a step: done, skipped, or neither whole (LEFT); None where it was not reached."""
    outcomes = {part.outcome for part in parts}
    if len(outcomes) == 1:
        return outcomes.pop()
    return Outcome.LEFT


def _side(parts: Sequence[Part], side: str | None) -> str:
    """One side of a step: `left 30 s`, `right 2 of 3 sets, 1:00`, `left skipped, it hurt`."""
    own = [part for part in parts if part.side == side]
    done = [part for part in own if part.outcome is Outcome.DONE]
    seconds = sum(part.seconds for part in own if part.outcome is not Outcome.SKIPPED)
    skipped = [part for part in own if part.outcome is Outcome.SKIPPED]
    words = []
    if len(own) > 1 and (done or seconds):
        words.append(f"{len(done)} of {count(len(own), 'set')}")
    if seconds:
        words.append(brief(seconds) if len(own) == len(done) or len(own) > 1 else f"{brief(seconds)}, not to its end")
    if skipped:
        words.append("skipped" if len(skipped) == len(own) else f"{len(skipped)} skipped")
        words += [_reason(skipped)] if _reason(skipped) else []
    if all(part.outcome is None for part in own):
        words = ["not reached"]
    return f"{side or ''} {', '.join(words)}".strip()


def _reason(skipped: Sequence[Part]) -> str:
    reasons = dict.fromkeys("it hurt" if part.reason == PAIN else printable(part.reason) for part in skipped)
    return ", ".join(reason for reason in reasons if reason)
