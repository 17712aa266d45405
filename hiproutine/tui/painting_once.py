"""Screens that come are given their styles once, and painted once, and whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

from textual.events import ScreenResume
from textual.screen import Screen

_compositor_refresh = Screen._compositor_refresh  # noqa: SLF001
_on_screen_resume = Screen._on_screen_resume  # noqa: SLF001


_waiting: WeakKeyDictionary[Screen[Any], list[Callable[[], object]]] = WeakKeyDictionary()
"""What is done once a screen stands there."""


def once_painted(screen: Screen[Any], act: Callable[[], object]) -> None:
    """Does it once the screen has been painted; Textual's `call_after_refresh` comes before that while it mounts."""
    _waiting.setdefault(screen, []).append(act)


def _paint_when_it_counts(screen: Screen[Any]) -> None:
    """While Textual mounts, it makes pictures and throws them away: then all is painted as soon as that is over."""
    if screen.app._batch_count:  # noqa: SLF001
        screen._dirty_widgets.add(screen)  # noqa: SLF001
        screen.check_idle()
    else:
        _compositor_refresh(screen)
        if screen.is_current:
            for act in _waiting.pop(screen, ()):
                screen.call_later(act)


def _come(screen: Screen[Any], event: ScreenResume) -> None:
    """Each widget had its styles when it was mounted; one that comes back may have missed a change of them."""
    if screen.stack_updates == 0:
        event.refresh_styles = False
    _on_screen_resume(screen, event)


def paint_what_comes_once() -> None:
    """For every screen from now on."""
    setattr(Screen, "_on_screen_resume", _come)  # noqa: B010 - nor for this
    setattr(Screen, "_compositor_refresh", _paint_when_it_counts)  # noqa: B010 - Textual has no open name for it
