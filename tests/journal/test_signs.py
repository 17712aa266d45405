"""Signs that were ticked, checked by a professional and taken back: three things, and what stands is what is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiproutine.advice.pain.flags import FLAGS, LANDING
from hiproutine.advice.pain.readings import Area
from hiproutine.advice.pain.red_flags import standing
from hiproutine.journal.pain_facts import answer_flags, flag_answers, standing_signs
from hiproutine.journal.records import FlagRecord
from hiproutine.journal.signs import Sign, check_signs, every_sign, signs, standing_since, take_back_signs
from hiproutine.journal.store import Journal
from tests.journal.shelf import HERE, NOON, Wall, flag, reading, uuid_of

DAY = timedelta(days=1)
LIMP, SWELLING = "long-limp", "swelling"
HOURS = st.integers(0, 6).map(lambda hours: NOON + timedelta(hours=hours))


def test_a_sign_stands_from_its_first_tick_however_often_it_is_answered(journal: Journal, wall: Wall) -> None:
    answer_flags(journal, frozenset({LIMP}), wall())
    wall.now += DAY
    answer_flags(journal, frozenset({LIMP, SWELLING}), wall())
    wall.now += DAY
    answer_flags(journal, frozenset(), wall())
    assert standing_since(journal) == {LIMP: NOON, SWELLING: NOON + DAY}


def test_checked_and_taken_back_are_two_things_and_a_new_tick_is_a_new_sign(journal: Journal, wall: Wall) -> None:
    answer_flags(journal, frozenset({LIMP, SWELLING}), wall())
    wall.now += DAY
    check_signs(journal, frozenset({LIMP}), wall())
    take_back_signs(journal, frozenset({SWELLING}), wall())
    assert standing_since(journal) == {}
    wall.now += DAY
    answer_flags(journal, frozenset({LIMP}), wall())
    assert signs(journal.flags()) == (
        Sign(LIMP, NOON, checked=NOON + DAY),
        Sign(SWELLING, NOON, taken_back=NOON + DAY),
        Sign(LIMP, NOON + 2 * DAY),
    )


def test_a_check_speaks_for_what_was_ticked_before_it_and_a_slip_only_for_itself() -> None:
    early, late = flag(1, flag=LIMP), flag(2, NOON + DAY, flag=LIMP)
    checked = FlagRecord(late.id, late.at, LIMP, True, checked_on=NOON + 2 * DAY)
    slip = FlagRecord(late.id, late.at, LIMP, True, taken_back_on=NOON + 2 * DAY)
    assert signs([early, checked]) == (Sign(LIMP, NOON, checked=NOON + 2 * DAY),)
    assert signs([early, slip])[0] == Sign(LIMP, NOON)


def landed(journal: Journal, wall: Wall, *, on_impact: bool = True) -> None:
    """An answer about landing."""
    journal.add_reading(reading(2, at=wall(), area=Area.FRONT, on_impact=on_impact))


@pytest.mark.parametrize("settle", [check_signs, take_back_signs])
def test_pain_on_landing_that_was_answered_stands_like_its_sign(
    journal: Journal, wall: Wall, settle: Callable[[Journal, frozenset[str], datetime], None]
) -> None:
    landed(journal, wall)
    assert standing_since(journal) == {LANDING: NOON}
    assert [one.how for one in standing_signs(journal, HERE)] == ["answered"]
    wall.now += DAY
    settle(journal, frozenset({LANDING}), wall())
    assert standing_since(journal) == {}
    assert standing_signs(journal, HERE) == ()
    (sign,) = every_sign(journal)
    assert (sign.checked, sign.taken_back) == ((wall(), None) if settle is check_signs else (None, wall()))
    wall.now += DAY
    landed(journal, wall)
    assert standing_since(journal) == {LANDING: wall()}


def test_one_check_speaks_for_the_sign_and_the_answer_and_a_slip_for_one_of_them(journal: Journal, wall: Wall) -> None:
    landed(journal, wall)
    answer_flags(journal, frozenset({LANDING}), wall())
    wall.now += DAY
    take_back_signs(journal, frozenset({LANDING}), wall())
    assert [one.how for one in standing_signs(journal, HERE)] == ["answered"]
    answer_flags(journal, frozenset({LANDING}), wall())
    wall.now += DAY
    check_signs(journal, frozenset({LANDING}), wall())
    assert standing_signs(journal, HERE) == ()


def test_landing_answered_with_no_stands_no_longer(journal: Journal, wall: Wall) -> None:
    landed(journal, wall)
    wall.now += DAY
    landed(journal, wall, on_impact=False)
    assert (standing_since(journal), every_sign(journal)) == ({}, ())


ANSWERS = st.lists(
    st.builds(
        lambda at, name, answer, checked, back: FlagRecord("", at, name, answer, checked, back),
        HOURS,
        st.sampled_from([one.id for one in FLAGS[:2]]),
        st.booleans(),
        st.none() | HOURS,
        st.none() | HOURS,
    ),
    max_size=6,
)


@settings(max_examples=60)
@given(ANSWERS)
def test_what_the_rules_hold_to_stand_is_what_the_journal_says_does(answers: list[FlagRecord]) -> None:
    rows = [FlagRecord(uuid_of(n), *(getattr(one, f) for f in FIELDS)) for n, one in enumerate(answers)]

    class Shelf:
        """As much of a journal as is asked."""

        def flags(self) -> list[FlagRecord]:
            """All answers."""
            return sorted(rows, key=lambda one: one.at)

    by_rules = {one.flag.id: one.day for one in standing(*flag_answers(Shelf(), HERE), HERE)}  # type: ignore[arg-type]
    assert by_rules == {one.flag: one.since.date() for one in signs(rows) if one.stands}


FIELDS = ("at", "flag", "answer", "checked_on", "taken_back_on")
