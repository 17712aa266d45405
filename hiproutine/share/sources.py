"""The files of `web/` as they stand, and which of them not every page has."""

from __future__ import annotations

from functools import cache
from pathlib import Path

WEB = Path(__file__).parent / "web"
SOUND, OPEN_ROUNDS, ASKED_BACK, PROPOSED = "sound", "open_rounds", "asked_back", "proposed"
"""Modules that pages do not have without a sound, without rounds that come again until their time is over, without
anything that is asked back, and without weights and bands."""


@cache
def source(name: str) -> str:
    """A file of `web/` as it stands."""
    return (WEB / name).read_text("utf-8")
