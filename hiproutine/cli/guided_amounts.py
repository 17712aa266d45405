"""What an amount means that is answered in words: `30s`, `8-12 reps`, `10 times held 5s`, `8 reps +1 a week until 12`.

What is none is left as it was answered: the format says what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from hiproutine.routine.distances import meant_distance
from hiproutine.routine.durations import meant_seconds
from hiproutine.wording import spelt

Table = dict[str, Any]


def dose_of(answer: str, usual: str | None) -> Table:
    """What an amount says, and after it how it grows: `8 reps, +1 a week until 12`."""
    grows = GROWS.fullmatch(answer.strip().casefold())
    if not grows:
        return amount_of(answer, usual)
    found = amount_of(grows[1], usual)
    key = next(iter(found))
    return {**found, "progress": {key: grows[2], "until": amount_of(f"{key} {grows[3]}", key)[key]}}


def amount_of(answer: str, usual: str | None) -> Table:
    """How much: `30s`, `10`, `10 reps`, `hold 30s`, `8-12`, `10, 8, 6`, `10 times held 5s`; a bare number is of what is
    usual."""
    if held := _HELD.fullmatch(answer.strip().casefold()):
        return {"reps": one_or_each(held[1], number_of), "hold": one_or_each(held[2], length_of)}
    if far := _FAR.fullmatch(answer.strip().casefold()):
        return {"distance": one_or_each(far[1] or far[2], lambda amount: meant_distance(amount) or amount)}
    match = re.fullmatch(r"(?:(hold|time|open|reps)\s+)?(.+?)(?:\s*(reps|times|x))?", answer.strip().casefold())
    if not match:
        return {"hold": answer}
    named, amount, counted = match.groups()
    if named == "reps" or counted or (named is None and usual in {"reps", None} and _COUNTED.fullmatch(amount)):
        return {"reps": one_or_each(amount, number_of)}
    if named:
        return {named: one_or_each(amount, length_of)}
    key = usual if usual in {"hold", "time", "open"} else "time" if usual == "reps" else "hold"
    return {key: one_or_each(amount, length_of)}


GROWS = re.compile(r"(.+?),?\s+([+-] ?[0-9].*?),?\s+(?:until|up to|down to|to)\s+(.+)")
_FAR = re.compile(
    r"distance\s+(.+)"
    r"|([0-9.,]+\s*(?:m(?:et(?:re|er)s?)?|km|mi(?:les?)?|y(?:ar)?ds?)(?:,\s*[0-9.]+\s*(?:m|km|mi|yd))*)(?<![0-9]m)"
)
"""A distance, by its word or by its unit; `5m` is five minutes, as everywhere."""
_HELD = re.compile(r"(.+?)(?:\s*(?:reps|times|x))?,?\s+held\s+(?:for\s+)?(.+)")
_COUNTED = re.compile(r"[0-9]+(?:-[0-9]+)?(?:,\s*[0-9]+(?:-[0-9]+)?)*")


def one_or_each(amount: str, read: Callable[[str], Any]) -> Any:
    """One amount, or with commas between them a list with one for each set."""
    parts = [part.strip() for part in amount.split(",")]
    return [read(part) for part in parts] if len(parts) > 1 else read(amount)


def number_of(amount: str) -> int | str:
    """A whole number."""
    return int(amount) if amount.isdecimal() and len(amount) < 10 else amount


def length_of(amount: str) -> str:
    """A length in the spelling of files; as it was answered where it is none."""
    if amount.isdecimal():
        return f"{amount}s"
    seconds = None if re.fullmatch(r"[0-9hms:]+", amount) else meant_seconds(amount)
    return spelt(seconds) if seconds else amount
