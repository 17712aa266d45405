"""What stands beside a person's routines for the editors of others: the schema, and what Tombi needs."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from hiproutine.authoring.schema import FILE_NAME, known_in, routine_schema, routines_in, schema_text
from hiproutine.authoring.writing import write_over
from hiproutine.paths import Paths, bundled
from hiproutine.routine.catalogue import Catalogue

TOMBI_NAME = ".tombi.toml"
TOMBI = """# For Tombi, which reads TOML in editors: it needs no network for the files of this folder.
toml-version = "v1.1.0"

[schema]
catalog = { paths = [] }
"""
"""What Tombi needs: without it, it asks a catalogue in the network before it looks at the schema."""
TOMBI_BEFORE = TOMBI.replace("v1.1.0", "v1.0.0")
"""What was written there once; where nobody has changed it since, it is written anew."""


def write_beside(paths: Paths, name: str) -> None:
    """Puts there what is not as it should be, and never over a person's own; `name` is the routine that is to come.

    Raises:
        CannotWrite: it cannot be written.
    """
    tombi = paths.routines / TOMBI_NAME
    if not tombi.exists() or _text_of(tombi) == TOMBI_BEFORE:
        write_over(tombi, TOMBI)
    known = known_in(Catalogue([paths.exercises, bundled() / "exercises"]))
    offered = sorted({*routines_in(paths.routines, bundled()), name})
    path, text = paths.routines / FILE_NAME, schema_text(routine_schema(known, offered))
    if _text_of(path) != text:
        write_over(path, text)


def _text_of(path: Path) -> str:
    with suppress(OSError, UnicodeDecodeError):
        return path.read_text(encoding="utf-8")
    return ""
