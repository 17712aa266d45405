"""What an encoding lacks becomes plain marks, never an escape; and who cannot be shown the screens gets lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiproutine.launch.start import lack_of_terminal
from hiproutine.plain_marks import charset_said, lacks_marks, register


@pytest.mark.parametrize(
    ("text", "encoding", "written"),
    [
        ("“Hold” – 2 × 30 s → rest…", "ascii", '"Hold" - 2 x 30 s -> rest...'),
        ("▲ ● ‖ ✓ ▸ é ß Å", "ascii", "^ * || + > e ss A"),
        ("É – ·", "latin-1", "É - ·"),
        ("█▗▙ ⣿⠀⡇", "ascii", "### : :"),
        ("字", "ascii", "?"),
        ("e\u0301", "ascii", "e"),
    ],
)
def test_what_an_encoding_lacks_is_a_plain_mark(text: str, encoding: str, written: str) -> None:
    assert text.encode(encoding, register()).decode(encoding) == written


@given(st.text(max_size=20))
@settings(max_examples=60, deadline=None)
def test_there_is_never_an_escape(text: str) -> None:
    written = text.replace("\\", "").encode("ascii", register())
    assert b"\\" not in written


@pytest.mark.parametrize(
    ("environ", "charset"),
    [
        ({}, ""),
        ({"LANG": "C.UTF-8"}, "utf-8"),
        ({"LANG": "de_DE.ISO-8859-1"}, "iso-8859-1"),
        ({"LANG": "C.UTF-8", "LC_ALL": "C"}, "ascii"),
        ({"LC_CTYPE": "POSIX", "LANG": "en_US.UTF-8"}, "ascii"),
        ({"LANG": "de_DE@euro"}, ""),
        ({"LC_ALL": "C", "PYTHONUTF8": "1"}, ""),
    ],
)
def test_the_environment_says_what_the_terminal_shows(environ: dict[str, str], charset: str) -> None:
    assert charset_said(environ) == charset


@pytest.mark.parametrize(
    ("encoding", "lacks"), [("utf-8", False), ("latin-1", True), ("ascii", True), ("cp437", True), ("none", True)]
)
def test_only_some_encodings_hold_the_screens(encoding: str, lacks: bool) -> None:
    assert lacks_marks(encoding) is lacks


@pytest.mark.parametrize(
    ("term", "encoding", "said"),
    [
        ("xterm-256color", "utf-8", None),
        ("xterm-256color", "latin-1", "marks that latin-1 lacks"),
        ("linux", "utf-8", "no signs for"),
        ("vt100", "utf-8", "no signs for"),
        ("dumb", "utf-8", "cannot"),
    ],
)
def test_who_cannot_be_shown_the_screens_gets_lines(
    monkeypatch: pytest.MonkeyPatch, term: str, encoding: str, said: str | None
) -> None:
    class Tty:
        def __init__(self) -> None:
            self.encoding = encoding

        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Tty())
    monkeypatch.setattr("sys.stdout", Tty())
    monkeypatch.setenv("TERM", term)
    lack = lack_of_terminal()
    assert (lack is None) if said is None else (lack is not None and said in lack)
