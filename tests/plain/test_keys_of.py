"""What is no key is none, and nothing of it is."""

from __future__ import annotations

import pytest

from hiproutine.plain.keys import keys_of


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("\x1b[M#qq", []),
        ("\x1b[Mqq\x1b[A", ["up"]),
        ("\x1b]11;rgb:0000/0000/0000\x07q", ["q"]),
        ("\x1bP>|quit\x1b\\", []),
        ("\x1b[<35;12;7M", []),
        ("\x1b]", ["alt+]"]),
        ("nq", ["n", "q"]),
    ],
)
def test_reports_are_no_keys(sent: str, keys: list[str]) -> None:
    assert keys_of(sent) == keys
