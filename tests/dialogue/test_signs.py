"""What may become of a warning sign, asked: checked by a professional, taken back as a slip, or still standing."""

from __future__ import annotations

import pytest

from hiproutine.advice.assess import SOON_SENTENCE
from hiproutine.dialogue.before import before
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.questions import Aside
from hiproutine.dialogue.red_flags import ask, by_hand
from hiproutine.journal.pain_facts import answer_flags
from hiproutine.journal.signs import signs
from hiproutine.journal.store import Journal
from tests.dialogue.talk import context, routine, talk
from tests.journal.shelf import Wall

LIMP, SWELLING = "long-limp", "swelling"
ASKED, UNMARKED = "Does any of this apply?", "No longer marked: what has become of it?"


def ticked(journal: Journal, wall: Wall, *flags: str) -> Context:
    """A context in which these were ticked an hour ago."""
    here = context(journal, wall)
    wall.advance(60)
    answer_flags(journal, frozenset(flags), wall())
    wall.advance(3600)
    return here


def became(journal: Journal) -> dict[str, str]:
    """What has become of each sign."""
    return {
        one.flag: "checked" if one.checked else "slip" if one.taken_back else "stands" for one in signs(journal.flags())
    }


@pytest.mark.parametrize("answer", ["checked", "slip"])
def test_opened_by_hand_a_sign_can_be_checked_or_taken_back(journal: Journal, wall: Wall, answer: str) -> None:
    here = ticked(journal, wall, LIMP)
    found = talk(by_hand(here), [frozenset({LIMP}), answer])
    assert found.texts == [ASKED, SOON_SENTENCE]
    assert became(journal) == {LIMP: answer}


def test_of_several_signs_each_is_settled_by_itself(journal: Journal, wall: Wall) -> None:
    here = ticked(journal, wall, LIMP, SWELLING)
    every = frozenset({LIMP, SWELLING})
    found = talk(by_hand(here), [every, "slip", frozenset({SWELLING}), "checked"])
    assert found.texts == [ASKED, SOON_SENTENCE, "Which were ticked by mistake?", SOON_SENTENCE]
    assert found.asked[2].chosen == frozenset()
    assert became(journal) == {LIMP: "checked", SWELLING: "slip"}


def test_who_leaves_the_question_which_changes_nothing(journal: Journal, wall: Wall) -> None:
    here = ticked(journal, wall, LIMP, SWELLING)
    talk(by_hand(here), [Aside.SKIP, "checked", Aside.SKIP])
    assert became(journal) == {LIMP: "stands", SWELLING: "stands"}


@pytest.mark.parametrize(
    ("answer", "is_now"),
    [("checked", "checked"), ("slip", "slip"), ("stays", "stands"), (Aside.SKIP, "stands"), (Aside.AS_USUAL, "stands")],
)
def test_what_is_unmarked_is_asked_about_and_never_just_gone(
    journal: Journal, wall: Wall, answer: object, is_now: str
) -> None:
    here = ticked(journal, wall, LIMP, SWELLING)
    found = talk(ask(here), [frozenset({SWELLING}), answer])
    assert found.texts == [ASKED, UNMARKED]
    assert found.asked[1].kicker == "A limp for more than a day"
    assert became(journal) == {LIMP: is_now, SWELLING: "stands"}


def test_a_slip_is_taken_back_at_the_check_before_a_routine(journal: Journal, wall: Wall) -> None:
    here = ticked(journal, wall, "no-weight")
    found = talk(before(here, routine("cool-down")), ["slip", 0, 0])
    assert found.result.loaded.plan.id == "cool-down"
    assert became(journal) == {"no-weight": "slip"}
