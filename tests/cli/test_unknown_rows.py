"""Rows of a newer program, or of somebody who wrote into the file: a clear word, nothing lost, and never laxer."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from hiproutine.advice.assess import SOON_SENTENCE
from hiproutine.advice.finding import Kind
from hiproutine.advice.pain.sessions import Load
from hiproutine.advice.recovery.building import Unit
from hiproutine.dialogue.context import open_context
from hiproutine.journal.pain_facts import facts
from tests.at_moments import Commands
from tests.cli.running import hiproutine
from tests.dialogue.talk import played


def write(place: Path, statement: str) -> None:
    """Writes past the checks of the file."""
    with sqlite3.connect(place, isolation_level=None) as db:
        db.execute("PRAGMA ignore_check_constraints = 1")
        db.execute(statement)
    db.close()


def kept(commands: Commands) -> Path:
    """A journal with one of each."""
    commands("pain --score 1 --side left --area front --feel ache --no-landing", "2026-11-02 08:00")
    commands("run --distance 5km --pain 1 --surface road")
    commands("signs --none")
    commands("onset today")
    return commands.place


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE outing SET sport = 'trail-run'",
        "UPDATE outing SET surface = 'moon'",
        "UPDATE outing SET at = '2026-13-45'",
        "UPDATE onset SET at = 'soon'",
        "UPDATE reading SET feel = 'burning'",
        "UPDATE reading SET side = 'middle'",
        "UPDATE reading SET moment = 'night'",
        "UPDATE reading SET at = 'once'",
    ],
)
def test_a_word_nobody_knows_is_named_nothing_is_advised_without_it_and_all_of_it_stays(
    commands: Commands, change: str
) -> None:
    place = kept(commands)
    write(place, change)
    before = place.read_bytes()
    for line in ("today", "history", "report"):
        done = hiproutine(line)
        assert (done.status, done.out) == (1, ""), (line, done)
        assert "holds something that no hiproutine wrote: " in done.err
        assert "Traceback" not in done.err
    assert "What you noted cannot be read, so rest suits until it can" in commands("signs")
    assert place.read_bytes() == before
    with open_context(place, now=commands.wall) as context:
        judged = context.judged()
    assert judged.findings[0].kind is Kind.UNREAD
    assert {Load.LOW, Load.MODERATE, Load.HIGH} <= judged.against


def test_a_sign_of_a_newer_program_stands_and_can_be_checked(commands: Commands) -> None:
    write(kept(commands), "UPDATE flag SET flag = 'new-sign', answer = 1 WHERE flag = 'swelling'")
    assert commands("today", "2026-11-02 09:00").startswith(SOON_SENTENCE)
    page = commands("signs")
    assert "[x] new-sign          A sign that this version does not know (new-sign) (ticked on 2026-11-02)" in page
    assert SOON_SENTENCE in page
    assert "- 2026-11-02: new\\-sign, stands since then." in commands("report")
    commands("signs --none", "2026-11-03 09:00")
    assert SOON_SENTENCE in commands("today")
    commands("signs --checked", "2026-11-03 09:01")
    assert SOON_SENTENCE not in commands("today")


def test_a_session_of_an_unknown_load_counts_as_one_that_asks_much(commands: Commands) -> None:
    commands.at("2026-11-02 08:00")
    with commands.journal as journal:
        played(journal, commands.wall, "mine", "extreme", before=1, after=4)
        (session,) = facts(journal, commands.wall(), commands.zone, Unit.KM).sessions
    assert session.load is Load.HIGH
    assert "reacted to “mine”" in commands("today", "2026-11-02 09:00")
