"""`hiproutine runs import`: what is printed and kept."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hiproutine.advice.recovery.facts import Sport
from hiproutine.cli import run_files, run_reports
from hiproutine.cli.outings import runs
from hiproutine.runs.recording import REFUSAL_WORDS, REMARK_WORDS, Refusal, Remark
from hiproutine.runs.sources import read_path
from tests.runs.fit_file import BEGAN, FitFile, plain, seconds_of
from tests.runs.test_sources import packed
from tests.runs.test_tables import STRAVA


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own."""
    monkeypatch.setenv("HIPROUTINE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("HIPROUTINE_JOURNAL", raising=False)
    return tmp_path


def called(*arguments: object, given: bytes | None = None) -> Result:
    return CliRunner().invoke(runs, [str(one) for one in arguments], input=given)


def many(folder: Path, number: int, last: datetime = BEGAN) -> Path:
    """A folder with a run a day."""
    folder.mkdir(parents=True)
    for n in range(number):
        start = seconds_of(last - timedelta(days=n))
        (folder / f"{n:03}.fit").write_bytes(FitFile().about(created=start).session(start=start).bytes())
    return folder


def test_runs_are_kept_listed_and_not_kept_twice(home: Path) -> None:
    path = home / "run.fit"
    path.write_bytes(plain().bytes())
    first = called("import", path)
    assert first.exit_code == 0
    assert "2026-05-04 07:30  run      4.5 km     30:00  new  run.fit" in first.output
    assert "Kept 1 run." in first.output
    assert "Nothing new; 1 there already." in called("import", path).output
    listed = called("--weeks", "520")
    assert "a run, 4.5 km in 30 minutes" in listed.output
    taken = json.loads(called("--weeks", "520", "--json").output)["weeks"]
    (outing,) = (one for week in taken for one in week["outings"])
    assert "Taken back" in called("--remove", outing["id"][:8]).output
    assert "1 taken back before" in called("import", path).output


def test_a_dry_run_keeps_nothing_and_says_why_of_what_is_not(home: Path) -> None:
    (home / "a.fit").write_bytes(plain().bytes())
    (home / "b.fit").write_bytes(b"")
    tried = called("import", "--dry-run", home / "a.fit", home / "b.fit", "--since", "2026-06-01")
    assert "before that day" in tried.output
    assert "b.fit: it is empty." in tried.output
    assert not (home / "home").exists()


def test_json_has_every_one_with_its_reason(home: Path) -> None:
    (home / "a.csv").write_text(STRAVA, encoding="utf-8")
    (home / "b.fit").write_bytes(b"")
    lines = json.loads(called("import", "--json", "--sport", "run", home / "a.csv", home / "b.fit").output)["runs"]
    assert [(one["result"], one.get("problem")) for one in lines] == [
        ("new", None),
        ("other-sport", None),
        ("refused", "empty"),
    ]
    assert (lines[0]["metres"], lines[0]["seconds"], lines[0]["source"]) == (4500.3, 1800, "strava")


def test_the_journal_may_be_named_before_or_after_the_word(home: Path) -> None:
    (home / "run.fit").write_bytes(plain().bytes())
    other = home / "other.sqlite3"
    assert "Kept 1 run." in called("--journal", other, "import", home / "run.fit").output
    assert "Nothing new; 1 there already." in called("import", home / "run.fit", "--journal", other).output
    assert not (home / "home").exists()


def test_standard_input_and_archives_are_read(home: Path) -> None:
    assert "Kept 1 run." in called("import", "-", given=packed({"x": plain().bytes()})).output


def test_many_are_summed_up_and_what_is_nothing_is_counted(home: Path) -> None:
    folder = many(home / "watch", 25)
    (folder / "notes.txt").write_text("nothing", encoding="utf-8")
    done = called("import", folder).output
    assert "Kept 25 runs; 1 file without a run." in done
    assert "25 files: the file does not say the time zone" in done
    assert len(done.splitlines()) < 10


def test_a_stop_leaves_what_was_kept_and_the_next_goes_on(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = many(home / "watch", 5)
    whole = read_path

    def interrupted(*arguments: object) -> object:
        for number, read in enumerate(whole(*arguments)):  # type: ignore[arg-type]
            if number == 3:
                raise KeyboardInterrupt
            yield read

    monkeypatch.setattr(run_reports, "read_path", interrupted)
    stopped = called("import", folder)
    assert stopped.exit_code == run_reports.INTERRUPTED
    assert "Kept 3 runs." in stopped.output
    monkeypatch.undo()
    monkeypatch.setenv("HIPROUTINE_HOME", str(home / "home"))
    assert "Kept 2 runs; 3 there already." in called("import", folder).output


def test_the_pain_of_the_newest_run_is_told_with_it(home: Path) -> None:
    told = called("import", many(home / "watch", 3, datetime.now(UTC) - timedelta(hours=2)), "--pain", "6")
    assert told.exit_code == 0
    assert "Source: " in told.output
    taken = json.loads(called("--weeks", "520", "--json").output)["weeks"]
    outings = sorted((one for week in taken for one in week["outings"]), key=lambda one: str(one["at"]))
    assert [one["pain"] for one in outings] == [None, None, 6]


def test_a_date_is_what_a_file_without_one_began_on(home: Path) -> None:
    (home / "old.fit").write_bytes(FitFile().about().session(start=5000).bytes())
    refused = called("import", home / "old.fit")
    assert refused.exit_code == run_reports.BAD_INPUT
    assert "--date" in refused.output
    assert "2026-05-04 07:30" in called("import", home / "old.fit", "--date", "2026-05-04 07:30").output
    assert called("import", home / "old.fit", "--date", "soon").exit_code == 2


def test_every_reason_has_its_words_and_sports_are_ours() -> None:
    assert set(REFUSAL_WORDS) == set(Refusal)
    assert set(REMARK_WORDS) == set(Remark)
    assert {*run_files.SPORTS, "massage"} == {sport.value for sport in Sport}


def test_without_a_path_the_folders_of_the_settings_are_looked_through(home: Path) -> None:
    nowhere = called("import")
    assert nowhere.exit_code == 2
    assert "hiproutine config runs.folders" in nowhere.output
    folder = many(home / "watch", 2)
    (home / "home").mkdir()
    (home / "home" / "config.toml").write_text(
        f'[runs]\nfolders = ["{folder.as_posix()}", "/none"]\n', encoding="utf-8"
    )
    first = called("import").output
    assert "/none is not there now." in first
    assert "Kept 2 runs." in first
    assert "Nothing new." in called("import").output
    assert "2 there already" in called("import", folder).output
