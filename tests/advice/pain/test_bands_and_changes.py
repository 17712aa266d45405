"""Scores in words, and the change between two of them."""

from __future__ import annotations

import pytest

from hiproutine.advice.pain.bands import WORDS, Band, band_of, score_word
from hiproutine.advice.pain.changes import Change, change_of, change_text


@pytest.mark.parametrize(
    ("score", "band", "word"),
    [
        (0, Band.LOW, "low"),
        (2, Band.LOW, "low"),
        (3, Band.MIDDLE, "noticeable"),
        (5, Band.MIDDLE, "noticeable"),
        (6, Band.HIGH, "high"),
        (7, Band.HIGH, "high"),
        (8, Band.VERY_HIGH, "very high"),
        (10, Band.VERY_HIGH, "very high"),
    ],
)
def test_every_score_has_its_band_and_the_band_its_word(score: int, band: Band, word: str) -> None:
    assert band_of(score) is band
    assert band.word == word


@pytest.mark.parametrize("score", [-1, 11, 100])
def test_a_score_outside_the_scale_is_refused_with_both_ends_named(score: int) -> None:
    with pytest.raises(ValueError, match=f"from 0 to 10, not {score}"):
        band_of(score)
    with pytest.raises(ValueError, match=f"from 0 to 10, not {score}"):
        score_word(score)


def test_every_score_has_words_of_its_own() -> None:
    assert len(WORDS) == len(set(WORDS)) == 11
    assert (score_word(0), score_word(1), score_word(10)) == ("none", "barely there", "worst imaginable")


def test_the_band_above_the_highest_is_itself() -> None:
    assert [band.above for band in Band] == [Band.MIDDLE, Band.HIGH, Band.VERY_HIGH, Band.VERY_HIGH]


@pytest.mark.parametrize(
    ("earlier", "later", "change", "text"),
    [
        (4, 4, Change.SAME, "same"),
        (4, 5, Change.WORSE, "worse by 1"),
        (4, 6, Change.WORSE, "worse by 2"),
        (10, 0, Change.EASIER, "easier by 10"),
    ],
)
def test_a_change_is_told_by_word_and_number(earlier: int, later: int, change: Change, text: str) -> None:
    assert change_of(earlier, later) is change
    assert change_text(earlier, later) == text
