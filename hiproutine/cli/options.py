"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path

import click

journal_option = click.option(
    "--journal",
    "place",
    type=click.Path(path_type=Path),
    envvar="HIPROUTINE_JOURNAL",
    metavar="PATH",
    help="The journal file, instead of the usual one [HIPROUTINE_JOURNAL].",
)
