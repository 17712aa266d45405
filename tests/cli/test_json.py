"""What programs read: one shape, one version, and nothing that its page does not say."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from hiproutine.cli.json_output import VERSION, json_text
from hiproutine.cli.main import cli
from tests.cli.authors import own, write

PAGE = (Path(__file__).parents[2] / "JSON.md").read_text(encoding="utf-8")
ROWS = {
    match[1]: (match[2], re.findall(r"`(\w+)`", match[3]))
    for match in re.finditer(r"^\| `([a-z ]+)` \| `(\w+)` \| (.*) \|$", PAGE, re.MULTILINE)
}
LISTS = ("list", "exercises", "guide", "config", "doctor", "runs", "today", "history")
BROKEN = 'title = "T"\n[[steps]]\nhold = 5\n'


def printed(*arguments: str, status: int = 0) -> dict[str, Any]:
    done = CliRunner().invoke(cli, [*arguments, "--json"], prog_name="hiproutine")
    assert (done.exit_code, done.stderr) == (status, "")
    assert done.stdout.isascii()
    table: dict[str, Any] = json.loads(done.stdout)
    assert next(iter(table.items())) == ("version", VERSION)
    return table


@pytest.mark.parametrize("command", LISTS)
def test_a_list_is_under_its_key_and_has_what_the_page_says(command: str) -> None:
    key, keys = ROWS[command]
    table = printed(command)
    assert table.keys() == {"version", key}
    for entry in table[key][:5]:
        expected = {"id", "path", "own", "problems"} if command == "exercises" else set(keys)
        assert expected <= entry.keys()
        assert command == "exercises" or entry.keys() <= expected


@pytest.mark.parametrize("command", ["list", "exercises"])
def test_a_search_has_what_is_nearest_and_what_no_routine_has(command: str) -> None:
    assert printed(command, "pigeon").keys() == {"version", ROWS[command][0], "nearest", "unused"}


def test_the_problems_of_check_have_what_the_page_says() -> None:
    write(own() / "mine.toml", BROKEN)
    key, keys = ROWS["check"]
    (problem,) = printed("check", status=1)[key]
    assert set(problem) == set(keys)


def test_files_that_are_not_there_are_said_beside_the_problems_of_the_others() -> None:
    table = printed("check", "plank", "./nowhere.toml", status=2)
    assert table == {"version": 1, "problems": [], "missing": ["There is no file or folder “./nowhere.toml”."]}


def test_a_routine_has_what_the_page_says() -> None:
    table = printed("show", "post-run-hip-stretch")
    described = set(re.findall(r"`(\w+)`", PAGE.partition("## A routine to build from")[2]))
    assert table.keys() - {"version"} <= described
    assert table["intervals"][0].keys() <= described
    work = next(one for one in table["intervals"] if one["kind"] == "work")
    assert work["exercise"]
    assert work["setup"]
    assert work["source"]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("show", "nobody"), 2, "There is no routine called “nobody”. “hiproutine list” shows them all."),
        (("show", "cool-down", "--figures"), 2, "Give --json or --figures, not both."),
        (("exercises", "--kind", "x"), 2, "Invalid value for"),
        (("guide", "nobody"), 2, "There is no guide called “nobody”."),
        (("config", "nobody"), 2, ""),
    ],
)
def test_an_error_is_an_object_too(arguments: tuple[str, ...], status: int, said: str) -> None:
    error = printed(*arguments, status=status)["error"]
    assert error.keys() == {"status", "messages"}
    assert error["status"] == status
    assert error["messages"][0].startswith(said)


def test_a_routine_with_problems_is_an_error_with_each_of_them() -> None:
    write(own() / "mine.toml", BROKEN + "[[steps]]\n")
    error = printed("show", "mine", status=1)["error"]
    assert [message.partition(": ")[2][:8] for message in error["messages"]] == ["steps[1]", "steps[2]", "steps[2]"]


def test_what_is_no_plain_value_is_not_made_one() -> None:
    with pytest.raises(TypeError):
        json_text(value=object())
