"""The styles of the screens that may come first: read with the application's, for later all would be read again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

LIBRARY, PLAYER = (Path(__file__).parent / name / f"{name}.tcss" for name in ("library", "player"))


def first_styles(library: object, question: object) -> list[Path]:
    """Those of the screen that comes first: of a library, of a question none, or else of the player."""
    return [LIBRARY] if library else [] if question else [PLAYER]


def read_the_players(app: App[Any]) -> None:
    """Reads those of the player behind the first screen, before it comes."""
    if not app.stylesheet.has_source(str(PLAYER)):
        app.stylesheet.read(PLAYER)
        app.stylesheet.parse()
