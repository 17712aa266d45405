"""Days as people write them are understood, and what may be two days is asked about."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.day_words import WEEKDAYS, day_called

SUNDAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-11-29"),
        ("Yesterday", "2026-11-28"),
        ("the day before yesterday", "2026-11-27"),
        ("3 days ago", "2026-11-26"),
        ("a week ago", "2026-11-22"),
        ("monday", "2026-11-23"),
        ("Sat", "2026-11-28"),
        ("sunday", "2026-11-29"),
        ("last sunday", "2026-11-22"),
        ("2026-03-31", "2026-03-31"),
        ("20260331", "2026-03-31"),
        ("2026/3/1", "2026-03-01"),
        ("31.3.2026", "2026-03-31"),
        ("31.3.26", "2026-03-31"),
        ("3.4.", "2026-04-03"),
        ("24.12.", "2025-12-24"),
        ("31/3", "2026-03-31"),
        ("3/31/2026", "2026-03-31"),
        ("5/5", "2026-05-05"),
        ("11-28", "2026-11-28"),
        ("31 March", "2026-03-31"),
        ("1st of april", "2026-04-01"),
        ("March 31, 2025", "2025-03-31"),
        ("28 nov", "2026-11-28"),
        ("24 December", "2025-12-24"),
    ],
)
def test_a_day_is_understood(text: str, day: str) -> None:
    assert day_called(text, SUNDAY).isoformat() == day


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("3/4", "3 April or 4 March"),
        ("3/4/2026", "3 April or 4 March"),
        ("31.2.2026", "no such day"),
        ("2026-13-01", "no such day"),
        ("31 Febtober", "write it as"),
        ("mo", "write it as"),
        ("", "write it as"),
        ("soon", "write it as"),
        ("29/02", "no 29 February in the last twelve months"),
        ("29 Feb", "no 29 February"),
        ("30 Feb", "no such day"),
        ("9999 weeks ago ago", "write it as"),
        ("0/0", "write it as"),
    ],
)
def test_what_is_no_day_or_two_is_asked_about(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        day_called(text, SUNDAY)


def test_a_leap_day_is_the_one_of_the_last_twelve_months() -> None:
    assert day_called("29 Feb", date(2025, 2, 28)) == date(2024, 2, 29)
    assert day_called("29/2", date(2024, 2, 29)) == date(2024, 2, 29)


@given(st.dates(date(2001, 1, 1), date(2100, 1, 1)), st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_last_one(today: date, name: str) -> None:
    found = day_called(name, today)
    assert timedelta(0) <= today - found < timedelta(days=7)
    assert WEEKDAYS[found.weekday()] == name


@given(st.text(max_size=15))
def test_no_text_does_more_than_say_so(text: str) -> None:
    with suppress(ValueError):
        assert day_called(text, SUNDAY).year
