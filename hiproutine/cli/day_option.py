"""The option that names a day, and the moment it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from datetime import datetime


class Day(click.ParamType):  # type: ignore[type-arg]  # generic in newer clicks only
    """The type of an option that is a day, as ISO 8601 writes it."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The first moment of that day, here; a usage error where it is none."""
        from datetime import datetime

        from hiproutine.clock import local_now
        from hiproutine.day_words import day_called
        from hiproutine.errors import printable

        if isinstance(value, datetime):
            return value
        try:
            day = day_called(str(value), local_now().date())
            return datetime(day.year, day.month, day.day).astimezone()
        except (ValueError, OverflowError, OSError) as error:
            self.fail(f"“{printable(str(value))}” is no day; {error}", param, ctx)


def at_day(now: datetime, day: datetime | None) -> datetime:
    """Now, also where today is named, or the noon of another day; a day to come is a usage error."""
    from datetime import timedelta

    if day is None or day.date() == now.date():
        return now
    if day > now:
        raise click.BadParameter("that day is still to come", param_hint="--on")
    return day + timedelta(hours=12)
