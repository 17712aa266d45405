"""What the title of a block says of the rounds of the blocks around it. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

IN_ROUND = re.compile(r", round (\d+) of (\d+)(?=: )")
"""A round of a block around it (`plan.blocks.Around.in_round`)."""


def rounds_around(title: str, titles: Collection[str]) -> Iterator[re.Match[str]]:
    """The rounds around a block, the outermost first; a title that only reads so has no other rounds.

    The groups are the number of a round and how many they are. `titles` are all of the plan.
    """
    for match in IN_ROUND.finditer(title):
        begin = title[: match.start()]
        if any(other.startswith(f"{begin}, round {match[2]} of {match[2]}: ") for other in titles):
            yield match
