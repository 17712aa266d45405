"""A FLAC, by soundfile where it is installed; title, chapters and picture are put in here, since it cannot."""

from __future__ import annotations

import errno
import struct
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from shutil import copyfileobj
from typing import BinaryIO

from hiproutine.audio.about import MADE_BY, About
from hiproutine.audio.cover import SIDE
from hiproutine.cues.tones import RATE

MARK = b"fLaC"
STREAMINFO, COMMENT, PICTURE = 0, 4, 6
"""Kinds of blocks before the sound (RFC 9639)."""
LAST = 0x80
FRONT_COVER = 3


def write_flac(path: Path, beside: Path, blocks: Iterable[array[int]], about: About) -> None:
    """Writes all of it to `path`; the sound alone stands in `beside` for a while.

    Raises:
        ImportError: soundfile is not installed.
        OSError: it cannot be written.
    """
    import soundfile

    try:
        with soundfile.SoundFile(str(beside), "w", RATE, 1, "PCM_16", format="FLAC") as sound:
            for block in blocks:
                sound.buffer_write(block.tobytes(), "int16")
    except soundfile.LibsndfileError as error:
        raise OSError(errno.EIO, str(error)) from error
    with beside.open("rb") as found, path.open("wb") as file:
        (information,) = (body for kind, body in _blocks_before_sound(found) if kind == STREAMINFO)
        kinds = [(STREAMINFO, information), (COMMENT, _comment(about))]
        if about.cover:
            kinds.append((PICTURE, picture_block(about.cover)))
        file.write(MARK)
        for number, (kind, body) in enumerate(kinds, 1):
            file.write(bytes([kind | (LAST if number == len(kinds) else 0)]) + len(body).to_bytes(3, "big") + body)
        copyfileobj(found, file)


def picture_block(png: bytes) -> bytes:
    """A picture as FLAC and Ogg hold it."""
    kind = b"image/png"
    return (
        struct.pack(">II", FRONT_COVER, len(kind)) + kind + struct.pack(">IIIIII", 0, SIDE, SIDE, 8, 8, len(png)) + png
    )


def chapter_comments(about: About) -> Iterator[tuple[str, str]]:
    """Chapters as comments, three digits each: the way that players of FLAC and Ogg read them."""
    for number, chapter in enumerate(about.chapters):
        minutes, seconds = divmod(chapter.start, 60)
        yield f"CHAPTER{number:03}", f"{int(minutes // 60):02}:{int(minutes % 60):02}:{seconds:06.3f}"
        yield f"CHAPTER{number:03}NAME", chapter.title


def _blocks_before_sound(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Kind and body of each; the file stands at the sound afterwards."""
    file.seek(len(MARK))
    last = 0
    while not last:
        head = file.read(4)
        last = head[0] & LAST
        yield head[0] & ~LAST, file.read(int.from_bytes(head[1:], "big"))


def _comment(about: About) -> bytes:
    said = [("TITLE", about.title), ("ARTIST", MADE_BY), ("COMMENT", about.comment), *chapter_comments(about)]
    lines = [f"{name}={text}".encode("utf-8", "replace") for name, text in said]
    maker = MADE_BY.encode()
    return (
        struct.pack("<I", len(maker))
        + maker
        + struct.pack("<I", len(lines))
        + b"".join(struct.pack("<I", len(line)) + line for line in lines)
    )
