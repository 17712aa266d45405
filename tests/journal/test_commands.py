"""The commands of the journal."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from hiproutine.cli import journal, transfer
from hiproutine.clock import local_now
from hiproutine.journal.store import Journal
from tests.journal.shelf import NOON, interval_record, keep_session, session_record

GROUP = click.Group(commands={str(command.name): command for command in journal.COMMANDS + transfer.COMMANDS})


def run(*arguments: str | Path, **more: str) -> Result:
    return CliRunner().invoke(GROUP, [str(one) for one in arguments], env={"HIPROUTINE_JOURNAL": None, **more})


def kept(place: Path) -> Journal:
    return Journal(place)


def test_the_commands_are_these() -> None:
    assert sorted(GROUP.commands) == ["export", "history", "import", "pain", "report"]


def test_pain_is_kept_with_every_answer(place: Path) -> None:
    done = run(
        "pain", "--score", "3", "--side", "left", "--area", "front", "--when", "morning", "--stiffness", "more",
        "--feel", "ache", "--worst", "5", "--effort", "2", "--limp", "--not-masked", "--note", "so", "--journal", place,
    )  # fmt: skip
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == (
        "Kept: pain 3 of 10, 5 at the worst, an ache, with a limp, left side, in front, without a pain reliever, "
        "stiffer than usual, effort 2, this morning."
    )
    (reading,) = kept(place).readings()
    assert (reading.score, reading.worst, reading.effort, reading.limp, reading.masked) == (3, 5, 2, True, False)
    assert (reading.side, reading.area, reading.feel, reading.stiffness) == ("left", "front", "ache", "more")
    assert reading.note == "so"


def test_pain_after_belongs_to_the_session_before_it(place: Path) -> None:
    with Journal(place) as journal:
        keep_session(journal, session_record(at=local_now()))
    run("pain", "--score", "0", "--when", "after", "--journal", place)
    assert kept(place).readings()[0].session is not None


@pytest.mark.parametrize(
    "wrong",
    [[], ["--score", "11"], ["--score", "-1"], ["--score", "x"], ["--score", "3", "--side", "up"],
     ["--score", "3", "--note", "x" * 2001]],
)  # fmt: skip
def test_pain_that_is_no_pain_is_a_usage_error(place: Path, wrong: list[str]) -> None:
    done = run("pain", *wrong, "--journal", place)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert not place.exists()


@pytest.mark.parametrize("command", ["history", "report", "export"])
def test_reading_a_journal_that_is_not_there_is_no_mistake(place: Path, command: str) -> None:
    done = run(command, "--journal", place)
    assert (done.exit_code, done.output) == (0, "Nothing is kept yet.\n")
    assert not place.parent.exists()


def test_the_usual_place_is_the_data_folder(home: Path) -> None:
    run("pain", "--score", "1")
    assert (home / "hiproutine" / "journal.sqlite3").exists()


@pytest.mark.usefixtures("first_start")
def test_the_environment_names_the_journal(place: Path, home: Path) -> None:
    run("pain", "--score", "1", HIPROUTINE_JOURNAL=str(place))
    assert place.exists()
    assert not (home / "hiproutine").exists()


def test_history_is_aligned_and_newest_first(place: Path) -> None:
    with Journal(place) as journal:
        keep_session(journal, session_record(1, title="名前"))
        keep_session(journal, session_record(2, at=local_now(), title="A\x1blonger"))
    done = run("history", "--journal", place)
    first, second = done.stdout.splitlines()
    assert "A\\x1blonger" in first
    assert "finished" in second
    assert second.index("finished") == first.index("finished") - 2  # two wide characters
    assert run("history", "--journal", place, "--limit", "1").stdout.endswith("And 1 older session.\n")


def test_history_says_what_the_judgement_says_with_and_without_sessions(place: Path) -> None:
    run("pain", "--score", "9", "--journal", place)
    lines = run("history", "--journal", place).stdout.splitlines()
    assert lines[0].startswith("No session is kept yet")
    assert lines[2:] == [
        "Very high. Please consider medical advice today.", "General information, not medical advice.",
    ]  # fmt: skip
    with Journal(place) as journal:
        keep_session(journal, session_record(at=local_now()))
    assert "Very high. Please consider medical advice today." in run("history", "--journal", place).stdout


def test_history_filters(place: Path) -> None:
    with Journal(place) as journal:
        keep_session(journal, session_record(1))
    assert "Hips" in run("history", "--journal", place, "--since", "2026-03-10", "--routine", "hips").stdout
    assert run("history", "--journal", place, "--since", "2026-03-13").stdout == "No session suits that.\n"
    assert run("history", "--journal", place, "--since", "soon").exit_code == 2


def test_history_as_json_has_the_readings(place: Path) -> None:
    assert json.loads(run("history", "--json", "--journal", place).stdout)["sessions"] == []
    with Journal(place) as journal:
        keep_session(journal, session_record(1, at=local_now()))
    run("pain", "--score", "4", "--when", "after", "--journal", place)
    (row,) = json.loads(run("history", "--json", "--journal", place).stdout)["sessions"]
    assert (row["routine_id"], row["outcome"], row["active_seconds"]) == ("hips", "finished", 60.0)
    assert [reading["score"] for reading in row["readings"]] == [4]


def test_out_and_in_again(place: Path, tmp_path: Path) -> None:
    run("pain", "--score", "4", "--note", "é", "--journal", place)
    out = run("export", "--journal", place).stdout_bytes
    assert run("export", tmp_path / "out.jsonl", "--journal", place).exit_code == 0
    assert (tmp_path / "out.jsonl").read_bytes() == out
    other = tmp_path / "other.sqlite3"
    done = run("import", tmp_path / "out.jsonl", "--journal", other)
    assert done.stdout == "     1 reading new\n"
    assert run("export", "--journal", other).stdout_bytes == out
    assert run("import", tmp_path / "out.jsonl", "--journal", other).stdout == "Everything was there already.\n"
    assert run("export", tmp_path / "out.jsonl", "--journal", place).exit_code == 2
    assert run("export", "--csv", tmp_path, "--journal", place).exit_code == 0
    assert run("export", "x", "--csv", tmp_path, "--journal", place).exit_code == 2


def test_a_wrong_import_is_one_sentence_and_creates_nothing(place: Path, tmp_path: Path) -> None:
    (tmp_path / "bad").write_text("{")
    for name in ("bad", "missing", "."):
        done = run("import", tmp_path / name, "--journal", place)
        assert (done.exit_code, done.stdout) == (2, "")
        assert len(done.stderr.splitlines()) == 1
    assert not place.exists()


@pytest.mark.parametrize(
    "command", [["history"], ["report"], ["export"], ["pain", "--score", "1"], ["history", "--json"]]
)
def test_a_journal_that_cannot_be_used_is_one_sentence(place: Path, command: list[str]) -> None:
    place.parent.mkdir()
    place.write_bytes(b"not a journal" * 100)
    done = run(*command, "--journal", place)
    assert (done.exit_code, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert "is not a journal" in done.stderr


def test_a_report_is_printed(place: Path) -> None:
    run("pain", "--score", "4", "--journal", place)
    assert "General information, not medical advice." in run("report", "--weeks", "2", "--journal", place).stdout
    assert run("report", "--weeks", "0", "--journal", place).exit_code == 2


def test_help_loads_neither_sqlite_nor_pydantic() -> None:
    code = (
        "import sys, hiproutine.cli.journal as j; j.history(['--help'], standalone_mode=False);"
        "sys.exit(bool({'sqlite3', 'pydantic', 'textual', 'rich'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0


def test_one_session_is_told_by_its_number(place: Path) -> None:
    with kept(place) as journal:
        record = session_record(1)
        keep_session(journal, record, interval_record(record.id, side="left"))
        keep_session(journal, session_record(2, NOON + timedelta(hours=1), title="[b]Later"), plan=None)
    done = run("history", "2", "--journal", place)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("Hips\n")
    assert "Steps" in done.stdout
    assert run("history", "1", "--journal", place).stdout.startswith("[b]Later\n")
    row = json.loads(run("history", "2", "--json", "--journal", place).stdout)
    assert (row["id"], [one["side"] for one in row["intervals"]], row["readings"]) == (record.id, ["left"], [])
    gone = run("history", "3", "--journal", place)
    assert (gone.exit_code, gone.stdout, gone.stderr) == (2, "", "There is no session 3: 2 sessions in all.\n")
    assert run("history", "1", "--limit", "2", "--journal", place).exit_code == 2
