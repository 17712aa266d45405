"""What suits today, where nothing else is said on the command line: without click, which would be a fifth of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiproutine.cli.command_context import command_context, unit
from hiproutine.cli.with_journal import with_journal

if TYPE_CHECKING:
    from hiproutine.journal.store import Journal


def show_today() -> None:
    """Prints what `today` prints without options."""
    with_journal(None, _show)


def _show(journal: Journal) -> None:
    from hiproutine.cli.days import print_today

    print_today(command_context(journal), unit(), why=False, as_json=False)
