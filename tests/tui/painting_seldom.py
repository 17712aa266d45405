"""Pictures that nothing looks at are not painted.

Textual paints a screen whenever a sixtieth of a second is over in which something of it changed: between a key and what
a test looks at there are the more pictures the slower the machine is, and no test sees any of them. Here each screen is
painted as it comes, and then whenever a test has let it come to rest. In a terminal everything is as it was.
"""

from __future__ import annotations

from asyncio import sleep
from typing import Any
from weakref import WeakSet

from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual._wait import wait_for_idle
from textual.app import App
from textual.geometry import Size
from textual.pilot import Pilot
from textual.strip import Strip

_render_update = Compositor.render_update
_render_strips = Compositor.render_strips
_begun: WeakSet[Compositor] = WeakSet()
"""What has painted its first picture."""


def _not_yet(compositor: Compositor, full: bool = False, screen_stack: Any = None, simplify: bool = False) -> Any:
    """A picture, or nothing: what is to be painted then stays noted."""
    if compositor in _begun and not full and compositor.root is not None and compositor.root.app.is_headless:
        visible_screen_stack.set(screen_stack or [])
        return None
    _begun.add(compositor)
    return _render_update(compositor, full, screen_stack, simplify)


async def _pause_and_paint(pilot: Pilot[Any], delay: float | None = None) -> None:
    """As Textual waits. What has come so far is painted before, for lists learn only then how long they are."""
    await pilot._wait_for_screen()
    _paint(pilot.app)
    await (wait_for_idle(0) if delay is None else sleep(delay))
    pilot.app.screen._on_timer_update()
    _paint(pilot.app)


def _look(compositor: Compositor, size: Size | None = None) -> list[Strip]:
    """What stands on the screen."""
    root = compositor.root
    if root is not None and root is root.app.screen:
        _paint(root.app)
    return _render_strips(compositor, size)


def _paint(app: App[Any]) -> None:
    compositor = app.screen._compositor
    if compositor._dirty_regions:
        _render_update(compositor, screen_stack=app._background_screens)
    visible_screen_stack.set(app._background_screens)  # who paints takes them out


def paint_when_looked_at() -> None:
    """For every application without a terminal from now on."""
    Compositor.render_update = _not_yet  # type: ignore[method-assign, assignment]
    Compositor.render_strips = _look  # type: ignore[method-assign, assignment]
    Pilot.pause = _pause_and_paint  # type: ignore[method-assign, assignment]
