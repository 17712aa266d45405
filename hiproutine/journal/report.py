"""One Markdown page of some weeks, to show to a physiotherapist. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING

from hiproutine.advice.assess import Assessment, assess
from hiproutine.advice.finding import Level
from hiproutine.advice.pain.flags import BY_ID
from hiproutine.advice.pain.readings import Moment, Reading, Side
from hiproutine.advice.recovery.building import Unit, distance_text
from hiproutine.advice.recovery.facts import Onset, Outing, Sport
from hiproutine.errors import printable
from hiproutine.journal.day_lanes import LABELS, days_to, pain_lanes, run_lane, told_of
from hiproutine.journal.history_numbers import monday_of, reactions, spread, weeks
from hiproutine.journal.outings import last_onset, outings
from hiproutine.journal.pain_facts import facts
from hiproutine.journal.records import PAIN, FlagRecord, IntervalRecord, SessionRecord
from hiproutine.journal.signs import Sign, signs
from hiproutine.wording import count, side_text, tidy

if TYPE_CHECKING:
    from hiproutine.journal.store import Journal

DISCLAIMER = "General information, not medical advice."
MOMENTS = {
    Moment.BEFORE: "before a session",
    Moment.DURING: "during",
    Moment.AFTER: "after",
    Moment.MORNING: "in the morning",
    Moment.OTHER: "at other times",
}
MOST_NOTES = 20
MOST_WEEKS = 13
"""Of the picture: a quarter of a year, 102 columns."""
_MARKUP = re.compile(r"[\\`*_{}\[\]()<>#|~&$!=+:^@-]|(?<=www)\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Material:
    """What a report is made from."""

    first: date
    last: date
    sessions: Sequence[SessionRecord]
    readings: Sequence[Reading]
    skipped: Sequence[IntervalRecord]
    flags: Sequence[FlagRecord]
    signs: Sequence[Sign] = ()
    """Those that stand, whenever they were ticked, and those of which something was said in these weeks."""
    outings: Sequence[Outing] = ()
    onset: Onset | None = None
    unit: Unit = Unit.KM
    """In what distances are said."""
    judged: Assessment | None = None
    """The judgement of the last day."""

    @property
    def weeks(self) -> int:
        """How many weeks it spans, the last one as far as it goes."""
        return (monday_of(self.last) - self.first).days // 7 + 1


def escaped(text: str) -> str:
    """Text in which neither Markdown nor a terminal finds anything to obey. Never put it at the start of a line."""
    return _MARKUP.sub(lambda found: f"\\{found.group(0)}", printable(" ".join(text.split())))


def collect(journal: Journal, number: int, unit: Unit = Unit.KM) -> Material:
    """What the journal has of so many weeks; the last is this one. Distances are said in `unit`."""
    now = journal.now()
    first = monday_of(now.date()) - timedelta(weeks=number - 1)
    since = now.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=(now.date() - first).days)
    early = since - timedelta(days=1)  # who travelled has days that begin earlier
    flags = journal.flags()
    return Material(
        first=first,
        last=now.date(),
        sessions=[one for one in journal.sessions(None, since=early) if one.started_at.date() >= first],
        readings=[one for one in journal.readings(since=early) if one.at.date() >= first],
        skipped=journal.skipped(since),
        flags=[one for one in flags if one.at.date() >= first],
        signs=[one for one in signs(flags) if (one.settled or now).date() >= first],
        outings=[one for one in outings(journal, early) if one.at.date() >= first],
        onset=last_onset(journal),
        unit=unit,
        judged=assess(facts(journal, now, now.tzinfo or UTC, unit), now, now.tzinfo or UTC),
    )


def report(material: Material) -> str:
    """The report as one page of Markdown."""
    first, last = material.first.isoformat(), material.last.isoformat()
    parts = [
        [f"# Hip routines, {first} to {last}", "", DISCLAIMER],
        ["## Sessions", "", *_adherence(material)],
        ["## Pain, 0 to 10", "", *_pain(material.readings, material.outings)],
        ["## Reactions", "", *_reactions(material)],
        ["## What stands out on the last day", "", *_stands_out(material)],
        ["## Runs and other activities", "", *_outings(material)],
        ["## Skipped", "", *_skipped(material.skipped)],
        ["## Warning signs", "", *_signs(material)],
        ["## Notes", "", *_notes(material)],
    ]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _adherence(material: Material) -> list[str]:
    rows = weeks(material.sessions, material.last, material.weeks)
    sessions, minutes = sum(week.sessions for week in rows), sum(week.active_seconds for week in rows) / 60
    lines = _table(
        ("Week from", "Sessions", "Finished", "Ended early", "Interrupted", "Days", "Active"),
        [
            (
                week.monday.isoformat(),
                str(week.sessions),
                str(week.finished),
                str(week.ended_early),
                str(week.unfinished),
                str(week.days),
                f"{round(week.active_seconds / 60)} min",
            )
            for week in rows
        ],
    )
    mean = tidy(sessions / len(rows))
    cut = [
        f"- {one.day}, {escaped(one.title)}: {escaped(one.cut)}."
        for one in sorted(material.sessions, key=lambda one: one.started_at)
        if one.cut.strip()
    ]
    whole = f"{count(sessions, 'session')} in {count(len(rows), 'week')}, {mean} a week, {round(minutes)} min active."
    return [*lines, "", whole, *(["", *cut] if cut else [])]


def _pain(readings: Sequence[Reading], outings: Sequence[Outing]) -> list[str]:
    rows = []
    for moment, name in MOMENTS.items():
        for side in (*Side, None):
            scores = spread(one.score for one in readings if one.moment is moment and one.side is side)
            if scores:
                low_high = f"{scores.low} to {scores.high}"
                rows.append((name, side or "not said", tidy(scores.median), low_high, str(scores.count)))
    if ran := spread(one.pain for one in outings if one.pain is not None):
        low_high = f"{ran.low} to {ran.high}"
        rows.append(("worst of a run or another activity", "not said", tidy(ran.median), low_high, str(ran.count)))
    if not rows:
        return ["No pain was recorded."]
    return _table(("When", "Side", "Median", "Range", "Readings"), rows)


def _reactions(material: Material) -> list[str]:
    found = reactions(material.readings, material.sessions, material.outings)
    if not found:
        return ["Nothing reacted, by 2 points or more above before, a worst of 6 or more, or a limp."]
    titles = {session.id: session.title for session in material.sessions}
    titles |= {one.id: f"a {one.sport}" for one in material.outings}
    lines = []
    for one in found:
        side = f", {one.side}" if one.side else ""
        title = escaped(titles.get(one.session, "a session"))
        lines.append(f"- {one.date.isoformat()}, {title}{side}: {one.words}.")
    return lines


def _stands_out(material: Material) -> list[str]:
    """The judgement of the last day, the gravest first."""
    found = [one for one in material.judged.findings if one.level is not Level.GO] if material.judged else []
    words = [one for one in found if not one.is_only_mild]
    lines = []
    for one in words:
        because = "; ".join(dict.fromkeys(reason.text for reason in one.because if reason.text))
        lines.append(f"- {escaped(one.sentence)}{f' Because: {escaped(because)}.' if because else ''}")
    return lines or ["Nothing, by what was noted."]


def _outings(material: Material) -> list[str]:
    """By weeks from Monday, as the sessions are."""
    onset = material.onset
    began = [f"Pain began on {onset.at.date().isoformat()}, as it was noted.", ""] if onset else []
    if not material.outings:
        return [*began, "None was written down."]
    rows = []
    for number in range(material.weeks):
        monday = material.first + timedelta(weeks=number)
        these = [one for one in material.outings if monday_of(one.at.date()) == monday]
        runs = [one for one in these if one.sport is Sport.RUN]
        worst = max((one.pain for one in these if one.pain is not None), default=None)
        rows.append(
            (
                monday.isoformat(),
                str(len(runs)),
                distance_text(sum(one.metres or 0 for one in runs), material.unit),
                str(len(these) - len(runs)),
                "not said" if worst is None else str(worst),
            )
        )
    return [*began, *_table(("Week from", "Runs", "Distance", "Others", "Worst pain"), rows), *_picture(material)]


def _picture(material: Material) -> list[str]:
    """Load above, pain below, a column a day: as many weeks as fit, the newest. Nothing where nothing was run."""
    days = days_to(material.last, min(material.weeks, MOST_WEEKS))
    ran = run_lane(material.outings, days, material.unit)
    if ran is None:
        return []
    lanes = [ran, *pain_lanes([*material.readings, *told_of(material.outings)], days, material.last)]
    rows = [
        f"{''.join(labels)}{row}".rstrip() for lane in lanes for labels, row in zip(lane.labels, lane.rows, strict=True)
    ]
    axis = " " * LABELS + "".join(f"{day:%m-%d}  " for day in days[::7])
    return ["", "Running above, pain from 0 to 10 below, a column a day:", "", "```text", *rows, axis.rstrip(), "```"]


def _skipped(skipped: Sequence[IntervalRecord]) -> list[str]:
    work = [one for one in skipped if one.kind == "work"]
    every = Counter((one.name, one.side) for one in work)
    hurt = Counter((one.name, one.side) for one in work if one.reason == PAIN)
    if not every:
        return ["Nothing was skipped."]
    ranked = sorted(every, key=lambda one: (-hurt[one], -every[one], one[0], one[1] or ""))
    return _table(
        ("Exercise", "Side", "Skipped", "Because of pain"),
        [
            (escaped(name), side_text(side) or "both", f"{every[name, side]} ×", f"{hurt[name, side]} ×")
            for name, side in ranked
        ],
    )


def _signs(material: Material) -> list[str]:
    times = len({one.at for one in material.flags if one.flag in BY_ID})  # other things are noted among them
    if not material.signs:
        return [f"None stands; asked {count(times, 'time')} in these weeks." if times else "None were answered."]
    lines = []
    for one in sorted(material.signs, key=lambda one: not one.stands):
        ticked = f"- {one.since.date().isoformat()}: {_question(one.flag)}"
        if one.checked:
            lines.append(f"{ticked}, checked by a professional on {one.checked.date().isoformat()}.")
        elif one.taken_back:
            lines.append(f"{ticked}, ticked by mistake, taken back on {one.taken_back.date().isoformat()}.")
        else:
            lines.append(f"{ticked}, stands since then.")
    return lines


def _question(flag: str) -> str:
    """The question in its words; one that this version does not know, by its id."""
    known = BY_ID.get(flag)
    return f"“{escaped(known.words)}”" if known else escaped(flag)


def _notes(material: Material) -> list[str]:
    notes = [(one.at, f"pain {one.score} of 10", one.note) for one in material.readings if one.note.strip()]
    notes += [(one.started_at, one.title, one.note) for one in material.sessions if one.note.strip()]
    notes.sort(key=lambda note: note[0])
    if not notes:
        return ["There are no notes."]
    lines = [f"- {at.date().isoformat()}, {escaped(of)}: {escaped(text)}" for at, of, text in notes[-MOST_NOTES:]]
    left = len(notes) - MOST_NOTES
    return [*lines, "", f"And {left} older."] if left > 0 else lines


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> list[str]:
    lines = [head, tuple("---" for _ in head), *rows]
    return ["| " + " | ".join(line) + " |" for line in lines]
