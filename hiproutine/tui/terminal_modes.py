"""What a program has set in a terminal, followed by what it wrote; and what sets it back. Pure."""

from __future__ import annotations

import re

_MODES = re.compile(r"\x1b\[\?([\d;]+)([hl])")
_KEYBOARD_TAKEN = re.compile(r"\x1b\[>\d+u")
_KEYBOARD_BACK = "\x1b[<u"
_FRESH = frozenset({7, 25})
"""The private modes of a terminal that nobody has touched: long lines wrap, and the cursor is seen."""
_SCREEN = 1049
LONGEST = 64
"""Characters of the longest text that sets anything: a longer one is a picture."""


class TerminalModes:
    """Follows the private modes and kitty's keyboard protocol."""

    def __init__(self) -> None:
        self._set = set(_FRESH)
        self._keyboards = 0
        """How often the keyboard was taken and not given back."""

    def wrote(self, text: str) -> None:
        """Notes what a text sets; pictures are passed over."""
        if len(text) > LONGEST or "\x1b[" not in text:
            return
        for numbers, letter in _MODES.findall(text):
            change = self._set.update if letter == "h" else self._set.difference_update
            change(int(number) for number in numbers.split(";") if number)
        self._keyboards += len(_KEYBOARD_TAKEN.findall(text)) - text.count(_KEYBOARD_BACK)

    def back(self) -> str:
        """What sets it back; nothing where it is as it was. The keyboard comes first: each screen has its own."""
        on = sorted(self._set - _FRESH, key=lambda number: (number == _SCREEN, number))
        off = sorted(_FRESH - self._set)
        return (
            _KEYBOARD_BACK * max(0, self._keyboards)
            + "".join(f"\x1b[?{number}l" for number in on)
            + "".join(f"\x1b[?{number}h" for number in off)
        )
