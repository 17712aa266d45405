"""What a terminal sends, as keys."""

from __future__ import annotations

import re

from hiproutine.plain.console import BACKSPACE, ENTER, ESCAPE, LEFT, RIGHT

_REPORT = r"\x1b\[M[^\x1b]{0,3}|\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)"
"""What a terminal reports that another program asked: the mouse in its old way, and answers in words. No keys."""
_ONE = re.compile(_REPORT + r"|\x1b\[\[[A-E]|\x1b\[[0-?]*[ -/]*[@-~]|\x1bO.|\x1b[^\x1b]|.", re.DOTALL)
_NAMES = {
    "\x08": BACKSPACE,
    "\t": "tab",
    "\n": ENTER,
    "\r": ENTER,
    "\x1b": ESCAPE,
    "\x7f": BACKSPACE,
    "\x1b[Z": "shift+tab",
}
_LETTERS = {
    "A": "up", "B": "down", "C": RIGHT, "D": LEFT, "F": "end", "H": "home", "P": "f1", "Q": "f2", "R": "f3", "S": "f4",
}  # fmt: skip
"""Keys by the letter that ends their sequence."""
_NUMBERS = {
    "1": "home", "2": "insert", "3": "delete", "4": "end", "5": "pageup", "6": "pagedown", "7": "home", "8": "end",
    "11": "f1", "12": "f2", "13": "f3", "14": "f4", "15": "f5", "17": "f6", "18": "f7", "19": "f8", "20": "f9",
    "21": "f10", "23": "f11", "24": "f12", "25": "f13", "26": "f14", "28": "f15", "29": "f16", "31": "f17",
}  # fmt: skip
"""Keys by the number before a tilde (xterm, rxvt and the console of Linux)."""
_SEQUENCE = re.compile(r"\x1b(?:O|\[)(?:(\d+)(?:;(\d+))?)?([A-Z~])")
_CONSOLE = {f"\x1b[[{letter}": f"f{number}" for number, letter in enumerate("ABCDE", 1)}
"""The first function keys on the console of Linux."""
_SHIFT = 1
_MODIFIERS = (("alt", 2), ("ctrl", 4), ("shift", _SHIFT))
"""In the order in which Textual writes them; xterm sends their sum and one more."""
_SHIFTED = {f"f{number}": f"f{number + 12}" for number in range(1, 13)}
"""What terminals count shifted function keys as."""


def keys_of(text: str) -> list[str]:
    """The keys that were pressed, in order, as Textual calls them; those that mean nothing here are left out."""
    return [key for one in _ONE.findall(text) if (key := _key(one))]


def _key(one: str) -> str:
    """A key from all that a terminal sends for it; empty if that is nothing known."""
    if name := _NAMES.get(one) or _CONSOLE.get(one):
        return name
    if len(one) == 1:
        return one if one.isprintable() else f"ctrl+{chr(ord(one) + 96)}" if 0 < ord(one) < 27 else ""
    if match := _SEQUENCE.fullmatch(one):
        number, total, letter = match[1] or "", match[2], match[3]
        if letter != "~":
            total = total or number
        name = _NUMBERS.get(number, "") if letter == "~" else _LETTERS.get(letter, "")
        held = int(total) - 1 if total else 0
        if held & _SHIFT and name in _SHIFTED:
            name, held = _SHIFTED[name], held - _SHIFT
        return "".join(f"{word}+" for word, bit in _MODIFIERS if held & bit) + name if name else ""
    return f"alt+{one[1]}" if len(one) == 2 and one[1].isprintable() else ""
