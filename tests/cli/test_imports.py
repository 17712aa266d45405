"""What each part of the program loads, and does not."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import python

ROOT = Path(__file__).parents[2]
PURE = (
    "play.engine",
    "play.timeline",
    "play.interval_run",
    "play.rounds_run",
    "play.events",
    "play.outcome",
    "play.session",
    "play.work_done",
    "play.marks",
    "play.view",
    "plan.deferred",
    "plan.model",
    "plan.layout",
    "plan.steps",
    "plan.reps",
    "plan.about",
    "plan.distances",
    "plan.effort",
    "plan.drafts",
    "plan.blocks",
    "plan.open_rounds",
    "wording",
)

LONGEST = 300
"""Lines of a file; one that grows beyond holds an idea that wants a file of its own."""

RUN_AND_LOOK = """
import contextlib, io, json, sys
from hiproutine.cli.main import cli
with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.suppress(SystemExit):
    cli.main(sys.argv[1:], prog_name="hiproutine")
assert out.getvalue()
print(json.dumps(sorted(sys.modules)))
"""


def loaded_by(*arguments: str) -> set[str]:
    """The top packages, and our own modules, that a command loads."""
    ran = python("-c", RUN_AND_LOOK, *arguments)
    assert (ran.status, ran.err) == (0, "")
    return packages(json.loads(ran.out))


def packages(modules: list[str]) -> set[str]:
    """The names before the first dot, and our own whole."""
    return {module if module.startswith("hiproutine") else module.partition(".")[0] for module in modules}


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["paths"], ["doctor", "--help"], ["list", "--help"], ["play", "--help"]],
)
def test_help_version_and_paths_load_next_to_nothing(arguments: list[str]) -> None:
    loaded = loaded_by(*arguments)
    assert not loaded & {
        "pydantic",
        "pydantic_core",
        "sqlite3",
        "textual",
        "rich",
        "tomllib",
        "tomli",
        "tomli_w",
        "asyncio",
    }
    assert not {module for module in loaded if module.startswith("hiproutine.routine")}


@pytest.mark.usefixtures("first_start")
@pytest.mark.parametrize(
    "arguments", [["list"], ["list", "--json"], ["show", "warm-up-quick"], ["show", "warm-up-quick", "--json"]]
)
def test_printed_commands_load_no_screens_and_what_is_compiled_nothing_that_reads_files(arguments: list[str]) -> None:
    loaded = loaded_by(*arguments)
    assert "tomli" in loaded
    assert not loaded & {"textual", "sqlite3", "asyncio", "tree_sitter", "pydantic", "pydantic_core"}
    assert not {module for module in loaded if module.startswith("hiproutine.tui")}
    loaded = loaded_by(*arguments)
    assert not loaded & {"textual", "sqlite3", "asyncio", "tree_sitter"}
    assert not loaded & {"pydantic", "pydantic_core", "tomli", "tomllib", "hashlib", "rich"}
    assert not loaded & {f"hiproutine.routine.{name}" for name in ("model", "catalogue", "loading", "reading")}


def test_today_alone_needs_no_click() -> None:
    program = RUN_AND_LOOK.replace("from hiproutine.cli.main import cli", "from hiproutine.__main__ import main")
    ran = python("-c", program.replace('cli.main(sys.argv[1:], prog_name="hiproutine")', "main()"), "today")
    assert (ran.status, ran.err) == (0, "")
    assert not packages(json.loads(ran.out)) & {"click", "uuid", "hiproutine.cli.outings"}


def test_today_alone_prints_what_it_prints_by_its_options(home: Path) -> None:
    alone, named = (
        python("-m", "hiproutine", "today"),
        python("-m", "hiproutine", "today", "--journal", str(home / "j")),
    )
    assert (alone.status, alone.out, alone.err) == (0, named.out, named.err)
    assert "hiproutine play" in alone.out


def test_today_needs_nothing_of_what_plays_or_is_asked() -> None:
    loaded = loaded_by("today")
    assert not loaded & {"pydantic", "tomli", "rich", "hashlib", "statistics", "hiproutine.dialogue.questions"}
    assert not {
        name for name in loaded if name.startswith(("hiproutine.play.", "hiproutine.plan.", "hiproutine.runs"))
    } - {"hiproutine.play.outcome"}


@pytest.mark.usefixtures("first_start")
def test_a_page_is_made_of_what_is_compiled(tmp_path: Path) -> None:
    command = ["share", "warm-up-quick", "--force", "-o", str(tmp_path / "page.html")]
    assert "tomli" in loaded_by(*command)
    loaded = loaded_by(*command)
    assert not loaded & {"pydantic", "pydantic_core", "tomli", "rich", "tempfile"}
    assert not {name for name in loaded if name.startswith("hiproutine.audio")}


@pytest.mark.usefixtures("first_start")
def test_compiled_exercises_are_shown_without_what_reads_files() -> None:
    assert "tomli" in loaded_by("exercises")
    loaded = loaded_by("exercises")
    assert not loaded & {"pydantic", "pydantic_core", "tomli", "tomllib", "hashlib", "rich"}
    assert not loaded & {f"hiproutine.routine.{name}" for name in ("model", "exercise_reading", "loading", "reading")}


def test_the_core_is_pure() -> None:
    modules = ", ".join(f"hiproutine.{module}" for module in PURE)
    ran = python("-c", f"import json, sys, {modules}; print(json.dumps(sorted(sys.modules)))")
    assert (ran.status, ran.err) == (0, "")
    loaded = packages(json.loads(ran.out))
    assert not loaded & {
        "textual",
        "rich",
        "pydantic",
        "pydantic_core",
        "sqlite3",
        "subprocess",
        "click",
        "platformdirs",
    }
    ours = {module for module in loaded if module.startswith("hiproutine.")}
    assert ours == {f"hiproutine.{module}" for module in (*PURE, "errors", "plan", "play")}


@pytest.mark.parametrize("module", ["play.player", "cues", "cues.bell", "cli.printing", "errors", "paths"])
def test_what_stands_around_the_core_knows_no_screens(module: str) -> None:
    ran = python("-c", f"import json, sys, hiproutine.{module}; print(json.dumps(sorted(sys.modules)))")
    assert (ran.status, ran.err) == (0, "")
    assert not packages(json.loads(ran.out)) & {"textual", "pydantic", "sqlite3"}


def test_no_file_outside_the_screens_imports_textual() -> None:
    package = ROOT / "hiproutine"
    files = [path for path in package.rglob("*.py") if "tui" not in path.relative_to(package).parts]
    assert len(files) > 20
    guilty = [path.name for path in files if {"import textual", "from textual"} & set(imports_of(path))]
    assert guilty == []


def imports_of(path: Path) -> list[str]:
    """The first two words of every line that imports."""
    lines = (line.split() for line in path.read_text(encoding="utf-8").splitlines())
    pairs = (line[:2] for line in lines if len(line) > 1 and line[0] in {"import", "from"})
    return [f"{word} {module.partition('.')[0]}" for word, module in pairs]


def test_the_arrows_between_the_rooms_are_kept() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


def test_no_file_of_the_package_is_longer_than_can_be_taken_in_at_once() -> None:
    files = [
        path for path in (ROOT / "hiproutine").rglob("*") if path.suffix in {".py", ".js", ".css", ".tcss", ".html"}
    ]
    assert len(files) > 300
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}
