"""Writes routine files: never over what is there, and whole or not at all."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from stat import S_IMODE
from typing import Any

from hiproutine.errors import HiproutineError, printable
from hiproutine.routine.values import SLUG


class CannotWrite(HiproutineError):
    """Raised for a file that was not written; says why."""


class BadName(HiproutineError):
    """Raised for a name that no routine can have."""


def toml_text(table: dict[str, Any]) -> str:
    """A routine's table as TOML: steps and blocks under headers of their own; texts of several lines stay readable."""
    head = {key: value for key, value in table.items() if key not in {"vars", "defaults", "steps", "blocks"}}
    parts = [_lines(head)]
    if "vars" in table:
        parts.append(f"[vars]\n{_lines(table['vars'])}")
    if "defaults" in table:
        parts.append(f"[defaults]\n{_lines(table['defaults'])}")
    parts += [f"[[steps]]\n{_lines(step)}" for step in table.get("steps", ())]
    parts += _blocks(table.get("blocks", ()), "blocks")
    return "\n".join(part for part in parts if part)


def _blocks(blocks: Iterable[dict[str, Any]], header: str) -> list[str]:
    """Blocks under headers of their own, and those within them."""
    parts = []
    for block in blocks:
        own = {key: value for key, value in block.items() if key not in {"steps", "blocks"}}
        parts.append(f"[[{header}]]\n{_lines(own)}")
        parts += [f"[[{header}.steps]]\n{_lines(step)}" for step in block.get("steps", ())]
        parts += _blocks(block.get("blocks", ()), f"{header}.blocks")
    return parts


def _lines(table: dict[str, Any]) -> str:
    """The keys of one table. What stands in a list stays in it: no header may come between the steps."""
    import tomli_w

    lines = []
    for key, value in table.items():
        if isinstance(value, list) and any(isinstance(one, dict) for one in value):
            lines.append(f"{key} = [\n{''.join(f'    {_entry(one)},{chr(10)}' for one in value)}]\n")
        elif isinstance(value, dict):
            lines.append(f"{key} = {_entry(value)}\n")
        else:
            lines.append(tomli_w.dumps({key: value}, multiline_strings=True))
    return "".join(lines)


def _entry(value: object) -> str:
    """One entry of a list, on one line."""
    import tomli_w

    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {_entry(one)}' for key, one in value.items())} }}"
    return tomli_w.dumps({"x": value}).removeprefix("x = ").rstrip("\n")


def check_name(name: str) -> None:
    """Whether a new routine can be called so.

    Raises:
        BadName: it cannot, with a name that can.
    """
    if SLUG.fullmatch(name):
        return
    if name.endswith(".toml"):
        name = name.removesuffix(".toml")
        raise BadName(f"A routine is named without .toml: {printable(name)}.")
    if len(name) > 100:
        raise BadName(f"The name has {len(name)} characters, 100 is the most.")
    better = slug_for(name)
    hint = f", such as {better}" if better else ", such as evening-stretch"
    raise BadName(f"“{printable(name)}” cannot be the name of a routine: use a-z, 0-9 and -{hint}.")


def slug_for(name: str) -> str:
    """The id that a name comes nearest to; empty if there is nothing in it."""
    letters = unicodedata.normalize("NFKD", name.replace("ß", "ss")).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def free_name(name: str, *folders: Path) -> str:
    """The name, or with a number behind it the first that no file of these folders has."""
    taken = (f"{name}-{number}" if number > 1 else name for number in range(1, 10_000))
    return next(one for one in taken if not any(os.path.lexists(folder / f"{one}.toml") for folder in folders))


def prepare(path: Path) -> None:
    """Makes the folder of a file that is to be written.

    Raises:
        CannotWrite: there is such a file already, or no such folder can be made or written to.
    """
    if os.path.lexists(path):
        raise CannotWrite(f"{printable(str(path))} is there already. Nothing was written.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise CannotWrite(f"{printable(str(path.parent))} is not a folder. Nothing was written.") from None
    except OSError as error:
        raise CannotWrite(_cannot(path, error)) from None
    try:
        probe = _beside(path)
        probe.touch(exist_ok=False)
        probe.unlink()
    except OSError as error:
        raise CannotWrite(_cannot(path, error)) from None


def write_new(path: Path, text: str) -> None:
    """Writes a file that is not there yet; nobody sees half of it.

    Raises:
        CannotWrite: there is one by now, or it cannot be written.
    """
    _write(path, text, _move_to_nothing)


def write_over(path: Path, text: str) -> None:
    """Writes a file in place of what is there; nobody sees half of it.

    Raises:
        CannotWrite: it cannot be written, and the old one is as it was.
    """
    _write(path, text, _move_over)


def _write(path: Path, text: str, move: Callable[[Path, Path], None]) -> None:
    beside = _beside(path)
    try:
        try:
            with beside.open("x", encoding="utf-8", newline="") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            with suppress(OSError):
                beside.chmod(stat.S_IMODE(path.stat().st_mode))  # whoever could read it still can, and nobody else
            move(beside, path)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
    except FileExistsError:
        raise CannotWrite(f"{printable(str(path))} is there already. Nothing was written.") from None
    except OSError as error:
        raise CannotWrite(_cannot(path, error)) from None


def _move_over(beside: Path, path: Path) -> None:
    """Takes the place of a file, with who may read and write it."""
    with suppress(OSError):
        beside.chmod(S_IMODE(path.stat().st_mode))
    beside.replace(path)


def _move_to_nothing(beside: Path, path: Path) -> None:
    """Gives a file its name if nothing has that name; as one act where the file system has links."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError, AttributeError):
        if os.path.lexists(path):
            raise FileExistsError from None
        os.rename(beside, path)  # noqa: PTH104 - as os.replace above


def _beside(path: Path) -> Path:
    """A name in the same folder that nothing else reads."""
    return path.with_name(f".{path.name[:100]}.{token_hex(4)}.tmp")


def _cannot(path: Path, error: OSError) -> str:
    reason = (error.strerror or str(error)).lower()
    return f"{printable(str(path))} cannot be written: {reason}."
