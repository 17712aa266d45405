"""Lines that are printed on a terminal."""

from __future__ import annotations

from hiproutine.cli.output import folded

LINE = "Leg strength: level 1 went well; once more on another day, then the next. hiproutine play leg-strength"


def test_a_line_folds_between_words_and_never_inside_a_command() -> None:
    assert folded(LINE, 80).splitlines() == [
        "Leg strength: level 1 went well; once more on another day, then the next.",
        "hiproutine play leg-strength",
    ]
    assert max(map(len, folded(LINE, 40).splitlines())) <= 40
    assert " ".join(folded(LINE, 40).splitlines()) == LINE


def test_what_fits_or_goes_to_no_terminal_stays_as_it_is() -> None:
    assert folded(LINE, len(LINE)) == folded(LINE, 0) == LINE
    assert folded("", 10) == ""
