"""What is named to be written is a file, and else a sentence says what it is."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.cli.running import hiproutine


@pytest.mark.parametrize("command", ["share", "workout", "audio"])
@pytest.mark.parametrize(("name", "said"), [("-", "names no file"), (".", "is a folder"), (os.devnull, "is a device")])
def test_what_is_no_file_is_said(
    command: str, name: str, said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    done = hiproutine(command, "cool-down", "-o", name)
    assert (done.status, done.out, said in done.err) == (2, "", True)
    assert not [*tmp_path.iterdir()]


def test_a_folder_of_pages_that_breaks_off_says_how_far_it_came(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real, written = Path.write_text, list[Path]()

    def full(path: Path, *arguments: object, **more: object) -> int:
        written.append(path)
        if len(written) > 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(path, *arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "write_text", full)
    done = hiproutine("share", "--folder", str(tmp_path / "pages"))
    assert done.status == 2
    assert "No space left" in done.err
    assert "Before that 2 pages were written; no list names them." in done.err


def test_a_calendar_is_written_over_when_that_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pytest.importorskip("icalendar")
    monkeypatch.chdir(tmp_path)
    Path("a.ics").write_text("mine", encoding="utf-8")
    done = hiproutine("today", "--ics", "a.ics")
    assert (done.status, "--force writes over" in done.err) == (2, True)
    assert hiproutine("today", "--ics", "a.ics", "--force").out == "a.ics\n"
    assert "BEGIN:VCALENDAR" in Path("a.ics").read_text(encoding="utf-8")
    assert hiproutine("today", "--force").status == 2
    assert [one.name for one in tmp_path.iterdir()] == ["a.ics"]
