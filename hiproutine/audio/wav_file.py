"""A WAV with the chapters as its cue points: it needs nothing, and takes 2.6 MB a minute. Pure but for the file."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable
from typing import BinaryIO

from hiproutine.audio.about import MADE_BY, About
from hiproutine.audio.mixing import little_endian, sample
from hiproutine.cues.tones import RATE

HEAD = 44
"""Bytes before the samples."""


def write_wav(file: BinaryIO, blocks: Iterable[array[int]], about: About, length: int) -> None:
    """Writes all of it; `length` is how many samples there will be."""
    after = _cue_points(about) + _info(about)
    size = 2 * length
    file.write(struct.pack("<4sI4s4sI", b"RIFF", HEAD - 8 + size + len(after), b"WAVE", b"fmt ", 16))
    file.write(struct.pack("<HHIIHH4sI", 1, 1, RATE, 2 * RATE, 2, 16, b"data", size))
    file.writelines(little_endian(block) for block in blocks)
    file.write(after)


def _cue_points(about: About) -> bytes:
    points = labels = b""
    for number, chapter in enumerate(about.chapters, 1):
        at = sample(chapter.start)
        points += struct.pack("<II4sIII", number, at, b"data", 0, 0, at)
        labels += _chunk(b"labl", struct.pack("<I", number) + chapter.title.encode("utf-8", "replace") + b"\0")
    return _chunk(b"cue ", struct.pack("<I", len(about.chapters)) + points) + _chunk(b"LIST", b"adtl" + labels)


def _info(about: About) -> bytes:
    said = ((b"INAM", about.title), (b"IART", MADE_BY), (b"ICMT", about.comment))
    return _chunk(
        b"LIST", b"INFO" + b"".join(_chunk(name, text.encode("utf-8", "replace") + b"\0") for name, text in said)
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)
