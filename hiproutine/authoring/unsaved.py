"""Texts that are written and not saved yet, each in a file of its own, so that nothing is lost whatever ends."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from hiproutine.authoring.writing import CannotWrite, write_over
from hiproutine.errors import BadFile
from hiproutine.paths import Paths, whole_name
from hiproutine.routine.reading import read_text

MOST = 9
"""Texts of one file that are offered; older ones stay where they are."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One text that was not saved."""

    path: Path
    at: float
    """Seconds since the epoch: when it was written last."""
    text: str


class Unsaved:
    """Keeps what one editor has not saved of one file."""

    def __init__(self, paths: Paths, target: Path) -> None:
        self._folder = paths.data / "unsaved"
        self._begin = f"{target.stem[:60]}.{sha256(os.fsencode(whole_name(target))).hexdigest()[:12]}"
        self._own: Path | None = None

    @property
    def keeps(self) -> bool:
        """Whether something of this editor is kept."""
        return self._own is not None

    def keep(self, text: str) -> None:
        """Writes the text over what this editor kept before.

        Raises:
            CannotWrite: there is nowhere to keep it.
        """
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
        path = self._own or self._folder / f"{self._begin}.{os.getpid()}.{token_hex(3)}.toml"
        write_over(path, text)
        self._own = path

    def drop(self) -> None:
        """It is saved, or not wanted."""
        path, self._own = self._own, None
        if path:
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def found(self) -> list[Kept]:
        """What editors kept of the same file that have ended since, the newest first."""
        kept = []
        with suppress(OSError):
            for path in self._folder.glob("*.toml"):
                ours = path.name.startswith(f"{self._begin}.") and path != self._own
                if ours and not _runs(path.name.split(".")[-3]):
                    with suppress(OSError, BadFile):
                        kept.append(Kept(path, path.stat().st_mtime, read_text(path)))
        return sorted(kept, key=lambda one: one.at, reverse=True)[:MOST]

    def adopt(self, kept: Kept) -> None:
        """Goes on with it: it is gone once this editor has saved."""
        self._own = kept.path

    def throw_away(self, kept: list[Kept]) -> None:
        """They are not wanted."""
        for one in kept:
            with suppress(OSError):
                one.path.unlink(missing_ok=True)


def _runs(number: str) -> bool:
    """Whether another process of this number is there."""
    if not number.isdecimal() or int(number) == os.getpid():
        return False
    if os.name == "nt":
        return False  # there, a signal would end it
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


__all__ = ["CannotWrite", "Kept", "Unsaved"]
