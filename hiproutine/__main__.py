"""`python -m hiproutine` and the `hiproutine` script."""

from __future__ import annotations

import gc
import sys
from io import TextIOWrapper


def main() -> None:
    """The program. Ends the process with its status."""
    gc.disable()  # what is imported stays; looking through it again and again is a tenth of the start
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # what an old code page lacks is no reason to stop
    match sys.argv[1:]:
        case ["-h" | "--help"]:
            from hiproutine.help import show_help

            if show_help():
                return
        case ["play", name] if not name.startswith("-"):
            from hiproutine.choices import Choices
            from hiproutine.start import play

            play(name, Choices())
    from hiproutine.cli import cli
    from hiproutine.output import printing

    with printing():
        cli.main(prog_name="hiproutine")


if __name__ == "__main__":
    main()
