"""What stands on the shelf of the library, in which order, and what is said above and below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from textual.content import Content

from hiproutine.config.keymap import foot_keys

if TYPE_CHECKING:
    from hiproutine.advice.today import Hint
    from hiproutine.routine.library import Entry

WIDE = 100
"""Columns from which the preview stands beside the list."""
NARROW = 66
"""Columns under which the keys stand closer."""
TODAY = "Today  "
FILTERS = {"All": None, "Before a run": "pre-run", "After a run": "post-run", "Rest day": "rest-day"}
ORDER = {"pre-run": 0, "post-run": 1, "rest-day": 2, "any-time": 3}


def passes(entry: Entry, words: list[str], moment: str | None) -> bool:
    """Whether an entry has all the words and suits the moment."""
    if not entry.loaded:
        return moment is None and all(word in entry.id.casefold() for word in words)
    routine = entry.loaded.card
    if moment and not {moment, "any-time"} & set(routine.when):
        return False
    steps = [interval.name for interval in entry.loaded.plan.intervals] if words else []
    text = " ".join([entry.id, routine.title, routine.summary, *routine.tags, *routine.equipment, *steps]).casefold()
    return all(word in text for word in words)


def order(entry: Entry, suggested: Sequence[str | None]) -> tuple[bool, int, int, str]:
    """To sort by: what suits today first, then playable ones by when they suit and by name, then broken ones."""
    if not entry.loaded:
        return True, 0, 0, entry.id
    routine = entry.loaded.card
    first = suggested.index(entry.id) if entry.id in suggested else len(suggested)
    return False, first, min(ORDER[moment] for moment in routine.when) if routine.when else 3, routine.title.casefold()


def today_lines(hints: Sequence[Hint], titles: Mapping[str, str], columns: int, *, most: int) -> Content:
    """What suits today under a common heading: whole hints, in rows no wider than `columns`, up to `most` rows."""
    rows: list[Content] = []
    for hint in hints:
        title = titles.get(hint.routine, "") if hint.routine else ""
        found = _hint_rows(title, hint.why, columns - len(TODAY))
        if rows and len(rows) + len(found) > most:
            break
        rows += found[:most]
    labelled = [
        Content.assemble((" " * len(TODAY) if number else TODAY, "$quiet"), row) for number, row in enumerate(rows)
    ]
    return Content("\n").join(labelled)


def _hint_rows(title: str, why: str, columns: int) -> list[Content]:
    if not title:
        return [Content.styled(row, "$foreground") for row in wrap(why[:1].upper() + why[1:], max(20, columns))]
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
