"""A routine as it is played the next time: with the weights and bands that were used last."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hiproutine.routine.loaded import Loaded


def as_last_used(loaded: Loaded) -> Loaded:
    """The routine with what its steps were last done with; as its file says it where nothing is known."""
    from hiproutine.plan.loads import has_loads

    if not has_loads(loaded.plan):
        return loaded
    from hiproutine.dialogue.context import open_context
    from hiproutine.dialogue.loads import with_last_loads
    from hiproutine.paths import find_paths

    named = os.environ.get("HIPROUTINE_JOURNAL")
    with open_context(Path(named) if named else find_paths().journal) as context:
        return with_last_loads(context, loaded)
