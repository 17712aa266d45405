"""What can come next on a command line. It is asked at each press of tab: it reads a kept table, not the commands.

The table has a row each for commands, options, arguments and fixed values: the command, what is offered, of which kind
it is, and a word about it, with tabs between. A test holds it to what the commands say.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # importing typing, dataclasses or pathlib would be a third of the answer's time
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Row = tuple[str, str, str, str]
    """A command with its group, empty for the program itself; a name; its kind; and a word about it."""
    Rows = dict[str, dict[str, Row]]
    """By command, then by name; arguments are numbered behind theirs."""

TABLE = os.path.join(os.path.dirname(__file__), "completions.txt")  # noqa: PTH118, PTH120 - pathlib takes longer
ARGUMENT, REPEATED = "<", "<*"
"""What stands for an argument in place of its name, and for one of any number."""
FLAG, COMMAND, FILES = "flag", "command", "files"
"""Kinds of rows: an option without a value, a command, what the shell itself knows."""
OF_SETTING = "="
"""Before the key of a setting, whose values follow."""


def answer(shell: str, words: Sequence[str]) -> list[str]:
    """What can stand in place of the last word, with a tab before a word about it; `:files` for the shell's own."""
    words = _joined(words) if shell == "bash" else [*words]
    *before, current = words or [""]
    rows = read_rows()
    command, given, pending = _place(rows, before)
    option, mark, value = current.partition("=")
    if mark and option.startswith("--") and (row := rows.get(command, {}).get(option)):
        found = [*_values(rows, row[2], value, given)]
        if shell != "bash":  # bash takes what stands behind the sign for a word of its own
            found = [one if one[0] == ":" else f"{option}={one}" for one in found]
            return _beginning(found, "")
        return _beginning(found, value)
    beginning = current if shell == "bash" else ""
    if pending and not current.startswith("-"):
        return _beginning([*_values(rows, pending, current, given)], beginning)
    offered = rows.get(command, {}).values()
    if current.startswith("-") and "--" not in before:
        return _beginning([_line(name, about) for _, name, _, about in offered if name[0] == "-"], beginning)
    found = [_line(name, about) for _, name, kind, about in offered if kind == COMMAND and not given]
    arguments = [(name, kind) for _, name, kind, _ in offered if name[0] == ARGUMENT]
    if arguments and (len(given) < len(arguments) or arguments[-1][0] == REPEATED):
        found += _values(rows, arguments[min(len(given), len(arguments) - 1)][1], current, given)
    return _beginning(found, beginning)


def main(words: Sequence[str]) -> None:
    """Prints the answer, one to a line."""
    found = answer(words[0], words[1:]) if words else []
    sys.stdout.write("".join(f"{line}\n" for line in found))


def read_rows() -> Rows:
    """The kept table."""
    rows: Rows = {}
    with open(TABLE, encoding="utf-8") as file:  # noqa: PTH123
        for line in file:
            command, name, kind, about, *_ = [*line.rstrip("\n").split("\t"), "", ""]
            there = rows.setdefault(command, {})
            there[f"{name}{len(there)}" if name[0] == ARGUMENT else name] = (command, name, kind, about)
    return rows


def _place(rows: Rows, before: Sequence[str]) -> tuple[str, list[str], str | None]:
    """Which command it is, which arguments it was given, and the kind of value that an option waits for."""
    command, pending, ended = "", None, False
    given: list[str] = []
    for word in before:
        known = rows.get(command, {})
        if pending is not None and not word.startswith("-"):
            pending = None
        elif word == "--":
            ended = True
        elif word.startswith("-") and not ended:
            kind = known[word][2] if word in known else FLAG
            pending = None if kind == FLAG else kind
        elif not given and word in known and known[word][2] == COMMAND:
            command = f"{command} {word}".strip()
        else:
            given.append(word)
    return command, given, pending


def _values(rows: Rows, kind: str, current: str, given: Sequence[str]) -> Iterator[str]:
    """What can stand for a value of a kind: with `routine|files` the one or the other; a choice stands for itself."""
    path = "/" in current or current.startswith((".", "~"))
    kinds = [one for one in kind.split("|") if one]
    for one in kinds:
        if one == FILES:
            yield ":files"
        elif path and FILES in kinds:
            continue
        elif one in {"routine", "exercise"}:
            yield from _ids(one)
        elif one == "value":
            yield from (_line(row[1], row[3]) for row in rows.get(f"{OF_SETTING}{given[0]}", {}).values())
        elif f"{OF_SETTING}{one}" in rows:
            yield from (_line(row[1], row[3]) for row in rows[f"{OF_SETTING}{one}"].values())
        else:
            yield one


def _ids(kind: str) -> list[str]:
    """Every id there is a file for."""
    own, bundled = folders()
    inside = os.path.join(own, f"{kind}s"), os.path.join(bundled, "exercises" if kind == "exercise" else "")  # noqa: PTH118
    names: set[str] = set()
    for folder in inside:
        try:
            with os.scandir(folder) as files:
                names.update(file.name[:-5] for file in files if file.name.endswith(".toml"))
        except OSError:
            continue
    return sorted(name for name in names if name.isprintable() and not name.startswith((".", ":", "-")))


def folders() -> tuple[str, str]:
    """The person's own folder and the one of what comes with the program, as `hiproutine.paths` finds them."""
    package = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120
    bundled = os.path.join(package, "bundled")  # noqa: PTH118
    if not os.path.isdir(bundled):  # noqa: PTH112
        bundled = os.path.join(os.path.dirname(package), "routines")  # noqa: PTH118, PTH120
    home, config = (os.environ.get(name, "") for name in ("HIPROUTINE_HOME", "XDG_CONFIG_HOME"))
    if home and os.path.isabs(home):  # noqa: PTH117
        return home, bundled
    usual = sys.platform == "linux" and "ANDROID_DATA" not in os.environ
    if home or not usual or (config and not os.path.isabs(config)):  # noqa: PTH117
        from hiproutine.paths import find_paths

        return str(find_paths().config), bundled
    return os.path.join(config or os.path.expanduser("~/.config"), "hiproutine"), bundled  # noqa: PTH111, PTH118


def _joined(words: Sequence[str]) -> list[str]:
    """The words as they were typed: bash breaks them at each sign of equality."""
    joined: list[str] = []
    for word in words:
        if joined and (word == "=" or joined[-1].endswith("=")) and joined[-1].startswith("--"):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _line(name: str, words: str) -> str:
    return f"{name}\t{words}" if words else name


def _beginning(lines: list[str], beginning: str) -> list[str]:
    return [line for line in dict.fromkeys(lines) if line == ":files" or line.startswith(beginning)]
