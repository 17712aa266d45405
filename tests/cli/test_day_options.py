"""Every option that takes a day takes it as people write it."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from hiproutine.cli.day_option import Day
from hiproutine.cli.main import cli
from hiproutine.cli.outings import Began
from hiproutine.cli.run_files import Begun


def options(command: click.Command, name: str, context: click.Context) -> Iterator[tuple[str, click.Parameter]]:
    """Every parameter of a command and of those under it, with what it is called."""
    yield from ((f"{name} {one.opts[0]}", one) for one in command.params)
    if isinstance(command, click.Group):
        for under in command.list_commands(context):
            if found := command.get_command(context, under):
                yield from options(found, f"{name} {under}".strip(), context)


EVERY = dict(options(cli, "", click.Context(cli)))
DAYS = {name: one for name, one in EVERY.items() if one.metavar in {"DATE", "DAY", "WHEN"} or name == "onset when"}


def test_there_are_options_of_days() -> None:
    assert {"run --on", "pain --on", "history --on", "history --since", "onset when"} <= {*DAYS}


@pytest.mark.parametrize("name", [*DAYS])
def test_an_option_of_a_day_is_understood_in_words(name: str) -> None:
    assert isinstance(DAYS[name].type, Day | Began | Begun)
    for said in ("yesterday", "monday", "1 Nov", "2026-03-31", "3 days ago"):
        assert DAYS[name].type.convert(said, None, None) is not None
    for said in ("03/04", "31 Feb", "", "1,5"):
        with pytest.raises(click.UsageError):
            DAYS[name].type.convert(said, None, None)
