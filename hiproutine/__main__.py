"""`python -m hiproutine` and the `hiproutine` script."""

from __future__ import annotations

import gc
import os
import sys
from io import TextIOWrapper


def main() -> None:
    """The program. Ends the process with its status."""
    try:
        _run()
    except Exception as error:
        from hiproutine.errors import HiproutineError

        if not isinstance(error, HiproutineError):
            raise
        sys.stderr.write(f"{error}\n")
        sys.exit(2)


def _run() -> None:
    _open_what_is_closed()
    gc.disable()  # what is imported stays; looking through it again and again is a tenth of the start
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # what an old code page lacks is no reason to stop
    match sys.argv[1:]:
        case ["-h" | "--help"]:
            from hiproutine.cli.help_page import show_help

            if show_help():
                return
        case ["play", name] if not name.startswith("-"):
            from hiproutine.config.choices import Choices
            from hiproutine.launch.start import play

            play(name, Choices())
    from hiproutine.cli.main import cli
    from hiproutine.cli.output import printing

    with printing():
        cli.main(prog_name="hiproutine")


def _open_what_is_closed() -> None:
    """Standard input, output and errors, where there are none: what is opened next would be taken for them."""
    for descriptor, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, open(descriptor, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 - till the end


if __name__ == "__main__":
    main()
