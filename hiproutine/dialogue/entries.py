"""Correcting what was kept besides the sessions: a run, a score of pain, when a pain began."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from hiproutine.advice.pain.readings import Reading
from hiproutine.advice.recovery.amounts import metres_of, seconds_of
from hiproutine.advice.recovery.building import Unit
from hiproutine.advice.recovery.facts import Onset, Outing, Surface
from hiproutine.day_words import day_called
from hiproutine.dialogue import scales
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.notes import SURFACES, WITHOUT_DISTANCE, doubts, outing_text, reading_text, sure, typed
from hiproutine.dialogue.questions import Aside, Asking, Note, Notice, Option, Pick, Statement
from hiproutine.journal.corrections import on_day
from hiproutine.journal.outings import add_onset, add_outing, onsets, outings, remove_onset, remove_outing
from hiproutine.journal.store import Journal

KICKER = "Correct it"
LETTERS = "abcdefghi"
"""The keys of entries, as many as are shown at once."""
MORE, REMOVE, OVER = "more", "remove", "over"
DISTANCE, TIME, PAIN, SURFACE, DAY, NOTE = "distance", "time", "pain", "surface", "day", "note"
OF_AN_OUTING = (
    Option("d", "how far", DISTANCE),
    Option("t", "how long", TIME),
    Option("p", "the worst pain of it", PAIN),
    Option("u", "what was under your feet", SURFACE),
    Option("y", "the day", DAY),
    Option("n", "the note", NOTE),
    Option("x", "take it out", REMOVE),
)
OF_A_READING = (Option("p", "how much", PAIN), Option("y", "the day", DAY), Option("x", "take it out", REMOVE))
OF_AN_ONSET = (Option("y", "the day", DAY), Option("x", "take it out", REMOVE))


@dataclass(frozen=True)
class Entry:
    """Something that was kept, with its words."""

    what: Outing | Reading | Onset
    words: str

    @property
    def line(self) -> str:
        """Its day and its words."""
        return f"{self.what.at:%Y-%m-%d}  {self.words}"


def entries(context: Context, unit: Unit) -> list[Entry]:
    """Runs and other activities, scores that belong to no session, and beginnings of a pain; newest first."""

    def all_of(journal: Journal) -> list[Entry]:
        alone = (one for one in journal.readings() if one.session is None)
        return [
            *(Entry(one, outing_text(one, unit)) for one in outings(journal)),
            *(Entry(one, reading_text(one)) for one in alone),
            *(Entry(one, "this pain began") for one in onsets(journal)),
        ]

    found = context.read(all_of, list[Entry]())
    return sorted(found, key=lambda one: one.what.at, reverse=True)


def correct_entry(context: Context, unit: Unit) -> Asking[bool]:
    """Asks which entry is to be corrected and what of it, and keeps that; whether anything was."""
    found = entries(context, unit)
    if not found:
        yield Notice("Nothing else is kept.", KICKER)
        return False
    first = 0
    while True:
        shown = found[first : first + len(LETTERS)]
        options = [Option(key, one.line, key) for key, one in zip(LETTERS, shown, strict=False)]
        older = len(found) - first - len(shown)
        options += [Option("m", f"older ones, {older} more", MORE)] if older else []
        answer = yield Pick("Which one is to be corrected?", KICKER, tuple(options))
        if answer != MORE:
            break
        first += len(LETTERS)
    if isinstance(answer, Aside):
        return False
    return (yield from _of(context, shown[LETTERS.index(answer)], unit))


def _of(context: Context, entry: Entry, unit: Unit) -> Asking[bool]:
    one = entry.what
    if isinstance(one, Outing):
        fits = tuple(each for each in OF_AN_OUTING if one.sport not in WITHOUT_DISTANCE or each.value != DISTANCE)
        options = fits
    else:
        options = OF_A_READING if isinstance(one, Reading) else OF_AN_ONSET
    what = yield Pick("What of it is to be corrected?", entry.line, options)
    if isinstance(what, Aside):
        return False
    if what == REMOVE:
        return (yield from _removed(context, entry))
    if isinstance(one, Outing):
        return (yield from _outing(context, one, what, unit))
    changed: Reading | Onset | None = None
    if what == DAY:
        at = yield from asked_day(context, one.at)
        changed = replace(one, at=at) if at else None
    elif isinstance(one, Reading):
        score = yield from asked_score(one.score)
        changed = None if score is None else with_score(one, score)
    return changed is not None and _kept(context, entry.words, one, changed)


def _outing(context: Context, one: Outing, what: str, unit: Unit) -> Asking[bool]:
    changes: dict[str, Any] = {}
    if what == DISTANCE:
        changes["metres"] = yield from typed(f"How far, in {unit}?", lambda text: metres_of(text, unit), KICKER)
    elif what == TIME:
        changes["seconds"] = yield from typed("How long, in minutes?", seconds_of, KICKER)
    elif what == PAIN:
        changes["pain"] = yield from asked_score(one.pain)
    elif what == SURFACE:
        surface = yield Pick("What was under your feet?", KICKER, SURFACES, one.surface)
        changes["surface"] = None if isinstance(surface, Aside) else Surface(surface)
    elif what == DAY:
        changes["at"] = yield from asked_day(context, one.at)
    else:
        note = yield Note("What is to be noted?", KICKER)
        changes["note"] = None if isinstance(note, Aside) else note
    if None in changes.values():
        return False
    changed = replace(one, **changes)
    if (asked := doubts(context, changed, unit)) and (yield sure(asked)) != "keep":
        return False
    return _kept(context, outing_text(changed, unit), one, changed)


def asked_day(context: Context, at: datetime) -> Asking[datetime | None]:
    """The same time of the day that is answered; None for no answer."""
    now = context.now()

    def day(text: str) -> date:
        found = day_called(text, now.date())
        on_day(at, found, now)
        return found

    found = yield from typed(f"Which day was it? It says {at:%Y-%m-%d}.", day, KICKER)
    return None if found is None else on_day(at, found, now)


def asked_score(last: int | None) -> Asking[int | None]:
    """Another score of pain; None for no answer."""
    score = yield scales.pain("How much was it?", KICKER, last)
    if score is Aside.AS_USUAL:
        return 0
    return None if isinstance(score, Aside) else int(score)


def with_score(reading: Reading, score: int) -> Reading:
    """The same with another score; the worst is no less than that."""
    worst = reading.worst
    if worst is not None:
        worst = score if worst == reading.score else max(score, worst)
    return replace(reading, score=score, worst=worst)


def _removed(context: Context, entry: Entry) -> Asking[bool]:
    options = (Option("enter", "Leave it there", "stay"), Option("y", "Take it out", "out"))
    if (yield Statement("Take this out of the journal?", KICKER, (entry.line,), options, back="stay")) != "out":
        return False
    one = entry.what

    def act(journal: Journal) -> None:
        if isinstance(one, Outing):
            remove_outing(journal, one.id)
        elif isinstance(one, Reading):
            journal.remove_reading(one.id)
        else:
            remove_onset(journal, one.id)

    done = context.write(act)
    if done:
        context.on_kept("taken out", _puts(one))
    return done


def _kept(context: Context, words: str, before: Outing | Reading | Onset, now: Outing | Reading | Onset) -> bool:
    done = context.write(_puts(now))
    if done:
        context.on_kept(words, _puts(before))
    return done


def _puts(one: Outing | Reading | Onset) -> Callable[[Journal], None]:
    def put(journal: Journal) -> None:
        if isinstance(one, Outing):
            add_outing(journal, one)
        elif isinstance(one, Reading):
            journal.add_reading(one)
        else:
            add_onset(journal, one)

    return put
