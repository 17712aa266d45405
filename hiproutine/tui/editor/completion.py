"""What the editor offers to write: when the list stands there, and what its keys do."""

from __future__ import annotations

import re
from time import sleep
from typing import TYPE_CHECKING

from hiproutine.authoring.completing import Completion, Known, completion
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.loading import included_steps

if TYPE_CHECKING:
    from hiproutine.tui.editor.text_screen import TextScreen

_WHOLE = re.compile(r"[-+]?\d+(\.\d+)?|true|false|\"[^\"]*\"|'[^']*'")
"""A value to which nothing is missing: it is never offered to be replaced by one that begins like it."""
BREATHES = 0.005
"""Seconds between two files, in which a key can be answered."""


class Completions:
    """The list of what can be written in one editor screen."""

    def __init__(self, screen: TextScreen, catalogue: Catalogue) -> None:
        self._screen = screen
        self._catalogue = catalogue
        self._length = len(screen.draft.text)
        self._known: Known | None = None
        self._going_on = False
        self._offered_for = ""
        """The text for which the list was made."""

    def learn(self) -> None:
        """Every exercise and routine that can be used, by id; reads many files, and so belongs into a thread."""
        if self._known is not None:
            return
        names = {}
        for entry in self._catalogue.entries():
            if entry.exercise:
                names[entry.id] = entry.exercise.name
            sleep(BREATHES)
        self._known = Known(names, self._catalogue.routines.titles(), self._steps_of)

    def _steps_of(self, name: str) -> dict[str, str]:
        return included_steps(name, self._screen.draft.target, self._catalogue)

    def forget(self) -> None:
        """Another text is there."""
        self._length = len(self._screen.draft.text)
        self.offer(None)

    def typed(self) -> None:
        """The text has changed: by one letter, or while the list stands there."""
        length, before = len(self._screen.code.text), self._length
        self._length = length
        going_on, self._going_on = self._going_on, False
        if going_on or self._screen.choices.offered or length == before + 1:
            self.offer_here(asked=going_on)

    @property
    def begun(self) -> bool:
        """Whether the cursor stands behind something that can be gone on with."""
        code = self._screen.code
        row, column = code.cursor_location
        return not self._screen.has_class("-turned") and _is_begun(
            code.document.get_line(row)[max(0, column - 1) : column]
        )

    def offer_here(self, *, asked: bool) -> None:
        """Offers what can be written at the cursor; unasked only after a letter that begins something."""
        code = self._screen.code
        text = code.text
        at = code.offset_of_cursor
        before = text[max(0, at - 1) : at]
        wanted = code.selection.is_empty and (asked or _is_begun(before))
        known, exercise = self._known or Known({}), self._screen.is_exercise
        offered = completion(text, at, known, in_exercise=exercise) if wanted else None
        if offered and not asked and _WHOLE.fullmatch(text[offered.start : at]):
            offered = None
        self.offer(offered, asked=asked)

    def offer(self, offered: Completion | None, *, asked: bool = False) -> None:
        """Shows what can be written, or takes it away; `asked` says that the person opened the list."""
        code = self._screen.code
        code.listing, code.asked = offered is not None, asked
        self._offered_for = code.text if offered else ""
        cursor = code.cursor_screen_offset
        if offered:
            at = code.offset_of_cursor
            cursor -= (at - offered.start + 2, 0)  # the words of the list stand under the word they are for
        self._screen.choices.offer(offered, cursor, self._screen.size)

    def took(self, key: str) -> bool:
        """What a key means to the list; False where it means nothing."""
        choices = self._screen.choices
        if not choices.offered:
            return False
        if key in {"up", "down"}:
            choices.go(1 if key == "down" else -1)
        elif key == "escape":
            self.offer(None)
        elif self._screen.code.text == self._offered_for:
            self._accept()
        else:  # what was typed since has overtaken the key
            self.offer(None)
            if key == "enter":
                self._screen.code.insert("\n")
        return True

    def _accept(self) -> None:
        """Writes what is lit; after a key, offers its values."""
        code, choices = self._screen.code, self._screen.choices
        offered, candidate = choices.offered, choices.candidate
        if offered is None or candidate is None:
            return
        self.offer(None)
        start = code.place_of(offered.start)
        end = code.place_of(offered.end)
        self._going_on = candidate.text.endswith("= ")
        done = code.replace(candidate.text, start, end, maintain_selection_offset=False)
        code.move_cursor(done.end_location)


def _is_begun(before: str) -> bool:
    """Whether a character begins something that can be written."""
    return before.isalnum() or (before != "" and before in '"[-_')
