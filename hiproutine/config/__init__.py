"""`config.toml`: read with the same care as routines, and changed without touching what else a person wrote in it."""

from __future__ import annotations

from hiproutine.config.reading import read_settings

__all__ = ["read_settings"]
