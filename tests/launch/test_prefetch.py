"""What is known before the screens are there: the settings, the first question, the routine."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from hiproutine.advice.pain.flags import FLAGS
from hiproutine.advice.pain.readings import Moment, Reading
from hiproutine.clock import local_now
from hiproutine.dialogue.context import open_context
from hiproutine.dialogue.course import Play
from hiproutine.dialogue.questions import Scale, Statement
from hiproutine.dialogue.session import start_dialogue
from hiproutine.errors import BadFile, UnknownRoutine
from hiproutine.journal.in_use import WAITING
from hiproutine.journal.pain_facts import NOTICE, answer_flags, note_once
from hiproutine.journal.store import Journal
from hiproutine.launch.prefetch import Known, Prefetch
from hiproutine.paths import find_paths

NAME = "post-run-hip-stretch"


@pytest.fixture
def journal() -> Path:
    """The journal of somebody who has read the notice."""
    path = find_paths().journal
    path.parent.mkdir(parents=True, exist_ok=True)
    with Journal(path) as kept:
        note_once(kept, NOTICE, local_now())
    return path


def hurt(path: Path, score: int) -> None:
    """What was said yesterday; at 8, with a warning sign."""
    with Journal(path) as kept:
        kept.add_reading(Reading("1", local_now() - timedelta(days=1), Moment.OTHER, score, worst=score))
        answer_flags(kept, frozenset({FLAGS[0].id} if score == 8 else ()), local_now())


def configure(text: str) -> None:
    """The settings of the person."""
    path = find_paths().settings
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def known(name: str, path: Path) -> Known:
    """What is known of a routine before it is read; its child has ended."""
    ahead = Prefetch(name, path)
    found = ahead.known()
    ahead.opened()
    return found


def asked(ahead: Prefetch) -> object:
    """What the course of the whole routine, read by now, begins with."""
    with open_context(find_paths().journal, ask_before=ahead.known().settings.check_before) as context:
        return next(start_dialogue(context, ahead.opened().loaded))


@pytest.mark.parametrize("when", ["always", "when-it-hurt", "never"])
@pytest.mark.parametrize("score", [None, 0, 2, 8])
def test_the_first_question_is_that_of_the_whole_routine_or_none(when: str, score: int | None, journal: Path) -> None:
    configure(f'[check]\nbefore = "{when}"\n')
    if score is not None:
        hurt(journal, score)
    ahead = Prefetch(NAME, journal)
    first = ahead.known().first
    assert first in (None, asked(ahead))
    if score == 8:
        assert first is None, "what the rules say hangs on the routine"
        assert isinstance(asked(ahead), Statement)
        return
    if when == "always":
        assert isinstance(first, Scale)
    if when == "when-it-hurt":
        assert isinstance(first, Scale) is bool(score)
    if when == "never" and score == 0:
        assert isinstance(asked(ahead), Play)


@pytest.mark.parametrize(("when", "score"), [("never", 0), ("never", 8), ("when-it-hurt", 0), ("when-it-hurt", 2)])
def test_where_nothing_is_asked_the_child_says_what_is_played(when: str, score: int, journal: Path) -> None:
    configure(f'[check]\nbefore = "{when}"\n')
    hurt(journal, score)
    ahead = Prefetch(NAME, journal, looks_on=True)
    loaded, found, item = ahead.opened().loaded, ahead.straight(), asked(ahead)
    if not isinstance(item, Play):
        assert found is None
        return
    assert found
    assert (found.play, found.notices) == (item, ())
    assert found.play.loaded is loaded, "it was sent once"
    assert ahead.straight() is found
    assert journal.exists()


def test_who_does_not_look_on_hears_no_more_than_the_routine(journal: Path) -> None:
    configure('[check]\nbefore = "never"\n')
    for ahead in (Prefetch(NAME, journal), Prefetch(NAME, None, looks_on=True)):
        assert ahead.opened().loaded.plan.id == NAME
        assert ahead.straight() is None


def test_theme_keys_and_check_are_known_with_the_first_question(journal: Path) -> None:
    configure('theme = "light"\n[check]\nbefore = "always"\n[keys.ask]\nskip = "v"\n')
    found = known(NAME, journal)
    assert isinstance(found.first, Scale)
    assert (found.settings.theme, found.settings.keys, found.complaint) == ("light", {"ask.skip": "v"}, "")


@pytest.mark.parametrize("text", ["[check\n", 'them = "light"\n[check]\nbefore = 3\n'])
def test_broken_settings_are_said_with_the_first_question(text: str, journal: Path) -> None:
    configure(text)
    found = known(NAME, journal)
    assert isinstance(found.first, Scale)
    assert found.complaint.startswith(f"{find_paths().settings}:1:")


def test_where_the_child_comes_to_harm_everything_is_read_here(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configure('theme = "light"\n')

    def harmed(*_: object) -> Known:
        os._exit(3)

    with monkeypatch.context() as patched:
        patched.setattr("hiproutine.launch.prefetch._look", harmed)
        ahead = Prefetch(NAME, journal)
    found = ahead.known()
    assert (found.first, found.settings.theme) == (None, "light")
    assert ahead.opened().loaded.plan.id == NAME
    assert ahead.opened().settings.theme == "light"


def test_what_cannot_be_played_is_said_each_time_it_is_asked(tmp_path: Path, journal: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text("title = 3\n", encoding="utf-8")
    for name, error in (("no-such-routine", UnknownRoutine), (str(path), BadFile)):
        ahead = Prefetch(name, journal)
        assert ahead.known().first is None
        for _ in range(2):
            with pytest.raises(error):
                ahead.opened()


def test_a_routine_of_the_persons_own_is_read_before_anything_is_asked(journal: Path) -> None:
    own = find_paths().routines / f"{NAME}.toml"
    own.parent.mkdir(parents=True)
    own.write_text('title = "Mine"\nsteps = [{ name = "A", hold = "5s" }]\n', encoding="utf-8")
    ahead = Prefetch(NAME, journal)
    assert ahead.known().first is None
    assert ahead.opened().loaded.plan.title == "Mine"


def test_a_journal_in_use_is_waited_for_by_the_child_alone(journal: Path) -> None:
    configure("")
    with closing(sqlite3.connect(journal, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        WAITING.was_in_vain(journal)  # as after a wait; the child begins with it
        ahead = Prefetch(NAME, journal)
        WAITING.was_open(journal)
        first = ahead.known().first
        assert isinstance(first, Statement)
        assert "in use" in first.sentences[0]
        assert WAITING.waited_in_vain(journal)
        holder.execute("ROLLBACK")
    ahead.opened()
    WAITING.was_open(journal)
