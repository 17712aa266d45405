"""The commands that take the journal along, and bring it in again: export and import."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiproutine.cli.options import journal_option
from hiproutine.cli.with_journal import BAD_INPUT, CANNOT, NOTHING, end_with, with_journal

if TYPE_CHECKING:
    from hiproutine.journal.own_files import OwnFile
    from hiproutine.journal.store import Journal


@click.command("export")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--csv", "folder", type=click.Path(path_type=Path), metavar="FOLDER", help="Three tables into FOLDER.")
@click.option("--force", is_flag=True, help="Write over files that are there.")
@journal_option
def export_journal(place: Path | None, file: Path | None, folder: Path | None, force: bool) -> None:
    """Write everything that is kept to FILE, as JSON Lines.

    Your own routines, exercises and settings go along.

    Without FILE, to standard output.
    """
    from hiproutine.errors import printable

    if file and folder:
        raise click.UsageError("Give a FILE or --csv FOLDER, not both.")

    from hiproutine.journal.own_files import own_files
    from hiproutine.paths import find_paths

    files, left = ([], []) if folder else own_files(find_paths())

    def write(journal: Journal) -> None:
        from hiproutine.journal.export_files import export_csv, export_file
        from hiproutine.journal.transfer import export_lines

        if left:
            click.echo(f"Not taken along, too large or no text: {printable(', '.join(left))}.", err=True)
        if folder:
            for path in export_csv(journal, folder, force=force):
                click.echo(printable(str(path)))
        elif file is None or str(file) == "-":
            if sys.stdout is None:
                end_with("Standard output is closed. Give a FILE to write to.", CANNOT)
            out = sys.stdout.buffer
            for line in export_lines(journal, files):
                out.write(f"{line}\n".encode())
            out.flush()
        else:
            export_file(journal, file, force=force, files=files)
            click.echo(printable(str(file)))

    with_journal(place, write, nothing=None if files else NOTHING, aside=True)


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@journal_option
def import_journal(place: Path | None, file: Path) -> None:
    """Bring in FILE, an export of this or another machine. Twice does no harm."""
    from hiproutine.errors import printable

    def read(journal: Journal) -> None:
        from hiproutine.journal.transfer import import_lines

        if str(file) == "-":
            brought = import_lines(journal, sys.stdin.buffer, "standard input")
        else:
            try:
                with file.open("rb") as lines:
                    brought = import_lines(journal, lines, str(file))
            except OSError as error:
                end_with(f"“{printable(str(file))}” cannot be read: {error.strerror or error}.", BAD_INPUT)
        files = _brought_back(brought.files)
        if not brought.new and not brought.updated:
            if not files:
                click.echo("Everything was there already.")
            return
        for word, counts in (("new", brought.new), ("updated", brought.updated)):
            for kind, number in counts.items():
                if kind != "plan":
                    click.echo(f"{number:>6} {kind}{'' if number == 1 else 's'} {word}")

    with_journal(place, read)


def _brought_back(files: list[OwnFile]) -> bool:
    """Writes own files where there are none, and says what was done; whether there was anything to say."""
    from hiproutine.errors import printable
    from hiproutine.journal.own_files import bring_back
    from hiproutine.paths import find_paths

    try:
        done = bring_back(files, find_paths())
    except OSError as error:
        end_with(f"Your own files cannot be written: {error.strerror or error}.", CANNOT)
    if done.written:
        click.echo(f"Brought back: {printable(', '.join(done.written))}.")
    if done.left:
        click.echo(f"Left as they are here, otherwise than in the file: {printable(', '.join(done.left))}.")
    return bool(done.written or done.left)


COMMANDS = [export_journal, import_journal]
"""What the program registers."""
