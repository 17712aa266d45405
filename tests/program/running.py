"""The installed program as a process."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Ran:
    """How a process ended, and what it said."""

    status: int
    out: str
    err: str


def python(*arguments: str, **environment: str) -> Ran:
    """Python with these arguments; `environment` is added to the test's own."""
    done = subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))


def hiproutine(*arguments: str, **environment: str) -> Ran:
    """The program with these arguments, without a terminal."""
    return python("-m", "hiproutine", *arguments, **environment)
