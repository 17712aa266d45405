"""A journal that another program holds is waited for once in all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Barrier, Thread, Timer
from time import monotonic

import pytest

from hiproutine.advice.pain.readings import Moment
from hiproutine.dialogue.context import open_context
from hiproutine.journal import schema
from hiproutine.journal.in_use import FOR, WAITING, Waiting
from hiproutine.journal.schema import JournalError
from hiproutine.journal.store import Journal
from tests.journal.shelf import Wall, keep_session, session_record


def test_one_wait_holds_for_a_while_and_ends_when_the_file_is_open() -> None:
    now = 100.0
    waiting, path = Waiting(lambda: now), Path("a")
    assert waiting.patience(path, 5.0) == 5.0
    waiting.was_in_vain(path)
    assert (waiting.patience(path, 5.0), waiting.patience(Path("b"), 5.0)) == (0.0, 5.0)
    now += FOR + 1
    assert waiting.patience(path, 5.0) == 5.0
    waiting.was_in_vain(path)
    waiting.was_open(path)
    assert waiting.patience(path, 5.0) == 5.0


def test_who_comes_later_waits_no_longer_than_who_waits_already() -> None:
    now = 100.0
    waiting, path = Waiting(lambda: now), Path("a")
    assert waiting.patience(path, 5.0) == 5.0
    now += 3.0
    assert waiting.patience(path, 5.0) == 2.0
    now += 3.0
    assert waiting.patience(path, 5.0) == 5.0, "nobody waits since so long"


def together(acts: list[Callable[[], object]]) -> list[Exception]:
    """What goes wrong where all begin in the same moment, a thread each."""
    wrong: list[Exception] = []
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> None:
        start.wait()
        try:
            act()
        except Exception as error:  # noqa: BLE001  # every one is told
            wrong.append(error)

    threads = [Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong


def test_many_that_make_the_journal_at_once_all_have_it_and_no_copy_is_made(tmp_path: Path) -> None:
    for number in range(4):
        place = tmp_path / str(number) / "journal.sqlite3"
        assert together([lambda place=place: schema.connect(place, 5.0).close()] * 8) == []  # type: ignore[misc]
        assert schema.copies(place) == []


def test_five_that_start_on_a_fresh_home_while_another_writes_all_have_a_journal(place: Path) -> None:
    def start(score: int) -> None:
        with open_context(place) as context:
            assert context.trouble == ""
            context.keep(context.reading(Moment.OTHER, score))

    place.parent.mkdir(parents=True)
    writer = sqlite3.connect(place, isolation_level=None, check_same_thread=False)
    writer.execute("BEGIN EXCLUSIVE")
    slow = Timer(0.7, writer.execute, ["ROLLBACK"])  # longer than what plays would wait
    slow.start()
    assert together([partial(start, score) for score in range(5)]) == []
    slow.join()
    writer.close()
    with Journal(place) as journal:
        assert sorted(one.score for one in journal.readings()) == [0, 1, 2, 3, 4]


def test_a_journal_that_was_in_use_at_the_start_is_used_as_soon_as_it_is_free(place: Path, wall: Wall) -> None:
    with Journal(place, now=wall) as journal:
        keep_session(journal, session_record())
    with closing(sqlite3.connect(place, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        WAITING.was_in_vain(place)  # somebody has waited
        context = open_context(place, now=wall)
        assert "in use" in context.trouble
        holder.execute("ROLLBACK")
    context.look_again()
    assert (context.trouble, len(context.sessions())) == ("", 1)
    context.close()


def test_a_dozen_questions_to_a_locked_journal_wait_once(place: Path, wall: Wall) -> None:
    with Journal(place, now=wall) as journal:
        keep_session(journal, session_record())
    holder = sqlite3.connect(place, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    began = monotonic()
    for _ in range(12):
        with Journal(place, now=wall, patience=0.2) as journal, pytest.raises(JournalError, match="in use"):
            journal.sessions()
    assert monotonic() - began < 1.0
    holder.execute("ROLLBACK")
    holder.close()
    with Journal(place, now=wall) as journal:
        assert journal.count() == 1
        assert WAITING.patience(place, 5.0) == 5.0
