"""Correcting what was kept of a session: a score, its note, or all of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hiproutine.advice.pain.bands import score_word
from hiproutine.advice.pain.readings import Reading
from hiproutine.dialogue import scales
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.questions import Aside, Asking, Note, Notice, Option, Pick, Statement
from hiproutine.errors import printable

KICKER = "Correct it"
NOTE, REMOVE = "note", "remove"
LETTERS = "abcdefghij"
"""The keys of a session's readings; more of one are not offered."""


Correcting = Callable[[Context, str], Asking[bool]]
"""Asks about correcting a session, by its id; whether anything was."""


def correct(context: Context, session: str) -> Asking[bool]:
    """Asks what of a session is to be corrected, and keeps that; whether anything was."""
    detail = context.read(lambda journal: journal.session(session), None)
    if detail is None:
        return False
    readings = {one.id: one for one in detail.readings[: len(LETTERS)]}
    options = [
        *(Option(key, _words(one), one.id) for key, one in zip(LETTERS, readings.values(), strict=False)),
        Option("n", "the note", NOTE),
        Option("x", "take the whole session out", REMOVE),
    ]
    what = yield Pick("What is to be corrected?", printable(detail.record.title), tuple(options))
    if what == NOTE:
        return (yield from _note(context, session))
    if what == REMOVE:
        return (yield from remove(context, session))
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
    worst = None if reading.worst is None else (now if reading.worst == reading.score else max(now, reading.worst))
    return context.write(lambda journal: journal.add_reading(replace(reading, score=now, worst=worst)))


def _note(context: Context, session: str) -> Asking[bool]:
    text = yield Note("What is to be noted?", KICKER)
    if isinstance(text, Aside):
        return False
    return context.write(lambda journal: journal.note_session(session, str(text)))


def _words(reading: Reading) -> str:
    return f"pain {reading.moment}: {reading.score}, {score_word(reading.score)}"
