"""How long ice or heat is to be, asked before it begins."""

from __future__ import annotations

import pytest

from hiproutine.dialogue.course import Play
from hiproutine.dialogue.questions import Aside, Pick
from hiproutine.dialogue.session import session_dialogue
from hiproutine.journal.store import Journal
from tests.dialogue.talk import Talk, context, routine, talk
from tests.dialogue.test_session import finished
from tests.journal.shelf import Wall, session_record

MINUTES = "How long today?"


def iced(journal: Journal, wall: Wall, answer: object) -> Talk:
    """Ice from its check to its end."""
    answers = [0, 0, answer, lambda item: finished(item, None), Aside.SKIP_REST, None]
    return talk(session_dialogue(context(journal, wall), routine("ice-therapy")), answers)


@pytest.mark.parametrize(("answer", "minutes"), [("900", 15), ("1200", 20), (Aside.SKIP, 15), (Aside.SKIP_REST, 15)])
def test_fifteen_or_twenty_minutes_as_chosen(journal: Journal, wall: Wall, answer: object, minutes: int) -> None:
    found = iced(journal, wall, answer)
    asked = found.asked[2]
    assert isinstance(asked, Pick)
    assert (asked.text, [(one.key, one.words) for one in asked.options]) == (
        MINUTES,
        [("1", "15 minutes"), ("2", "20 minutes")],
    )
    play = found.asked[3]
    assert isinstance(play, Play)
    assert play.loaded.plan.intervals[-1].seconds == minutes * 60


def test_what_was_chosen_last_time_is_marked(journal: Journal, wall: Wall) -> None:
    assert iced(journal, wall, "900").asked[2].last is None
    found = iced(journal, wall, "1200")
    journal.begin(session_record(routine_id="ice-therapy", plan_seconds=found.asked[3].loaded.plan.seconds))
    wall.advance(86_400)
    assert iced(journal, wall, "1200").asked[2].last == "1200"


def test_nothing_is_asked_about_another_routine(journal: Journal, wall: Wall) -> None:
    answers = [0, 0, lambda item: finished(item, None), Aside.SKIP_REST, None]
    found = talk(session_dialogue(context(journal, wall), routine("cool-down")), answers)
    assert MINUTES not in found.texts
