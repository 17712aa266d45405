"""A workout as a FIT file: the messages of one, by the public protocol's numbers, and its checksum. Pure."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import NamedTuple
from zlib import crc32

from hiproutine.runs.fit_messages import MARK, checksum
from hiproutine.workout.limits import FIELD, TITLE, cut, shortened
from hiproutine.workout.profile import Exercise
from hiproutine.workout.steps import End, Repeat, Step, Workout

FILE_ID, WORKOUT, WORKOUT_STEP, EXERCISE_TITLE = 0, 26, 27, 264
"""Numbers of messages."""
INDEX = 254
"""The number of the field that numbers messages of a kind."""
A_WORKOUT = 5
"""The type of the file."""
DEVELOPMENT, OURS = 255, 0x4852
"""The manufacturer of files that none makes, and what this program calls itself there."""
FIT_EPOCH = 631_065_600
"""Seconds from 1970 to the last day of 1989, where FIT begins to count."""
TIME, DISTANCE, OPEN, REPEAT, REPS = 0, 1, 5, 6, 29
"""What ends a step."""
NO_TARGET = 2
ACTIVE, REST = 0, 1
PROTOCOL, PROFILE = 0x20, 2132
"""Protocol 2.0, and the profile's version, of which the numbers are."""
HEADER = 14
_ENUM, _SHORT, _LONG, _SERIAL, _TEXT = 0x00, 0x84, 0x86, 0x8C, 0x07
_CODES = {_ENUM: "B", _SHORT: "H", _LONG: "I", _SERIAL: "I"}
_UNKNOWN = {_ENUM: 0xFF, _SHORT: 0xFFFF, _LONG: 0xFFFF_FFFF, _SERIAL: 0}


class _Value(NamedTuple):
    """A field of a message: its number, its base type, and what stands in it; None is not known."""

    field: int
    base: int
    value: int | str | None


_Message = Sequence[_Value]


def fit_file(workout: Workout, identity: str, made: float) -> bytes:
    """The file, of a workout that always has the same `identity`; `made` is when, in seconds since 1970."""
    titles = _titles(workout)
    body = b"".join(
        (
            _messages(FILE_ID, [_file_id(identity, made)]),
            _messages(WORKOUT, [_workout(workout)]),
            _messages(WORKOUT_STEP, [_line(number, line) for number, line in enumerate(workout.steps)]),
            _messages(EXERCISE_TITLE, [_title(number, *pair) for number, pair in enumerate(titles.items())]),
        )
    )
    head = struct.pack("<BBHI4s", HEADER, PROTOCOL, PROFILE, len(body), MARK)
    whole = head + struct.pack("<H", checksum(head)) + body
    return whole + struct.pack("<H", checksum(whole))


def is_ours(data: bytes) -> bool:
    """Whether a file was written here, by its first message."""
    mark = struct.pack("<BHH", A_WORKOUT, DEVELOPMENT, OURS)
    return data[8:12] == MARK and mark in data[HEADER : HEADER + 64]


def _file_id(identity: str, made: float) -> _Message:
    serial = crc32(identity.encode()) or 1
    return (
        _Value(0, _ENUM, A_WORKOUT),
        _Value(1, _SHORT, DEVELOPMENT),
        _Value(2, _SHORT, OURS),
        _Value(3, _SERIAL, serial),
        _Value(4, _LONG, max(0, int(made) - FIT_EPOCH)),
    )


def _workout(workout: Workout) -> _Message:
    return (
        _Value(8, _TEXT, workout.name),
        _Value(4, _ENUM, workout.sport.sport),
        _Value(11, _ENUM, workout.sport.sub_sport),
        _Value(6, _SHORT, len(workout.steps)),
    )


def _line(number: int, line: Step | Repeat) -> _Message:
    amount: int | None
    if isinstance(line, Repeat):
        ends, amount, target = REPEAT, line.first, line.times
        name, intensity, notes, exercise = "", None, "", None
    else:
        ends = {End.TIME: TIME, End.REPS: REPS, End.DISTANCE: DISTANCE, End.LAP: OPEN}[line.end]
        amount, target = None if line.end is End.LAP else line.amount, 0
        name, intensity, notes, exercise = line.name, REST if line.rests else ACTIVE, line.notes, line.exercise
    return (
        _Value(INDEX, _SHORT, number),
        _Value(0, _TEXT, name),
        _Value(1, _ENUM, ends),
        _Value(2, _LONG, amount),
        _Value(3, _ENUM, NO_TARGET),
        _Value(4, _LONG, target),
        _Value(7, _ENUM, intensity),
        _Value(8, _TEXT, notes),
        _Value(10, _SHORT, exercise.category if exercise else None),
        _Value(11, _SHORT, exercise.number if exercise else None),
    )


def _titles(workout: Workout) -> dict[Exercise, str]:
    """What each known exercise is called here."""
    steps = [line for line in workout.steps if isinstance(line, Step)]
    return {step.exercise: shortened(step.title, TITLE.most) for step in steps if step.exercise}


def _title(number: int, exercise: Exercise, name: str) -> _Message:
    return (
        _Value(INDEX, _SHORT, number),
        _Value(0, _SHORT, exercise.category),
        _Value(1, _SHORT, exercise.number),
        _Value(2, _TEXT, name),
    )


def _messages(number: int, messages: Sequence[_Message]) -> bytes:
    """A definition and the messages it describes; texts get the room of the longest."""
    if not messages:
        return b""
    sizes = [_size(column) for column in zip(*messages, strict=True)]
    fields = b"".join(bytes((value.field, size, value.base)) for value, size in zip(messages[0], sizes, strict=True))
    definition = struct.pack("<BBBHB", 0x40, 0, 0, number, len(sizes)) + fields
    return definition + b"".join(b"\0" + _packed(message, sizes) for message in messages)


def _size(column: Sequence[_Value]) -> int:
    base = column[0].base
    if base != _TEXT:
        return struct.calcsize(_CODES[base])
    return 1 + max(len(_encoded(value.value)) for value in column)


def _packed(message: _Message, sizes: Sequence[int]) -> bytes:
    pieces = []
    for value, size in zip(message, sizes, strict=True):
        if value.base == _TEXT:
            pieces.append(_encoded(value.value).ljust(size, b"\0"))
        else:
            known = _UNKNOWN[value.base] if value.value is None else value.value
            pieces.append(struct.pack(f"<{_CODES[value.base]}", known))
    return b"".join(pieces)


def _encoded(text: object) -> bytes:
    """A text without its zero, never longer than a field holds."""
    plain = "".join(c for c in str(text) if c.isprintable())
    return cut(plain, FIELD.most).encode("utf-8", "replace")
