"""Voices and staying awake on systems that this one is not: programs and calls that only pretend."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from hiproutine.cues import awake
from hiproutine.cues.programs import Child, first_there
from hiproutine.cues.speech import voices_of
from tests.cues.rig import until

Pretend = Callable[[str, str], Path]
Log = Callable[[], list[str]]
SPEAKS = 'read -r text; echo "$(basename "$0") says $text" >> "$LOG"; echo "$*" >> "$LOG"'
TEXT = "Kneel. $(rm -rf) --version"


@pytest.mark.parametrize(
    ("platform", "there", "speaks"),
    [
        ("darwin", ["espeak-ng", "say"], "say"),
        ("darwin", ["espeak-ng"], "espeak-ng"),
        ("win32", ["pwsh", "powershell"], "powershell"),
        ("win32", ["pwsh"], "pwsh"),
        ("linux", ["spd-say", "espeak-ng"], "espeak-ng"),
        ("linux", ["spd-say"], "spd-say"),
        ("freebsd14", ["espeak"], "espeak"),
    ],
)
def test_the_best_voice_of_a_system_is_given_the_text_on_its_standard_input(
    platform: str, there: list[str], speaks: str, pretend: Pretend, log: Log
) -> None:
    folder = {pretend(name, SPEAKS).parent for name in there}.pop()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("shutil.which", lambda name: str(folder / name) if (folder / name).exists() else None)
        program = first_there(voices_of(platform))
        assert program
        assert program.name == speaks
        child = Child(program, text=f"{TEXT}\n", within=5)
    assert until(child.over)
    assert child.failure() == ""
    said, arguments = log()
    assert said == f"{speaks} says {TEXT}"
    assert "Kneel" not in arguments


def test_windows_is_asked_for_system_and_display_and_told_when_it_may_sleep(monkeypatch: pytest.MonkeyPatch) -> None:
    """SetThreadExecutionState gives what held before, 0 where it failed (Microsoft); 0x80000000 keeps it held."""
    asked: list[int] = []

    def answers(flags: int) -> int:
        asked.append(flags)
        return 0x80000000

    kernel = SimpleNamespace(SetThreadExecutionState=answers)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    request = awake.WindowsRequest()
    assert (request.there(), request.hold()) == (True, True)
    request.release()
    assert asked == [0x80000003, 0x80000000]


def test_a_mac_is_kept_awake_by_a_program_that_ends_with_this_one(
    pretend: Pretend, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend("caffeinate", 'echo "$*" >> "$LOG"; exec cat')
    monkeypatch.setattr(awake, "SETTLING", 0.05)
    monkeypatch.setattr(awake.Wakepy, "there", lambda _: False)
    (keeper, *_) = awake.keepers({})
    assert keeper.name == "caffeinate"
    assert keeper.hold()
    assert until(log)
    keeper.release()
    assert log()[0].startswith("-d -i -w ")
