"""The command that sets up completion in a shell."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

import click

SHELLS = Path(__file__).with_name("shells")
ASK = "Say which shell: bash, zsh or fish."
_FOUND_BY_ITSELF = (
    "/usr/share/bash-completion/bash_completion",
    "/etc/bash_completion",
    "/usr/local/share/bash-completion/bash_completion",
    "/opt/homebrew/share/bash-completion/bash_completion",
    "/usr/local/etc/profile.d/bash_completion.sh",
    "/opt/homebrew/etc/profile.d/bash_completion.sh",
)
"""Where bash-completion is, which looks for the scripts of commands in the person's own folder as well."""
_MARK = "# completion of hiproutine"


class Shell(NamedTuple):
    """Where a shell wants its script, and what it must be told, if anything."""

    script: Path
    """Ours."""
    place: Path
    """Where it goes."""
    startup: Path | None
    """The file that a shell reads when it starts, where the script is not found by itself."""
    lines: str = ""
    """What it needs to say."""


def _folder(variable: str, usual: str) -> Path:
    named = os.environ.get(variable, "")
    return Path(named) if os.path.isabs(named) else Path.home() / usual  # noqa: PTH117


def _shell(name: str) -> Shell:
    data = _folder("XDG_DATA_HOME", ".local/share")
    if name == "fish":
        place = _folder("XDG_CONFIG_HOME", ".config") / "fish/completions/hiproutine.fish"
        return Shell(SHELLS / "hiproutine.fish", place, None)
    if name == "zsh":
        folder = data / "zsh/site-functions"
        lines = f"fpath=({_quoted(folder)} $fpath)\nautoload -Uz compinit && compinit\n"
        return Shell(SHELLS / "_hiproutine", folder / "_hiproutine", _folder("ZDOTDIR", "") / ".zshrc", lines)
    folder = (
        _folder("BASH_COMPLETION_USER_DIR", "")
        if "BASH_COMPLETION_USER_DIR" in os.environ
        else data / "bash-completion"
    )
    place = folder / "completions/hiproutine"
    startup = None if any(map(os.path.exists, _FOUND_BY_ITSELF)) else Path.home() / ".bashrc"
    return Shell(SHELLS / "hiproutine.bash", place, startup, f"source {_quoted(place)}\n")


def _quoted(path: Path) -> str:
    from shlex import quote

    return quote(str(path))


def _named(name: str | None) -> Shell:
    if name is None:
        name = Path(os.environ.get("SHELL", "")).name
        if name not in {"bash", "zsh", "fish"}:
            raise click.UsageError(ASK)
    return _shell(name)


shell_argument = click.argument("shell", required=False, type=click.Choice(["bash", "zsh", "fish"]), metavar="[SHELL]")


@click.group()
def completion() -> None:
    """Have the shell complete commands, ids and settings."""


@completion.command("install")
@shell_argument
def install(shell: str | None) -> None:
    """Put completion in its place for SHELL: bash, zsh or fish.

    Without SHELL for the one of $SHELL. What the shell reads when it starts is only added to where the shell would not
    find the script otherwise.
    """
    from hiproutine.errors import printable

    chosen = _named(shell)
    try:
        chosen.place.parent.mkdir(parents=True, exist_ok=True)
        chosen.place.write_bytes(chosen.script.read_bytes())
        added = _tell(chosen)
    except OSError as error:
        click.echo(f"{printable(str(error.filename))} cannot be written: {error.strerror}.", err=True)
        sys.exit(1)
    click.echo(f"Written: {printable(str(chosen.place))}")
    if chosen.startup and added:
        click.echo(f"Added to {printable(str(chosen.startup))}, marked “{_MARK}”.")
    click.echo("The next shell that you open completes hiproutine.")


def _tell(shell: Shell) -> bool:
    """Adds to what the shell reads when it starts, unless that is there; whether something was added."""
    if shell.startup is None:
        return False
    try:
        there = shell.startup.read_bytes()
    except FileNotFoundError:
        there = b""
    if _MARK.encode() in there or shell.lines.encode() in there:
        return False
    gap = b"" if not there or there.endswith(b"\n") else b"\n"
    with shell.startup.open("ab") as file:
        file.write(gap + f"\n{_MARK}\n{shell.lines}".encode())
    return True


@completion.command("print")
@shell_argument
def print_script(shell: str | None) -> None:
    """Print the script for SHELL, to keep it where you like."""
    click.echo(_named(shell).script.read_text(encoding="utf-8"), nl=False)


COMMANDS = [completion]
"""What the program registers."""
