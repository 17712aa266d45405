"""What looks for the Pythons of this machine."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
import tomli

from tests.pythons import OLDEST, ROOT, SHORT, Found, found, others


def test_the_oldest_is_the_one_that_the_project_asks_for() -> None:
    project = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == f">={'.'.join(map(str, OLDEST))}"


@pytest.mark.skipif(os.name != "posix", reason="the Pythons are shell scripts")
def test_each_version_is_found_once_and_what_is_no_cpython_or_too_old_is_not(tmp_path: Path) -> None:
    kinds = {
        "a/python3": "cpython 3.12.1 final",
        "b/python3.12": "cpython 3.12.1 final",
        "c/python3.13": "cpython 3.13.0 final",
        "d/python3": "pypy 3.11.2 final",
        "e/python3": "cpython 3.10.4 final",
        "f/python3.15": "cpython 3.15.0 alpha",
        "g/python3-config": "cpython 3.12.9 final",
        "h/python3": "not a Python",
    }
    for name, said in kinds.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'#!/bin/sh\necho "{said}"\n', encoding="utf-8")
        path.chmod(0o755)
    pythons = found(sorted(tmp_path.iterdir()))
    assert [(one.name, one.program.parent.name) for one in pythons] == [("3.12.1", "a"), ("3.13.0", "c")]


def test_the_short_run_is_on_the_newest_of_each_other_version() -> None:
    pythons = [Found(version, Path("p")) for version in ((3, 11, 7), (3, 12, 1), (3, 12, 4), (3, 13, 0))]
    assert [one.name for one in others(pythons, (3, 11))] == ["3.12.4", "3.13.0"]
    assert [one.name for one in others(pythons, (3, 13))] == ["3.11.7", "3.12.4"]


def test_what_the_short_run_names_is_there() -> None:
    assert [name for name in SHORT if name.startswith("tests/") and not (ROOT / name).exists()] == []


def test_the_one_that_runs_this_is_among_them() -> None:
    folder = Path(sys.executable).resolve().parent
    assert ".".join(map(str, sys.version_info[:3])) in {one.name for one in found([folder])}
