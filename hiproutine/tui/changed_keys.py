"""Which keys the person has changed, for screens that name keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from textual.app import App


def changed_keys(app: App[Any]) -> Mapping[str, str]:
    """By what they do; the application keeps them as `changed_keys`, beside the keymap that it gave to Textual."""
    found: Mapping[str, str] = getattr(app, "changed_keys", {})
    return found
