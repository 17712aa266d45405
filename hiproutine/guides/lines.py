"""A guide's Markdown as lines of a width: headings, paragraphs, lists, `code`, **strong** words, drawings; no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

SOURCES = "Sources"
"""The heading from which on everything is quiet."""
DRAWING = "    "
"""What stands before every line of a drawing."""
_ITEM = re.compile(r"(- |\d+\. )(.*)")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+|[a-z0-9-]+\.[a-z]+")
"""What is known for a name by its look: an id, a file."""
_INLINE = re.compile(r"`([^`]+)`|\*\*([^*]+)\*\*")


class Tone(StrEnum):
    """How a piece of text is meant."""

    TITLE = "title"
    HEADING = "heading"
    PLAIN = "plain"
    STRONG = "strong"
    CODE = "code"
    """A command, a key or an id."""
    MARK = "mark"
    """The dot or the number before an item."""
    QUIET = "quiet"
    DRAWING = "drawing"
    """Indented by four blanks: kept as it is, or left out where it does not fit."""


Piece = tuple[str, Tone]
Line = tuple[Piece, ...]
Word = list[Piece]
"""What stands together without a blank."""


def lines(text: str, width: int, *, quoted: bool = False, drawn: bool = True) -> list[Line]:
    """The text in lines no wider than this; an empty line is one without pieces.

    `quoted` puts marks around commands and keys, for where colour does not set them apart. Without `drawn`, drawings
    are left out: what they show stands in words beside them.
    """
    found: list[Line] = []
    tone, before = Tone.PLAIN, ""
    for mark, words in _blocks(text):
        if mark == DRAWING and not (drawn and _fits(words, width)):
            continue
        if found and before != "##" and not (_is_item(mark) and _is_item(before)):
            found.append(())
        before = mark
        if mark.startswith("#"):
            tone = Tone.QUIET if words == SOURCES else Tone.PLAIN
            kind = Tone.TITLE if mark == "#" else Tone.QUIET if tone is Tone.QUIET else Tone.HEADING
            found += _wrapped([[(word, kind)] for word in words.split()], width)
        elif mark == DRAWING:
            found += [((row, Tone.DRAWING),) for row in words.split("\n")]
        elif mark:
            found += _item("· " if mark == "- " else mark, _words(words, tone, quoted=quoted), width)
        else:
            found += _wrapped(_words(words, tone, quoted=quoted), width)
    return found


def plain(line: Line) -> str:
    """A line without its tones."""
    return "".join(text for text, _ in line)


def _is_item(mark: str) -> bool:
    return bool(mark) and mark != DRAWING and not mark.startswith("#")


def _fits(drawing: str, width: int) -> bool:
    return max(len(row) for row in drawing.split("\n")) <= width


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Headings, items and paragraphs: what stands before them, and their words in one line; a drawing in its own."""
    mark, words = "", ""
    for line in (*text.splitlines(), ""):
        heading = re.fullmatch(r"(#+) (.*)", line)
        item = _ITEM.fullmatch(line)
        row = line.startswith(DRAWING) and (not words or mark == DRAWING)
        if (heading or item or not line.strip()) and words:
            yield mark, words
            mark, words = "", ""
        if heading:
            yield heading[1], heading[2]
        elif item:
            mark, words = item[1], item[2]
        elif row:
            mark, words = DRAWING, f"{words}\n{line[len(DRAWING) :]}" if words else line[len(DRAWING) :]
        elif line.strip():
            words = f"{words} {line.strip()}".strip()


def _words(text: str, tone: Tone, *, quoted: bool) -> list[Word]:
    """The words of a text; a command stays whole, with the marks that touch it."""
    found: list[Word] = [[]]
    place = 0
    for match in _INLINE.finditer(text):
        _add(found, text[place : match.start()], tone)
        if match[1]:
            code = f"“{match[1]}”" if quoted and not _NAME.fullmatch(match[1]) else match[1]
            found[-1].append((code, Tone.QUIET if tone is Tone.QUIET else Tone.CODE))
        else:
            _add(found, match[2], Tone.STRONG)
        place = match.end()
    _add(found, text[place:], tone)
    return [word for word in found if word]


def _add(words: list[Word], text: str, tone: Tone) -> None:
    for number, part in enumerate(text.split(" ")):
        if number:
            words.append([])
        if part:
            words[-1].append((part, tone))


def _item(mark: str, words: list[Word], width: int) -> list[Line]:
    indent = len(mark)
    inside = _wrapped(words, max(1, width - indent))
    first: Line = ((mark, Tone.MARK), *inside[0])
    return [first, *(((" " * indent, Tone.PLAIN), *line) for line in inside[1:])]


def _wrapped(words: list[Word], width: int) -> list[Line]:
    found: list[list[Piece]] = [[]]
    used = 0
    for word in (part for whole in words for part in _fitting(whole, width)):
        length = _length(word)
        if used and used + 1 + length > width:
            found.append([])
            used = 0
        elif used:
            found[-1].append((" ", _between(found[-1], word)))
            used += 1
        found[-1] += word
        used += length
    return [_joined(line) for line in found]


def _between(line: list[Piece], word: Word) -> Tone:
    return word[0][1] if line[-1][1] is word[0][1] else Tone.PLAIN


def _fitting(word: Word, width: int) -> Iterator[Word]:
    """A word, or parts of it where it is too long: a command at its blanks, an address after a slash."""
    if _length(word) <= width:
        yield word
        return
    text, tone = "".join(part for part, _ in word), word[0][1]
    while len(text) > width:
        at = max(text.rfind(" ", 0, width), text.rfind("/", 8, width), text.rfind("-", 8, width)) + 1 or width
        yield [(text[:at].rstrip(), tone)]
        text = text[at:]
    yield [(text, tone)]


def _joined(line: list[Piece]) -> Line:
    """Neighbours of one tone as one piece."""
    found: list[Piece] = []
    for text, tone in line:
        if found and found[-1][1] is tone:
            found[-1] = found[-1][0] + text, tone
        else:
            found.append((text, tone))
    return tuple(found)


def _length(word: Word) -> int:
    return sum(len(text) for text, _ in word)
