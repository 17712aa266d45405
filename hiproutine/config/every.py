"""How often something is said, as a file has it; what reads durations is loaded where a file has one."""

from __future__ import annotations

from collections.abc import Mapping

LONGEST_EVERY = 3600
"""Seconds; what is said less often than once an hour is never said in a routine."""


def every(value: object) -> str:
    """The value in one form, such as `30s`.

    Raises:
        BadValue: it is no duration up to an hour.
    """
    from hiproutine.routine.durations import parse_duration

    parse_duration(value, least=0, most=LONGEST_EVERY)
    return f"{value}s" if isinstance(value, int) or str(value).isdecimal() else str(value).strip()


def seconds_of(values: Mapping[str, object], key: str, usual: int) -> int:
    """The seconds of a key; the usual ones where the file does not have it."""
    if key not in values:
        return usual
    from hiproutine.routine.durations import parse_duration

    return parse_duration(values[key], least=0)
