"""XML as it is read: names without their prefixes, no entities, nothing fetched, a bounded depth. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Protocol
from xml.parsers import expat  # entities are refused at their declaration, and nothing is fetched

from hiproutine.runs.recording import Refusal, Refused

DEEPEST = 64
LONGEST_HEAD = 64 * 2**10
"""Bytes in which a DOCTYPE begins, and which it has at most."""
LONGEST_TEXT = 200
"""Characters of a text that is asked for; times and numbers are shorter."""
_CONTROL = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[\da-f]));", re.IGNORECASE
)
"""Characters that XML forbids, and how they may be written; real exports have them."""
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*(?:\[(.*?)\]\s*)?>", re.DOTALL)
_ENDS_EARLY = frozenset({3, 5, 6, 20})
"""Expat's numbers: no element, an unclosed token, half a character, an unclosed CDATA section."""
_MORE_AFTER = 9
_BOUND = "}"


class Handler(Protocol):
    """Who is told of elements. Texts are gathered only of the elements that `texts` names."""

    texts: frozenset[str]

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def closed(self, name: str, text: str) -> None:
        """An element ends; `text` is empty for those that are not in `texts`."""


class _Gathering:
    """Tells a handler of elements, and keeps the limits."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler
        self._depth = 0
        self._wanted = ""
        self._text: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Refused(Refusal.DEEP)
        local = name.rpartition(_BOUND)[2]
        self._text.clear()
        self._wanted = local if local in self._handler.texts else ""
        self._handler.opened(local, attributes)

    def end(self, name: str) -> None:
        self._depth -= 1
        local = name.rpartition(_BOUND)[2]
        text = "".join(self._text)[:LONGEST_TEXT] if self._wanted == local else ""
        self._wanted = ""
        self._handler.closed(local, text.strip())

    def text(self, text: str) -> None:
        if self._wanted and len(self._text) < LONGEST_TEXT:
            self._text.append(text[:LONGEST_TEXT])


def read_xml(pieces: Iterable[bytes], handler: Handler) -> bool:
    """Tells a handler of every element; says whether the text ends where it should.

    Raises:
        Refused: it is not well-formed, declares entities, or is nested too deeply.
    """
    parser = expat.ParserCreate(namespace_separator=_BOUND)
    gathering = _Gathering(handler)
    parser.buffer_text = True
    parser.StartElementHandler = gathering.start
    parser.EndElementHandler = gathering.end
    parser.CharacterDataHandler = gathering.text
    parser.EntityDeclHandler = _refuse_entities
    begun = False
    try:
        for piece in pieces:
            plain = _CONTROL.sub(b" ", piece) if begun or piece[:2] not in {b"\xff\xfe", b"\xfe\xff"} else piece
            if not begun:
                plain = _without_doctype(plain.removeprefix(b"\xef\xbb\xbf").lstrip())
                begun = bool(plain)
            parser.Parse(plain, False)
        parser.Parse(b"", True)
    except LookupError:
        raise Refused(Refusal.NOT_XML, "an encoding that is none") from None
    except expat.ExpatError as error:
        if error.code in _ENDS_EARLY:
            return False
        if error.code == _MORE_AFTER:
            return True
        raise Refused(Refusal.NOT_XML, f"line {error.lineno}: {expat.ErrorString(error.code)}") from None
    return True


def _without_doctype(text: bytes) -> bytes:
    """The text without its DOCTYPE, which may be malformed; one that declares entities is refused."""
    at = text.find(b"<!DOCTYPE", 0, LONGEST_HEAD)
    found = _DOCTYPE.match(text[: at + LONGEST_HEAD], at) if at >= 0 else None
    if found is None:
        return text
    if b"<!ENTITY" in (found.group(1) or b""):
        raise Refused(Refusal.ENTITIES)
    return text[: found.start()] + text[found.end() :]


def _refuse_entities(*_: object) -> None:
    raise Refused(Refusal.ENTITIES)


def moment_of(text: str, parse: Callable[[str], datetime] = datetime.fromisoformat) -> datetime | None:
    """A date and time of an XML file; None where it is none."""
    try:
        return parse(text)
    except (ValueError, OverflowError):
        return None


def number_of(text: str | None) -> float | None:
    """A number of an XML file; None where it is none, or not finite."""
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if abs(value) < 1e12 else None
