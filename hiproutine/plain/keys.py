"""What a terminal sends, as keys."""

from __future__ import annotations

import re

from hiproutine.plain.console import BACKSPACE, CTRL_C, CTRL_D, CTRL_U, CTRL_Z, ENTER, ESCAPE, LEFT, RIGHT

_ONE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1bO.|\x1b[^\x1b]|.", re.DOTALL)
_NAMES = {
    "\x03": CTRL_C,
    "\x04": CTRL_D,
    "\x08": BACKSPACE,
    "\n": ENTER,
    "\r": ENTER,
    "\x15": CTRL_U,
    "\x1a": CTRL_Z,
    "\x1b": ESCAPE,
    "\x7f": BACKSPACE,
    "\x1b[C": RIGHT,
    "\x1bOC": RIGHT,
    "\x1b[D": LEFT,
    "\x1bOD": LEFT,
}


def keys_of(text: str) -> list[str]:
    """The keys that were pressed, in order; those that mean nothing here are left out."""
    found = (_NAMES.get(one, one) for one in _ONE.findall(text))
    return [key for key in found if key.isprintable()]
