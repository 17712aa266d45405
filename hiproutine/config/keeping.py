"""Changes `config.toml`: whole or not at all, and never while something is wrong with it."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Callable
from pathlib import Path

from hiproutine.authoring.writing import CannotWrite, write_over
from hiproutine.config.definitions import Setting, Value, action_of, check_value, key_clashes, keys_of, toml_literal
from hiproutine.config.editing import CannotEdit, with_value, without
from hiproutine.config.reading import Config, config_of, pairs, read_config
from hiproutine.errors import HiproutineError, Place, Problem, printable
from hiproutine.routine.reading import table_of
from hiproutine.routine.values import BadValue
from hiproutine.wording import count


class NotKept(HiproutineError):
    """Raised where nothing was written; says why, and what is wrong in the file if that is why."""

    def __init__(self, sentence: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(sentence)
        self.problems = problems

    @property
    def reason(self) -> str:
        """Why, without the name of the file."""
        return str(self).rpartition(": ")[2]


def keep(path: Path, setting: Setting, value: Value) -> Config:
    """Writes one value into the file; returns the file as it is then.

    Raises:
        BadValue: the value cannot be used, or a key is something else already.
        NotKept: the file has problems, or cannot be written.
    """
    value = check_value(setting, value)

    def edited(config: Config) -> str:
        if setting.kind == "keys":
            name = action_of(setting).id
            clashes = key_clashes(keys_of({**config.values, setting.key: value}))
            if bad := clashes.get(name) or next(iter(clashes.values()), None):
                raise bad
        return with_value(config.text, _place(config, setting), toml_literal(value))

    return _change(path, edited)


def drop(path: Path, setting: Setting) -> Config:
    """Takes one value out of the file, so that what is built in holds again; returns the file as it is then.

    Raises:
        BadValue: a key that was built in is something else by now.
        NotKept: the file has problems, or cannot be written.
    """

    def edited(config: Config) -> str:
        if setting.key not in config.values:
            return config.text
        text = without(config.text, _place(config, setting))
        if problems := config_of(text, path).problems:
            raise BadValue(problems[0].code, problems[0].message, problems[0].help)
        return text

    return _change(path, edited)


def _change(path: Path, edited: Callable[[Config], str]) -> Config:
    config = read_config(path)
    if config.problems:
        found = count(len(config.problems), "problem")
        raise NotKept(f"{printable(str(path))} has {found}; nothing was changed in it.", config.problems)
    try:
        text = edited(config)
        if text != config.text:
            _write(path, text)
    except CannotEdit as error:
        raise NotKept(str(error)) from None
    except (CannotWrite, OSError) as error:
        sentence = str(error) if isinstance(error, CannotWrite) else f"{printable(str(path))} cannot be written."
        raise NotKept(sentence) from None
    return config_of(text, path)


def _write(path: Path, text: str) -> None:
    """Through links to the file they lead to, with its byte order mark."""
    path = Path(os.path.realpath(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    marked = path.exists() and path.read_bytes()[:3] == BOM_UTF8
    write_over(path, f"\ufeff{text}" if marked else text)


def _place(config: Config, setting: Setting) -> Place:
    """Where a setting stands, or is to stand: keys as `[keys]` has them already, else as `player.next`."""
    for key, place, _ in pairs(table_of(config.text)):
        if key == setting.key:
            return place
    section, dot, name = setting.key.partition(".")
    if section == "keys":
        group, _, action = name.partition(".")
        table = table_of(config.text).get("keys", {})
        quoted = any(isinstance(value, str) for value in table.values())
        return (section, name) if quoted and group not in table else (section, group, action)
    return (section, name) if dot else (section,)
