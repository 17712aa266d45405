"""Wrong entries are corrected or taken out, and merging does not bring them back."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiproutine.advice.pain.readings import Moment
from hiproutine.dialogue.corrections import correct, remove
from hiproutine.dialogue.questions import Aside
from hiproutine.journal.records import State
from hiproutine.journal.store import Journal
from hiproutine.journal.transfer import export_lines, import_lines
from tests.cli.running import hiproutine
from tests.dialogue.talk import context, talk
from tests.journal.shelf import Wall, keep_session, reading, session_record


@pytest.fixture
def other(tmp_path: Path, wall: Wall) -> Journal:
    return Journal(tmp_path / "other.sqlite3", now=wall)


def exported(journal: Journal) -> list[bytes]:
    return [line.encode() for line in export_lines(journal)]


def test_what_was_taken_out_stays_out_whatever_is_merged(journal: Journal, other: Journal, wall: Wall) -> None:
    keep_session(journal, session_record())
    keep_session(journal, session_record(2))
    journal.add_reading(reading(4, session=session_record().id))
    before = exported(journal)
    import_lines(other, before, "before")
    wall.advance(60)
    journal.remove_session(session_record().id)
    assert [one.id for one in journal.sessions()] == [session_record(2).id]
    assert (journal.count(), journal.readings(), journal.session(session_record().id)) == (1, [], None)
    import_lines(journal, before, "again")
    assert journal.count() == 1
    import_lines(other, exported(journal), "after")
    assert (other.count(), other.readings()) == (1, [])


def test_a_score_and_a_note_are_corrected(journal: Journal, wall: Wall) -> None:
    keep_session(journal, session_record())
    journal.add_reading(reading(4, Moment.AFTER, session=session_record().id, worst=6))
    used = context(journal, wall)
    found = journal.readings()[0]
    assert talk(correct(used, session_record().id), [found.id, 7]).result
    assert [(one.score, one.worst) for one in journal.readings()] == [(7, 7)]
    assert talk(correct(used, session_record().id), ["note", "in the rain"]).result
    assert journal.sessions()[0].note == "in the rain"
    assert not talk(correct(used, session_record().id), [Aside.SKIP]).result


@pytest.mark.parametrize(("answer", "there"), [("stay", 1), ("out", 0)])
def test_a_session_is_taken_out_after_a_question(journal: Journal, wall: Wall, answer: str, there: int) -> None:
    keep_session(journal, session_record())
    answers: list[object] = [answer] if there else [answer, None]
    talk(remove(context(journal, wall), session_record().id), answers)
    assert journal.count() == there


def test_the_commands_correct(place: Path) -> None:
    done = hiproutine("history", "--add", "cool-down", "--on", "yesterday", "--journal", str(place))
    assert (done.status, done.err) == (0, "")
    assert "finished" in hiproutine("history", "--journal", str(place)).out
    assert hiproutine("pain", "--score", "4", "--on", "yesterday", "--journal", str(place)).status == 0
    assert "Taken back: pain 4" in hiproutine("pain", "--undo", "--journal", str(place)).out
    assert hiproutine("history", "1", "--note", "slow", "--journal", str(place)).status == 0
    with Journal(place) as journal:
        (session,) = journal.sessions()
        assert (session.outcome, session.note, journal.readings()) == (State.FINISHED, "slow", [])
    assert "Taken out: Cool-down" in hiproutine("history", "1", "--remove", "--journal", str(place)).out
    assert hiproutine("history", "1", "--remove", "--journal", str(place)).status == 2
    assert hiproutine("history", "--remove", "--journal", str(place)).status == 2
