"""What stands on the shelf of the library, in which order, and what is said above and below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from hiproutine.config.keymap import foot_keys
from hiproutine.errors import printable
from hiproutine.wording import unused_text

if TYPE_CHECKING:
    from hiproutine.advice.today import Hint
    from hiproutine.routine.library import Entry
    from hiproutine.routine.sought import Found

WIDE = 100
"""Columns from which the preview stands beside the list."""
NARROW = 66
"""Columns under which the keys stand closer."""
TODAY = "Today  "
FILTERS = {"All": None, "Before a run": "pre-run", "After a run": "post-run", "Rest day": "rest-day"}
ORDER = {"pre-run": 0, "post-run": 1, "rest-day": 2, "any-time": 3}


def suits(entry: Entry, moment: str | None) -> bool:
    """Whether an entry suits the moment; what suits any time suits every one, and a broken file suits none."""
    return moment is None or bool(entry.loaded and {moment, "any-time"} & set(entry.loaded.card.when))


def nothing_text(found: Found, keys: tuple[str, str], columns: int) -> str:
    """What is said where nothing is listed: what comes nearest, and which exercise is in no routine; then, as far as
    there is room, that `keys` empty the search and change what it suits."""
    text = "Nothing like that here."
    if found.unused:
        text = unused_text(found.unused[:1])
        if cell_len(text) > columns:
            text = f"In no routine yet: new --with {found.unused[0]}"
    elif found.nearest:
        names = [entry.loaded.card.title if entry.loaded else printable(entry.id) for entry in found.nearest]
        fitting = (f"Nearest: {', '.join(names[:most])}." for most in (3, 2, 1))
        text = next((one for one in fitting if cell_len(one) <= columns), f"Nearest: {names[0]}.")
    more = (f"{keys[0]} empties the search, {keys[1]} change what it suits.", f"{keys[0]} empties the search.")
    gap = " · " if found.unused else " "  # no full stop at the end of a command
    return next((whole for one in more if cell_len(whole := f"{text}{gap}{one}") <= columns), text)


def order(entry: Entry, suggested: Sequence[str | None]) -> tuple[bool, int, int, str]:
    """To sort by: what suits today first, then playable ones by when they suit and by name, then broken ones."""
    if not entry.loaded:
        return True, 0, 0, entry.id
    routine = entry.loaded.card
    first = suggested.index(entry.id) if entry.id in suggested else len(suggested)
    return False, first, min(ORDER[moment] for moment in routine.when) if routine.when else 3, routine.title.casefold()


def today_lines(hints: Sequence[Hint], titles: Mapping[str, str], columns: int, *, most: int) -> Content:
    """What suits today under a common heading: whole hints, in rows no wider than `columns`, up to `most` rows; the
    first is whole however long it is, for it is the gravest."""
    rows: list[Content] = []
    for hint in hints:
        title = titles.get(hint.routine, "") if hint.routine else ""
        found = _hint_rows(title, hint.why, columns - len(TODAY))
        if rows and len(rows) + len(found) > most:
            break
        rows += found
    labelled = [
        Content.assemble((" " * len(TODAY) if number else TODAY, "$quiet"), row) for number, row in enumerate(rows)
    ]
    return Content("\n").join(labelled)


def _hint_rows(title: str, why: str, columns: int) -> list[Content]:
    if not title:
        return [Content.styled(row, "$foreground") for row in wrap(why[:1].upper() + why[1:], max(20, columns))]
    of, _, said = why.partition(": ")
    why = said if said and title.startswith(of) else why  # the title stands there already
    first, *more = wrap(f"{title}  {why}", max(20, columns), drop_whitespace=False)
    split = min(len(title), len(first))
    return [
        Content.assemble((first[:split], "b $foreground"), (first[split:], "$quiet")),
        *(Content.styled(row.lstrip(), "$quiet") for row in more),
    ]


def keys_line(changed: Mapping[str, str], columns: int) -> Content:
    """The keys, closer and fewer where there is less room."""
    keys = (
        ("enter", "play"),
        ("← →", "when"),
        ("i", "about"),
        ("n", "note"),
        ("g", "guides"),
        ("j", "journal"),
        ("/", "find"),
        ("?", "keys"),
        ("q", "leave"),
    )
    left_out = {"about", "guides", "find"} if columns < NARROW else {"about"} if columns < WIDE else set()
    gap = " " if columns < NARROW else "  "
    shown = [key for key in foot_keys(keys, changed, "library") if key[1] not in left_out]
    parts = [part for key, word in shown for part in ((key, "b $foreground"), (f" {word}{gap}", "$quiet"))]
    return Content.assemble(*parts).rstrip()
