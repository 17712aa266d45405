"""`hiproutine runs import`: files of watches, phones and services into the journal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hiproutine.cli.day_option import Day
from hiproutine.cli.options import journal_option
from hiproutine.cli.with_journal import with_journal

if TYPE_CHECKING:
    from datetime import datetime

    from hiproutine.journal.store import Journal

SPORTS = ("run", "walk", "hike", "cycle", "swim", "yoga", "strength", "other")
"""As in `advice.recovery.facts`, without what no device records; a test compares."""


class Begun(click.ParamType):  # type: ignore[type-arg]  # generic in newer clicks only
    """The type of an option that is a day, or a day with its time."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """That moment, here; of a day its noon."""
        from datetime import timedelta

        from hiproutine.runs.written import moment

        found = moment(str(value))
        if found is None:
            day: datetime = Day().convert(value, param, ctx)
            return day + timedelta(hours=12)
        at = found.at if found.timed else found.at + timedelta(hours=12)
        return at if at.tzinfo else at.astimezone()


@click.command("import")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option("--since", type=Day(), metavar="DATE", help="Only what began on that day or later.")
@click.option(
    "--sport", type=click.Choice(SPORTS), help="Only this sport; also what a file is of that does not say it."
)
@click.option(
    "--pain", type=click.IntRange(0, 10), help="The worst of the newest: 0 none, 10 the worst you can imagine."
)
@click.option("--date", "begun", type=Begun(), metavar="DATE", help="When a file without a date began.")
@click.option("--dry-run", "dry", is_flag=True, help="Show what would be kept, and why what is not; keep nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@journal_option
@click.pass_context
def import_runs(context: click.Context, /, place: Path | None, paths: tuple[Path, ...], **said: Any) -> None:
    """Bring in runs from files: FIT, GPX, TCX, exports of services, tables.

    PATH is a file, a folder, an archive, or - for standard input. Without it, the folders of the settings are looked
    through for what is new. Positions are never kept.
    """

    def bring(journal: Journal) -> None:
        from hiproutine.cli.run_reports import Said, bring_in

        bring_in(journal, paths, Said(**said))

    above = context.parent.params.get("place") if context.parent else None  # hiproutine runs --journal FILE import
    with_journal(place or above, bring)
