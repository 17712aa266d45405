"""An MP3 of a constant rate, by lameenc; it needs the `audio` extra.

An encoder puts silence before the first sample and after the last. A frame at the head says how much; lameenc writes
none, so it is written here, and players begin and end at the sample (“Mp3 Info Tag rev 1 specifications”, LAME).
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable
from typing import BinaryIO

from hiproutine.audio.about import About
from hiproutine.audio.id3_tag import id3_tag
from hiproutine.audio.mixing import little_endian
from hiproutine.cues.tones import RATE
from hiproutine.runs.fit_messages import checksum

BIT_RATE = 32
"""Kilobits a second: a voice and tones need no more."""
FRAME = 576
"""Samples of a frame at our rate (MPEG-2, layer III)."""
DELAY = 576
"""Samples that the encoder puts before the first one; a decoder adds its own and knows them."""
_BIT_RATES = (0, 8, 16, 24, 32, 40, 48, 56, 64)
"""Of MPEG-2, layer III, by their number."""
_HEAD_RATE = 64
"""The head's frame is larger than the others, since it would not hold the tag."""
_SIDE_INFO = 9
QUALITY = 5


def write_mp3(file: BinaryIO, blocks: Iterable[array[int]], about: About, length: int) -> None:
    """Writes all of it; `length` is how many samples there will be. Raises ImportError without the extra."""
    import lameenc

    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(BIT_RATE)
    encoder.set_in_sample_rate(RATE)
    encoder.set_out_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.set_quality(QUALITY)
    file.write(id3_tag(about, length / RATE))
    head = file.tell()
    file.write(bytes(_frame_size(_HEAD_RATE)))
    size = sum(file.write(bytes(encoder.encode(little_endian(block)))) for block in blocks)
    size += file.write(bytes(encoder.flush()))
    frames = round(size / (72_000 * BIT_RATE / RATE))
    file.seek(head)
    file.write(_head_frame(frames, size, length))


def _head_frame(frames: int, size: int, length: int) -> bytes:
    """The frame before the others: how many there are, and how much of them is silence that nobody meant."""
    padding = max(0, min(4095, frames * FRAME - DELAY - length))
    tag = b"Info" + struct.pack(">III", 0x0F, frames, size + _frame_size(_HEAD_RATE))
    tag += bytes(min(255, part * 256 // 100) for part in range(100)) + struct.pack(">I", 100 - 10 * QUALITY)
    tag += b"LAME3.100" + bytes([0x01, 0]) + bytes(8) + bytes([0, BIT_RATE])
    tag += (DELAY << 12 | padding).to_bytes(3, "big") + bytes(4) + struct.pack(">I", size) + bytes(2)
    frame = (_header(_HEAD_RATE) + bytes(_SIDE_INFO) + tag).ljust(_frame_size(_HEAD_RATE), b"\0")
    end = 4 + _SIDE_INFO + len(tag)
    return frame[:end] + struct.pack(">H", checksum(frame[:end])) + frame[end + 2 :]


def _header(rate: int) -> bytes:
    """MPEG-2, layer III, no checksum, 22,050 samples a second, one channel."""
    return bytes([0xFF, 0xF3, _BIT_RATES.index(rate) << 4, 0xC4])


def _frame_size(rate: int) -> int:
    return 72_000 * rate // RATE
