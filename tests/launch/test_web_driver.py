"""Under a server that shows terminals in a browser: standard input and output are pipes, and TEXTUAL_DRIVER is set."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Timer
from typing import IO

import pytest

from hiproutine.launch.start import lack_of_terminal
from tests.benchmarks.homes import settled

DRIVER = "textual.drivers.web_driver:WebDriver"
"""What textual-serve 1.1 sets."""


def test_who_sets_a_driver_has_its_own_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    assert lack_of_terminal()
    monkeypatch.setenv("TEXTUAL_DRIVER", DRIVER)
    monkeypatch.setenv("TERM", "dumb")
    assert lack_of_terminal() is None


def packets(stream: IO[bytes]) -> str:
    """What the program shows in one packet, whatever kind it is."""
    header = stream.read(5)
    return stream.read(int.from_bytes(header[1:], "big")).decode() if len(header) == 5 else ""


@pytest.mark.long
@pytest.mark.parametrize(("arguments", "shown"), [((), "Cool-down"), (("play", "cool-down"), "Get ready")])
def test_the_program_starts_and_ends_by_the_servers_word(home: Path, arguments: tuple[str, ...], shown: str) -> None:
    settled(home, asked=False)
    environ = os.environ | {"TEXTUAL_DRIVER": DRIVER, "COLUMNS": "80", "ROWS": "24", "HIPROUTINE_HOME": str(home)}
    with subprocess.Popen(
        [sys.executable, "-m", "hiproutine", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environ,
    ) as program:
        late = Timer(60, program.kill)  # a program that says nothing more ends the test, and does not hold it up
        late.start()
        assert program.stdin
        assert program.stdout
        assert program.stdout.readline() == b"__GANGLION__\n"
        text = ""
        while shown not in text:
            packet = packets(program.stdout)
            assert packet, text
            text += packet
        word = json.dumps({"type": "quit"}).encode()
        program.stdin.write(b"M" + len(word).to_bytes(4, "big") + word)
        program.stdin.flush()
        program.stdout.read()
        assert program.wait(10) == (1 if arguments else 0)
        late.cancel()
