"""A routine as a sound file on the disk: all of it, or nothing."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from hiproutine.audio.about import About
from hiproutine.audio.by_ffmpeg import FfmpegFailed, write_by_ffmpeg
from hiproutine.audio.flac_file import write_flac
from hiproutine.audio.formats import Format
from hiproutine.audio.mixing import Track
from hiproutine.audio.mp3_file import write_mp3
from hiproutine.audio.wav_file import write_wav
from hiproutine.errors import HiproutineError, printable

FULL = 100_000
"""Bytes under which a disk counts as full where something could not be written on it."""

_NO_ROOM = "the disk is full; make room, or write it elsewhere with --output"


class CannotRecord(HiproutineError):
    """Raised for a sound file that cannot be written; says why, and what helps."""


def write_sound(
    path: Path, form: Format, track: Track, about: About, told: Callable[[float], None] = lambda _: None
) -> None:
    """Writes a track; `told` hears how much of it is done, from 0 to 1.

    Nothing is left behind where it fails or is broken off.

    Raises:
        CannotRecord: it cannot be written.
    """
    mark = uuid4().hex[:8]
    beside = path.with_name(f".{path.name[:100]}.{mark}")
    sound_alone = path.with_name(f".{path.name[:100]}.{mark}.sound")
    try:
        sound = track.blocks(told)
        if form.name == "flac":
            write_flac(beside, sound_alone, sound, about)
        elif form.name in {"mp3", "wav"}:
            with beside.open("wb") as file:
                (write_mp3 if form.name == "mp3" else write_wav)(file, sound, about, track.length)
        else:
            write_by_ffmpeg(beside, form.name, sound, about)
        beside.replace(path)
    except (OSError, FfmpegFailed) as error:
        if _is_full(error, path):
            raise CannotRecord(f"{printable(str(path))} cannot be written: {_NO_ROOM}.") from error
        if isinstance(error, FfmpegFailed):
            raise CannotRecord(f"{error}. --format mp3 or --format wav does without it.") from error
        why = (error.strerror or str(error)).rstrip(".")
        raise CannotRecord(f"{printable(str(path))} cannot be written: {why}.") from error
    finally:
        for left in (beside, sound_alone):
            left.unlink(missing_ok=True)


def look_first(path: Path, form: Format, seconds: float, *, force: bool) -> None:
    """Nothing, where the file can be written.

    Raises:
        CannotRecord: it needs something that is not there, stands there already, or there is no room for it.
    """
    shown = printable(str(path))
    if not form.is_there():
        raise CannotRecord(f"{form.name.upper()} {form.lacking}.")
    if not force and os.path.lexists(path):
        raise CannotRecord(f"{shown} is there already: --force writes over it, --output FILE writes another.")
    if not path.parent.is_dir():
        raise CannotRecord(f"{shown} cannot be written: there is no folder {printable(str(path.parent))}.")
    free = shutil.disk_usage(path.parent).free
    if free < seconds * form.least_a_second:
        smaller = " --format mp3 takes a tenth." if form.name == "wav" else ""
        about = seconds * form.bytes_a_second
        raise CannotRecord(
            f"{shown} takes about {_megabytes(about)}, and there are {_megabytes(free)} free: make room, "
            f"or write it elsewhere with --output.{smaller}"
        )


def _is_full(error: Exception, path: Path) -> bool:
    """Whether there was no room, as far as the error or the disk tells: other programs say it in many ways."""
    if isinstance(error, OSError) and error.errno != errno.EIO:
        return error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
    return path.parent.is_dir() and shutil.disk_usage(path.parent).free < FULL


def _megabytes(size: float) -> str:
    return f"{size / 1_000_000:.1f} MB"
