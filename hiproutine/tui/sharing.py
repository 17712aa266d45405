"""A routine as a page, from a key: written where the program was started, or shown in the browser."""

from __future__ import annotations

from pathlib import Path

from hiproutine.errors import printable
from hiproutine.paths import find_paths
from hiproutine.routine.library import Library
from hiproutine.routine.loaded import Loaded
from hiproutine.share.opening import opens
from hiproutine.share.page import Find
from hiproutine.share.writing import CannotShare, write_page, write_to_look_at


def written(loaded: Loaded, find_figure: Find | None = None) -> str:
    """Writes the page of a routine; a sentence that says where, or why not."""
    try:
        path = Path.cwd() / f"{loaded.plan.id}.html"
        write_page(Library(find_paths()), loaded, path, find_figure=find_figure)
    except CannotShare as error:
        return str(error)
    except FileNotFoundError:
        return "The folder in which the program was started is gone."
    return f"Written: {_short(path)}, to play in any browser and to print."


def shown(loaded: Loaded, find_figure: Find | None = None) -> str:
    """Shows the page of a routine in the browser; a sentence that says so, or where it is."""
    try:
        path = write_to_look_at(Library(find_paths()), loaded, find_figure=find_figure)
    except CannotShare as error:
        return str(error)
    return "The browser shows it." if opens(path) else f"Open {_short(path)} in a browser."


def _short(path: Path) -> str:
    """A path with the home left out, its control characters made visible."""
    home = Path.home()
    return printable(f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path))
