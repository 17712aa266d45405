"""A figure as a page takes it, in plain values: its still as outlines, and the numbers from which the page moves it."""

from __future__ import annotations

from typing import Any, NamedTuple

Table = dict[str, Any]
Box = tuple[int, int, int]
"""Left, right and top."""


class Drawn(NamedTuple):
    """What came of drawing one exercise; `drawing` makes it, and `kept_parts` keeps it."""

    side: str | None
    """The side on which its working limb is written."""
    mirrored: bool
    box: Box
    outlines: str
    """The still as paths, as it is written."""
    numbers: Table
    """Its table for the page; each of its `parts` begins with the number of a limb."""
    limbs: list[Table]

    def table(self, shared: list[Table]) -> Table:
        """What the page needs to draw it still and moving; limbs that other figures have too are `shared`."""
        for limb in self.limbs:
            if limb not in shared:
                shared.append(limb)
        parts = [[shared.index(self.limbs[number]), *kinds] for number, *kinds in self.numbers["parts"]]
        return self.numbers | {"parts": parts}

    def svg(self, side: str | None = None, label: str = "") -> str:
        """The pose that shows it best, its working limb on `side`; `label` has been escaped."""
        left, right, top = self.box
        turned = self.mirrored != bool(side and side != self.side)
        turn = f' transform="translate({left + right} 0) scale(-1 1)"' if turned else ""
        title = f' role="img" aria-label="{label}"' if label else ' aria-hidden="true"'
        return (
            f'<svg class="figure" viewBox="{left} {-top} {right - left} {top + 7}"{title}><g{turn}>{self.outlines}'
            f'</g><path class="ground" d="M{left} 3H{right}"/></svg>'
        )
