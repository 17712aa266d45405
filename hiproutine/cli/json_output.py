"""What programs read: every command's JSON in one shape, errors too. `JSON.md` describes it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, datetime
from io import StringIO
from typing import Any

import click

VERSION = 1
"""Of all of it: a key that goes or means something else raises it; one more key does not."""


def json_text(**values: Any) -> str:
    """An object with the version before its values, such as `routines=[…]`; in ASCII, which every terminal has."""
    return json.dumps({"version": VERSION, **values}, indent=2, default=_plain)


def _plain(value: object) -> str:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def errors_as_json(run: Callable[[], Any]) -> Any:
    """Runs a command that prints JSON; where it ends with an error and printed nothing, the error is an object, too."""
    out, err = StringIO(), StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(err):
            return run()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
        if status and not out.getvalue().strip():
            messages = _sentences(err.getvalue())
            out, err = StringIO(json_text(error={"status": status, "messages": messages}) + "\n"), StringIO()
        raise
    finally:
        click.echo(out.getvalue(), nl=False)
        sys.stderr.write(err.getvalue())


def _sentences(said: str) -> list[str]:
    """What was said on standard error, without how the command is used."""
    lines = [line for line in said.splitlines() if line and not line.startswith(("Usage:", "Try "))]
    return [line.removeprefix("Error: ") for line in lines]
