"""Runs a command on the journal, and says why where it cannot be opened."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hiproutine.cli.output import echo, printing

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

    from hiproutine.journal.store import Journal

NOTHING = "Nothing is kept yet."
CANNOT, BAD_INPUT = 1, 2
"""Exit statuses: what is there cannot be used; what was given cannot."""


@printing()
def with_journal(
    place: Path | None,
    use: Callable[[Journal], None],
    *,
    nothing: str | None = None,
    aside: bool = False,
    missed: bool = False,
) -> None:
    """Runs a command on the journal. A command that only reads gives `nothing`, what it says where there is none.

    With `missed` it named something that would have to be kept: then that is an error.
    """
    from hiproutine.errors import HiproutineError

    if place is None:
        from hiproutine.paths import find_paths

        place = find_paths().journal
    if nothing is not None and not _there(place):
        if missed:
            end_with(nothing, BAD_INPUT)
        echo(nothing, err=aside)
        return
    from hiproutine.journal.schema import JournalError
    from hiproutine.journal.store import Journal

    try:
        with Journal(place) as journal:
            use(journal)
    except JournalError as error:
        end_with(str(error), CANNOT)
    except HiproutineError as error:
        end_with(str(error), BAD_INPUT)


def _there(place: Path) -> bool:
    try:
        return place.exists()
    except OSError:
        return True  # opening it says what is wrong


def end_with(sentence: str, status: int) -> NoReturn:
    """Ends the program with a sentence on standard error."""
    echo(sentence, err=True)
    sys.exit(status)
