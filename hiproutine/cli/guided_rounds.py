"""Rounds of a routine that is written by questions, and how they grow over weeks: what an answer means. Pure."""

from __future__ import annotations

import re
from typing import Any

from hiproutine.cli.guided_amounts import GROWS, length_of, number_of
from hiproutine.routine.durations import meant_seconds

Table = dict[str, Any]

EXAMPLES = "3, 10 every 1m, or 10m for as many as you can"
ROUNDS = f"Rounds, such as {EXAMPLES}"
"""The question; one round unless something else is said."""
REST = "Rest between rounds"
NO_REST = "none"
_EVERY = re.compile(r",?\s*\bevery\s+(minute|[0-9:.]+\s*[a-z]*)(?:\s+on the minute)?")
_AROUND = re.compile(r"^(?:for|amrap|up to)\s+|\s*(?:rounds?|times|x|amrap)$")


def rounds_of(answer: str) -> Table:
    """The keys of a block that say how often: `3`, `10 every 1m`, `10m`, `3 +1 a week until 5`; none for one round."""
    answer = answer.strip().casefold()
    if grows := GROWS.fullmatch(answer):
        found = rounds_of(grows[1])
        key = "rounds" if "rounds" in found else "for"
        return {**found, "progress": {key: grows[2], "until": _often(grows[3])[key]}} if key in found else found
    every = _EVERY.search(answer)
    often = _often(_EVERY.sub("", answer, count=1)) if every else _often(answer)
    if not every:
        return {} if often == {"rounds": 1} else often
    return {**often, "every": "1m" if every[1] == "minute" else length_of(every[1])}


def no_rounds(answer: str, rounds: Table) -> str:
    """That an answer says neither how many rounds nor for how long; empty where it does."""
    if "for" not in rounds or meant_seconds(rounds["for"]):
        return ""
    return f"“{answer}” is no number of rounds, and no length; write {EXAMPLES}."


def _often(answer: str) -> Table:
    """So many rounds, or rounds for so long."""
    amount = _AROUND.sub("", answer.strip()).strip()
    return {"rounds": number_of(amount)} if amount.isdecimal() else {"for": length_of(amount)}


def rest_of(answer: str) -> Table:
    """The pause between rounds."""
    return {} if answer.casefold() in {NO_REST, "no", "0"} else {"round_rest": length_of(answer)}


FOR_EACH = "Write one for each week with commas between them"


def weeks_question(rounds: Table) -> str:
    """Asks how that grows from week to week."""
    what = "Minutes of rounds" if "for" in rounds else "Rounds"
    return f"{what} in week 1, 2 and so on, such as {weeks_example(rounds)}; enter for the same every week"


def weeks_example(rounds: Table) -> str:
    """An answer to that."""
    return "8m, 10m, 12m" if "for" in rounds else "1, 2, 3"


def in_weeks(rounds: Table, answer: str) -> tuple[list[Table], Table]:
    """A table for each week, and the keys of the block, which name what stands there."""
    key = "for" if "for" in rounds else "rounds"
    name = "minutes" if key == "for" else "rounds"
    amounts = [_often(amount).get(key, amount.strip()) for amount in answer.casefold().split(",")]
    return [{name: amount} for amount in amounts], {**rounds, key: f"${name}"}


def with_rounds(title: str, steps: list[Table], rounds: Table) -> Table:
    """Steps, or where there are rounds blocks: what is included at the beginning and at the end comes once."""
    if not rounds:
        return {"steps": steps}
    own = [number for number, step in enumerate(steps) if "include" not in step]
    first, end = own[0], own[-1] + 1
    block = {"title": title, **rounds, "steps": steps[first:end]}
    return {"blocks": [*steps[:first], block, *steps[end:]]}
