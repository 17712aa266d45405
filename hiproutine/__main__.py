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
    _write_what_is_shown()
    match sys.argv[1:]:
        case ["-h" | "--help"]:
            from hiproutine.cli.help_page import show_help

            if show_help():
                return
        case ["completion", "answer", *words]:
            from hiproutine.cli.completing import main as complete

            complete(words)
            return
        case ["today"]:
            from hiproutine.cli.today import show_today

            show_today()
            return
        case ["check", *names] if os.name == "posix" and not any(name.startswith("-") for name in names):
            from hiproutine.cli.checking_files import check_alone

            check_alone(names)  # elsewhere the shell leaves it to click to say what * stands for
        case []:
            from hiproutine.config.choices import Choices
            from hiproutine.launch.start import open_library

            open_library(Choices())
        case ["play", name] if not name.startswith("-"):
            from hiproutine.config.choices import Choices
            from hiproutine.launch.start import play

            play(name, Choices())
    from hiproutine.cli.main import cli
    from hiproutine.cli.output import printing

    with printing():
        cli.main(prog_name="hiproutine")


def _write_what_is_shown() -> None:
    """What a terminal's encoding lacks is written as plain marks, and its size is its own, whatever was once said."""
    from hiproutine.plain_marks import charset_said, register

    handler = register()
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, TextIOWrapper):
            continue
        charset = charset_said(os.environ) if stream.isatty() else ""
        try:
            stream.reconfigure(encoding=charset or None, errors=handler)
        except LookupError:
            stream.reconfigure(encoding="ascii", errors=handler)
    if isinstance(sys.stdout, TextIOWrapper) and sys.stdout.isatty():
        os.environ.pop("COLUMNS", None)
        os.environ.pop("LINES", None)


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
