"""What is left over of a limb behind another: a few dots that hang together with nothing, and that nobody can read."""

from __future__ import annotations

Rows = list[int]
"""A picture by rows; bit i of a number is the dot in column i."""


def without_stray_dots(rows: Rows, least: int) -> Rows:
    """The picture without its parts of fewer dots than `least`; dots that touch at a corner belong together."""
    parent: list[int] = []
    dots: list[int] = []
    runs: list[list[tuple[int, int]]] = []
    above: list[tuple[int, int]] = []
    for row in rows:
        here: list[tuple[int, int]] = []
        left = row
        while left:
            beyond = left + (left & -left)  # the carry runs through the lowest run and stops behind it
            run, left = left & ~beyond, left & beyond
            mine = len(parent)
            parent.append(mine)
            dots.append(run.bit_count())
            beside = run | run << 1 | run >> 1
            for other, label in above:
                if other & beside:
                    _join(parent, dots, mine, label)
            here.append((run, mine))
        runs.append(here)
        above = here
    if all(dots[label] >= least for label, up in enumerate(parent) if label == up):
        return rows
    return [sum(run for run, label in row if dots[_root(parent, label)] >= least) for row in runs]


def _root(parent: list[int], label: int) -> int:
    while parent[label] != label:
        label = parent[label]
    return label


def _join(parent: list[int], dots: list[int], one: int, other: int) -> None:
    one, other = _root(parent, one), _root(parent, other)
    if one != other:
        parent[one] = other
        dots[other] += dots[one]
