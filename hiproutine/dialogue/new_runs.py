"""What is said and asked of runs that a watched folder brought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from hiproutine.advice.recovery.building import Unit
from hiproutine.advice.recovery.facts import Outing, Sport
from hiproutine.dialogue import scales
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.notes import keep_and_tell, outing_text
from hiproutine.dialogue.questions import Aside, Asking, Notice
from hiproutine.dialogue.red_flags import notice
from hiproutine.wording import count

ASKED_FOR = timedelta(days=2)
"""Of a run that is older nobody remembers the worst of it."""


def new_runs_text(found: Sequence[Outing]) -> str:
    """`3 new runs`, `1 new run and 2 other activities`."""
    runs = sum(one.sport is Sport.RUN for one in found)
    others = len(found) - runs
    parts = [count(runs, "new run")] if runs else []
    if others:
        word = "other " if runs else "new "
        parts.append(f"{others} {word}{'activity' if others == 1 else 'activities'}")
    return " and ".join(parts)


def new_runs(context: Context, found: Sequence[Outing], unit: Unit) -> Asking[None]:
    """Says how many there are, and asks how the newest felt; to be left out with one key."""
    said = new_runs_text(found)
    runs = [one for one in found if one.sport is Sport.RUN]
    newest = max(runs, key=lambda one: one.at, default=None)
    if newest is None or newest.pain is not None or context.now() - newest.at > ASKED_FOR:
        yield Notice(f"{said}.", "Runs")
        return
    if not (yield from notice(context)):
        return
    when = f"{newest.start:%A %H:%M}"
    answer = yield scales.pain("How did it feel? The worst of it", f"{said} · {outing_text(newest, unit)}, {when}")
    if isinstance(answer, Aside) and answer is not Aside.AS_USUAL:
        return
    yield from keep_and_tell(context, replace(newest, pain=0 if isinstance(answer, Aside) else answer), unit)
