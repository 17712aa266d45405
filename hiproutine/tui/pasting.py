"""What is pasted arrives as one text, whatever is in it: Textual takes escape sequences out of it, as keys."""

from __future__ import annotations

from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from contextlib import suppress
from weakref import WeakKeyDictionary

from textual._xterm_parser import XTermParser
from textual.events import Paste
from textual.message import Message

from hiproutine.tui.terminal_reports import Reports, as_text

BEGIN, END = "\x1b[200~", "\x1b[201~"
"""What a terminal sends around it."""
LEAST_HELD = 3
"""Characters from which a piece of `BEGIN` is waited upon: a shorter one is a key, or for Textual to put together."""


class Pastes:
    """Takes what was pasted out of what a terminal sends, piece by piece."""

    def __init__(self) -> None:
        self._held = ""
        """A piece of a mark, whose rest may follow."""
        self._parts: list[str] | None = None
        """Of what is being pasted."""

    def split(self, sent: str) -> Iterator[tuple[bool, str]]:
        """Texts in their order, and of each whether it was pasted; a paste when it is whole."""
        rest = self._held + sent
        self._held = ""
        while rest:
            inside = self._parts is not None
            text, mark, rest = rest.partition(END if inside else BEGIN)
            if not mark:
                self._held = _piece(text, END, 1) if inside else _piece(text, BEGIN, LEAST_HELD)
                text = text.removesuffix(self._held)
            if self._parts is None:
                self._parts = [] if mark else None
                if text:
                    yield False, text
                continue
            self._parts.append(text)
            if mark:
                whole, self._parts = "".join(self._parts), None
                yield True, whole


def _piece(text: str, mark: str, least: int) -> str:
    """The beginning of a mark at the end of a text."""
    return next((mark[:n] for n in range(len(mark) - 1, least - 1, -1) if text.endswith(mark[:n])), "")


_feed = XTermParser.feed
_reports: WeakKeyDictionary[XTermParser, Reports] = WeakKeyDictionary()
_pastes: WeakKeyDictionary[XTermParser, Pastes] = WeakKeyDictionary()


def _feed_whole(parser: XTermParser, data: str) -> Iterable[Message]:
    if not data:
        yield from _feed(parser, data)
    for pasted, text in _pastes.setdefault(parser, Pastes()).split(data):
        if pasted:
            yield Paste(as_text(text).replace("\x00", ""))
        elif cleaned := _reports.setdefault(parser, Reports()).clean(text):
            yield from _understood(parser, cleaned)


def _understood(parser: XTermParser, text: str) -> Iterator[Message]:
    """The messages of what was sent; of what nobody understands none, and what comes after it is read as ever."""
    try:
        yield from _feed(parser, text)
    except Exception:  # noqa: BLE001 - whatever a terminal sends, reading goes on
        parser.__init__()  # type: ignore[misc]


class _Decoder:
    """Reads UTF-8, and keeps bytes that are none as lone surrogates."""

    def __init__(self) -> None:
        self._decoder = getincrementaldecoder("utf-8")("surrogateescape")

    def decode(self, sent: bytes, final: bool = False) -> str:
        return self._decoder.decode(sent, final)


def keep_pastes_whole() -> None:
    """For every application that begins from now on."""
    XTermParser.feed = _feed_whole  # type: ignore[method-assign, assignment]
    with suppress(ImportError):  # there is another driver on Windows
        from textual.drivers import linux_driver

        setattr(linux_driver, "getincrementaldecoder", lambda _encoding: _Decoder)  # noqa: B010 - it is not exported
