"""Exercise files without what is drawn of them."""

from __future__ import annotations


def without_figure(text: str) -> str:
    """The text of an exercise file up to its figure, where that is the last table: most who ask for an exercise never
    draw it, and its angles are half of what there is to read. The whole text where that is not certain."""
    head, mark, tail = text.partition("\n[figure]\n")
    if not mark or '"""' in head or "'''" in head or any(line.startswith("[") for line in tail.splitlines()):
        return text
    return head + "\n"
