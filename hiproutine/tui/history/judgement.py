"""What the judgement says now, above what was done: the gravest, as the library and `history` say it."""

from __future__ import annotations

from textwrap import wrap

from textual.content import Content

from hiproutine.advice.assess import Assessment
from hiproutine.advice.finding import Finding

LABEL = "Today    "
MOST = 2
"""Findings where there is room for more than the gravest."""


def judged_lines(judged: Assessment | None, width: int, *, airy: bool) -> Content | None:
    """The gravest in rows of this width, and the next where it is airy; None where nothing stands out."""
    found = standing_out(judged)[: MOST if airy else 1]
    if not found:
        return None
    rows = [row for one in found for row in wrap(one.sentence, max(20, width - len(LABEL)))]
    labels = [LABEL, *[" " * len(LABEL)] * (len(rows) - 1)]
    pairs = zip(labels, rows, strict=True)
    return Content("\n").join(Content.assemble((label, "$quiet"), (row, "$foreground")) for label, row in pairs)


def standing_out(judged: Assessment | None) -> list[Finding]:
    """What deserves a word, the gravest first."""
    return list(judged.stands_out) if judged else []
