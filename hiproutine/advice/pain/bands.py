"""What a score means in words, and the bands the rules go by."""

from __future__ import annotations

from enum import IntEnum

LOWEST, HIGHEST = 0, 10
"""Ends of the numeric rating scale, whole points (Farrar 2001, Pain 94:149-158)."""

WORDS = (
    "none",
    "barely there",
    "slight",
    "noticeable",
    "nagging",
    "hard to ignore",
    "strong",
    "very strong",
    "severe",
    "hardly bearable",
    "worst imaginable",
)
"""One word or two for every score, 0 to 10, in order. Ours."""


class Band(IntEnum):
    """A band, by the score it begins at: 0-2, 3-5, 6-10, and within the last a mark at 8.

    No cut is universal (Boonstra 2016, Frontiers in Psychology 7:1466). Activity with pain up to 5 is part of the
    pain-monitoring model (trial protocol doi 10.1186/s40814-021-00792-5); the published overlaps at 2 and 5 are
    settled as here, by this program.
    """

    LOW = 0
    MIDDLE = 3
    HIGH = 6
    VERY_HIGH = 8

    @property
    def word(self) -> str:
        """How it is named where colour alone would not do."""
        return {Band.LOW: "low", Band.MIDDLE: "noticeable", Band.HIGH: "high", Band.VERY_HIGH: "very high"}[self]

    @property
    def above(self) -> Band:
        """The next band; the highest stays."""
        return next((band for band in Band if band > self), self)


def band_of(score: int) -> Band:
    """The band of a score. ValueError outside 0 to 10."""
    _check(score)
    return max(band for band in Band if band <= score)


def score_word(score: int) -> str:
    """The words beside a score. ValueError outside 0 to 10."""
    _check(score)
    return WORDS[score]


def _check(score: int) -> None:
    if not LOWEST <= score <= HIGHEST:
        raise ValueError(f"a pain score is from {LOWEST} to {HIGHEST}, not {score}")
