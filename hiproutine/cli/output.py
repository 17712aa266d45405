"""What happens when nobody can take what is printed: the end of the program, with a sentence if that helps anyone."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

CANNOT_WRITE = 1
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})


@contextmanager
def printing() -> Iterator[None]:
    """Around whatever prints: all of it is written when this ends, or the program ends with status 1.

    A reader that went away, such as `head`, is told nothing; of a full disk one sentence says so.
    """
    try:
        try:
            yield
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except OSError as error:
        if not isinstance(error, BrokenPipeError) and error.errno not in _FULL:
            raise
        _let_go()
        if not isinstance(error, BrokenPipeError):
            with suppress(OSError):
                sys.stderr.write(f"This could not be written to standard output: {error.strerror}.\n")
        sys.exit(CANNOT_WRITE)


def echo(text: str, *, err: bool = False) -> None:
    """Prints a line, as click's function of that name, for what has no need of click."""
    stream = sys.stderr if err else sys.stdout
    stream.write(f"{text}\n")
    stream.flush()


def echo_folded(*lines: str) -> None:
    """Prints lines; on a terminal they fold between words, and never inside a command."""
    columns = 0
    if sys.stdout.isatty():
        with suppress(OSError, ValueError):
            columns = os.get_terminal_size(sys.stdout.fileno()).columns
    echo("\n".join(folded(line, columns) for line in lines))


def folded(line: str, columns: int) -> str:
    """A line in rows of so many columns; as it is where it fits, or where there are none."""
    if not 0 < columns < len(line):
        return line
    from textwrap import wrap

    command, whole = "hiproutine play ", "hiproutine\xa0play\xa0"
    rows = wrap(line.replace(command, whole), columns, break_long_words=False, break_on_hyphens=False)
    return "\n".join(rows).replace(whole, command)


def _let_go() -> None:
    """What is still to be written goes nowhere, so that leaving does not fail as well."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
