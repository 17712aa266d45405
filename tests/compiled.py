"""Compiles the program, its tests and its routines once, before the workers begin: each of them would do it for itself,
and where bytecode is not written (PYTHONDONTWRITEBYTECODE, as many containers have it) would do it in every run."""

from __future__ import annotations

import compileall
import os
import re
import shutil
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from _pytest.assertion import rewrite

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "hiproutine"
ROUTINES = "HIPROUTINE_TESTS_ROUTINES"
"""The variable that tells workers where the compiled routines are."""
_REWRITTEN = re.compile(r"/(test_\w+|conftest)\.py$")


def compile_all(config: pytest.Config) -> None:
    """Writes the bytecode of everything that has none or has changed; the tests with their assertions rewritten."""
    compileall.compile_dir(PACKAGE, quiet=2)
    compileall.compile_dir(TESTS, quiet=2, rx=_REWRITTEN)
    files = sorted(path for path in TESTS.rglob("*.py") if _REWRITTEN.search(path.as_posix()))
    if not hasattr(os, "fork"):
        _rewrite(config, files)
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # newer Pythons warn of forks beside threads; there are none yet
        child = os.fork()
    if child == 0:
        try:
            _rewrite(config, files[::2])
        finally:
            os._exit(0)
    _rewrite(config, files[1::2])
    os.waitpid(child, 0)


def compile_routines(config: pytest.Config) -> None:
    """Reads all that comes with the program, as its first start does from a checkout, and keeps it for all homes."""
    from hiproutine.paths import Paths
    from hiproutine.routine.library import Library

    folder = TemporaryDirectory(prefix="hiproutine-", dir=os.environ.get("PYTEST_DEBUG_TEMPROOT"))
    config.add_cleanup(folder.cleanup)
    nobody = Path(folder.name) / "nobody"
    paths = Paths(config=nobody, data=nobody, cache=Path(folder.name))
    library = Library(paths)
    for entries in (library.entries(), library.catalogue.entries()):
        for _ in entries:
            pass  # each is kept as it is read
    os.environ[ROUTINES] = str(paths.compiled)


def put_routines(home: Path) -> None:
    """What is compiled, in the cache of a home: the same files for all, which the program never writes into."""
    if compiled := os.environ.get(ROUTINES):
        folder = f"{home}/cache/compiled"
        os.makedirs(folder)  # noqa: PTH103 - before each of the tests: pathlib takes longer
        for name in os.listdir(compiled):  # noqa: PTH208
            try:
                os.link(f"{compiled}/{name}", f"{folder}/{name}")
            except OSError:  # another file system
                shutil.copy(f"{compiled}/{name}", folder)


def whole_routines() -> list[bytes]:
    """All that is compiled, as it stands in its files."""
    compiled = os.environ.get(ROUTINES)
    return [path.read_bytes() for path in sorted(Path(compiled).iterdir())] if compiled else []


def _rewrite(config: pytest.Config, files: list[Path]) -> None:
    """As pytest's own import hook keeps them. What fails here is said when the file is imported."""
    state = config.stash[rewrite.assertstate_key]
    for path in files:
        kept = rewrite.get_cache_dir(path) / f"{path.stem}{rewrite.PYC_TAIL}"
        try:
            kept.parent.mkdir(exist_ok=True)
            if rewrite._read_pyc(path, kept) is None:
                source, code = rewrite._rewrite_test(path, config)
                rewrite._write_pyc(state, code, source, kept)
        except (OSError, SyntaxError):
            continue
