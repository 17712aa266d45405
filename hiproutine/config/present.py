"""The settings that hold now. What reads their file is loaded only where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiproutine.config.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from hiproutine.errors import Problem


def present_settings(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings of a file that may not be there, and what is wrong with it."""
    try:
        if not path.exists():
            return Settings(), ()
    except OSError:
        pass  # reading it says why
    from hiproutine.config.reading import read_settings

    return read_settings(path)
