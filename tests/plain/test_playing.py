"""A person at a console: keys while a routine plays, the check around it, and what the journal keeps."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hiproutine.advice.pain.flags import FLAGS
from hiproutine.advice.pain.readings import Moment
from hiproutine.dialogue.context import Context
from hiproutine.journal.pain_facts import answer_flags
from hiproutine.journal.records import PAIN, Progress, State
from hiproutine.journal.store import Journal
from hiproutine.plain.console import CTRL_C, ENTER, Gone
from hiproutine.plain.playing import Plain
from tests.dialogue.talk import context, routine
from tests.journal.shelf import Wall, session_record, uuid_of
from tests.plain.room import AFTER, LONG, NOTHING_KEPT, Room, loaded, played
from tests.play.rig import hold

STRETCH = "post-run-hip-stretch"


def compare(name: str, text: str) -> None:
    """Holds a text against the one that is committed; HIPROUTINE_FRAMES=write writes it anew."""
    path = Path(__file__).with_name(f"{name}.txt")
    if os.environ.get("HIPROUTINE_FRAMES") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["cool-down", "ice-therapy", "runner-leg-strength"])
def test_a_whole_routine_reads_as_committed(name: str) -> None:
    room = Room(attended=False)
    assert Plain(room, NOTHING_KEPT, clock=room.clock).play(routine(name))
    compare(name, "".join(f"{moment // 60:>3.0f}:{moment % 60:04.1f}  {line}\n" for moment, line in room.heard))


def test_a_whole_session_reads_as_committed_and_is_kept(journal: Journal, wall: Wall) -> None:
    room = Room()
    room.type("2", "eleven", "4", "n", "")
    room.press(20, "p")
    room.type("3", "a", "n", "")
    room.press(100, " ")
    room.type("3", "4", "l", "f", "n", "3", "a bit stiff")
    assert played(room, loaded(hold("Bridge", 60), {"name": "Breathe", "open": 5}), context(journal, wall))
    compare("session", room.written)
    (session,) = journal.sessions()
    assert session.outcome is State.FINISHED
    moments = [one.moment for one in journal.readings()]
    assert set(moments) == {Moment.BEFORE, Moment.DURING, Moment.AFTER}
    assert {one.session for one in journal.readings()} == {session.id}


def test_what_was_kept_is_taken_back_by_a_word_at_the_question_after_it(journal: Journal, wall: Wall) -> None:
    room = Room()
    room.type("2", "4", "Undo", "undo", "n", "n")
    assert played(room, loaded(hold("Bridge", 60)), context(journal, wall))
    assert room.written.count("Kept: pain 2, slight. Type undo to take it back.") == 1
    assert room.written.count("Taken back: pain 2, slight.") == 1
    assert [one.moment for one in journal.readings()] == [Moment.AFTER]
    assert "2 before" not in room.written


def test_pain_skips_a_step_and_the_journal_knows_why(journal: Journal, wall: Wall) -> None:
    room = Room()
    room.type("n")
    room.press(10, "p")
    room.type("4", "h", "n", "n")
    room.type("n")
    assert not played(room, LONG, context(journal, wall))
    (session,) = journal.sessions()
    detail = journal.session(session.id)
    assert detail
    assert [(one.outcome.value, one.reason) for one in detail.intervals] == [("skipped", PAIN), ("done", "")]
    assert sorted(one.score for one in journal.readings()) == [0, 0, 4]


def test_strong_pain_ends_the_session_at_enter(journal: Journal, wall: Wall) -> None:
    room = Room()
    room.type("n")
    room.press(10, "p")
    room.type("8", "h", "n", "")
    room.type("q")
    assert not played(room, LONG, context(journal, wall))
    (session,) = journal.sessions()
    assert session.outcome is State.ENDED_EARLY


def test_ctrl_c_at_the_check_before_leaves_and_after_keeps_what_was_said(journal: Journal, wall: Wall) -> None:
    room = Room()
    room.press(AFTER, CTRL_C)
    assert not played(room, LONG, context(journal, wall))
    assert journal.sessions() == []
    room = Room()
    room.type("n")
    room.press(AFTER, "5", ENTER, CTRL_C)
    assert played(room, LONG, context(journal, wall))
    assert [one.score for one in journal.readings() if one.moment is Moment.AFTER] == [5]
    assert "Done. 2 minutes, 2 steps." in room.lines


def test_a_window_that_is_closed_ends_the_session_honestly(journal: Journal, wall: Wall) -> None:
    room = Room()
    room.type("n")
    room.gone_at = 40
    with pytest.raises(Gone):
        played(room, routine(STRETCH), context(journal, wall))
    (session,) = journal.sessions()
    assert session.outcome is State.ACTIVE
    assert room.heard[-1][0] < 40


def test_a_session_that_was_cut_short_is_gone_on_with(journal: Journal, wall: Wall) -> None:
    at = context(journal, wall)
    what = routine(STRETCH)
    journal.begin(session_record(routine_id=STRETCH, title=what.card.title), what.plan)
    journal.intervals_done(uuid_of(1), [], Progress(index=1, elapsed=10.0, active_seconds=15.0))
    wall.advance(600)
    room = Room()
    room.type("", "q")
    assert played(room, what, at)
    name = what.plan.intervals[1].name
    assert f"A session is open: {what.card.title} was cut short 10 minutes ago." in room.lines
    begun = room.lines.index("Space pauses and goes on, q leaves, question mark says all keys.") + 1
    assert room.lines[begun].startswith(f"{name}, ")
    assert room.lines[begun + 1 : begun + 5] == ["3", "2", "1", "Go on."]
    (session,) = journal.sessions()
    assert (session.id, session.outcome) == (uuid_of(1), State.FINISHED)


def test_without_anybody_a_routine_runs_to_its_end_and_nothing_is_answered(journal: Journal, wall: Wall) -> None:
    room = Room(attended=False)
    what = loaded({"confirm": "Dry floor?"}, {"name": "Circles", "reps": 5}, hold("Bridge", 20), get_ready=5)
    at = context(journal, wall, used=False)
    assert played(room, what, at)
    assert room.lines[0].startswith("Nobody can answer here")
    assert room.lines[1] == "hiproutine guides exercises and keeps how your hip feels."
    assert room.heard[-1][0] == what.plan.seconds
    assert journal.readings() == []
    (session,) = journal.sessions()
    assert session.outcome is State.FINISHED
    again = Room(attended=False)
    assert played(again, what, at)
    assert again.lines[1] == room.lines[1], "nobody has read the notice"


def test_without_anybody_an_urgent_sign_leaves_the_routine_unplayed(journal: Journal, wall: Wall) -> None:
    at = context(journal, wall)
    assert at.journal
    answer_flags(at.journal, frozenset({FLAGS[0].id}), wall())
    room = Room(attended=False)
    assert not played(room, LONG, at)
    assert room.lines[-2].startswith("Before you begin: Please seek urgent medical care now")
    assert room.lines[-1].startswith("Before you begin: Not played, since nobody is here")
    assert journal.sessions() == []


def test_without_anybody_a_warning_sign_that_stands_is_said_and_nothing_is_played(journal: Journal, wall: Wall) -> None:
    at = context(journal, wall)
    assert at.journal
    answer_flags(at.journal, frozenset({"swelling"}), wall())
    room = Room(attended=False)
    assert not played(room, LONG, at)
    said, left = (line for line in room.lines if line.startswith("Before you begin: "))
    assert said == f"Before you begin: {at.judged().findings[0].sentence}"
    assert left == "Before you begin: Not played, since nobody is here to choose to go on."
    assert journal.sessions() == []


def test_without_anybody_a_milder_word_is_said_and_kept_with_the_session(journal: Journal, wall: Wall) -> None:
    at = context(journal, wall)
    at.keep(at.reading(Moment.OTHER, 4))
    room = Room(attended=False)
    assert played(room, LONG, at)
    (said,) = [line for line in room.lines if line.startswith("Before you begin: ")]
    (session,) = journal.sessions()
    assert said == f"Before you begin: {session.advice}"


def test_without_anybody_a_journal_that_cannot_be_used_is_said() -> None:
    room = Room(attended=False)
    assert played(room, LONG, Context(None, trouble="It is damaged."))
    assert room.lines[1] == "The journal cannot be used. It is damaged."
    assert room.lines[-1] == "Nothing of this is kept."


def test_the_cool_down_follows_where_it_was_chosen(journal: Journal, wall: Wall) -> None:
    room = Room()
    room.type("n")
    room.press(10, "p")
    room.type("2", "a", "n", "c")
    room.type("q")
    assert not played(room, LONG, context(journal, wall))
    assert "Easy walk, 3 minutes. Step 2 of 3. Walk at a pace that takes no effort." in room.lines
    assert room.lines.count("Space pauses and goes on, q leaves, question mark says all keys.") == 1
    assert {one.routine_id for one in journal.sessions()} == {"generated", "cool-down"}


def test_without_anybody_ctrl_c_ends_it_at_once() -> None:
    room = Room(attended=False)
    room.press(10, CTRL_C)
    assert not played(room, LONG)
    assert room.heard[-1][0] == 10.0


def test_a_rehearsal_asks_nothing_and_keeps_nothing() -> None:
    room = Room()
    room.press(1, "p")
    assert Plain(room, NOTHING_KEPT, speed=10.0, clock=room.clock).play(LONG)
    assert "A rehearsal asks nothing." in room.lines
    assert room.lines[-2:] == ["This was a rehearsal.", "Nothing of this is kept."]
    assert room.heard[-1][0] == 12.0


def test_a_session_left_for_later_is_not_ended_and_nothing_is_asked(journal: Journal, wall: Wall) -> None:
    room = Room()
    room.type("n")
    room.press(10, "q", "l")
    assert not played(room, LONG, context(journal, wall))
    assert "l leaves it, to go on with within four hours." in room.lines
    assert "How is the hip now?" not in " ".join(room.lines)
    resume = journal.active()
    assert resume is not None
    assert resume.elapsed == 10


def test_what_the_system_ends_can_be_gone_on_with(journal: Journal, wall: Wall) -> None:
    room = Room()
    room.type("n")
    room.gone_at = 10
    with pytest.raises(Gone):
        played(room, LONG, context(journal, wall))
    assert journal.active() is not None
