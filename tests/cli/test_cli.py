"""The program from outside: its status, what it prints, and what it complains of."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from hiproutine import __version__
from hiproutine.cli.completing import TABLE
from hiproutine.paths import find_paths
from tests.cli.completion_table import table
from tests.cli.running import hiproutine
from tests.desk import routine

GOOD = routine('{ name = "A", hold = 30, sides = "each", cues = ["Breathe"] }', '{ name = "B", reps = 8 }')


@pytest.fixture
def own() -> Path:
    folder = find_paths().routines
    folder.mkdir(parents=True)
    return folder


def test_help_names_the_commands() -> None:
    for flag in ("--help", "-h"):
        ran = hiproutine(flag)
        assert (ran.status, ran.err) == (0, "")
        assert all(f"\n  {command} " in ran.out for command in ("list", "paths", "play", "show"))


@pytest.mark.parametrize("command", ["list", "show", "play", "paths"])
def test_every_command_has_help(command: str) -> None:
    ran = hiproutine(command, "--help")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: hiproutine {command}")


def test_the_version_is_told() -> None:
    ran = hiproutine("--version")
    assert (ran.status, ran.out, ran.err) == (0, f"hiproutine, version {__version__}\n", "")


def test_a_command_that_is_none_is_wrong_usage() -> None:
    ran = hiproutine("lst")
    assert (ran.status, ran.out) == (2, "")
    assert "No such command 'lst'" in ran.err


def test_the_list_has_every_routine_and_after_them_what_cannot_be_played(own: Path) -> None:
    (own / "mine.toml").write_text(GOOD)
    (own / "broken.toml").write_text("title = ")
    (own / "folder.toml").mkdir()
    ran = hiproutine("list")
    assert (ran.status, ran.err) == (0, "")
    listed, broken = ran.out.split("\nCannot be played:\n")
    ids = [line.split(maxsplit=1)[0] for line in listed.splitlines()]
    assert ids == sorted(ids)
    assert {"mine", "warm-up-five-step"} <= set(ids)
    assert broken.splitlines() == [
        f'{own}/broken.toml:1:9: there is no value here. Write a text in "quotes", a number, or a list in [ ].',
        f"{own}/folder.toml: this is a folder, not a file.",
    ]


def test_the_list_as_json_has_every_key(own: Path) -> None:
    (own / "mine.toml").write_text(GOOD)
    (own / "broken.toml").write_text("title = ")
    ran = hiproutine("list", "--json")
    entries = {entry["id"]: entry for entry in json.loads(ran.out)["routines"]}
    assert entries["mine"] == {
        "id": "mine",
        "path": f"{own}/mine.toml",
        "own": True,
        "title": "T",
        "summary": "",
        "seconds": 112,
        "estimated": True,
        "load": "low",
        "when": ["any-time"],
        "tags": [],
        "equipment": [],
        "steps": 2,
        "problems": [],
    }
    message = f'{own}/broken.toml:1:9: there is no value here. Write a text in "quotes", a number, or a list in [ ].'
    assert entries["broken"] == {
        "id": "broken",
        "path": f"{own}/broken.toml",
        "own": True,
        "problems": [{"code": "toml-syntax", "message": message}],
    }
    assert entries["warm-up-five-step"]["own"] is False


def test_filters_leave_what_suits(own: Path) -> None:
    for name, head in {
        "short": 'when = ["rest-day"]\ntags = ["Mine", "gentle"]',
        "long": 'when = ["rest-day"]\ntags = ["mine"]\ndefaults = { get_ready = "2m" }',
        "always": 'tags = ["mine"]',
        "other": 'when = ["pre-run"]\ntags = ["mine"]',
    }.items():
        (own / f"{name}.toml").write_text(routine('{ name = "A", hold = 30 }', head=head))
    (own / "broken.toml").write_text("title = ")

    def ids(*arguments: str) -> list[str]:
        return [entry["id"] for entry in json.loads(hiproutine("list", "--json", *arguments).out)["routines"]]

    assert ids("--tag", "MINE", "--tag", "gentle") == ["short"]
    assert ids("--tag", "mine", "--when", "rest-day") == ["always", "long", "short"]
    assert ids("--tag", "mine", "--when", "rest-day", "--when", "pre-run", "--max", "40s") == [
        "always",
        "other",
        "short",
    ]


def test_words_are_found_in_titles_tags_and_steps() -> None:
    def ids(*arguments: str) -> list[str]:
        return [entry["id"] for entry in json.loads(hiproutine("list", "--json", *arguments).out)["routines"]]

    assert "ice-therapy" in ids("ICE", "towel")
    assert ids("ICE towel") == ids("ICE", "towel")
    post_run = set(ids("--when", "post-run"))
    assert ids("stretch", "--when", "post-run") == [one for one in ids("stretch") if one in post_run] != []
    assert ids("no-such-word") == []


def test_what_is_found_is_in_the_order_of_where_it_is_found(own: Path) -> None:
    step = '{ name = "%s", hold = 30 }'
    for name, text in {
        "a": routine(step % "A", head='summary = "Zebra in the text."'),
        "b": routine(step % "Zebra step"),
        "c": routine(step % "Zebraic step"),
        "d-zebra": routine(step % "A"),
        "practise": routine(step % "Unzebraed"),
    }.items():
        (own / f"{name}.toml").write_text(text)
    assert [line.split()[0] for line in hiproutine("list", "zebra").out.splitlines()] == ["d-zebra", "b", "c", "a"]


def test_where_nothing_is_found_what_is_nearest_is_said() -> None:
    nearest = hiproutine("list", "pigeon", "zebra").out
    assert nearest == "No routine suits that; nearest: post-run-hip-stretch, rest-day-light-stretch.\n"
    assert hiproutine("list", "pidgeon", "--when", "pre-run").out == nearest
    assert hiproutine("list", "clam shell").out == (
        "No routine suits that.\nclamshell is in no routine yet: hiproutine new --with clamshell\n"
    )
    assert hiproutine("list", "qqqq").out == "No routine suits that. Leave a word or a filter out.\n"
    table = json.loads(hiproutine("list", "clam", "--json").out)
    assert (table["routines"], table["nearest"], table["unused"]) == ([], [], ["clamshell"])


def test_filters_that_leave_nothing_say_so() -> None:
    ran = hiproutine("list", "--max", "1s")
    assert (ran.status, ran.out) == (0, "No routine suits that. Leave a filter out.\n")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["list", "--max", "soon"], '"soon" is not a duration; write it as "30s", "1m30s" or "1:30"'),
        (["list", "--max", "0"], "0 is too short, the least is 1 s"),
        (["list", "--max", "25h"], '"25h" is too long, the most is 24 h'),
        (["list", "--max", "9" * 5000], "is not a duration"),
        (["list", "--max", "\x1b[31m"], r'"\x1b[31m" is not a duration'),
        (["list", "--when", "noon"], "'noon' is not one of 'pre-run', 'post-run', 'rest-day', 'any-time'"),
        (["play", "x", "--speed", "0"], "it goes from 0.1 to 1000"),
        (["play", "x", "--speed", "-1"], "it goes from 0.1 to 1000"),
        (["play", "x", "--speed", "nan"], "it goes from 0.1 to 1000"),
        (["play", "x", "--speed", "inf"], "it goes from 0.1 to 1000"),
        (["play", "x", "--speed", "1e9"], "it goes from 0.1 to 1000"),
        (["play", "x", "--speed", "fast\x1b[2J"], r"“fast\x1b[2J” is not a number"),
        (["show"], "Missing argument 'ROUTINE'"),
        (["paths", "extra"], "Got unexpected extra argument (extra)"),
    ],
)
def test_wrong_usage_is_a_sentence_and_status_two(arguments: list[str], complaint: str) -> None:
    ran = hiproutine(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert complaint in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.usefixtures("first_start")
def test_paths_are_told_and_nothing_is_created(home: Path) -> None:
    ran = hiproutine("paths")
    base = home / "hiproutine"
    assert (ran.status, ran.err) == (0, "")
    told = dict(line.split(maxsplit=1) for line in ran.out.splitlines())
    assert told.pop("bundled").endswith(("/routines", "/bundled"))
    assert told == {
        "settings": f"{base}/config.toml",
        "routines": f"{base}/routines",
        "exercises": f"{base}/exercises",
        "journal": f"{base}/journal.sqlite3",
        "compiled": f"{base}/cache/compiled",
    }
    assert list(home.iterdir()) == []


@pytest.mark.usefixtures("first_start")
def test_without_a_home_of_its_own_the_system_says_where(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HIPROUTINE_HOME")
    found = find_paths()
    ran = hiproutine("paths")
    for path in (found.settings, found.routines, found.exercises, found.journal):
        assert str(path) in ran.out
        assert path.is_relative_to(home)
    for arguments in (["list"], ["show", "warm-up-five-step"]):
        assert hiproutine(*arguments).status == 0
    assert [path for path in home.rglob("*") if path.is_file() and path.parent != found.compiled] == []
    assert {path.name for path in found.compiled.iterdir()} == {"exercises", "routines"}


def test_a_home_is_named_without_what_a_terminal_could_obey() -> None:
    assert r"/tmp/\x1b[31mred/routines" in hiproutine("paths", HIPROUTINE_HOME="/tmp/\x1b[31mred").out  # noqa: S108


def test_what_shells_complete_is_what_the_commands_take() -> None:
    if os.environ.get("HIPROUTINE_FRAMES") == "write":
        Path(TABLE).write_text(table(), encoding="utf-8")
    kept = Path(TABLE).read_text(encoding="utf-8")
    assert kept == table(), "HIPROUTINE_FRAMES=write .venv/bin/pytest tests/cli/test_cli.py writes it anew"
