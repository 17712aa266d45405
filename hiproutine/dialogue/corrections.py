"""Correcting what was kept of a session: a score, its note, or all of it."""

from __future__ import annotations

from collections.abc import Callable

from hiproutine.advice.pain.bands import score_word
from hiproutine.advice.pain.readings import Reading
from hiproutine.dialogue import scales
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.entries import DAY, KICKER, REMOVE, asked_day, correct_entry, with_score
from hiproutine.dialogue.questions import Aside, Asking, Note, Notice, Option, Pick, Statement
from hiproutine.errors import printable
from hiproutine.journal.corrections import move_session

NOTE, OTHER = "note", "other"
LETTERS = "abcefghijk"
"""The keys of a session's readings; more of one are not offered."""


Correcting = Callable[[Context, str], Asking[bool]]
"""Asks about correcting a session, by its id; whether anything was."""


def correct(context: Context, session: str) -> Asking[bool]:
    """Asks what of a session is to be corrected, and keeps that; whether anything was."""
    detail = context.read(lambda journal: journal.session(session), None)
    if detail is None:
        return (yield from correct_entry(context, context.unit))
    readings = {one.id: one for one in detail.readings[: len(LETTERS)]}
    options = [
        *(Option(key, _words(one), one.id) for key, one in zip(LETTERS, readings.values(), strict=False)),
        Option("d", "the day", DAY),
        Option("n", "the note", NOTE),
        Option("x", "take the whole session out", REMOVE),
        Option("o", "another entry: a run, a pain, when a pain began", OTHER),
    ]
    what = yield Pick("What is to be corrected?", printable(detail.record.title), tuple(options))
    if what == NOTE:
        return (yield from _note(context, session))
    if what == REMOVE:
        return (yield from remove(context, session))
    if what == OTHER:
        return (yield from correct_entry(context, context.unit))
    if what == DAY:
        at = yield from asked_day(context, detail.record.started_at)
        return at is not None and context.write(lambda journal: move_session(journal, session, at.date()))
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


def _note(context: Context, session: str) -> Asking[bool]:
    text = yield Note("What is to be noted?", KICKER)
    if isinstance(text, Aside):
        return False
    return context.write(lambda journal: journal.note_session(session, str(text)))


def _words(reading: Reading) -> str:
    return f"pain {reading.moment}: {reading.score}, {score_word(reading.score)}"
