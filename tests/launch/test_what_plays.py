"""What the process that plays carries: the routine came from another, so nothing that reads files is in it.

Nor is what asks and judges, where nothing is asked: that comes after the routine.
"""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path

import pytest

from hiproutine.paths import find_paths
from tests.benchmarks.homes import settled
from tests.terminals import Terminal

OWN = """
title = "Mine"
[defaults]
get_ready = 0
[[steps]]
exercise = "hip-bridge"
time = "10m"
"""
PLAY = """
import atexit, json, os, sys
here, told = os.getpid(), sys.argv.pop(1)
def tell():
    if os.getpid() == here:
        with open(told, "w") as file:
            json.dump(sorted(sys.modules), file)
atexit.register(tell)
from hiproutine.__main__ import main
main()
"""


@pytest.mark.parametrize(("name", "seen"), [("warm-up-quick", "Quick"), ("mine", "Keep going")])
def test_what_plays_carries_nothing_that_reads_files(name: str, seen: str, tmp_path: Path) -> None:
    paths = find_paths()
    settled(paths.config, asked=False)
    paths.routines.mkdir()
    (paths.routines / "mine.toml").write_text(OWN)
    told = tmp_path / "modules.json"
    with Terminal([sys.executable, "-c", PLAY, str(told), "play", name], columns=120, rows=40) as terminal:
        terminal.wait_for(seen)
        terminal.wait_for(lambda: any("\u2800" < letter < "\u28ff" for letter in terminal.text))  # its figure
        terminal.kill(signal.SIGTERM)
        terminal.wait()
    loaded = set(json.loads(told.read_text()))
    assert not loaded & {
        "pydantic",
        "pydantic_core",
        "tomli",
        "tomllib",
        "click",
        "tree_sitter",
        "email",
        "markdown_it",
        "hashlib",
        "statistics",
        "wave",
        "ssl",
    }
    assert not loaded & {f"hiproutine.routine.{name}" for name in ("model", "catalogue", "loading", "reading")}
    asks = (
        "advice.assess",
        "dialogue.session",
        "dialogue.questions",
        "journal.pain_facts",
        "tui.library.screen",
        "cues.spoken",
    )
    assert not loaded & {f"hiproutine.{name}" for name in asks}
    assert "hiproutine.tui.player.screen" in loaded
