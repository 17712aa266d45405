"""The kept table of completion as the commands say it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import click

from hiproutine.advice.pain.flags import FLAGS
from hiproutine.cli.completing import ARGUMENT, COMMAND, FLAG, OF_SETTING, REPEATED
from hiproutine.cli.main import cli
from hiproutine.config.definitions import SETTINGS, THEMES
from hiproutine.guides.pages import pages

LONGEST = 60


class Row(NamedTuple):
    """One line of the table."""

    command: str
    name: str
    kind: str
    about: str = ""


KINDS = {
    "play routine": "routine|files",
    "show routine": "routine|files",
    "share routine": "routine|files",
    "audio routine": "routine|files",
    "workout routine": "routine|files",
    "new --from": "routine|files",
    "new --with": "exercise",
    "check files": "routine|exercise|files",
    "edit file": "routine|exercise|files",
    "watch file": "routine|exercise|files",
    "exercises words": "exercise",
    "history --routine": "routine",
    "history --add": "routine",
    "config key": "setting",
    "config value": "value",
    "guide name": "guide",
    "signs --apply": "sign",
    "signs --checked": "sign",
    "signs --back": "sign",
}
"""What the commands take where their types do not say it."""


def table() -> str:
    """The whole table, a row to a line."""
    rows = [*_of("", cli), *_fixed()]
    assert not any("\t" in text or "\n" in text for row in rows for text in row)
    return "".join("\t".join(row).rstrip("\t") + "\n" for row in rows)


def _of(name: str, command: click.Command) -> Iterator[Row]:
    context = click.Context(command, info_name=name, help_option_names=["-h", "--help"])
    command._help_option = None  # click keeps the first that was asked for, as by a test with a group of its own
    if isinstance(command, click.Group):
        for called in command.list_commands(context):
            inner = command.get_command(context, called)
            assert inner
            yield Row(name, called, COMMAND, inner.get_short_help_str(LONGEST))
    for param in command.get_params(context):
        if isinstance(param, click.Option):
            words = (param.help or "").partition(". ")[0].rstrip(".")
            kind = FLAG if param.is_flag and not isinstance(param.type, click.Choice) else _kind(name, param)
            yield from (Row(name, one, kind, words) for one in (*param.opts, *param.secondary_opts))
        else:
            yield Row(name, REPEATED if param.nargs == -1 else ARGUMENT, _kind(name, param))
    if isinstance(command, click.Group):
        for called in command.list_commands(context):
            inner = command.get_command(context, called)
            assert inner
            yield from _of(f"{name} {called}".strip(), inner)


def _kind(command: str, param: click.Parameter) -> str:
    if isinstance(param.type, click.Choice):
        return "|".join(param.type.choices)
    if isinstance(param.type, click.Path):
        return "files"
    if "--theme" in param.opts:
        return "theme"
    return KINDS.get(f"{command} {param.opts[0]}", "")


def _fixed() -> Iterator[Row]:
    yield from (Row(f"{OF_SETTING}theme", name, "") for name in THEMES)
    yield from (Row(f"{OF_SETTING}guide", page.id, "", page.title) for page in pages())
    yield from (Row(f"{OF_SETTING}sign", flag.id, "") for flag in FLAGS)
    yield from (Row(f"{OF_SETTING}setting", one.key, "", one.name) for one in SETTINGS)
    for one in SETTINGS:
        values = [{True: "on", False: "off"}[value] if isinstance(value, bool) else str(value) for value in one.choices]
        yield from (Row(f"{OF_SETTING}{one.key}", value, "") for value in values)
