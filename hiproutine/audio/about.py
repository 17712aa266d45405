"""What a file says of itself beside its sound: title, the routine's text, chapters, and a picture. Data only."""

from __future__ import annotations

from dataclasses import dataclass

from hiproutine.audio.score import Chapter

MADE_BY = "hiproutine"


@dataclass(frozen=True, slots=True)
class About:
    """What players show."""

    title: str
    comment: str
    """What the routine says of itself."""
    chapters: tuple[Chapter, ...]
    cover: bytes | None = None
    """A PNG."""
