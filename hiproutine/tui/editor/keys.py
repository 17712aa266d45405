"""The keys of the editor: what they do, and the line that names them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding, BindingType
from textual.content import Content

KEYS: list[BindingType] = [
    Binding("ctrl+s", "save", "Save", id="editor.save"),
    Binding("f12", "save_as", "Save under another name", id="editor.save_as"),
    Binding("ctrl+shift+s", "save_as", show=False),
    Binding("f3", "page('written')", "Write it as one page for any browser", id="editor.share"),
    Binding("f4", "page('shown')", "See it as that page, in the browser", id="editor.see"),
    Binding("f5", "play", "Play from the step under the cursor, fast", id="editor.play"),
    Binding("ctrl+t", "turn_week", "The next week of a plan over weeks", id="editor.week"),
    Binding("f8", "next_problem", "Next problem", id="editor.problem"),
    Binding("f2", "next_problem", show=False),
    Binding("f9", "begin_exercise", "Begin the exercise whose name is not known", id="editor.begin"),
    Binding("tab", "turn", "Complete; in a narrow window, the other pane", id="editor.turn"),
    Binding("ctrl+space", "complete", "What can be written here", id="editor.complete"),
    Binding("ctrl+@", "complete", show=False),  # what tmux makes of it
    Binding("ctrl+f", "find", "Find, and write something else instead", id="editor.find"),
    Binding("ctrl+g", "find_next", "The next place of it", id="editor.next"),
    Binding("ctrl+o", "elsewhere", "Open it in $EDITOR", id="editor.elsewhere"),
    Binding("ctrl+c", "copy_or_leave", "Copy; with nothing marked, leave", id="editor.copy"),
    Binding("f1", "keys", "Keys", id="editor.keys"),
    Binding("escape", "leave", "Leave", id="editor.leave"),
    Binding("ctrl+q", "leave", show=False),
]
"""In the order in which f1 lists them."""


PADDING = 2
"""Columns beside the line."""


def keys_line(columns: int, *, turned: bool, exercise: bool) -> Content:
    """The keys, as many as there is room for."""
    beside = "card" if exercise else "plan"
    keys = [("ctrl+s", "save"), ("f5", "play"), ("f8", "next problem"), ("tab", "complete")]
    if columns < 72:
        keys = [("ctrl+s", "save"), ("f5", "play"), ("f8", "problem"), ("tab", "text" if turned else beside)]
    last = [("f1", "keys"), ("esc", "leave")]
    more = [("ctrl+f", "find"), ("ctrl+o", "your editor")] if columns >= 100 else []
    while more and line_of([*keys, *more, *last], columns).cell_length > columns - PADDING:
        more.pop()
    return line_of([*keys, *more, *last], columns)


def line_of(keys: Sequence[tuple[str, str]], columns: int) -> Content:
    """Keys with their words, further apart where there is room."""
    gap = " " if columns < 72 else "  " if columns < 100 else "   "
    parts = [part for key, word in keys for part in ((key, "b $foreground"), (f" {word}{gap}", "$quiet"))]
    return Content.assemble(*parts).rstrip()
