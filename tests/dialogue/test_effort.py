"""How hard it was, asked beside how hard it was meant to be."""

from __future__ import annotations

from hiproutine.advice.pain.readings import Moment
from hiproutine.dialogue.after import after
from hiproutine.dialogue.questions import Aside
from hiproutine.journal.store import Journal
from tests.dialogue.talk import context, talk
from tests.journal.shelf import Wall


def test_it_is_asked_back_afterwards_also_where_nothing_hurts(journal: Journal, wall: Wall) -> None:
    found = talk(after(context(journal, wall), None, None, (), "7 of 10"), [Aside.AS_USUAL, 8])
    assert found.texts[1] == "How hard was it? Meant: 7 of 10."
    assert [(one.moment, one.score, one.effort) for one in journal.readings()] == [(Moment.AFTER, 0, 8)]
    skipped = talk(after(context(journal, wall), None, None, (), "7 of 10"), [Aside.AS_USUAL, Aside.SKIP])
    assert skipped.result.reading.effort is None
