"""Keys as terminals with kitty's keyboard protocol send them: what is a repeat, and what is only a key let go.

Textual asks such terminals for keys in full, and not for the kind of their events; what it does not know ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from textual._xterm_parser import XTermParser
from textual.events import Key
from textual.keys import Keys

KINDS_TOO = "\x1b[=2;2u"
"""Asks a terminal that knows the protocol to say which events are repeats (kitty: "Report event types")."""
_KIND = re.compile(r"(\x1b\[[\d:]*;\d*):([123])((?:;[\d:]*)?[u~A-S])")
_PRESSED, _REPEATED, _LET_GO = "123"

_events = XTermParser._sequence_to_key_events  # noqa: SLF001


def _keys_of(parser: XTermParser, sequence: str, alt: bool = False) -> Iterable[Key]:
    """The keys of a sequence; of one that is none that anybody knows, nothing."""
    kind = _KIND.fullmatch(sequence)
    if kind and kind[2] == _LET_GO:
        return [Key(Keys.Ignore, sequence)]
    try:
        found = list(_events(parser, kind[1] + kind[3] if kind else sequence, alt))
    except (ValueError, OverflowError):
        return [Key(Keys.Ignore, sequence)]
    for key in found:
        if kind:
            key.repeats = kind[2] == _REPEATED  # type: ignore[attr-defined]
    return found


def tell_repeats_apart() -> None:
    """For every application that begins from now on."""
    XTermParser._sequence_to_key_events = _keys_of  # type: ignore[method-assign, assignment] # noqa: SLF001
