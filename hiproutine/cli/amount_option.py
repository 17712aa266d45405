"""The type of options that are a distance or a length of time."""

from __future__ import annotations

from typing import Any

import click


class Amount(click.ParamType):  # type: ignore[type-arg]  # generic in newer clicks only
    """The type of an option that is a distance or a time, as a person writes it."""

    def __init__(self, name: str) -> None:
        self.name = name

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Metres or seconds, or a usage error that says how to write it."""
        from hiproutine.advice.recovery.amounts import metres_of, seconds_of
        from hiproutine.cli.command_context import unit
        from hiproutine.errors import printable

        try:
            return metres_of(str(value), unit()) if self.name == "distance" else seconds_of(str(value))
        except ValueError as error:
            self.fail(f"“{printable(str(value))}” is no {self.name}; {error}", param, ctx)
