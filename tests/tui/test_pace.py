"""A link that somebody pays for carries few pictures of the figure."""

from __future__ import annotations

import pytest

from hiproutine.figures.ground import PACE
from hiproutine.tui.widgets.figure_view import PACE_OVER_SSH, pace


@pytest.mark.parametrize(
    ("name", "expected"), [("SSH_CONNECTION", PACE_OVER_SSH), ("SSH_TTY", PACE_OVER_SSH), ("", PACE)]
)
def test_a_figure_moves_slower_over_ssh(monkeypatch: pytest.MonkeyPatch, name: str, expected: int) -> None:
    for one in ("SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(one, raising=False)
    if name:
        monkeypatch.setenv(name, "192.0.2.1 1 192.0.2.2 22")
    assert pace() == expected
