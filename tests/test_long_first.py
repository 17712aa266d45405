"""The order in which workers begin."""

from __future__ import annotations

import pytest

from tests.long_first import long_first


@pytest.mark.parametrize(
    ("workers", "ordered"), [(1, "ADGbcefh"), (2, "ADbcGefh"), (3, "AbDceGfh"), (8, "AbcDefGh"), (9, "AbcDefGh")]
)
def test_every_share_begins_with_what_is_long(workers: int, ordered: str) -> None:
    assert "".join(long_first("AbcDefGh", workers, str.isupper)) == ordered


def test_nothing_is_no_trouble() -> None:
    assert long_first("", 6, str.isupper) == []
