"""How numbers and texts are said."""

from __future__ import annotations

from fractions import Fraction

import pytest

from hiproutine.errors import BadFile, Problem, Span, UnknownRoutine, place_text, printable
from hiproutine.wording import (
    brief,
    clock,
    count,
    countdown,
    fill,
    load_words,
    minutes_said,
    nearest,
    phase_word,
    shown_seconds,
    side_text,
    template_problem,
    tenth,
    tidy,
)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0:00"),
        (0.1, "0:01"),
        (5, "0:05"),
        (59.2, "1:00"),
        (272, "4:32"),
        (3599.5, "1:00:00"),
        (3750, "1:02:30"),
        (90_000, "25:00:00"),
        (-3, "0:00"),
    ],
)
def test_a_clock_shows_what_is_left_rounded_up(seconds: float, text: str) -> None:
    assert clock(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, 0), (0.0000001, 0), (1e-5, 1), (2.0000001, 2), (2.01, 3), (3, 3), (-1, 0)]
)
def test_the_dust_of_arithmetic_is_not_a_second(seconds: float, shown: int) -> None:
    assert shown_seconds(seconds) == shown


@pytest.mark.parametrize(("seconds", "text"), [(0, "0"), (7.2, "8"), (59, "59"), (59.1, "1:00"), (60, "1:00")])
def test_the_last_minute_counts_down_in_seconds_alone(seconds: float, text: str) -> None:
    assert countdown(seconds) == text


def test_what_asks_nothing_of_the_hip_has_no_load() -> None:
    assert [load_words(load) for load in ("none", "low")] == ["no load", "low load"]


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 s"),
        (30, "30 s"),
        (38.57142857, "38.6 s"),
        (47.5, "47.5 s"),
        (59.7, "1 min"),
        (60, "1 min"),
        (90, "1:30"),
        (720, "12 min"),
        (3599.6, "1 h 00 min"),
        (3900, "1 h 05 min"),
    ],
)
def test_a_length_in_a_line_is_brief(seconds: float, text: str) -> None:
    assert brief(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 seconds"),
        (1, "1 second"),
        (45, "45 seconds"),
        (60, "1 minute"),
        (725, "12 minutes"),
        (3600, "1 hour"),
        (3900, "1 hour 5 minutes"),
        (3660, "1 hour 1 minute"),
        (7205, "2 hours"),
        (3599, "1 hour"),
    ],
)
def test_a_length_is_said_as_a_person_says_it(seconds: float, text: str) -> None:
    assert minutes_said(seconds) == text


def test_numbers_have_no_needless_decimals_and_nouns_their_number() -> None:
    assert [tidy(number) for number in (30, 100, 25.25, 0, -10, 3.75)] == ["30", "100", "25.3", "0", "-10", "3.8"]
    assert [count(number, "step") for number in (0, 1, 9)] == ["0 steps", "1 step", "9 steps"]


def test_sides_and_phases_have_words() -> None:
    assert [side_text(side) for side in ("left", "right", None)] == ["left side", "right side", ""]
    words = [("ready", None), ("switch", None), ("rest", "rest"), ("rest", None), ("confirm", "confirm")]
    assert [phase_word(*pair) for pair in words] == ["Get ready", "Switch sides", "Rest", "Rest", "Check"]
    doses = ["hold", "time", "reps", "open"]
    assert [phase_word("work", dose) for dose in doses] == ["Hold", "Keep going", "Repeat", "At your pace"]


@pytest.mark.parametrize("text", ["", "plain", "{name} {side} {seconds} {next}", "{{", "}}", "{{name}}", "{{{name}}}"])
def test_known_placeholders_and_doubled_braces_are_fine(text: str) -> None:
    assert template_problem(text) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{names}", "“{names}” is not a placeholder"),
        ("{ name }", "“{ name }” is not a placeholder"),
        ("{name!r}", "“{name!r}” is not a placeholder"),
        ("{name:>9}", "“{name:>9}” is not a placeholder"),
        ("{", "a single “{” stands in the text"),
        ("a } b", "a single “}” stands in the text"),
        ("{{{", "a single “{” stands in the text"),
    ],
)
def test_any_other_brace_is_a_problem(text: str, problem: str) -> None:
    assert template_problem(text) == problem


def test_a_template_is_filled_in_once() -> None:
    values = {"name": "{side}", "side": "left", "seconds": "30", "next": "the end"}
    assert fill("{name} {{name}} {{{side}}}", values) == "{side} {name} {left}"


def test_the_nearest_words_look_alike_or_hold_the_word() -> None:
    words = ["warm-up-quick", "cool-down", "foam-roll-hips"]
    assert nearest("cooldown", words) == ("cool-down",)
    assert nearest("roll", words) == ("foam-roll-hips",)
    assert nearest("COOL-DOWN", words) == ("cool-down",)
    assert nearest("zz", words) == nearest("", words) == ()
    assert len(nearest("a-b", ["a-ba", "a-bb", "a-bc", "a-bd"], most=2)) == 2


def test_a_place_is_written_as_an_author_counts() -> None:
    assert place_text(("blocks", 0, "steps", 2, "cues", 1, "at")) == "blocks[1].steps[3].cues[2].at"
    assert place_text(("title",)) == "title"
    assert place_text(()) == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain é 股 🏃", "plain é 股 🏃"),
        ("\x1b[31m", r"\x1b[31m"),
        ("\x9b31m", r"\x9b31m"),
        ("a\nb\tc", r"a\nb\tc"),
        ("\u202e", r"\u202e"),
        ("\udcff", r"\udcff"),
        ("[bold]", "[bold]"),
    ],
)
def test_a_name_from_outside_is_shown_without_what_a_terminal_could_obey(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_a_problem_is_one_sentence_with_file_place_and_cure() -> None:
    problem = Problem("bad-duration", '"x" is not a duration', ("steps", 0, "hold"), "write it", path="a.toml")
    assert problem.sentence() == 'a.toml: steps[1].hold: "x" is not a duration. Write it.'
    assert Problem("toml-syntax", "invalid value", path="a\x1b.toml", span=Span(3, 8, 3, 8)).sentence() == (
        r"a\x1b.toml:3:8: invalid value."
    )
    assert str(BadFile([problem, Problem("no-dose", "the step has no dose")])).splitlines() == [
        problem.sentence(),
        "the step has no dose.",
    ]


def test_an_unknown_routine_is_a_sentence_with_the_nearest_names() -> None:
    assert str(UnknownRoutine("a\x1b", ("b", "c"))) == (
        r"There is no routine called “a\x1b”. Did you mean b or c? “hiproutine list” shows them all."
    )


@pytest.mark.parametrize(
    ("number", "text"),
    [(10.25, "10.3"), (0.25, "0.3"), (0.35, "0.4"), (8.45, "8.5"), (0.05, "0.1"), (0.04, "0.0"), (-0.04, "0.0"),
     (-2.25, "-2.3"), (12, "12.0"), (Fraction(1, 4), "0.3"), (9.96, "10.0"), (1e6, "1000000.0")],
)  # fmt: skip
def test_tenths_are_rounded_as_people_do(number: float | Fraction, text: str) -> None:
    assert tenth(number) == text
    assert tidy(float(number)) == text.removesuffix(".0")
