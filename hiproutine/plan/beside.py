"""What stands beside the dose of a step: what it is done with, and how hard it is meant to be. Pure."""

from __future__ import annotations

from hiproutine.plan.effort import effort_text
from hiproutine.plan.loads import load_text
from hiproutine.plan.model import About


def beside(about: About) -> tuple[str, ...]:
    """`10 kg`, `effort 7 of 10`: those of them that are said."""
    return tuple(text for text in (load_text(about), effort_text(about.effort)) if text)
