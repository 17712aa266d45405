"""What the program finds out about its machine."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event

import click
import pytest
from click.testing import CliRunner, Result

from hiproutine.cli.doctor import COMMANDS
from hiproutine.cli.machine import Surroundings, journal_finding, lines, look, play_signals, records
from hiproutine.cues import CueFailure, CueOutput, Signal, sound
from hiproutine.cues.finding import Finding, State
from hiproutine.journal import schema
from hiproutine.journal.store import Journal
from hiproutine.paths import Paths
from tests.cli.running import python
from tests.cues.rig import program, until
from tests.journal.shelf import keep_session, session_record

GROUP = click.Group(commands={str(command.name): command for command in COMMANDS})
XTERM = {"TERM": "xterm-256color"}
NAMES = [
    "python", "textual", "sqlite", "terminal", "size", "colours", "text", "bell", "sound", "voice", "notifications",
    "window title", "progress", "staying awake", "settings", "config.toml", "own routines", "journal folder", "journal",
]  # fmt: skip


def test_settings_with_a_problem_are_a_warning_that_says_where(tmp_path: Path) -> None:
    place = tmp_path / "config" / "config.toml"
    assert found(tmp_path)["config.toml"].sentence == "Nothing is set; all is as built in."
    place.parent.mkdir()
    place.write_text("[cues]\nvolume = 3\nvoice = true\n", encoding="utf-8")
    assert found(tmp_path)["config.toml"].sentence == "2 settings."
    place.write_text("[cues]\nvolum = 3\nbell = 4\n", encoding="utf-8")
    finding = found(tmp_path)["config.toml"]
    assert finding.state is State.WARN
    assert finding.sentence.startswith(f"{place}:2:1: ")
    assert finding.cure == "2 problems in all; hiproutine check points at each."


@pytest.mark.skipif(sys.platform == "win32", reason="descriptors are otherwise there")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_it_runs_where_nothing_is_open(closed: str, tmp_path: Path) -> None:
    path = tmp_path / "short.toml"
    path.write_text('title = "A"\nsteps = [{ name = "A", hold = "1s" }]\n', encoding="utf-8")
    for arguments in ("doctor", f"play {path} --speed 50"):
        done = subprocess.run(
            ["/bin/sh", "-c", f'"$0" -m hiproutine {arguments} {closed}', sys.executable],
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
        assert bool(done.stdout) is (">&-" not in closed or closed.startswith("2"))


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(GROUP, ["doctor", *arguments], env=environment)


def found(tmp_path: Path, environ: dict[str, str] | None = None, **more: object) -> dict[str, Finding]:
    """The findings of a good machine, but for what is named."""
    machine = {"terminal": True, "columns": 80, "rows": 24, "encoding": "utf-8", **more}
    around = Surroundings(environ=XTERM if environ is None else environ, **machine)  # type: ignore[arg-type]
    return {one.name: one for one in look(around, Paths(tmp_path / "config", tmp_path / "data", tmp_path / "cache"))}


def test_everything_is_looked_at_and_nothing_is_created(tmp_path: Path) -> None:
    everything = found(tmp_path)
    assert list(everything) == NAMES
    assert list(tmp_path.iterdir()) == []
    for name in ("python", "textual", "sqlite", "terminal", "size", "colours", "text", "journal", "settings"):
        assert everything[name].state is State.OK, name
    assert all(one.sentence.endswith((".", "routines")) or one.name.endswith("folder") for one in everything.values())
    assert all(one.cure or one.state is not State.MISSING or "known" in one.sentence for one in everything.values())


@pytest.mark.parametrize(
    ("name", "environ", "more", "words"),
    [
        ("terminal", XTERM, {"terminal": False}, "not both a terminal"),
        ("terminal", {"TERM": "dumb"}, {}, "cannot move its cursor"),
        ("size", XTERM, {"columns": 59}, "59 columns"),
        ("size", XTERM, {"rows": 19}, "19 rows"),
        ("text", XTERM, {"encoding": "ascii"}, "lacks marks"),
        ("text", XTERM, {"encoding": "no\x1bsense"}, "lacks marks"),
        ("staying awake", {**XTERM, "SSH_CONNECTION": "1"}, {}, "another one"),
    ],
)
def test_what_is_not_right_is_a_warning_with_a_sentence(
    tmp_path: Path, name: str, environ: dict[str, str], more: dict[str, object], words: str
) -> None:
    one = found(tmp_path, environ, **more)[name]
    assert (one.state, words in one.sentence) == (State.WARN, True)
    assert one.sentence.isprintable()


@pytest.mark.parametrize(
    ("environ", "words"),
    [({"TERM": "xterm", "COLORTERM": "truecolor"}, "16 million."), (XTERM, "256."), ({"TERM": "xterm"}, "Perhaps 16"),
     ({"TERM": "xterm", "NO_COLOR": "1"}, "NO_COLOR")],
)  # fmt: skip
def test_colours_are_counted(tmp_path: Path, environ: dict[str, str], words: str) -> None:
    assert words in found(tmp_path, environ)["colours"].sentence


def test_a_folder_that_cannot_be_made_or_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file", encoding="utf-8")
    everything = found(tmp_path)
    assert everything["settings"].sentence.endswith("is not a folder.")
    assert everything["own routines"].sentence.endswith("cannot be made.")
    (tmp_path / "data").mkdir()
    assert found(tmp_path)["journal folder"].sentence == str(tmp_path / "data")


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(os, "access", lambda *_: False)
    everything = found(tmp_path)
    assert everything["journal folder"].state is everything["settings"].state is State.WARN


def kept(path: Path) -> bytes:
    with Journal(path) as journal:
        keep_session(journal, session_record())
    return path.read_bytes()


def test_a_journal_is_checked_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    assert journal_finding(path) == Finding("journal", State.OK, "Nothing is kept yet.")
    before = kept(path)
    one = journal_finding(path)
    assert (one.state, one.sentence.endswith("KB, without a fault.")) == (State.OK, True)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("older", ["PRAGMA user_version = 1", "PRAGMA journal_mode = WAL"])
def test_a_journal_of_an_older_version_is_not_brought_up_to_date(tmp_path: Path, older: str) -> None:
    path = tmp_path / "journal.sqlite3"
    kept(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute(older)
    before = path.read_bytes()
    assert journal_finding(path).state is State.OK
    assert path.read_bytes() == before
    assert schema.copies(path) == []


def test_a_journal_that_is_empty_foreign_newer_or_damaged_is_named_and_left(tmp_path: Path) -> None:
    for name, spoil in SPOILT.items():
        path = tmp_path / f"{name}.sqlite3"
        kept(path)
        spoil(path)
        before = path.read_bytes()
        one = journal_finding(path)
        assert (name, one.state) == (name, State.OK if name == "empty" else State.WARN)
        assert path.read_bytes() == before


def _sql(statement: str) -> Callable[[Path], None]:
    def run_it(path: Path) -> None:
        with closing(sqlite3.connect(path)) as db:
            db.execute(statement)

    return run_it


def _damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 + 8 : 4096 + 200] = b"\xff" * 192
    path.write_bytes(bytes(content))


SPOILT: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "no database": lambda path: path.write_bytes(b"x" * 5000),
    "foreign": _sql("PRAGMA application_id = 7"),
    "newer": _sql("PRAGMA user_version = 99"),
    "damaged": _damage,
}


def test_printed_lines_stand_in_columns() -> None:
    findings = [Finding("a", State.OK, "Fine."), Finding("longer", State.MISSING, "Gone.", "Get it.")]
    assert lines(findings) == [
        "ok       a       Fine.",
        "missing  longer  Gone.",
        "                 Get it.",
    ]
    assert records(findings)[1] == {"name": "longer", "state": "missing", "sentence": "Gone.", "cure": "Get it."}
    assert lines([]) == []


def test_the_command_prints_lines_and_json() -> None:
    printed = run(**XTERM)
    assert (printed.exit_code, printed.stderr) == (0, "")
    states = [record["state"] for record in json.loads(run("--json", **XTERM).stdout)["findings"]]
    assert [line.split()[0] for line in printed.stdout.splitlines() if not line.startswith(" ")] == states
    assert run("--json", "--play").exit_code == 2


def test_the_command_never_loads_the_screens() -> None:
    code = (
        "import contextlib, io, json, sys\nfrom hiproutine.cli.doctor import doctor\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit): doctor.main([])\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    ran = python("-c", code)
    assert (ran.status, ran.err) == (0, "")
    loaded = json.loads(ran.out)
    assert not {name for name in loaded if name.partition(".")[0] in {"textual", "rich", "wakepy", "asyncio"}}
    assert not {name for name in loaded if name.startswith("hiproutine.tui")}


class Written(CueOutput):
    """An output that writes down its signals, and may fail."""

    def __init__(self, fails: bool = False) -> None:
        self.name = "failing" if fails else "working"
        self.fails = fails
        self.heard: list[Signal] = []

    def signal(self, signal: Signal) -> None:
        self.heard.append(signal)
        if self.fails:
            raise CueFailure("it is not there")


def test_every_signal_is_played_and_said_by_every_output_that_works() -> None:
    working, failing = Written(), Written(fails=True)
    told: list[str] = []
    waited: list[float] = []
    play_signals([failing, working], told.append, waited.append)
    assert working.heard == list(Signal)
    assert len(failing.heard) == 1
    assert told[1] == "The failing does not work: it is not there"
    assert len(told) == len(waited) + 1 == len(Signal) + 1


def test_playing_lets_sound_and_voice_be_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = tmp_path / "log"
    names = ("afplay", "pw-play", "aplay", "say", "espeak-ng", "powershell")
    for name in names:
        program(
            tmp_path, name, f'case "$0" in *play) basename "$1" ;; *) read -r text; echo "$text" ;; esac >> "{log}"'
        )
    monkeypatch.setenv("PATH", os.pathsep.join([str(tmp_path), "/usr/bin", "/bin"]))
    monkeypatch.setattr(sound, "LATE", 60)
    monkeypatch.setattr(sound, "MOST_AT_ONCE", 60)
    monkeypatch.setattr("time.sleep", lambda seconds: Event().wait(seconds / 20))
    done = run("--play", **XTERM)
    assert (done.exit_code, done.stderr) == (0, "")
    due = [*[f"{signal.value}.wav" for signal in Signal], "Next: hip bridge, ten times. Lie on your back, knees bent."]
    assert until(lambda: sorted(log.read_text(encoding="utf-8").splitlines()) == sorted(due))
    assert "Listen: sound" in done.stdout
    assert "\a" not in done.stdout


def test_playing_where_nothing_can_be_heard_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    done = run("--play", **XTERM)
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "There is nothing here to hear.")


def test_it_works_as_a_program_of_its_own() -> None:
    ran = python("-c", "from hiproutine.cli.doctor import doctor; doctor()", "--json")
    assert (ran.status, ran.err) == (0, "")
    assert [record["name"] for record in json.loads(ran.out)["findings"]] == NAMES
    assert sys.version.split()[0] in ran.out
