"""`hiproutine share`: which files it writes, which it leaves alone, and what it says."""

from __future__ import annotations

from pathlib import Path

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
    assert ran.err == "mine.html is there already and is no page of hiproutine; --force replaces it.\n"
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


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "Say which routine, or --folder DIR for all of them."),
        (["cool-down", "--folder", "x"], "Say which routine, or --folder DIR for all of them."),
        (["coool-down"], "cool-down"),
        (["cool-down", "-o", "nowhere/x.html"], "nowhere/x.html cannot be written: No such file or directory."),
    ],
)
def test_what_cannot_be_is_said(given: list[str], said: str) -> None:
    ran = hiproutine("share", *given)
    assert ran.status == 2
    assert said in ran.err
    assert "Traceback" not in ran.err
