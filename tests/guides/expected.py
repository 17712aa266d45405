"""What a guide may name, and what stands there instead of a text of ours."""

from __future__ import annotations

import re

from hiproutine.cli.main import ELSEWHERE, cli
from hiproutine.paths import bundled

ROUTINES = {path.stem for path in bundled().glob("*.toml")}
EXERCISES = {path.stem for path in (bundled() / "exercises").glob("*.toml")}
COMMANDS = {*cli.commands, *(name for names in ELSEWHERE.values() for name in names)}
KEYS = {"--ics", "p", "n", "i", "j", "t", "!", "→", "+", "-"}
FILES = {"config.toml"}
CODE = re.compile(r"`([^`]+)`")
OTHERS_WORDS = re.compile(r"https?://\S+|“[^”]*”|`[^`]*`")
"""Addresses, titles of what is cited, and names."""
