"""The suite on every CPython of this machine: `python tests/pythons.py [pytest's arguments]`.

Each Python that is new enough gets an environment of its own under the cache, which is kept for the next time; the
last lines say how the suite went on each. With `--list` it only says which there are. Status 1 if one of them failed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
OLDEST = (3, 11)
"""As `requires-python` says; a test holds the two together."""
LOOKS = "import sys; print(sys.implementation.name, '.'.join(map(str, sys.version_info[:3])), sys.version_info[3])"


class Found(NamedTuple):
    """One CPython."""

    version: tuple[int, int, int]
    program: Path

    @property
    def name(self) -> str:
        """As people write it: `3.12.1`."""
        return ".".join(map(str, self.version))


def found(folders: list[Path] | None = None) -> list[Found]:
    """Every CPython of this machine that is new enough, each version once, the oldest first."""
    by_version: dict[tuple[int, int, int], Path] = {}
    for folder in folders if folders is not None else _folders():
        for program in sorted(folder.glob("python3*")):
            version = _version(program) if re.fullmatch(r"python3(\.\d+)?(\.exe)?", program.name) else None
            if version and version[:2] >= OLDEST:
                by_version.setdefault(version, program)
    return [Found(version, by_version[version]) for version in sorted(by_version)]


def _folders() -> list[Path]:
    """Where Pythons are put: by pyenv, uv, Homebrew and python.org, and whatever is on PATH."""
    home = Path.home()
    kept = [Path(os.environ.get("PYENV_ROOT", home / ".pyenv")) / "versions", home / ".local/share/uv/python"]
    inside = [version / "bin" for place in kept if place.is_dir() for version in sorted(place.iterdir())]
    frameworks = sorted(Path("/Library/Frameworks/Python.framework/Versions").glob("3.*/bin"))
    on_path = [Path(part) for part in os.get_exec_path() if "shims" not in part]
    usual = [Path("/usr/bin"), Path("/usr/local/bin"), Path("/opt/homebrew/bin")]
    return [folder for folder in (*inside, *frameworks, *on_path, *usual) if folder.is_dir()]


def _version(program: Path) -> tuple[int, int, int] | None:
    try:
        done = subprocess.run([program, "-I", "-c", LOOKS], capture_output=True, text=True, timeout=20, check=True)
        kind, version, level = done.stdout.split()
        major, minor, micro = map(int, version.split("."))
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return (major, minor, micro) if kind == "cpython" and level == "final" else None


def _environment(one: Found) -> Path:
    """Its Python with the program's requirements and those of the tests, and not the program: that is the checkout."""
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "hiproutine-pythons"
    folder = cache / one.name
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    marker, wanted = folder / "pyproject.toml", (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    if not marker.exists() or marker.read_text(encoding="utf-8") != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([one.program, "-m", "venv", folder], check=True)
        project = tomllib.loads(wanted)["project"]
        needed = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
        subprocess.run([python, "-m", "pip", "install", "--quiet", *needed], check=True)
        marker.write_text(wanted, encoding="utf-8")
    return python


def main() -> int:
    """Runs it on all of them."""
    pythons = found()
    if "--list" in sys.argv:
        print(*(f"{one.name}  {one.program}" for one in pythons), sep="\n")
        return 0
    lines = []
    worst = 0
    for one in pythons:
        print(f"== {one.name}", flush=True)
        begun = time.monotonic()
        try:
            python = _environment(one)
            done = subprocess.run(
                [python, "-m", "pytest", *sys.argv[1:]],
                cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False, env=os.environ | {"PYTHONPATH": str(ROOT)},
            )  # fmt: skip
            print(done.stdout, flush=True)
            last = next((line.strip("= ") for line in reversed(done.stdout.splitlines()) if " in " in line), "")
            status = done.returncode
        except (OSError, subprocess.CalledProcessError) as error:
            last, status = str(error), 1
        worst = max(worst, status != 0)
        verdict = "good" if not status else "not good"
        lines.append(f"{one.name}: {verdict}, {last or f'status {status}'} ({time.monotonic() - begun:.0f} s in all)")
    print("", *lines, sep="\n")
    return worst


if __name__ == "__main__":
    sys.exit(main())
