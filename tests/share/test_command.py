"""`hiproutine share`: which files it writes, which it leaves alone, and what it says."""

from __future__ import annotations

from pathlib import Path
from time import monotonic, sleep
from urllib.request import url2pathname

import pytest

from hiproutine.paths import bundled
from tests.cli.running import hiproutine


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to write in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_writes_one_page_and_says_where(here: Path) -> None:
    ran = hiproutine("share", "post-run-hip-stretch")
    assert (ran.status, ran.out, ran.err) == (0, "post-run-hip-stretch.html\n", "")
    assert [path.name for path in here.iterdir()] == ["post-run-hip-stretch.html"]
    again = hiproutine("share", "post-run-hip-stretch", "-o", "post-run-hip-stretch.html")
    assert again.status == 0


def test_a_file_of_somebody_else_stays(here: Path) -> None:
    (here / "mine.html").write_text("<p>mine</p>")
    ran = hiproutine("share", "cool-down", "--output", "mine.html")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "mine.html is there already and is no page of hiproutine. --force replaces it.\n"
    assert (here / "mine.html").read_text() == "<p>mine</p>"
    assert hiproutine("share", "cool-down", "--output", "mine.html", "--force").status == 0
    assert "Cool-down" in (here / "mine.html").read_text()


def test_a_folder_takes_all_and_a_list(here: Path) -> None:
    ran = hiproutine("share", "--folder", "all")
    names = {path.name for path in (here / "all").iterdir()}
    assert ran.status == 0
    assert names == {f"{path.stem}.html" for path in bundled().glob("*.toml")} | {"index.html"}
    assert ran.out == f"{len(names) - 1} routines and a list of them: all/index.html\n"
    listed = (here / "all" / "index.html").read_text()
    assert all(f'href="{name}"' in listed for name in names - {"index.html"})


def test_it_opens_the_page_and_one_that_prints(here: Path, tmp_path: Path) -> None:
    opener = here / "xdg-open"
    opener.write_text('#!/bin/sh\necho "$1" >> "$HIPROUTINE_HOME.opened"\n')
    opener.chmod(0o755)
    machine = {"PATH": str(here), "DISPLAY": ":0", "TMPDIR": str(tmp_path), "HIPROUTINE_HOME": str(here / "home")}
    opened = here / "home.opened"
    for more in (["--open"], ["--print"]):
        assert hiproutine("share", "cool-down", *more, **machine).status == 0
    deadline = monotonic() + 10
    while not (opened.exists() and opened.read_text().count("\n") == 2) and monotonic() < deadline:
        sleep(0.02)
    pages = [Path(url2pathname(line.removeprefix("file://"))) for line in opened.read_text().split()]
    assert sorted(page.parent == here for page in pages) == [False, True]
    assert sorted('<body data-section="open" data-prints>' in page.read_text() for page in pages) == [False, True]
    nowhere = hiproutine("share", "cool-down", "--open", PATH="", DISPLAY="", WAYLAND_DISPLAY="")
    assert nowhere.status == 2
    assert nowhere.err == "No browser opens from here. Open cool-down.html in one.\n"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "Say which routine, or --folder DIR for all of them."),
        (["cool-down", "--folder", "x"], "Say which routine, or --folder DIR for all of them."),
        (["coool-down"], "cool-down"),
        (["cool-down", "--print", "-o", "x.html"], "--print prints one routine, and keeps no file."),
        (["cool-down", "-o", "nowhere/x.html"], "nowhere/x.html cannot be written: No such file or directory."),
    ],
)
def test_what_cannot_be_is_said(given: list[str], said: str) -> None:
    ran = hiproutine("share", *given)
    assert ran.status == 2
    assert said in ran.err
    assert "Traceback" not in ran.err
