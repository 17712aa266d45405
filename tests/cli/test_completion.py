"""Completion: the answers are right, and real shells take them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hiproutine.cli.completing import answer, folders
from hiproutine.cli.completion import SHELLS
from hiproutine.cli.main import cli
from hiproutine.config.definitions import BY_KEY, parse_value
from hiproutine.paths import bundled, find_paths
from tests.cli.authors import write
from tests.cli.running import python
from tests.terminals import ENTER, Terminal

IDS = sorted(path.stem for path in bundled().glob("*.toml"))
EXERCISES = sorted(path.stem for path in (bundled() / "exercises").glob("*.toml"))


def answers(*words: str, asker: str = "bash") -> list[str]:
    return [line.partition("\t")[0] for line in answer(asker, words)]


def test_commands_options_and_their_values_are_offered() -> None:
    assert answers("pl") == ["play"]
    assert answers("") == answers() == list(cli.list_commands(None))  # type: ignore[arg-type]
    assert "--version" in answers("--")
    assert answers("list", "--wh") == ["--when"]
    assert answers("list", "--when", "p") == ["pre-run", "post-run"]
    assert answers("--theme", "dra") == answers("play", "--theme", "dra") == ["dracula"]
    assert answers("--theme", "dark", "pl") == ["play"]
    assert answers("play", "--no-s") == ["--no-sound"]
    assert answers("runs", "i") == ["import"]
    assert answers("runs", "import", "--si") == ["--since"]
    assert answers("completion", "install", "") == ["bash", "zsh", "fish"]
    assert answers("signs", "--apply", "groin") == ["groin-on-impact"]
    assert answers("nothing", "of", "this") == answers("play", "--nothing") == answers("play", "a", "b") == []
    assert answer("zsh", ["pl"])[0].startswith("audio\tWrite")  # zsh and fish choose by themselves


def test_ids_are_offered_where_they_belong_ones_own_among_them() -> None:
    write(find_paths().routines / "mine.toml")
    write(find_paths().routines / "bad\x1b\n.toml")
    write(find_paths().exercises / "wall-sit.toml", 'name = "Wall sit"')
    routines = [one for one in answers("play", "--bell", "") if one != ":files"]
    assert routines == sorted([*IDS, "mine"])
    assert answers("show", "--", "warm-up-q") == ["warm-up-quick", ":files"]
    assert answers("exercises", "wall") == answers("exercises", "plank", "wall") == ["wall-sit"]
    assert set(answers("new", "x", "--with", "")) == {*EXERCISES, "wall-sit"}
    assert answers("history", "--routine", "mi") == ["mine"]
    assert answers("play", "./mi") == answers("play", "~/mi") == [":files"]
    assert answers("export", "") == answers("share", "cool-down", "-o", "") == [":files"]


@pytest.mark.parametrize(
    "said",
    [
        {"HIPROUTINE_HOME": "/h/all"},
        {"HIPROUTINE_HOME": "~/all"},
        {"HIPROUTINE_HOME": "all"},
        {"HIPROUTINE_HOME": "", "XDG_CONFIG_HOME": "/h/config"},
        {"HIPROUTINE_HOME": "", "XDG_CONFIG_HOME": "config"},
        {"HIPROUTINE_HOME": "", "XDG_CONFIG_HOME": ""},
        {"HIPROUTINE_HOME": "", "XDG_CONFIG_HOME": " /h"},
    ],
)
def test_the_folders_are_those_of_the_program(said: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    assert folders() == (str(find_paths().config), str(bundled()))


def test_settings_with_their_values_and_guides_are_offered() -> None:
    assert answers("config", "cues.vo") == ["cues.volume", "cues.voice"]
    assert answers("config", "cues.voice", "") == ["on", "off"]
    assert answers("guide", "hip") == ["hip-pain"]
    for key, setting in BY_KEY.items():
        for value in answers("config", key, ""):
            parse_value(setting, value)


def test_values_behind_a_sign_of_equality_are_offered_as_each_shell_wants_them() -> None:
    assert answers("list", "--when", "=", "po") == ["post-run"]
    assert answers("list", "--when", "=") == ["pre-run", "post-run", "rest-day", "any-time"]
    assert (
        answers("list", "--when=", asker="fish")[0] == answers("list", "--when=p", asker="zsh")[0] == "--when=pre-run"
    )
    assert answers("list", "--when", "=", "po", "--wh") == ["--when"]


def test_an_answer_loads_next_to_nothing() -> None:
    look = "import sys; sys.argv[0] = 'hiproutine'; from hiproutine.__main__ import main; main(); print(*sys.modules)"
    ran = python("-c", look, "completion", "answer", "zsh", "play", "")
    *told, loaded = ran.out.splitlines()
    assert (ran.status, ran.err, told[:1]) == (0, "", IDS[:1])
    assert not {*loaded.split()} & {"click", "typing", "dataclasses", "platformdirs", "hiproutine.paths"}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["completion", *arguments], prog_name="hiproutine")


@pytest.mark.usefixtures("first_start")
def test_install_puts_each_script_in_its_place_and_says_what_else_it_did(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hiproutine.cli.completion._FOUND_BY_ITSELF", ())
    data, config = home / "data", home / "config"
    places = {
        "bash": data / "bash-completion/completions/hiproutine",
        "zsh": data / "zsh/site-functions/_hiproutine",
        "fish": config / "fish/completions/hiproutine.fish",
    }
    write(home / ".bashrc", "# mine")
    for _ in range(2):  # and nothing twice
        for shell, place in places.items():
            monkeypatch.setenv("SHELL", f"/usr/bin/{shell}")
            done = run("install")
            assert done.exit_code == 0, done.output
            assert done.stdout.startswith(f"Written: {place}\n")
            assert place.read_text() == run("print", shell).stdout
    assert (home / ".bashrc").read_text() == f"# mine\n\n# completion of hiproutine\nsource {places['bash']}\n"
    told = f"fpath=({places['zsh'].parent} $fpath)\nautoload -Uz compinit && compinit\n"
    assert (home / ".zshrc").read_text() == f"\n# completion of hiproutine\n{told}"
    assert sorted(path.name for path in home.iterdir()) == [".bashrc", ".zshrc", "config", "data"]


def test_nothing_is_written_where_the_shell_finds_it_or_is_not_known(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hiproutine.cli.completion._FOUND_BY_ITSELF", (__file__,))
    assert run("install", "bash").exit_code == 0
    assert not (home / ".bashrc").exists()
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    assert run("install").exit_code == run("print").exit_code == 2
    write(home / "data/zsh", "a file")
    done = run("install", "zsh")
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)


# --- real shells -------------------------------------------------------------------------------------------------


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the program in it, first on the path."""
    script = tmp_path / "bin" / "hiproutine"
    write(script, f'#!/bin/sh\nPYTHONPATH={bundled().parent} exec {sys.executable} -m hiproutine "$@"\n').chmod(0o755)
    monkeypatch.setenv("PATH", f"{script.parent}:{os.environ['PATH']}")
    write(tmp_path / "here" / "file.toml")
    monkeypatch.chdir(tmp_path / "here")
    return script


