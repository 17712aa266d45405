"""What plain mode talks to: lines out, keys in, and one way to wait."""

from __future__ import annotations

from typing import Protocol

CTRL_C, CTRL_D, CTRL_U, CTRL_Z = "ctrl+c", "ctrl+d", "ctrl+u", "ctrl+z"
ENTER, ESCAPE, BACKSPACE, LEFT, RIGHT = "enter", "escape", "backspace", "left", "right"
CONTINUED = "continued"
"""Not a key: the program stood still in the background, and goes on."""


SILENCE = 0.5
"""Seconds without a key after which a key that was held is let go: longer than keyboards wait before they repeat."""


class Gone(Exception):
    """Nobody is there any more: the window is closed, or nothing takes what is printed. Says why, if that helps."""


class Console(Protocol):
    """Lines out and keys in. A key is its character, or one of the names above."""

    @property
    def attended(self) -> bool:
        """Whether somebody can read a question and answer it."""

    def say(self, line: str) -> None:
        """Prints a line; returns at once and never raises."""

    def write(self, text: str) -> None:
        """Prints text as it is, such as a bell. Returns at once and never raises."""

    def wait(self, seconds: float | None) -> str | None:
        """The next key; None after so many seconds at most. Without seconds it waits for a key alone.

        Raises:
            Gone: nobody is there any more.
        """

    def stand_aside(self) -> None:
        """Gives the terminal back and stops until the program is continued."""

    def drain(self) -> None:
        """Waits until everything is printed.

        Raises:
            Gone: it cannot be.
        """


class Keyboard(Console, Protocol):
    """A console whose keys a person presses, and may hold."""

    def settle(self) -> None:
        """Lets go of keys that were on their way or are held: returns when none came for half a second.

        Raises:
            Gone: nobody is there any more.
        """
