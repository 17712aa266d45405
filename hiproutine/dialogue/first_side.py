"""The side that a routine begins with which is to begin with the sorer one: that of the last answer that names one."""

from __future__ import annotations

from dataclasses import replace

from hiproutine.advice.pain.readings import Side
from hiproutine.dialogue.context import Context
from hiproutine.routine.loaded import Loaded


def sorer_first(context: Context, loaded: Loaded) -> Loaded:
    """The routine as it is played today; it begins with the left where nobody has said a side, or said both."""
    if loaded.right_first is None:
        return loaded
    newest = next((one for one in reversed(context.readings()) if one.side is not None), None)
    if newest is None or newest.side is not Side.RIGHT:
        return loaded
    return replace(loaded, plan=loaded.right_first, right_first=None)
