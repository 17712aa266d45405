"""What the parts of the editor know of the screen they work on: its text, its cursor, and how it is told something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.getters import query_one
from textual.screen import Screen

from hiproutine.authoring.drafting import Draft
from hiproutine.tui.editor.code import Code
from hiproutine.tui.editor.completion_list import CompletionList
from hiproutine.tui.widgets.line import Line

if TYPE_CHECKING:
    from hiproutine.errors import Place


class TextScreen(Screen[bool]):
    """A screen on which one file is written: its text, the list of what can be written, and what is said of both."""

    code = query_one("#code", Code)
    choices = query_one("#choices", CompletionList)
    draft: Draft
    saved: bool

    @property
    def is_exercise(self) -> bool:
        """Whether what is written is taken for an exercise."""
        raise NotImplementedError

    @property
    def step(self) -> Place | None:
        """The step under the cursor."""
        raise NotImplementedError

    def look_again(self) -> None:
        """Shows the file as it is now."""
        raise NotImplementedError

    def paint(self) -> None:
        """Shows what stands around the text anew."""
        raise NotImplementedError

    def tell(self, sentence: str) -> None:
        """Says what was done, or why not."""
        self.query_one("#said", Line).set_text(sentence)

    @property
    def changed(self) -> bool:
        """Whether something is written that is not saved."""
        return self.draft.differs or self.code.text != self.draft.text

    def go(self, place: tuple[int, int] | None) -> None:
        """The cursor to a place of the text, in its pane."""
        if place is None:
            return
        if self.has_class("-turned"):
            self.turn()
        self.set_focus(self.code)
        self.code.move_cursor(self.code.clamp_visitable(place), center=True)

    def turn(self) -> None:
        """Shows the other pane, where there is room for one."""
        self.toggle_class("-turned")
        self.set_focus(None if self.has_class("-turned") else self.code)
        self.call_after_refresh(self.paint)
