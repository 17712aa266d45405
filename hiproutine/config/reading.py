"""`config.toml` -> values, with everything that is wrong with it. What is right holds beside what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from hiproutine.config.definitions import (
    BY_KEY,
    SECTIONS,
    SETTINGS,
    Value,
    check_value,
    key_clashes,
    keys_of,
    settings_of,
)
from hiproutine.config.settings import Settings
from hiproutine.errors import BadFile, Place, Problem
from hiproutine.routine.placing import in_file, placed
from hiproutine.routine.reading import control_characters, read_text, table_of
from hiproutine.routine.values import BadValue, shortened
from hiproutine.wording import nearest


class Config(NamedTuple):
    """What one `config.toml` says: its values, and what is wrong with it."""

    path: Path
    text: str = ""
    values: Mapping[str, Value] = {}
    """By the keys of settings; only what stands in the file, and is right."""
    problems: tuple[Problem, ...] = ()

    @property
    def settings(self) -> Settings:
        """The settings that hold after the file was read."""
        return settings_of(self.values)


def read_config(path: Path) -> Config:
    """A file with its values and problems; one that is not there is empty."""
    try:
        if not path.exists():
            return Config(path)
        with in_file(path):
            text = read_text(path)
    except BadFile as error:
        return Config(path, "", {}, error.problems)
    except OSError as error:
        return Config(path, "", {}, (Problem("unreadable", str(error.strerror or error).lower(), path=str(path)),))
    return config_of(text, path)


def config_of(text: str, path: Path) -> Config:
    """A text with its values and problems."""
    try:
        with in_file(path, text):
            table = table_of(text)
            if problems := control_characters(table, text):
                raise BadFile(problems)
    except BadFile as error:
        return Config(path, text, {}, error.problems)
    values, found = _values(table)
    return Config(path, text, values, tuple(placed(found, path, text)))


def problems_in(text: str, path: Path) -> tuple[Problem, ...]:
    """Everything that is wrong with a text."""
    return config_of(text, path).problems


def read_settings(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings of a file, and everything that is wrong with it; what is missing or wrong is as usual."""
    config = read_config(path)
    return config.settings, config.problems


def pairs(table: Mapping[str, Any]) -> Iterator[tuple[str, Place, Any]]:
    """The keys of settings with where they stand and their values; sections that are none, and `[keys]` inside out."""
    for key, value in table.items():
        if key not in SECTIONS or not isinstance(value, dict):
            yield key, (key,), value
            continue
        for name, inner in value.items():
            if key == "keys" and isinstance(inner, dict):
                yield from ((f"keys.{name}.{last}", (key, name, last), one) for last, one in inner.items())
            else:
                yield f"{key}.{name}", (key, name), inner


def _values(table: Mapping[str, Any]) -> tuple[dict[str, Value], list[Problem]]:
    values: dict[str, Value] = {}
    places: dict[str, Place] = {}
    problems: list[Problem] = []
    for key, place, value in pairs(table):
        if key in SECTIONS:
            problems.append(Problem("wrong-type", f"[{key}] is a table", place, f"write [{key}] in a line of its own"))
        elif key not in BY_KEY:
            problems.append(_unknown(key, place))
        elif key in places:
            problems.append(Problem("duplicate-key", "this stands in another place too", place, "keep one of them"))
        else:
            places[key] = place
            try:
                values[key] = check_value(BY_KEY[key], value)
            except BadValue as bad:
                problems.append(Problem(bad.code, bad.message, place, bad.cure))
    for name, clash in key_clashes(keys_of(values)).items():
        problems.append(Problem(clash.code, clash.message, places[f"keys.{name}"], clash.cure))
        del values[f"keys.{name}"]
    return values, problems


def _unknown(key: str, place: Place) -> Problem:
    """No such setting: what it is near to, or where it belongs."""
    section = str(place[0]) if len(place) > 1 else ""
    name = key.removeprefix(f"{section}.")
    inside = [one.key for one in SETTINGS if one.key.startswith(f"{section}.") or not (section or "." in one.key)]
    names = tuple(one.removeprefix(f"{section}.") for one in inside) + (() if section else SECTIONS)
    close = nearest(name[:100], names, 1)
    homes = [one.key for one in SETTINGS if one.key.rpartition(".")[2] == name and not one.key.startswith("keys.")]
    if close:
        cure = f"did you mean “{close[0]}”"
    elif homes:
        home = homes[0].partition(".")[0] if "." in homes[0] else ""
        cure = f"it belongs in [{home}]" if home else "it belongs before the first [table]"
    else:
        cure = (
            f"there {'are' if len(names) > 1 else 'is'} {', '.join(names[:6])}{' and more' if len(names) > 6 else ''}"
        )
    where = f"[{section}]" if section else "the file"
    return Problem("unknown-key", f"{where} has no key “{shortened(name)}”", place, cure, "key", keys=close)
