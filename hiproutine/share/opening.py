"""Shows a file in the person's browser, where there is one that has a window of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

WINDOWS = ("DISPLAY", "WAYLAND_DISPLAY")
"""Where none of these is set, what opens files would take a browser that draws into the terminal."""


def opens(path: Path) -> bool:
    """Whether something was started that shows it."""
    if sys.platform == "win32":
        return _by_windows(path)
    if sys.platform != "darwin" and not any(map(os.environ.get, WINDOWS)):
        return False
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    try:
        subprocess.Popen(  # noqa: S603 - a file that was written here
            [opener, path.absolute().as_uri()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True


def _by_windows(path: Path) -> bool:
    try:
        os.startfile(path.absolute())  # type: ignore[attr-defined, unused-ignore]  # noqa: S606 - only there
    except OSError:
        return False
    return True
