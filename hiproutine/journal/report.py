"""One Markdown page of some weeks, to show to a physiotherapist. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from hiproutine.advice.assess import Assessment, assess
from hiproutine.advice.finding import Level
from hiproutine.advice.pain.days import begin_of, day_of
from hiproutine.advice.pain.flags import BY_ID
from hiproutine.advice.pain.readings import Moment, Reading, Side
from hiproutine.advice.recovery.building import Unit, distance_text
from hiproutine.advice.recovery.facts import Onset, Outing, Sport
from hiproutine.errors import printable
from hiproutine.journal.day_lanes import LABELS, pain_lanes, run_lane, told_of
from hiproutine.journal.history_numbers import day_ended, spread, windows
from hiproutine.journal.outings import last_onset, outings
from hiproutine.journal.pain_facts import facts
from hiproutine.journal.past_reactions import reactions
from hiproutine.journal.records import PAIN, FlagRecord, IntervalRecord, SessionRecord
from hiproutine.journal.signs import Sign, every_sign
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
    """What a report is made from. Its weeks are those of `runs`: seven days of the person, the last ending today."""

    first: date
    last: date
    zone: tzinfo
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
        """How many weeks it spans."""
        return ((self.last - self.first).days + 1) // 7


def escaped(text: str) -> str:
    """Text in which neither Markdown nor a terminal finds anything to obey. Never put it at the start of a line."""
    return _MARKUP.sub(lambda found: f"\\{found.group(0)}", printable(" ".join(text.split())))


def collect(journal: Journal, number: int, unit: Unit = Unit.KM) -> Material:
    """What the journal has of so many weeks; the last is this one. Distances are said in `unit`."""
    now = journal.now()
    zone = now.tzinfo or UTC
    last = day_of(now, zone)
    first = last - timedelta(days=7 * number - 1)
    early = begin_of(first, zone) - timedelta(days=1)  # who travelled has days that begin earlier

    def is_in(moment: datetime) -> bool:
        return day_of(moment, zone) >= first

    flags = journal.flags()
    return Material(
        first=first,
        last=last,
        zone=zone,
        sessions=[one for one in journal.sessions(None, since=early) if day_ended(one, zone) >= first],
        readings=[one for one in journal.readings(since=early) if is_in(one.at)],
        skipped=[one for one in journal.skipped(early) if is_in(one.at)],
        flags=[one for one in flags if is_in(one.at)],
        signs=[one for one in every_sign(journal) if is_in(one.settled or now)],
        outings=[one for one in outings(journal, early) if is_in(one.at)],
        onset=last_onset(journal),
        unit=unit,
        judged=assess(facts(journal, now, zone, unit), now, zone),
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
    rows = windows(material.sessions, material.last, material.zone, material.weeks)
    sessions, minutes = sum(week.sessions for week in rows), sum(week.active_seconds for week in rows) / 60
    lines = _table(
        ("Seven days from", "Sessions", "Finished", "Ended early", "Interrupted", "Days", "Active"),
        [
            (
                week.first.isoformat(),
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
    days = {one.id: day_ended(one, material.zone) for one in material.sessions}
    days |= {one.id: day_of(one.at, material.zone) for one in material.outings}
    lines = []
    for one in found:
        side = f", {one.side}" if one.side else ""
        title = escaped(titles.get(one.session, "a session"))
        lines.append(f"- {days.get(one.session, one.date).isoformat()}, {title}{side}: {one.words}.")
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
    """By the same seven days as the sessions are."""
    onset = material.onset
    began = [f"Pain began on {onset.at.date().isoformat()}, as it was noted.", ""] if onset else []
    if not material.outings:
        return [*began, "None was written down."]
    rows = []
    for number in range(material.weeks):
        first = material.first + timedelta(weeks=number)
        days = (day_of(one.at, material.zone) for one in material.outings)
        these = [one for one, day in zip(material.outings, days, strict=True) if 0 <= (day - first).days < 7]
        runs = [one for one in these if one.sport is Sport.RUN]
        worst = max((one.pain for one in these if one.pain is not None), default=None)
        rows.append(
            (
                first.isoformat(),
                str(len(runs)),
                distance_text(sum(one.metres or 0 for one in runs), material.unit),
                str(len(these) - len(runs)),
                "not said" if worst is None else str(worst),
            )
        )
    return [*began, *_table(("Seven days from", "Runs", "Distance", "Others", "Worst pain"), rows), *_picture(material)]


def _picture(material: Material) -> list[str]:
    """Load above, pain below, a column a day: as many weeks as fit, the newest. Nothing where nothing was run."""
    columns = 7 * min(material.weeks, MOST_WEEKS)
    days = [material.last - timedelta(days=back) for back in range(columns - 1, -1, -1)]
    noons = [_noon(one.at, material.zone) for one in material.outings]
    told = [replace(one, at=_noon(one.at, material.zone)) for one in material.readings]
    out = [replace(one, at=at, seconds=None, elapsed=None) for one, at in zip(material.outings, noons, strict=True)]
    ran = run_lane(out, days, material.unit)
    if ran is None:
        return []
    lanes = [ran, *pain_lanes([*told, *told_of(out)], days, material.last)]
    rows = [
        f"{''.join(labels)}{row}".rstrip() for lane in lanes for labels, row in zip(lane.labels, lane.rows, strict=True)
    ]
    axis = " " * LABELS + "".join(f"{day:%m-%d}  " for day in days[::7])
    return ["", "Running above, pain from 0 to 10 below, a column a day:", "", "```text", *rows, axis.rstrip(), "```"]


def _noon(moment: datetime, zone: tzinfo) -> datetime:
    """The noon of the person's day that a moment belongs to."""
    return datetime.combine(day_of(moment, zone), time(12), moment.tzinfo)


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
        said = "pain on landing, as it was answered with a score" if one.answered else _question(one.flag)
        ticked = f"- {one.since.date().isoformat()}: {said}"
        if one.checked:
            lines.append(f"{ticked}, checked by a professional on {one.checked.date().isoformat()}.")
        elif one.taken_back:
            how = "said" if one.answered else "ticked"
            lines.append(f"{ticked}, {how} by mistake, taken back on {one.taken_back.date().isoformat()}.")
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
