"""Days and moments in words, whatever the language of the system."""

from __future__ import annotations

from datetime import date, datetime

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def month_text(day: date) -> str:
    """A month in words, such as `November 2026`."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def brief_day(day: date) -> str:
    """A day in short, such as `9 Nov`."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def day_text(day: date, today: date) -> str:
    """`Mon 9 Nov`; of another year `9 Nov 2025`."""
    if day.year != today.year:
        return f"{brief_day(day)} {day.year}"
    return f"{WEEKDAYS[day.weekday()][:3]} {brief_day(day)}"


def listed_day(day: date, today: date) -> str:
    """The same in 11 columns, for one under another: `Mon  9 Nov`, ` 9 Nov 2025`."""
    number = f"{day.day:>2} {MONTHS[day.month - 1][:3]}"
    return f"{number} {day.year}" if day.year != today.year else f"{WEEKDAYS[day.weekday()][:3]} {number} "


def whole_day(day: date) -> str:
    """`Monday 9 November 2026`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {month_text(day)}"


def time_text(moment: datetime) -> str:
    """The time of day, such as `18:02`."""
    return f"{moment.hour:02}:{moment.minute:02}"


def month_beside(first: date, step: int) -> date:
    """The first day of the month so many months after this one, or before."""
    number = first.year * 12 + first.month - 1 + step
    return date(number // 12, number % 12 + 1, 1)
