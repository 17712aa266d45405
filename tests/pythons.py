"""The suite on every CPython of this machine: `python tests/pythons.py [pytest's arguments]`.

Each Python that is new enough gets an environment of its own under the cache, which is kept for the next time; the
last lines say how the suite went on each. With `--list` it only says which there are. `--short` runs what depends most
on the Python (plans, the engine, settings, the journal, TOML, the bundled routines), on the newest of each version but
the one it runs on itself: that is for CI, where the whole suite runs on that one. Status 1 if one failed.
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
SHORT = (
    "-p", "no:cacheprovider", "-n", "2", "tests/plan", "tests/play", "tests/config", "tests/content",
    "tests/cues/test_spoken.py", "tests/journal/test_store.py", "tests/journal/test_schema.py",
    "tests/routine/test_toml_1_1.py", "tests/cli/test_bundled.py", "tests/test_clock.py", "tests/test_folders.py",
)  # fmt: skip
"""What `--short` gives pytest: about half a minute on a quiet machine."""
NEEDED = re.compile(r"pytest|hypothesis")
"""What those tests need beside the program."""
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


def others(pythons: list[Found], running: tuple[int, int] = sys.version_info[:2]) -> list[Found]:
    """The newest of each version but that which runs this."""
    newest = {one.version[:2]: one for one in pythons if one.version[:2] != running}
    return list(newest.values())


def _environment(one: Found, *, short: bool) -> Path:
    """Its Python with the program's requirements and those of the tests, and not the program: that is the checkout."""
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "hiproutine-pythons"
    wanted = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(wanted)["project"]
    of_tests = project["optional-dependencies"]["dev"]
    for folder in [cache / one.name, cache / f"{one.name}-short"][: 1 + short]:
        python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        marker = folder / "pyproject.toml"
        if marker.exists() and marker.read_text(encoding="utf-8") == wanted:
            return python
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([one.program, "-m", "venv", folder], check=True)
    needed = [*project["dependencies"], *(need for need in of_tests if not short or NEEDED.match(need))]
    subprocess.run([python, "-m", "pip", "install", "--quiet", *needed], check=True)
    marker.write_text(wanted, encoding="utf-8")
    return python


def _run(one: Found, arguments: list[str], *, short: bool) -> tuple[str, bool]:
    """A line that says how it went, and whether it went well."""
    begun = time.monotonic()
    try:
        done = subprocess.run(
            [_environment(one, short=short), "-m", "pytest", *arguments],
            cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False, env=os.environ | {"PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        if not short or done.returncode:
            print(done.stdout, flush=True)
        last = next((line.strip("= ") for line in reversed(done.stdout.splitlines()) if " in " in line), "")
        status = done.returncode
    except (OSError, subprocess.CalledProcessError) as error:
        last, status = str(error), 1
    verdict = "good" if not status else "not good"
    taken = time.monotonic() - begun
    return f"{one.name}: {verdict}, {last or f'status {status}'} ({taken:.0f} s in all)", not status


def main() -> int:
    """Runs it on all of them."""
    pythons = found()
    if "--list" in sys.argv:
        print(*(f"{one.name}  {one.program}" for one in pythons), sep="\n")
        return 0
    short = "--short" in sys.argv
    arguments = [*(SHORT if short else ()), *(one for one in sys.argv[1:] if one != "--short")]
    ended = []
    for one in others(pythons) if short else pythons:
        print(f"== {one.name}", flush=True)
        ended.append(_run(one, arguments, short=short))
    print("", *(line for line, _ in ended), sep="\n")
    return int(not all(good for _, good in ended))


if __name__ == "__main__":
    sys.exit(main())
