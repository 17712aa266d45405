"""What a terminal sends as keys, and lines that nobody takes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

from hiproutine.plain.console import BACKSPACE, CTRL_C, CTRL_D, CTRL_U, CTRL_Z, ENTER, ESCAPE, LEFT, RIGHT, Gone
from hiproutine.plain.keys import keys_of
from tests.clocks import ManualClock

if sys.platform == "win32":
    pytest.skip("select knows no pipes there", allow_module_level=True)

from hiproutine.plain.posix import broken
from hiproutine.plain.printer import AT_ONCE, PATIENCE, Printer, say_at_once

OTHERWISE = {"space", "ctrl+j", "ctrl+left", "ctrl+right"}
"""What is a character here, the end of a line, and alt with a letter, which Textual takes for a word's beginning."""


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("n", ["n"]), (" b", [" ", "b"]), ("\r\n", [ENTER, ENTER]), ("\x1b[C\x1b[D", [RIGHT, LEFT]),
        ("\x1bOC\x1bOD", [RIGHT, LEFT]), ("\x1b", [ESCAPE]), ("\x1b\x1b", [ESCAPE, ESCAPE]),
        ("\x7f\x08", [BACKSPACE, BACKSPACE]), ("\x03\x04\x15\x1a", [CTRL_C, CTRL_D, CTRL_U, CTRL_Z]),
        ("\x1b[A\x1b[1;5C\x1b[200~q", ["up", "ctrl+right", "q"]), ("\x1bn", ["alt+n"]), ("\x00\x01", ["ctrl+a"]),
        ("é…", ["é", "…"]), ("", []), ("\t\x1b[Z", ["tab", "shift+tab"]), ("\x1bOP\x1b[15~\x1b[[E", ["f1", "f5", "f5"]),
        ("\x1b[H\x1b[4~\x1b[5~\x1b[6~\x1b[3~", ["home", "end", "pageup", "pagedown", "delete"]),
        ("\x1b[1;2P\x1b[1;6D\x1b[1;9x", ["f13", "ctrl+shift+left"]),
    ],
)  # fmt: skip
def test_what_is_sent_is_a_key_by_its_name(sent: str, keys: list[str]) -> None:
    assert keys_of(sent) == keys


def test_keys_are_called_as_the_screens_call_them() -> None:
    ours, theirs = {}, {}
    for sent, keys in ANSI_SEQUENCES_KEYS.items():
        found = keys_of(sent)
        if isinstance(keys, tuple) and len(keys) == len(found) == 1:
            ours[sent], theirs[sent] = found[0], keys[0].value
    others = {sent for sent, key in ours.items() if key != theirs[sent]}
    assert len(ours) > 100
    assert {theirs[sent] for sent in others} <= OTHERWISE


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """Both ends; what is closed already stays so."""
    ends = os.pipe()
    yield ends
    for end in ends:
        try:
            os.close(end)
        except OSError:
            continue


def test_lines_arrive_whole_and_in_order(pipe: tuple[int, int]) -> None:
    printer = Printer(pipe[1])
    printer.add("One.\n")
    printer.add(f"{'é' * AT_ONCE}\n")
    assert not printer.pending
    assert os.read(pipe[0], 4096).decode() == f"One.\n{'é' * AT_ONCE}\n"


def test_what_an_old_encoding_lacks_is_written_in_plain_marks(pipe: tuple[int, int]) -> None:
    Printer(pipe[1], "ascii").add("“Go”")
    assert os.read(pipe[0], 100) == b'"Go"'


def test_nothing_waits_for_who_does_not_read_and_in_the_end_nobody_is_there(
    pipe: tuple[int, int], clock: ManualClock
) -> None:
    printer = Printer(pipe[1], clock=clock)
    printer.add("x" * 200_000)
    assert printer.pending
    assert printer.patience() == PATIENCE
    clock.advance(PATIENCE - 1)
    taken = len(os.read(pipe[0], 8192))
    printer.send()
    assert (taken, printer.patience()) == (8192, PATIENCE)
    clock.advance(PATIENCE + 1)
    with pytest.raises(Gone, match="Nothing takes what is printed"):
        printer.patience()


def test_who_has_closed_the_pipe_is_told_nothing(pipe: tuple[int, int]) -> None:
    os.close(pipe[0])
    printer = Printer(pipe[1])
    printer.add("One.\n")
    with pytest.raises(Gone) as gone:
        printer.drain()
    assert str(gone.value) == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
def test_a_full_disk_is_said() -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    printer = Printer(full)
    printer.add("One.\n")
    with pytest.raises(Gone, match="No space left"):
        printer.drain()
    os.close(full)


def test_a_last_sentence_does_not_wait_either(pipe: tuple[int, int]) -> None:
    Printer(pipe[1]).add("x" * 200_000)
    say_at_once(pipe[1], "Nobody reads this.")
    os.close(pipe[0])
    say_at_once(pipe[1], "Nor this.")


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("Bridge, 30 seconds. Step 1 of 2.", 20, ["Bridge, 30 seconds.", "Step 1 of 2."]),
        ("Bridge, 30 seconds.", 19, ["Bridge, 30 seconds."]),
        ("Bridge, 30 seconds.", 20, ["Bridge, 30 seconds."]),
        ("a" * 30 + " b", 20, ["a" * 30, "b"]),
        ("  two  blanks stay as they are", 20, ["  two  blanks stay", "as they are"]),
        ("It is no terminal, so it is left alone.", 0, ["It is no terminal, so it is left alone."]),
    ],
)
def test_a_line_is_broken_between_words(text: str, columns: int, lines: list[str]) -> None:
    assert broken(text, columns).split("\n") == lines
