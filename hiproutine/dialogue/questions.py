"""What can be asked of a person, as data: screens ask it large, plain mode asks it in words. Pure."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")

Asking = Generator["Question", Any, T]
"""Questions one after the other; each is answered by `send`, and the end has a result."""


class Aside(Enum):
    """Answers that every question of a check takes besides its own."""

    SKIP = "skip"
    """Not this one."""
    SKIP_REST = "skip rest"
    """Nothing more."""
    AS_USUAL = "as usual"
    """No pain, and nothing else to say."""


@dataclass(frozen=True)
class Question:
    """One question. `kicker` says what it belongs to."""

    text: str
    kicker: str


@dataclass(frozen=True)
class Scale(Question):
    """A whole number from 0 to 10, or an `Aside`."""

    words: tuple[str, ...]
    """A word or two for each, in order."""
    ends: tuple[str, str]
    """What 0 and 10 mean, in full."""
    last: int | None = None
    """What was said last time."""
    usual: bool = True
    """Whether one key says that there is no pain, as usual."""


class Option(NamedTuple):
    """One answer: its key, its words, and what it means to the program."""

    key: str
    words: str
    value: str


@dataclass(frozen=True)
class Pick(Question):
    """One of a few; its value, or an `Aside`."""

    options: tuple[Option, ...]
    last: str | None = None


@dataclass(frozen=True)
class Note(Question):
    """A sentence of the person's own; a text, empty for none."""

    longest: int = 500


@dataclass(frozen=True)
class Several(Question):
    """Any number of sentences that apply: the frozenset of their values, or an `Aside`."""

    why: str
    groups: tuple[tuple[str, tuple[Option, ...]], ...]
    """Headings with their sentences; the keys of these options are empty."""
    chosen: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Statement(Question):
    """Something to know, and ways on: the value of one. The first is the default; `back` is what escape means."""

    sentences: tuple[str, ...]
    options: tuple[Option, ...]
    because: tuple[str, ...] = ()
    closing: str = ""
    grave: bool = False
    """For red flags alone."""
    back: str = ""


class Notice(Question):
    """A sentence in passing; it waits for nothing, and the answer is None."""
