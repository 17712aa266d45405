"""The commands of authors: which there are, and what they load."""

from __future__ import annotations

import json
from pathlib import Path

from hiproutine.authoring.schema import FILE_NAME, exercise_schema, routine_schema
from hiproutine.paths import find_paths
from tests.cli.authors import GOOD, GROUP, WARNED, own, run, write
from tests.cli.running import python


def test_the_commands_are_these() -> None:
    assert sorted(GROUP.commands) == ["check", "edit", "exercises", "new", "schema", "watch"]
    for name in GROUP.commands:
        done = run(name, "--help")
        assert (done.exit_code, done.stderr) == (0, "")


def test_the_schema_is_printed() -> None:
    assert json.loads(run("schema").stdout) == routine_schema()
    assert json.loads(run("schema", "--exercise").stdout) == exercise_schema()


def test_with_mine_the_schema_offers_what_is_ones_own() -> None:
    write(own() / "mine.toml", GOOD)
    write(find_paths().exercises / "swing.toml", 'name = "Swing"\ntime = 20')
    step = json.loads(run("schema", "--mine").stdout)["definitions"]["Step"]["properties"]
    offered = {key: step[key]["anyOf"][0]["enum"] for key in ("include", "exercise")}
    assert {"mine", "cool-down"} <= {*offered["include"]}
    assert {"swing", "plank"} <= {*offered["exercise"]}
    assert run("new", "another", "--no-edit").exit_code == 0
    beside = json.loads((own() / FILE_NAME).read_text(encoding="utf-8"))
    assert {"mine", "another"} <= {*beside["definitions"]["Step"]["properties"]["include"]["anyOf"][0]["enum"]}


LOOK = """
import contextlib, io, json, sys, click
from hiproutine.cli.authoring import COMMANDS
group = click.Group(commands={c.name: c for c in COMMANDS})
for line in sys.argv[1:]:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        with contextlib.suppress(SystemExit):
            group.main(line.split(","), prog_name="hiproutine")
print(json.dumps(sorted(sys.modules)))
"""


def loaded_by(*commands: str) -> set[str]:
    """What commands load that run one after the other, each written with commas."""
    return set(json.loads(python("-c", LOOK, *commands).out))


def test_the_parser_is_loaded_only_after_something_was_wrong(tmp_path: Path) -> None:
    good, warned = write(tmp_path / "good.toml"), write(tmp_path / "warned.toml", WARNED)
    assert not loaded_by(f"check,{good},plank") & {"tree_sitter", "textual", "tomli_w", "rich", "sqlite3"}
    loaded = loaded_by(f"check,{warned}")
    assert {"tree_sitter", "tree_sitter_toml"} <= loaded
    assert not loaded & {"textual", "rich", "sqlite3"}


def test_help_loads_next_to_nothing() -> None:
    loaded = loaded_by("--help", "check,--help", "new,--help", "exercises,--help")
    assert not loaded & {"pydantic", "tree_sitter", "textual", "rich", "tomllib", "tomli", "tomli_w"}


def test_authors_need_no_screens() -> None:
    assert not loaded_by("new,mine", "exercises", "schema") & {"tree_sitter", "textual", "sqlite3"}
