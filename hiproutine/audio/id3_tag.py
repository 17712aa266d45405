"""The tag at the head of an MP3: ID3v2.3 with chapters in order of time (ID3v2 Chapter Frame Addendum 1.0). Pure."""

from __future__ import annotations

import struct

from hiproutine.audio.about import MADE_BY, About

_UTF16 = b"\x01"
_NOT_SAID = 0xFFFF_FFFF
"""An offset in bytes that a chapter does not give."""
TOP_LEVEL_ORDERED = 0x03
FRONT_COVER = 3
MOST_CHAPTERS = 255
"""The list of contents counts them in a byte."""


def id3_tag(about: About, seconds: float) -> bytes:
    """The tag; more chapters than it can list are left out from the end."""
    chapters = about.chapters[:MOST_CHAPTERS]
    frames = [
        _frame("TIT2", _text(about.title)),
        _frame("TPE1", _text(MADE_BY)),
        _frame("TLEN", _text(str(round(seconds * 1000)))),
        _frame("COMM", _UTF16 + b"eng" + _wide("") + b"\0\0" + _wide(about.comment) + b"\0\0"),
    ]
    if about.cover:
        frames.append(_frame("APIC", b"\0image/png\0" + bytes([FRONT_COVER]) + b"\0" + about.cover))
    if chapters:
        names = b"".join(f"chp{number}".encode() + b"\0" for number in range(len(chapters)))
        frames.append(_frame("CTOC", b"toc\0" + bytes([TOP_LEVEL_ORDERED, len(chapters)]) + names))
    for number, chapter in enumerate(chapters):
        times = struct.pack(">IIII", _ms(chapter.start), _ms(chapter.end), _NOT_SAID, _NOT_SAID)
        title = _frame("TIT2", _text(chapter.title))
        frames.append(_frame("CHAP", f"chp{number}".encode() + b"\0" + times + title))
    body = b"".join(frames)
    size = len(body)
    synchsafe = bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\x00\x00" + synchsafe + body


def _frame(name: str, body: bytes) -> bytes:
    return name.encode() + struct.pack(">IH", len(body), 0) + body


def _text(text: str) -> bytes:
    return _UTF16 + _wide(text)


def _wide(text: str) -> bytes:
    """UTF-16 with its mark, as version 2.3 has it."""
    return b"\xff\xfe" + text.encode("utf-16-le", "replace")


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
