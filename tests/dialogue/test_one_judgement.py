"""Everything that speaks is asked at one moment of made-up histories: nothing contradicts anything."""

from __future__ import annotations

import pytest

from tests.dialogue.one_judgement import search


@pytest.mark.long
def test_nothing_that_is_offered_in_one_place_is_advised_against_in_another() -> None:
    search(15)
