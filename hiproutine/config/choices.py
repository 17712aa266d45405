"""What was chosen on the command line for one run."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hiproutine.config.settings import Settings

PLAIN = "HIPROUTINE_PLAIN"
_NOT_SET = frozenset({"", "0", "false", "no", "off"})


def plain_by_environment(environ: Mapping[str, str]) -> bool:
    """Whether the environment chooses printed lines."""
    return environ.get(PLAIN, "").strip().casefold() not in _NOT_SET


class Choices(NamedTuple):
    """What was chosen on the command line for this run, over the settings."""

    speed: float = 1.0
    theme: str | None = None
    journal: Path | None = None
    """Another journal than the usual one."""
    cues: dict[str, bool | None] = {}  # noqa: RUF012 - never changed
    """Outputs that were chosen or left out for this run, by their names in the settings."""

    plain: bool | None = None
    """Whether it is played as printed lines; None: as the environment says."""
    every: float | None = None
    """Seconds after which lines say the time left; None: as usual, 0: never."""
    week: int | None = None
    """The week of a plan over weeks; None: the one that is due."""

    def over(self, settings: Settings) -> Settings:
        """The settings with what was chosen over them."""
        given = {name: value for name, value in self.cues.items() if value is not None}
        return settings._replace(cues=settings.cues._replace(**given))

    @property
    def in_lines(self) -> bool:
        """Whether it is played as printed lines, as far as anybody has chosen."""
        return plain_by_environment(os.environ) if self.plain is None else self.plain

    @property
    def kept_in(self) -> Path | None:
        """The journal to keep the session in; a rehearsal is not kept."""
        from hiproutine.paths import find_paths

        return None if self.speed != 1.0 else self.journal or find_paths().journal
