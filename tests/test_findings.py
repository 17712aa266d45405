"""The scripts in `findings/` keep to their form. They are not run here: each installs what it is about."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "findings"
SCRIPTS = sorted(FOLDER.iterdir()) if FOLDER.is_dir() else []

INSTALLS = {
    "Python": (r"pip\" install --quiet (.+)", r"[a-z0-9-]+==[0-9.]+"),
    "Node": (r"npm install --silent --no-audit --no-fund (.+) >/dev/null", r"(?:@[a-z0-9-]+/)?[a-z0-9.-]+@[0-9.]+"),
}
"""How a script installs what it is about, and how that is pinned."""


@pytest.mark.skipif(not SCRIPTS, reason="a source distribution has none")
def test_there_are_some_and_nothing_else() -> None:
    assert len(SCRIPTS) >= 5
    assert {path.suffix for path in SCRIPTS} == {".sh"}


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_each_says_its_guess_pins_what_it_installs_and_fails_when_it_changes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("#!/usr/bin/env bash\n# ")
    assert os.name == "nt" or path.stat().st_mode & stat.S_IXUSR
    for part in ("Guess, written down before it was run: ", "What is so: "):
        assert f"# {part}" in text
    (seen_with,) = re.findall(r"^# Seen with (Python|Node) \d", text, re.MULTILINE)
    install, pinned = INSTALLS[seen_with]
    (packages,) = re.findall(install, text)
    assert all(re.fullmatch(pinned, package) for package in packages.split())
    assert "mktemp -d" in text
    assert "exit 1" in text
    assert "hiproutine" not in text
