"""Which point of a body is which where its key poses come again on the other side, so that a page holds them once.

Bodies are flat lists of whole numbers, x and y of each point in turn.
"""

from __future__ import annotations

from collections.abc import Mapping

Body = list[int]
Pair = tuple[int, int]


def other_points(keys: list[Body], written: int, bends: Mapping[Pair, Body]) -> list[int] | None:
    """For each point the one whose way it goes on the other side; None where the later half is not the first again.

    Of points that lie together in every pose, the bends between the poses tell which is meant, where any does.
    """
    if len(keys) != 2 * written:
        return None
    first, later = keys[:written], keys[written:]
    ways = _ways([*first, *later])
    sought = _ways([*later, *first])
    half = {pair: bend for pair in bends if (bend := bends.get(other_pair(pair, written))) is not None}
    bent, bent_sought = _ways([bends[pair] for pair in half]), _ways(list(half.values()))
    found = []
    for number, way in enumerate(sought):
        those = [at for at, one in enumerate(ways) if one == way]
        if not those:
            return None
        same = [at for at in those if half and bent[at] == bent_sought[number]]
        found.append((same or those)[0])
    return found


def other_pair(pair: Pair, written: int) -> Pair:
    """The same two poses on the other side, the earlier first."""
    one, two = sorted((at + written) % (2 * written) for at in pair)
    return one, two


def swapped(body: Body, others: list[int]) -> Body:
    """A body, or how far its points are off their ways, on the other side."""
    return [body[2 * at + axis] for at in others for axis in (0, 1)]


def once(bends: Mapping[Pair, Body], others: list[int], written: int) -> dict[Pair, Body]:
    """The bends without those that are another's on the other side."""
    kept: dict[Pair, Body] = {}
    for pair, bend in bends.items():
        earlier = kept.get(other_pair(pair, written))
        if earlier is None or swapped(earlier, others) != bend:
            kept[pair] = bend
    return kept


def _ways(bodies: list[Body]) -> list[tuple[Pair, ...]]:
    """For each point where it is in every body."""
    return list(zip(*(zip(body[::2], body[1::2], strict=True) for body in bodies), strict=True))
