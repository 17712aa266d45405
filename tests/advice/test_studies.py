"""Where the rules come from, as sentences."""

from __future__ import annotations

import re

import pytest

from hiproutine.advice import studies
from hiproutine.advice.asking import QUESTIONS
from hiproutine.advice.studies import Source

ALL = {name: one for name, one in vars(studies).items() if isinstance(one, Source)}


@pytest.mark.parametrize("name", ALL)
def test_no_sentence_has_two_colons_when_it_stands_after_its_label(name: str) -> None:
    for text in (ALL[name].name, ALL[name].found):
        for sentence in re.split(r"(?<=[.?]) (?=[A-Z0-9])", f"Source: {text}"):
            assert sentence.count(": ") <= 1, sentence


@pytest.mark.parametrize("words", QUESTIONS.values())
def test_what_is_asked_may_stand_after_a_label(words: str) -> None:
    assert ":" not in words
