"""The commands of authors without the rest of the program, and files to try them on."""

from __future__ import annotations

from pathlib import Path

import click
from click.testing import CliRunner, Result

from hiproutine.cli.authoring import COMMANDS
from hiproutine.paths import find_paths
from tests.desk import routine

GROUP = click.Group(commands={str(command.name): command for command in COMMANDS})
GOOD = routine('{ name = "A", hold = 30 }')
WARNED = routine('{ name = "A", hold = 90 }', head='when = ["pre-run"]')


def run(*arguments: str | Path, stdin: str | bytes = "") -> Result:
    """A command in this process."""
    return CliRunner().invoke(GROUP, [str(one) for one in arguments], input=stdin)


def write(path: Path, text: str = GOOD) -> Path:
    """A file and its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def own() -> Path:
    """The folder of one's own routines."""
    return find_paths().routines


def names(folder: Path) -> list[str]:
    """What is in a folder, sorted."""
    return sorted(path.name for path in folder.iterdir())
