"""The formats a sound file can have: what each needs, and which one is taken by itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from hiproutine.audio.by_ffmpeg import PROGRAM


def _module(name: str) -> Callable[[], bool]:
    return lambda: find_spec(name) is not None


def _ffmpeg() -> bool:
    return shutil.which(PROGRAM) is not None


@dataclass(frozen=True, slots=True)
class Format:
    """A format by the end of its files' names."""

    name: str
    is_there: Callable[[], bool]
    """Whether it can be written here."""
    lacking: str
    """What to do where it cannot."""
    bytes_a_second: int
    """About how much it takes."""
    least_a_second: int
    """With less it is never written: the same where every second takes as much, and a routine of silences where not."""


_EXTRA = "needs an extra: pip install 'hiproutine[audio]', or say --format wav"
_SOUNDFILE = "needs soundfile: pip install soundfile, or say --format wav"
_PROGRAM = "needs ffmpeg: install it, or say --format mp3 or --format wav"
FORMATS = {
    one.name: one
    for one in (
        Format(
            "mp3",
            _module("lameenc"),
            "needs an extra: pip install 'hiproutine[audio]', or say --format wav",
            4_000,
            4_000,
        ),
        Format("m4a", _ffmpeg, _PROGRAM, 3_500, 1_000),
        Format(
            "flac", _module("soundfile"), "needs soundfile: pip install soundfile, or say --format wav", 9_000, 2_000
        ),
        Format("wav", lambda: True, "", 44_100, 44_100),
        Format("ogg", _ffmpeg, _PROGRAM, 2_000, 700),
        Format("opus", _ffmpeg, _PROGRAM, 2_000, 1_000),
    )
}
"""The first that can be written is taken where none is asked for: MP3 plays everywhere, M4A is best for iPhones."""


def format_for(asked: str | None, path: Path | None) -> Format:
    """The format that is asked for, by name or by the end of the file's name; else the first that can be written."""
    end = path.suffix[1:].lower() if path else ""
    name = asked or (end if end in FORMATS else None)
    return FORMATS[name] if name else next(one for one in FORMATS.values() if one.is_there())
