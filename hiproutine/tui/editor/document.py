"""What the editor does with its file: saves, reads anew, opens it elsewhere, and asks before anything is lost."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from hiproutine.authoring.drafting import CannotWrite, ChangedMeanwhile, Draft, FileState, editor_text
from hiproutine.authoring.unsaved import Kept
from hiproutine.authoring.writing import BadName
from hiproutine.config.external_editor import Editor, NoEditor, find_editor
from hiproutine.errors import BadFile, printable
from hiproutine.paths import find_paths
from hiproutine.tui.editor.lend_terminal import lend
from hiproutine.tui.questions.confirm import ConfirmScreen
from hiproutine.wording import count

if TYPE_CHECKING:
    from hiproutine.tui.editor.text_screen import TextScreen

GONE = "The file is gone from its folder. What is written here is safe; ctrl+s writes it again."
KEEPS = "Yours is kept. ctrl+s writes it over what another program wrote."


def head_line(draft: Draft, columns: int, *, changed: bool) -> Content:
    """What is edited: its name, whether it is saved, and where it stands."""
    name, folder = printable(draft.path.name), printable(str(draft.path.parent))
    state = ("  ● not saved", "$warning") if changed else ("", "")
    where = "comes with the program" if draft.copies else folder
    left = Content.assemble((name, "b $strong"), state)
    room = columns - left.cell_length - 3
    if room < 12:
        return left.truncate(columns, ellipsis=True)
    if not draft.copies and len(where) > room:
        where = f"…{where[-room + 1 :]}"
    return Content.assemble(left, (where.rjust(room + 3), "$faint"))


class Document:
    """Saves, reads and leaves the file of one editor screen."""

    def __init__(self, screen: TextScreen) -> None:
        self._screen = screen
        self._gone = False
        self._kept = screen.draft.text
        """The text that was looked at last to be kept."""

    @property
    def draft(self) -> Draft:
        """The draft that is edited."""
        return self._screen.draft

    def look(self) -> None:
        """Notices what other programs did with the file."""
        found = self.draft.look()
        if found is FileState.GONE and not self._gone:
            self._screen.tell(GONE)
        self._gone = found is FileState.GONE
        if found is FileState.CHANGED:
            if self._screen.changed:
                self._ask_which(lambda: self._screen.tell(KEEPS))
            else:
                self.reload()

    def reload(self) -> None:
        """Reads the file anew."""
        try:
            self.draft.read()
        except BadFile as error:
            self.draft.keep_mine()
            self._screen.tell(f"{error.problems[0].message.capitalize()}. What is written here is safe.")
            return
        self._screen.look_again()
        self._screen.tell("Read again: another program had changed the file.")

    def _ask_which(self, mine: Callable[[], None]) -> None:
        def answered(key: str | None) -> None:
            if key == "r":
                self.reload()
                return
            self.draft.keep_mine()
            if key == "k":
                mine()
            else:
                self._screen.tell(KEEPS)

        question = "Another program has changed this file, and so have you."
        answers = (("r", "read the file again; what you wrote is dropped"), ("k", "keep mine"))
        self._screen.app.push_screen(ConfirmScreen(question, answers, "decide when saving"), answered)

    def save(self, then: Callable[[], None] | None = None, *, over: bool = False) -> None:
        """Writes the file and says what was done; `then` goes on where it was written."""
        screen = self._screen
        try:
            said = self.draft.save(screen.code.text, over=over)
        except ChangedMeanwhile:
            self._ask_which(lambda: self.save(then, over=True))
            return
        except CannotWrite as error:
            screen.tell(f"{error} What is written here is safe.")
            screen.app.bell()
            return
        self._gone = False
        screen.saved = True
        screen.tell(said)
        screen.paint()
        if then:
            then()

    def save_as(self, name: str) -> bool:
        """Writes the text into another file and goes on with that one; whether it was written."""
        screen = self._screen
        try:
            said = self.draft.save_as(name, screen.code.text, find_paths())
        except (CannotWrite, BadName) as error:
            screen.tell(str(error))
            screen.app.bell()
            return False
        self._gone, screen.saved = False, True
        screen.tell(said)
        screen.paint()
        return True

    def keep(self) -> None:
        """Keeps what is not saved, where it is another text than before; writing must not hold up a letter."""
        text = self._screen.code.text
        if text != self._kept:
            self._kept = text
            self._screen.run_worker(self.rescue, group="keeping", exclusive=True, thread=True)

    def rescue(self) -> None:
        """What is not saved is kept, in case that this program ends; what is saved by now is kept no longer."""
        if self._screen.changed:
            with suppress(CannotWrite):
                self.draft.keep(self._screen.code.text)
        elif self.draft.unsaved.keeps:
            self.draft.unsaved.drop()

    def greet(self) -> None:
        """What there is to know before the first key."""
        name = printable(self.draft.target.name)
        if not self.draft.writable:
            self._screen.tell(f"{name} is write-protected. What you write here can be saved under another name: f12.")
        elif self.draft.copies:
            self._screen.tell("Comes with the program; saving makes your own copy.")
        if found := [one for one in self.draft.unsaved.found() if editor_text(one.text) != self.draft.text]:
            self._offer(found)

    def _offer(self, found: list[Kept]) -> None:
        """Asks what is to become of texts that were not saved."""

        def answered(key: str | None) -> None:
            if key == "d":
                self.draft.unsaved.throw_away(found)
            elif key:
                kept = found[int(key) - 1]
                self.draft.unsaved.adopt(kept)
                self._screen.code.become(editor_text(kept.text))
                self._screen.tell("This is what was not saved. ctrl+z goes back to the file, ctrl+s saves this.")

        def words(kept: Kept) -> str:
            at = datetime.fromtimestamp(kept.at).astimezone()
            return f"go on with that of {at:%Y-%m-%d %H:%M}, {count(len(kept.text.splitlines()), 'line')}"

        answers = (*((str(n), words(one)) for n, one in enumerate(found, 1)), ("d", "throw away what was not saved"))
        question = f"Of {printable(self.draft.target.name)} there is text that was not saved."
        self._screen.app.push_screen(ConfirmScreen(question, answers, "decide another time"), answered)

    def leave(self) -> None:
        """Leaves the screen, after a question where something would be lost."""
        screen = self._screen

        def go() -> None:
            self.draft.unsaved.drop()
            screen.dismiss(screen.saved)

        if not screen.changed:
            go()
            return

        def answered(key: str | None) -> None:
            if key == "s":
                self.save(go)
            elif key == "d":
                go()

        answers = (("s", "save and leave"), ("d", "leave without saving"))
        screen.app.push_screen(ConfirmScreen("There are changes that are not saved.", answers), answered)

    def elsewhere(self) -> None:
        """Opens the file in the person's editor, saved, and reads what came of it."""
        try:
            editor = find_editor()
        except NoEditor as error:
            self._screen.tell(str(error))
            return
        if self._screen.changed or self.draft.copies:
            self.save(lambda: self._run(editor))
        else:
            self._run(editor)

    def _run(self, editor: Editor) -> None:
        said = lend(self._screen.app, editor, self.draft.path)
        if self.draft.look() is FileState.CHANGED:
            self.reload()
        self._screen.tell(said)
