"""What can be wrong, as a sentence a person can act on. Knows nothing else of the program."""

from __future__ import annotations

from typing import Literal, NamedTuple

Place = tuple[str | int, ...]
"""A path into a document: keys and indexes from 0, such as `("steps", 2, "hold")`."""


def place_text(place: Place) -> str:
    """The place as an author writes it, counting from 1: `steps[3].hold`."""
    text = ""
    for part in place:
        if isinstance(part, int):
            text += f"[{part + 1}]"
        else:
            text += f".{part}" if text else part
    return text


def printable(text: str) -> str:
    """The text with everything a terminal could obey shown as an escape, for names that come from outside."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "replace").decode() for c in text)


class Span(NamedTuple):
    """Where something stands in a text: lines and columns from 1, in characters; the end is just past the last."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)
"""The beginning of a file: where a problem of the whole is shown."""


class Problem(NamedTuple):
    """One thing that is wrong with one file: a code, a sentence, a cure, and where it stands."""

    code: str
    """A stable name, such as `bad-duration`."""
    message: str
    """What is wrong, without the place."""
    place: Place = ()
    """Where in the document; empty for the file as a whole."""
    help: str = ""
    """The cure, if one is known."""
    at: Literal["value", "key", "table"] = "value"
    """What of the place is meant."""
    severity: Literal["error", "warning"] = "error"
    path: str = ""
    """The file."""
    span: Span | None = None
    """Where in the text; None where only the place is known."""
    keys: tuple[str, ...] = ()
    """Of an unknown key, the keys that may be meant; of something missing, the keys that would be it."""
    other: Place = ()
    """What it cannot stand beside; the message says in which line that is, once the text is known."""

    @property
    def line(self) -> int:
        """From 1; 0 where only the place is known."""
        return self.span.line if self.span else 0

    @property
    def column(self) -> int:
        """From 1; 0 where only the place is known."""
        return self.span.column if self.span else 0

    def sentence(self) -> str:
        """The whole in one sentence: file, place, what is wrong, and the cure."""
        where = printable(self.path)
        if self.line:
            where += f":{self.line}:{self.column}"
        parts = [part for part in (where, printable(place_text(self.place)), printable(self.message)) if part]
        text = ": ".join(parts)
        return f"{text}. {printable(self.help)[:1].upper()}{printable(self.help)[1:]}." if self.help else f"{text}."


class HiproutineError(Exception):
    """The root of everything this program raises for a person to read."""


class BadFile(HiproutineError):
    """Raised for a routine or exercise file that cannot be used, with everything that is wrong with it."""

    def __init__(self, problems: list[Problem] | tuple[Problem, ...]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Every problem in a line of its own."""
        return "\n".join(problem.sentence() for problem in self.problems)


class UnknownRoutine(HiproutineError):
    """Raised for a name no routine has; `nearest` are ids that look like it."""

    def __init__(self, name: str, nearest: tuple[str, ...] = ()) -> None:
        self.name = name
        self.nearest = nearest
        super().__init__(name, nearest)

    def __str__(self) -> str:
        """One sentence with the nearest names."""
        text = f"There is no routine called “{printable(self.name)}”."
        if self.nearest:
            text += f" Did you mean {' or '.join(self.nearest)}?"
        return f"{text} “hiproutine list” shows them all."
