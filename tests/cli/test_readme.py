"""The README says what is so: its commands and options exist, and its example prints what stands there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from hiproutine.cli.main import cli
from tests.cli.running import hiproutine

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = ("README.md", "CHANGELOG.md", "JSON.md", "CONTRIBUTING.md", "routines/README.md")
SHOWN = re.compile(r"`hiproutine ([^`]+)`")


@pytest.mark.parametrize("page", PAGES)
def test_every_command_that_is_written_exists_with_its_options(page: str) -> None:
    wrong = []
    for line in SHOWN.findall((ROOT / page).read_text(encoding="utf-8")):
        for part in line.split("hiproutine "):
            words = shlex.split(part.rstrip(", "))
            command: click.Command = cli
            context = click.Context(cli)
            while words and isinstance(command, click.Group) and (found := command.get_command(context, words[0])):
                command, words = found, words[1:]
            options = {name for one in command.params for name in one.opts + one.secondary_opts} | {"--help"}
            unknown = [word for word in words if word.startswith("-") and len(word) > 1 and word not in options]
            if command is cli or unknown:
                wrong.append(line)
    assert wrong == []


def test_the_example_is_checked_as_it_stands_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (example,) = re.findall(r"^```toml\n(title.*?)^```", README, re.DOTALL | re.MULTILINE)
    (printed,) = re.findall(r"^\$ hiproutine check mine.toml\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    path = Path("mine.toml")
    path.write_text(example, encoding="utf-8")
    assert hiproutine("check", str(path)).out == "1 file, no problems.\n"
    path.write_text(example.replace('"30s"', '"30 secs"'), encoding="utf-8")
    assert hiproutine("check", str(path)).out == printed


def test_what_is_searched_there_is_found() -> None:
    (words,) = re.findall(r"`list ([a-z ]+)` searches", README)
    assert "post-run-hip-stretch" in hiproutine("list", *words.split()).out.splitlines()[0]
