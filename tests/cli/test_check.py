"""`check`: what it prints, and its status."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from hiproutine.paths import find_paths
from tests.cli.authors import GROUP, WARNED, own, run, write


def test_check_says_what_is_wrong_and_sums_it_up(tmp_path: Path) -> None:
    path = write(tmp_path / "mine.toml", 'title = "T"\n[[steps]]\nname = "A"\nhold = "30 secs"\n')
    done = run("check", path)
    assert (done.exit_code, done.stderr) == (1, "")
    assert done.stdout == (
        f'{path}:4:8: error[bad-duration]: hold: "30 secs" is not a duration\n  |\n4 | hold = "30 secs"\n'
        '  |        ^^^^^^^^^\n  = help: write "30s"\n\n1 error in 1 file.\n'
    )


def test_check_of_what_is_right_is_a_line(tmp_path: Path) -> None:
    done = run("check", write(tmp_path / "mine.toml"), "plank", "warm-up-quick")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "3 files, no problems.\n", "")


def test_a_path_is_shown_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "mine.toml", "title = ")
    monkeypatch.chdir(tmp_path)
    for name in ("mine.toml", "./mine.toml"):
        assert run("check", name).stdout.startswith(f"{Path(name)}:1:9: error[toml-syntax]: ")


@pytest.mark.usefixtures("first_start")
def test_check_without_arguments_is_of_ones_own(home: Path) -> None:
    done = run("check")
    assert (done.exit_code, done.stdout) == (
        0,
        "You have no routines or exercises of your own yet. “hiproutine new ID” begins one.\n",
    )
    assert json.loads(run("check", "--json").stdout) == {"version": 1, "problems": []}
    assert list(home.iterdir()) == []
    write(own() / "a.toml")
    write(find_paths().exercises / "b.toml", "name = 5")
    done = run("check")
    assert done.exit_code == 1
    assert done.stdout.endswith("1 error in 1 of 2 files.\n")


def test_an_empty_folder_is_no_mistake(tmp_path: Path) -> None:
    done = run("check", tmp_path)
    assert (done.exit_code, done.stdout) == (0, "There are no routines or exercises in it.\n")


def test_a_warning_counts_only_if_one_is_strict(tmp_path: Path) -> None:
    path = write(tmp_path / "mine.toml", WARNED)
    for options, status in (([], 0), (["--strict"], 1), (["--json"], 0), (["--json", "--strict"], 1)):
        done = run("check", path, *options)
        assert done.exit_code == status
        assert "long-static-hold-before-run" in done.stdout
    assert run("check", path).stdout.endswith("1 warning in 1 file.\n")


def test_what_is_not_there_is_said_aside_and_the_rest_is_checked(tmp_path: Path) -> None:
    bad = write(tmp_path / "bad.toml", "title = ")
    for options in ([], ["--json"]):
        done = run("check", "./none.toml", bad, "warmup-quick", *options)
        assert done.exit_code == 2
        assert "toml-syntax" in done.stdout
        told = [
            "There is no file or folder “./none.toml”.",
            "There is no file, folder, routine or exercise called “warmup-quick”. Did you mean warm-up-quick?",
        ]
        assert done.stderr.splitlines() == ([] if options else told)
        assert json.loads(done.stdout)["missing"] == told if options else True


def test_names_and_texts_are_printed_without_what_a_terminal_obeys(tmp_path: Path) -> None:
    path = write(tmp_path / "a\x1b[31m.toml", 'title = "[bold]\\u001b[2J"\n"k\u202e" = 1\n')
    done = run("check", path, "no\x1b[2Jbody")
    assert done.exit_code == 2
    assert "\x1b" not in done.output
    assert "\u202e" not in done.output
    assert "a\\x1b[31m.toml:" in done.stdout


class Terminal(io.StringIO):
    """An output that says it is one."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_there_is_colour_on_a_terminal_that_wants_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], coloured: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    with pytest.raises(SystemExit) as ended:
        GROUP.main(["check", str(write(tmp_path / "mine.toml", "title = "))])
    shown = terminal.getvalue()
    assert ended.value.code == 1
    assert ("\x1b[31m\x1b[1merror[toml-syntax]\x1b[0m" in shown) == coloured == ("\x1b" in shown)


def test_what_stands_among_ones_own_routines_is_a_routine_however_it_is_named() -> None:
    path = write(own() / "sit.toml", 'name = "Sit"\nhold = "30s"\n')
    for name in (path, "sit"):
        assert "error[no-steps]" in run("check", name).stdout
