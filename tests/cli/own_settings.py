"""The settings of the person whom a test plays."""

from __future__ import annotations

from pathlib import Path

from hiproutine.paths import find_paths


def file() -> Path:
    """Where they are."""
    return find_paths().settings


def write(text: str) -> Path:
    """As they are given."""
    file().parent.mkdir(parents=True, exist_ok=True)
    file().write_bytes(text.encode())
    return file()