def needed(name: str) -> None:
    if not shutil.which(name):
        if os.environ.get("HIPROUTINE_TESTS") == "all":
            pytest.fail(f"no {name} on the path")
        pytest.skip(f"no {name} on the path")


def shell(name: str, text: str) -> list[str]:
    needed(name)
    flags = {"bash": ["--norc"], "zsh": ["-f"], "fish": ["--no-config"]}[name]
    done = subprocess.run([name, *flags, "-c", text], capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    return done.stdout.splitlines()


BASH = """
source {script}
ask() {{ COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _hiproutine "$1"; echo "${{COMPREPLY[*]}}"; }}
ask hiproutine pla
ask {program} show warm
ask hiproutine list --when = re
ask hiproutine config cues.voice ""
complete -p hiproutine
"""


def test_bash_takes_the_answers(program: Path) -> None:
    told = shell("bash", BASH.format(script=SHELLS / "hiproutine.bash", program=program))
    assert told == [
        "play",
        "warm-up-five-step warm-up-quick",
        "rest-day",
        "on off",
        "complete -F _hiproutine hiproutine",
    ]


FISH = """
source {script}
complete -C 'hiproutine pla'
complete -C '{program} show warm'
complete -C 'hiproutine list --when=re'
complete -C 'hiproutine check ./fi'
complete -C 'hiproutine config cues.voice '
"""


def test_fish_takes_the_answers(program: Path) -> None:
    told = shell("fish", FISH.format(script=SHELLS / "hiproutine.fish", program=program))
    assert told == [
        "play\tPlay ROUTINE, an id or a path.",
        "warm-up-five-step",
        "warm-up-quick",
        "--when=rest-day",
        "./file.toml",
        "off",
        "on",
    ]


ZSH = "PS1='> '; autoload -Uz compinit; fpath=({folder} $fpath); compinit -u -D; unsetopt list_beep; clear"


def test_zsh_takes_the_answers(program: Path) -> None:
    needed("zsh")
    with Terminal(["zsh", "-f", "-i"], columns=240) as terminal:
        terminal.send(ZSH.format(folder=SHELLS) + ENTER)
        terminal.wait_for(lambda: terminal.text.startswith("> \n") or terminal.text.startswith(">\n"))
        for typed, expected in {
            "hiproutine pla\t": "> hiproutine play",
            f"{program} list --when=re\t": "list --when=rest-day",
            "hiproutine check ./fi\t": "> hiproutine check ./file.toml",
            "hiproutine config cues.voice \t\t": "off  on",
        }.items():
            terminal.send(typed)
            terminal.wait_for(lambda: expected in terminal.text)  # noqa: B023 - called at once
            terminal.send("\x15")
