"""The type of an option that names a file to be written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


class OutputFile(click.Path):
    """A file that is there, or is not yet; no folder, no device, and not standard output, which takes no such file."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path, or a usage error that says what it is instead of a file."""
        from hiproutine.errors import printable

        path = Path(str(value))
        said = f"“{printable(str(value))}”"
        if str(value) in {"-", ""}:
            self.fail(f"{said} names no file, and it is not written to standard output; name one", param, ctx)
        try:
            is_folder, is_other = path.is_dir(), path.exists() and not path.is_file()
        except (OSError, ValueError):  # writing it says what is wrong
            is_folder = is_other = False
        if is_folder:
            self.fail(f"{said} is a folder; name a file in it", param, ctx)
        if is_other:
            self.fail(f"{said} is a device and no file", param, ctx)
        return super().convert(value, param, ctx)
