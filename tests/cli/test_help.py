"""The help page that is kept ready is the one that click makes."""

from __future__ import annotations

import os
import subprocess
import sys

from click.testing import CliRunner

from hiproutine.cli.help_page import PAGE, WIDTH
from hiproutine.cli.main import cli


def test_the_page_is_true() -> None:
    made = CliRunner().invoke(cli, ["--help"], prog_name="hiproutine", terminal_width=WIDTH).output
    if os.environ.get("HIPROUTINE_FRAMES") == "write":
        PAGE.write_text(made, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == made


def test_both_ways_to_ask_print_it() -> None:
    env = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    for option in ("--help", "-h"):
        ran = subprocess.run(
            [sys.executable, "-m", "hiproutine", option], env=env, capture_output=True, text=True, check=False
        )
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, PAGE.read_text(encoding="utf-8"), "")
