"""Puts the routines and exercises compiled into the wheel, so that the first start reads none of their files, and what
pages have in common."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledCatalogue(BuildHookInterface):  # type: ignore[type-arg]  # generic in newer hatchlings only
    """Called by hatchling before and after a wheel is built. An editable one has no need of it: its files change."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compiles what stands in the source tree."""
        if version == "editable":
            return
        self._folder = TemporaryDirectory()
        sys.path.insert(0, self.root)
        try:
            from hiproutine.routine.shipping import write_shipped
            from hiproutine.share.shipping import write_shipped_parts

            folder = Path(self._folder.name)
            for made in (*write_shipped(folder), write_shipped_parts(folder)):
                build_data["force_include"][str(made)] = f"hiproutine/bundled/compiled/{made.name}"
        finally:
            sys.path.remove(self.root)

    def finalize(self, version: str, _build_data: dict[str, Any], _artifact_path: str) -> None:
        """Puts away what was compiled."""
        if version != "editable":
            self._folder.cleanup()
