"""The command that shows the settings, and changes them without touching what else is in the file."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, NoReturn

import click

from hiproutine.cli.json_output import json_text

if TYPE_CHECKING:
    from hiproutine.config.definitions import Setting
    from hiproutine.config.reading import Config
    from hiproutine.config.sources import Row
    from hiproutine.errors import Problem

CANNOT, WRONG_USAGE = 1, 2
MOST = 20
"""Problems that are said."""


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("key", required=False)
@click.argument("value", required=False)
@click.option("--unset", is_flag=True, help="Take KEY out of the file, so that what is built in holds.")
@click.option("--path", "only_path", is_flag=True, help="Print where the file is.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def config(key: str | None, value: str | None, unset: bool, only_path: bool, as_json: bool) -> None:
    """Print the settings and where each comes from, or set KEY to VALUE.

    Comments, order and line ends of config.toml stay as they are. The status is 1 if something is wrong with the file
    or it cannot be written, 2 if there is no such KEY or it cannot have this VALUE.

    The environment has a say too: TEXTUAL_THEME where the file names no theme, VISUAL and EDITOR for your own editor;
    HIPROUTINE_PLAIN=1 plays in lines, HIPROUTINE_HOME and HIPROUTINE_JOURNAL say where things are.
    """
    if (only_path and (key or unset or as_json)) or (unset and (key is None or value is not None)):
        raise click.UsageError("Give KEY, KEY VALUE, --unset KEY or --path.")
    from hiproutine.config.reading import read_config
    from hiproutine.errors import printable
    from hiproutine.paths import find_paths

    path = find_paths().settings
    if only_path:
        click.echo(printable(str(path)))
        return
    setting = _setting(key) if key is not None else None
    if setting and (unset or value is not None):
        _change(setting, value, as_json=as_json)
        return
    found = read_config(path)
    _print(found, setting, as_json=as_json)
    _say(found.problems)
    sys.exit(CANNOT if found.problems else 0)


def _setting(key: str) -> Setting:  # noqa: RET503 - the last line ends the program
    """A setting by its key, or the end of the program with what is near to it."""
    from hiproutine.config.definitions import BY_KEY
    from hiproutine.errors import printable
    from hiproutine.wording import nearest

    if key in BY_KEY:
        return BY_KEY[key]
    close = nearest(key[:100], tuple(BY_KEY))
    meant = f" Did you mean {' or '.join(close)}?" if close else ""
    _fail(
        f"There is no setting called “{printable(key[:100])}”.{meant} “hiproutine config” shows them all.", WRONG_USAGE
    )


def _change(setting: Setting, value: str | None, *, as_json: bool) -> None:
    """Sets it, or takes it out where there is no value."""
    from hiproutine.config.definitions import parse_value
    from hiproutine.config.keeping import NotKept, drop, keep
    from hiproutine.errors import printable
    from hiproutine.paths import find_paths
    from hiproutine.routine.values import BadValue

    path = find_paths().settings
    try:
        found = drop(path, setting) if value is None else keep(path, setting, parse_value(setting, value))
    except BadValue as bad:
        cure = f" {bad.cure[:1].upper()}{bad.cure[1:]}." if bad.cure else ""
        _fail(printable(f"{setting.key}: {bad.message}.{cure}"), WRONG_USAGE)
    except NotKept as error:
        click.echo(str(error), err=True)
        _say(error.problems)
        sys.exit(CANNOT)
    _print(found, setting, as_json=as_json)


def _print(found: Config, setting: Setting | None, *, as_json: bool) -> None:
    """All, or one."""
    from hiproutine.config.sources import row, rows

    if setting:
        one = row(setting, found, os.environ)
        click.echo(json_text(**_record(one)) if as_json else _page(one))
        return
    listed = rows(found, os.environ)
    click.echo(json_text(settings=[_record(one) for one in listed]) if as_json else _table(listed))


def _page(one: Row) -> str:
    from hiproutine.config.definitions import toml_literal

    choices = [str(choice) for choice in one.setting.choices]
    lines = [f"{one.setting.key} = {toml_literal(one.value)}", one.setting.words, f"It is {_from(one)}."]
    lines += [f"It can be {', '.join(choices)}."] if choices and one.setting.kind in {"choice", "theme"} else []
    return "\n".join(lines)


def _from(one: Row) -> str:
    from hiproutine.config.definitions import toml_literal
    from hiproutine.config.sources import BUILT_IN

    usual = f"; built in is {toml_literal(one.setting.default)}" if one.source != BUILT_IN else ""
    place = one.source if one.source == BUILT_IN else f"from {one.note or one.source}"
    note = f"; {one.note}" if one.source == BUILT_IN and one.note else ""
    return f"{place}{usual}{note}"


def _table(listed: list[Row]) -> str:
    """A line a setting, in columns."""
    from hiproutine.config.definitions import toml_literal

    lines = [(one.setting.key, toml_literal(one.value), one.source, one.setting.words) for one in listed]
    widths = [max(len(line[column]) for line in lines) for column in range(3)]
    return "\n".join(
        "  ".join([*(text.ljust(width) for text, width in zip(line, widths, strict=False)), line[3]]) for line in lines
    )


def _record(one: Row) -> dict[str, Any]:
    return {
        "key": one.setting.key,
        "value": one.value,
        "from": one.source,
        "default": one.setting.default,
        "choices": list(one.setting.choices),
        "words": one.setting.words,
    }


def _say(problems: tuple[Problem, ...]) -> None:
    for problem in problems[:MOST]:
        click.echo(problem.sentence(), err=True)
    if len(problems) > MOST:
        click.echo(f"And {len(problems) - MOST} more.", err=True)


def _fail(sentence: str, status: int) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(status)


COMMANDS = [config]
"""What the program registers."""
