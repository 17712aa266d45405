"""Colours: a dark and a light theme, with a colour for each phase and each side."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import TYPE_CHECKING, Any

from textual.theme import Theme

from hiproutine.errors import printable

if TYPE_CHECKING:
    from textual.app import App

DARK = Theme(
    name="hiproutine-dark",
    dark=True,
    primary="#7fe0c3",
    secondary="#86b6f6",
    accent="#7fe0c3",
    warning="#f5cc5b",
    error="#ff8f8f",
    success="#7fe0c3",
    foreground="#e8f1ee",
    background="#101618",
    surface="#151d1f",
    panel="#1c2729",
    variables={
        "phase-work": "#7fe0c3",
        "phase-rest": "#86b6f6",
        "phase-ready": "#c9a7f5",
        "phase-paused": "#e8f1ee",
        "side-left": "#f5cc5b",
        "side-right": "#f29ac4",
        "quiet": "#93a5a1",
        "faint": "#768985",
        "strong": "#ffffff",
    },
)

LIGHT = Theme(
    name="hiproutine-light",
    dark=False,
    primary="#0b705a",
    secondary="#1f5bb5",
    accent="#0b705a",
    warning="#7d5300",
    error="#b3261e",
    success="#0b705a",
    foreground="#1c2a28",
    background="#fafbf8",
    surface="#f2f5f0",
    panel="#e6ebe4",
    variables={
        "phase-work": "#0b705a",
        "phase-rest": "#1f5bb5",
        "phase-ready": "#6b3fb5",
        "phase-paused": "#1c2a28",
        "side-left": "#7d5300",
        "side-right": "#a8226b",
        "quiet": "#4f605c",
        "faint": "#66756f",
        "strong": "#000000",
    },
)

THEMES = {"dark": DARK, "light": LIGHT}

FALLBACKS = {
    "phase-work": "success",
    "phase-rest": "secondary",
    "phase-ready": "accent",
    "phase-paused": "foreground",
    "side-left": "warning",
    "side-right": "primary",
    "quiet": "foreground-muted",
    "faint": "foreground-darken-3",
    "strong": "foreground",
}
"""What our colours are called in Textual's own themes, which do not have them."""


def begin_in(app: App[Any], choose: Callable[[], str]) -> None:
    """Gives an application our themes, and the one it begins in: set as later ones are, every style is read twice."""
    for ours in THEMES.values():
        app.register_theme(ours)
    name = choose()
    app.set_reactive(type(app).theme, name)
    theme = app.current_theme
    app.update_classes({f"-theme-{name}": True, "-dark-mode": theme.dark, "-light-mode": not theme.dark}, update=False)
    app._refresh_truecolor_filter(app.ansi_theme)  # noqa: SLF001
    app.stylesheet.set_variables(app.get_css_variables())


def completed(variables: dict[str, str]) -> dict[str, str]:
    """A theme's variables with ours, taken from its own where it does not have them."""
    ours = {name: variables.get(source, variables["foreground"]) for name, source in FALLBACKS.items()}
    return {**ours, **variables}


def chosen_theme(wanted: str, available: Container[str], background: str) -> tuple[str, str]:
    """The name of the theme to use, and a complaint where there is none of the name that is wanted.

    `wanted` is our short name, or one of those `available`; empty is what suits the terminal, whose `background` is
    what COLORFGBG says of it.
    """
    if wanted in THEMES:
        return THEMES[wanted].name, ""
    if wanted in available:
        return wanted, ""
    complaint = f"There is no theme called {printable(wanted)}." if wanted else ""
    light = background.rpartition(";")[2] in {"7", "15"}
    return THEMES["light" if light else "dark"].name, complaint
