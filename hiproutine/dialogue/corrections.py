"""Correcting what was kept of a session: a score, its day, its length, how much was done, its note, or all of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from hiproutine.advice.pain.bands import score_word
from hiproutine.advice.pain.readings import Reading
from hiproutine.advice.recovery.amounts import seconds_of
from hiproutine.advice.recovery.building import Unit
from hiproutine.dialogue import scales
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.entries import DAY, KICKER, REMOVE, TIME, asked_day, correct_entry, with_score
from hiproutine.dialogue.notes import typed
from hiproutine.dialogue.questions import Aside, Asking, Note, Notice, Option, Pick, Statement
from hiproutine.errors import printable
from hiproutine.journal.corrections import amend_session, move_session

if TYPE_CHECKING:
    from hiproutine.journal.records import SessionRecord

NOTE, OTHER, SHARE = "note", "other", "share"
DONE = (
    Option("a", "all of it", "1.0"),
    Option("m", "most of it, about four fifths", "0.8"),
    Option("h", "about half", "0.5"),
    Option("l", "a little, about a quarter", "0.25"),
    Option("n", "nothing", "0.0"),
)
"""How much of a session was done; from four fifths on it counts as finished."""
LETTERS = "abcefghijk"
"""The keys of a session's readings; more of one are not offered."""


Correcting = Callable[[Context, str], Asking[bool]]
"""Asks about correcting a session, by its id; whether anything was."""


def correct(context: Context, session: str) -> Asking[bool]:
    """Asks what of a session is to be corrected, and keeps that; whether anything was."""
    detail = context.read(lambda journal: journal.session(session), None)
    if detail is None:
        return (yield from correct_entry(context, context.unit or Unit.KM))
    readings = {one.id: one for one in detail.readings[: len(LETTERS)]}
    options = [
        *(Option(key, _words(one), one.id) for key, one in zip(LETTERS, readings.values(), strict=False)),
        Option("d", "the day", DAY),
        Option("t", "how long it took", TIME),
        Option("w", "how much of it was done", SHARE),
        Option("n", "the note", NOTE),
        Option("x", "take the whole session out", REMOVE),
        Option("o", "another entry: a run, a pain, when a pain began", OTHER),
    ]
    what = yield Pick("What is to be corrected?", printable(detail.record.title), tuple(options))
    if what == OTHER:
        return (yield from correct_entry(context, context.unit or Unit.KM))
    if what == REMOVE:
        return (yield from remove(context, session))
    if what in OF_A_SESSION:
        return (yield from OF_A_SESSION[what](context, detail.record))
    reading = readings.get(what) if isinstance(what, str) else None
    return (yield from _score(context, reading)) if reading else False


def remove(context: Context, session: str) -> Asking[bool]:
    """Takes a session out of the journal, after a question; whether it was. It stays as removed, for other machines."""
    options = (Option("enter", "Leave it there", "stay"), Option("y", "Take it out", "out"))
    text = "What was said about pain around it goes with it."
    if (yield Statement("Take this session out of the journal?", KICKER, (text,), options, back="stay")) != "out":
        return False
    done = context.write(lambda journal: journal.remove_session(session))
    yield Notice("Taken out.", KICKER)
    return done


def _score(context: Context, reading: Reading) -> Asking[bool]:
    """Another score in the place of the one that was said; no answer leaves it."""
    score = yield scales.pain(f"The pain {reading.moment} it?", KICKER, reading.score)
    if isinstance(score, Aside) and score is not Aside.AS_USUAL:
        return False
    now = 0 if isinstance(score, Aside) else int(score)
    return context.write(lambda journal: journal.add_reading(with_score(reading, now)))


def _day(context: Context, record: SessionRecord) -> Asking[bool]:
    at = yield from asked_day(context, record.started_at)
    return at is not None and context.write(lambda journal: move_session(journal, record.id, at.date()))


def _time(context: Context, record: SessionRecord) -> Asking[bool]:
    def lasted(text: str) -> float:
        seconds = seconds_of(text)
        if record.started_at + timedelta(seconds=seconds) > context.now():
            raise ValueError("so long it cannot have lasted until now")
        return seconds

    seconds = yield from typed("How long did it take, in minutes?", lasted, printable(record.title))
    return seconds is not None and context.write(lambda journal: amend_session(journal, record.id, seconds=seconds))


def _share(context: Context, record: SessionRecord) -> Asking[bool]:
    share = yield Pick("How much of it was done?", printable(record.title), DONE)
    if isinstance(share, Aside):
        return False
    return context.write(lambda journal: amend_session(journal, record.id, share=float(share)))


def _note(context: Context, record: SessionRecord) -> Asking[bool]:
    text = yield Note("What is to be noted?", KICKER)
    if isinstance(text, Aside):
        return False
    return context.write(lambda journal: journal.note_session(record.id, str(text)))


OF_A_SESSION: dict[Any, Callable[[Context, SessionRecord], Asking[bool]]] = {
    NOTE: _note,
    DAY: _day,
    TIME: _time,
    SHARE: _share,
}


def _words(reading: Reading) -> str:
    return f"pain {reading.moment}: {reading.score}, {score_word(reading.score)}"
