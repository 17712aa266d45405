"""`hiproutine signs`: ticked, checked by a professional, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Ran, hiproutine


@pytest.fixture
def place(tmp_path: Path) -> str:
    """A journal in which two signs stand."""
    found = str(tmp_path / "journal.sqlite3")
    hiproutine("signs", "--apply", "long-limp", "--apply", "swelling", "--journal", found)
    return found


def line(ran: Ran, flag: str) -> str:
    """What is said about one sign."""
    return next(one for one in ran.out.splitlines() if f"] {flag} " in one)


def test_checked_by_name_leaves_the_others(place: str) -> None:
    ran = hiproutine("signs", "--checked", "swelling", "--journal", place)
    assert line(ran, "swelling").startswith("[ ]")
    assert "(checked by a professional on 20" in line(ran, "swelling")
    assert line(ran, "long-limp").startswith("[x]")
    assert "(ticked on 20" in line(ran, "long-limp")


def test_checked_alone_means_all_that_stand(place: str) -> None:
    ran = hiproutine("signs", "--journal", place, "--checked")
    assert "[x]" not in ran.out
    assert "Please see" not in ran.out


def test_a_slip_is_taken_back_and_the_report_tells_it_from_a_check(place: str) -> None:
    ran = hiproutine("signs", "--back", "swelling", "--journal", place)
    assert "(taken back on 20" in line(ran, "swelling")
    hiproutine("signs", "--checked", "--journal", place)
    page = hiproutine("report", "--journal", place).out
    assert "“Swelling around the hip”, ticked by mistake, taken back on 20" in page
    assert "“A limp for more than a day”, checked by a professional on 20" in page


@pytest.mark.parametrize("option", ["--checked", "--back"])
def test_what_does_not_stand_is_named_and_nothing_changes(place: str, option: str) -> None:
    ran = hiproutine("signs", option, "long-limp", option, "too-long", "--journal", place)
    assert (ran.status, ran.out) == (1, "")
    assert "“too-long” does not stand, so nothing was changed." in ran.err
    assert "[x] long-limp" in hiproutine("signs", "--journal", place).out


def test_one_thing_at_a_time_and_known_names_alone(place: str) -> None:
    both = hiproutine("signs", "--checked", "--back", "swelling", "--journal", place)
    assert (both.status, "not several" in both.err) == (2, True)
    wrong = hiproutine("signs", "--back", "sweling", "--journal", place)
    assert (wrong.status, "did you mean swelling" in wrong.err) == (2, True)
