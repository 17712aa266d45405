"""Whatever bytes a terminal sends: keys stay keys, the mouse the mouse, and nothing else is typed or ends anything."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.events import Key, MouseDown, MouseUp, Paste
from textual.message import Message

from hiproutine.tui.pasting import keep_pastes_whole
from hiproutine.tui.reading_keys import tell_repeats_apart
from hiproutine.tui.terminal_reports import Reports


def cleaned(*pieces: bytes) -> str:
    """What stays of bytes that come in pieces."""
    reports = Reports(lambda: 0.0)
    return "".join(reports.clean(piece.decode("utf-8", "surrogateescape")) for piece in pieces)


def messages(*pieces: bytes) -> list[Message]:
    keep_pastes_whole()
    tell_repeats_apart()
    decoder = getattr(linux_driver, "getincrementaldecoder")("utf-8")()  # noqa: B009 - it is not exported
    parser = XTermParser()
    return [message for piece in pieces if (text := decoder.decode(piece)) for message in parser.feed(text)]


@pytest.mark.parametrize(
    ("sent", "stays"),
    [
        (b"abc", "abc"),
        ("äλ字".encode(), "äλ字"),
        (b"a\xffb\xc3c", "abc"),
        (b"\x1b[M !!", "\x1b[<0;1;1M"),
        (b"\x1b[M#\xc8\xf0x", "\x1b[<0;168;208mx"),
        (b"\x1b[M \xff\xff", "\x1b[<0;223;223M"),
        (b"\x1b[M \x00!n", "n"),
        (b"\x1b[<0;300;20M", "\x1b[<0;300;20M"),
        (b"\x1b[<0;300\x1b[<0;300;20M", "\x1b[<0;300;20M"),
        (b"\x1b[<0;99999999999999999999;1M", ""),
        (b"\x1b[32;40;50Mq", "q"),
        (b"\x1b[>41;354;0c", ""),
        (b"\x1b]11;rgb:1e1e/1e1e/1e1e\x07q", "q"),
        (b"\x1b[A\x1b[1;5C\x1b[3~\x1b[15~", "\x1b[A\x1b[1;5C\x1b[3~\x1b[15~"),
        (b"\x1b[110;1:2u", "\x1b[110;1:2u"),
        (b"\x1b[I\x1b[O\x1b[?2026;2$y", "\x1b[I\x1b[O\x1b[?2026;2$y"),
        (b"\x1b", "\x1b"),
        (b"\x1bb", "\x1bb"),
    ],
)
def test_what_is_no_key_and_no_text_does_not_stay(sent: bytes, stays: str) -> None:
    assert cleaned(sent) == stays


@pytest.mark.parametrize("cut", range(1, 11))
def test_a_report_in_two_pieces_is_one(cut: int) -> None:
    sent = b"\x1b[<35;12;7M"
    assert cleaned(sent[:cut], sent[cut:]) == sent.decode()


def test_what_never_comes_is_not_waited_for() -> None:
    now = 0.0
    reports = Reports(lambda: now)
    assert reports.clean("\x1b[<35;12") == ""
    now = 1.0
    assert reports.clean("n") == "n"


def test_old_reports_click_in_wide_windows() -> None:
    found = messages(b"\x1b[M \xf0\x30\x1b[M#\xf0\x30")
    assert [(type(one), one.x, one.y) for one in found if isinstance(one, MouseDown | MouseUp)] == [
        (MouseDown, 207, 15),
        (MouseUp, 207, 15),
    ]
    assert not [one for one in found if isinstance(one, Key)]


def test_a_paste_stays_whole_but_for_what_is_no_text() -> None:
    (found,) = messages(b"\x1b[200~a\x1b[M b\xff\x1b[<0;1\x1b[201~")
    assert isinstance(found, Paste)
    assert found.text == "a\x1b[M b\x1b[<0;1"


@given(st.lists(st.binary(max_size=12), max_size=6))
@example([b"\x1b[", b"M", b"\xff\xff\xff"])
@example([b"\x1b[1;1:9u", b"\x1b[;;u"])
@settings(max_examples=150, deadline=None)
def test_no_bytes_end_the_reading(pieces: list[bytes]) -> None:
    found = messages(*filter(None, pieces), b"\x1b[201~", b"~~~", b"q")
    assert any(isinstance(one, Key) and one.key == "q" for one in found)
