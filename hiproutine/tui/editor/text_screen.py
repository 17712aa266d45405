"""What the parts of the editor know of the screen they work on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.getters import query_one
from textual.screen import Screen

from hiproutine.authoring.drafting import Draft
from hiproutine.tui.editor.code import Code
from hiproutine.tui.editor.completion_list import CompletionList

if TYPE_CHECKING:
    from hiproutine.errors import Place


class TextScreen(Screen[bool]):
    """A screen on which one file is written: its text, the list of what can be written, and what is said of both."""

    code = query_one("#code", Code)
    choices = query_one("#choices", CompletionList)
    draft: Draft
    saved: bool

    @property
    def changed(self) -> bool:
        """Whether something is written that is not saved."""
        raise NotImplementedError

    @property
    def is_exercise(self) -> bool:
        """Whether what is written is taken for an exercise."""
        raise NotImplementedError

    @property
    def step(self) -> Place | None:
        """The step under the cursor."""
        raise NotImplementedError

    def tell(self, sentence: str) -> None:
        """Says what was done, or why not."""
        raise NotImplementedError

    def look_again(self) -> None:
        """Shows the file as it is now."""
        raise NotImplementedError

    def paint(self) -> None:
        """Shows what stands around the text anew."""
        raise NotImplementedError
