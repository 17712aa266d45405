"""What was done of rounds without a number, as a column of the journal has it: JSON."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hiproutine.play.rounds_run import RoundsDone


def stored_rounds(rounds: Iterable[RoundsDone]) -> str:
    """A list of tables with `title`, `rounds` and `steps`."""
    import json

    return json.dumps([asdict(one) for one in rounds], separators=(",", ":"))


def rounds_of(stored: str) -> tuple[RoundsDone, ...]:
    """Them from a column; none where it does not hold them."""
    if stored in {"", "[]"}:  # most sessions have none
        return ()
    import json

    from hiproutine.play.rounds_run import RoundsDone

    with suppress(ValueError, TypeError):
        return tuple(RoundsDone(**one) for one in json.loads(stored))
    return ()
