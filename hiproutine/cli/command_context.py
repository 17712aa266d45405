"""What a command asks the journal through, and in what it says distances."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hiproutine.advice.recovery.building import Unit
    from hiproutine.dialogue.context import Context
    from hiproutine.journal.store import Journal

CANNOT = 1


def command_context(journal: Journal) -> Context:
    """The journal and the clock of a command; what cannot be read or kept ends it."""
    from hiproutine.config.measures import own_routine
    from hiproutine.dialogue.context import Context

    def stop(sentence: str) -> None:
        from hiproutine.launch.start import fail

        fail(sentence, CANNOT)

    return Context(journal, stop, own_routine, now=journal.now)


def unit() -> Unit:
    """What distances are said in, by the settings; a broken file of settings is said elsewhere."""
    from hiproutine.advice.recovery.building import Unit
    from hiproutine.config.present import present_settings
    from hiproutine.paths import find_paths

    return Unit(present_settings(find_paths().settings)[0].distance)
