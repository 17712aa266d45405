"""The wheel: what it holds, and that it runs where the checkout is not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from hiproutine.routine.shipping import write_shipped
from hiproutine.share.shipping import write_shipped_parts

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built with what is installed, without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (path,) = folder.glob("hiproutine-*.whl")
    return path


def test_the_wheel_holds_the_package_and_everything_that_is_bundled(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert "hiproutine/py.typed" in names
    for folder, pattern in (
        ("routines", "**/*.toml"),
        *(("hiproutine", f"**/*.{kind}") for kind in ("py", "tcss", "md", "txt")),
    ):
        inside = "hiproutine/bundled" if folder == "routines" else folder
        files = {f"{inside}/{path.relative_to(ROOT / folder).as_posix()}" for path in (ROOT / folder).glob(pattern)}
        assert files
        assert files <= names
    assert not [name for name in names if name.startswith(("tests/", "screenshots/")) or "__pycache__" in name]


def test_the_wheel_names_its_program_and_its_licence(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        (entry_points,) = [name for name in archive.namelist() if name.endswith(".dist-info/entry_points.txt")]
        assert "hiproutine = hiproutine.__main__:main" in archive.read(entry_points).decode()
        assert any(name.endswith("LICENSE") for name in archive.namelist())
        shared = {name.partition(".data/data/share/")[2] for name in archive.namelist() if ".data/data/share/" in name}
    assert shared == {
        "bash-completion/completions/hiproutine",
        "fish/vendor_completions.d/hiproutine.fish",
        "zsh/site-functions/_hiproutine",
    }


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inside")
    with ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_the_program_runs_from_the_wheel_away_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    inside = installed

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "hiproutine", *arguments],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(inside)},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    assert f"bundled    {inside}/hiproutine/bundled" in run("paths")
    listed = [line.split(maxsplit=1)[0] for line in run("list").splitlines()]
    assert listed == sorted(path.stem for path in (ROOT / "routines").glob("*.toml"))
    assert "jog" in run("show", "warm-up-five-step").casefold()


def test_the_catalogue_in_the_wheel_is_compiled_from_these_sources(wheel: Path, tmp_path: Path) -> None:
    with ZipFile(wheel) as archive:
        for made in (*write_shipped(tmp_path), write_shipped_parts(tmp_path)):
            assert archive.read(f"hiproutine/bundled/compiled/{made.name}") == made.read_bytes()


@pytest.mark.parametrize("command", [["list"], ["show", "warm-up-quick"], ["exercises"]])
def test_from_the_wheel_the_first_start_reads_no_files_even_where_nothing_can_be_kept(
    installed: Path, tmp_path: Path, command: list[str]
) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    looks = (
        "import sys, contextlib; from hiproutine.cli.main import cli\n"
        "with contextlib.suppress(SystemExit): cli.main(sys.argv[1:])\n"
        "print(*{'pydantic', 'tomli'}.intersection(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", looks, *command],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed), "HIPROUTINE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert "hip" in done.stdout
    assert done.stderr.strip() == ""
