"""Amounts mean what a person of either custom means by them; what nobody runs is asked about."""

from __future__ import annotations

import pytest

from hiproutine.advice.recovery.amounts import is_unlikely, metres_of, seconds_of
from hiproutine.advice.recovery.building import MILE, Unit
from hiproutine.advice.recovery.facts import Sport
from hiproutine.routine.durations import meant_seconds


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("5km", 5000),
        ("5,5 km", 5500),
        ("5.25", 5250),
        ("5,000m", 5000),
        ("5.000 m", 5000),
        ("10'000 m", 10000),
        ("10 000 m", 10000),
        ("10 000", 10000),
        ("10'000", 10000),
        ("5000", 5000),
        ("10,000", 10000),
        ("12", 12000),
        ("12,345.5 m", 12345.5),
        ("12.345,5 m", 12345.5),
        ("400.5m", 400.5),
        ("5.250 km", 5250),
        ("10,000km", 10000),
        ("3.1mi", 3.1 * MILE),
    ],
)
def test_a_distance_is_read_in_either_custom(text: str, metres: float) -> None:
    assert metres_of(text, Unit.KM) == pytest.approx(metres, abs=0.001)


@pytest.mark.parametrize("text", ["5,00,0m", "1,234,567 km", "5..5", "5,5,5", "1.2.3 km", "-5", "km", "5e3"])
def test_what_may_be_two_numbers_or_none_is_not_guessed(text: str) -> None:
    with pytest.raises(ValueError, match="write it"):
        metres_of(text, Unit.KM)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("28m", 1680),
        ("27.5", 1650),
        ("27,5 min", 1650),
        ("1.5h", 5400),
        ("1,5 h", 5400),
        ("28:30", 1710),
        ("1h5m", 3900),
        ("1h30", 5400),
        ("1 h 30 min", 5400),
        ("1:30 h", 5400),
        ("1:30:00", 5400),
        ("90 min", 5400),
        ("90 minutes", 5400),
        ("1 hour 30 minutes", 5400),
        ("1 hr and 30 mins", 5400),
        ("28'30\"", 1710),
        ("28m30", 1710),
        ("28 min 5 s", 1685),
        ("half an hour", 1800),
        ("an hour and a half", 5400),
        ("1.5 hours", 5400),
    ],
)
def test_a_time_is_read_in_either_custom(text: str, seconds: float) -> None:
    assert seconds_of(text) == seconds


@pytest.mark.parametrize("text", ["1h30", "1 h 05 min", "2h", "90 secs", "5 minutes", "1:02:30", "28'30\"", "1 hr"])
def test_a_time_of_a_run_is_read_as_one_in_a_routine(text: str) -> None:
    assert seconds_of(text) == meant_seconds(text)


@pytest.mark.parametrize("text", ["28.30", "1,234", "1.25h", "1h75", "1:75 h", "and", ", 5"])
def test_a_time_that_may_be_two_is_asked_about(text: str) -> None:
    with pytest.raises(ValueError, match="write it as"):
        seconds_of(text)


@pytest.mark.parametrize(
    ("sport", "metres", "seconds", "unlikely"),
    [
        (Sport.RUN, 5000, 1680, False),
        (Sport.RUN, 5000, 150, True),
        (Sport.RUN, 100, 10.5, False),
        (Sport.RUN, 5, 1680, True),
        (Sport.RUN, 400_000, None, True),
        (Sport.RUN, None, 1680, False),
        (Sport.WALK, 5000, 600, True),
        (Sport.CYCLE, 40_000, 3600, False),
        (Sport.OTHER, 5000, 1, True),
    ],
)
def test_what_nobody_does_is_asked_about(
    sport: Sport, metres: float | None, seconds: float | None, unlikely: bool
) -> None:
    assert is_unlikely(sport, metres, seconds) is unlikely
