"""What holds, and where it comes from: built in, the file, or the environment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from hiproutine.config.choices import PLAIN, plain_by_environment
from hiproutine.config.definitions import SETTINGS, Setting, Value, value_words
from hiproutine.config.reading import Config
from hiproutine.errors import printable

BUILT_IN, FILE, ENVIRONMENT = "built in", "config.toml", "environment"


class Row(NamedTuple):
    """One setting as it is now."""

    setting: Setting
    value: Value
    source: str
    note: str = ""
    """What of the environment plays into it."""

    @property
    def said(self) -> str:
        """The value in words."""
        return value_words(self.setting, self.value)


def rows(config: Config, environ: Mapping[str, str]) -> list[Row]:
    """Every setting, in the order of the list."""
    return [row(setting, config, environ) for setting in SETTINGS]


def row(setting: Setting, config: Config, environ: Mapping[str, str]) -> Row:
    """One setting. The environment has a say where the file has none."""
    if setting.key in config.values:
        return Row(setting, config.values[setting.key], FILE, _note(setting, environ))
    theme = environ.get("TEXTUAL_THEME", "")
    if setting.kind == "theme" and theme:
        return Row(setting, printable(theme), ENVIRONMENT, "TEXTUAL_THEME")
    return Row(setting, setting.default, BUILT_IN, _note(setting, environ))


def _note(setting: Setting, environ: Mapping[str, str]) -> str:
    if setting.key == "plain.every":
        return f"{PLAIN} is set, so routines are played in lines" if plain_by_environment(environ) else ""
    if setting.key != "editor.outside":
        return ""
    name = "VISUAL" if environ.get("VISUAL") else "EDITOR"
    return f"${name} is {printable(environ[name])}" if environ.get(name) else "neither $VISUAL nor $EDITOR is set"
