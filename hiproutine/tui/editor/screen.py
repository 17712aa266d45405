"""The editor: the text of a routine or an exercise, beside it what comes of it, under it what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Resize
from textual.widgets import TextArea

from hiproutine.authoring.drafting import Draft
from hiproutine.authoring.examining import Examined
from hiproutine.errors import Place
from hiproutine.routine.catalogue import Catalogue
from hiproutine.tui.editor.begin_exercise import begun_here
from hiproutine.tui.editor.checking import Checking
from hiproutine.tui.editor.code import Code
from hiproutine.tui.editor.completion import Completions
from hiproutine.tui.editor.completion_list import CompletionList
from hiproutine.tui.editor.document import Document, head_line
from hiproutine.tui.editor.find_bar import FINDING, FindBar
from hiproutine.tui.editor.keys import KEYS, keys_line, line_of
from hiproutine.tui.editor.name_bar import NameBar
from hiproutine.tui.editor.preview_pane import PreviewPane
from hiproutine.tui.editor.problems_pane import ProblemsPane
from hiproutine.tui.editor.rehearse import Play
from hiproutine.tui.editor.text_screen import TextScreen
from hiproutine.tui.editor.trying import Trial
from hiproutine.tui.keys_screen import KeysScreen
from hiproutine.tui.widgets.fitted import Fitted
from hiproutine.tui.widgets.line import Line

ONE_PANE = 72
"""Columns under which text and plan take turns."""
KEEP_EVERY = 3.0
"""Seconds between two times at which what is not saved is kept."""
LOOK_EVERY = 1.0
"""Seconds between two looks at the file."""


class EditorScreen(TextScreen):
    """Edits one file; dismissed with whether anything was saved. `play` rehearses."""

    CSS_PATH: ClassVar = "editor.tcss"

    BINDINGS: ClassVar[list[BindingType]] = KEYS

    def __init__(
        self,
        draft: Draft,
        catalogue: Catalogue,
        play: Play | None = None,
        now: Callable[[], datetime] = datetime.now,
        begin: str = "",
    ) -> None:
        """`begin` is written first, into a file that is not there yet."""
        super().__init__()
        self._now, self._begin = now, begin
        self.draft = draft
        self.saved = False
        self._catalogue = catalogue
        self._rehearse = play
        self._examined: Examined | None = None
        self.checking = Checking(self, catalogue, self._show_examined)
        self._preview, self._problems = PreviewPane(self, catalogue, now), ProblemsPane(self)
        self._document = Document(self)
        self._trial = Trial(self, self._preview.find_figure, play, lambda: self._preview.week)
        self._completions = Completions(self, catalogue)

    def compose(self) -> ComposeResult:
        """What is edited above, text and plan beside each other, what is wrong and what was done below."""
        yield Line(id="head")
        with Horizontal(id="panes"):
            yield Code(self.draft.text, id="code")
            with Vertical(id="plan"):
                yield Line(id="plan-head")
                yield Fitted(self._preview.paint, id="plan-rows")
        yield FindBar(id="find")
        yield NameBar(id="name-bar")
        yield Fitted(self._problems.paint, id="problems")
        yield Line(id="said")
        yield Line(id="editor-keys")
        yield CompletionList(id="choices")

    def on_mount(self) -> None:
        """The first check, and from now on a look at the file."""
        self.set_focus(self.code)
        if self._begin:
            self.code.become(self._begin)
        self.checking.in_background()
        self._learn()
        self.set_interval(LOOK_EVERY, self._look)
        self.set_interval(KEEP_EVERY, self._document.keep)
        self._document.greet()

    def on_resize(self, event: Resize) -> None:
        """One pane, two, or two with room."""
        columns, rows = event.size
        self.set_class(columns < ONE_PANE, "-one")
        self.set_class(columns >= 100 and rows >= 30, "-wide")
        self.set_class(columns >= 160 and rows >= 50, "-vast")
        self._completions.offer(None)
        self.call_after_refresh(self.paint)

    def rescue(self) -> None:
        """The program is being ended: what is not saved is kept."""
        self._document.rescue()

    @property
    def is_exercise(self) -> bool:
        """Whether what is written is taken for an exercise."""
        return self._examined.is_exercise if self._examined else bool(self.draft.exercise)

    @property
    def step(self) -> Place | None:
        """The step under the cursor."""
        return self._examined.outline.step_at(*self.code.cursor_location) if self._examined else None

    # What is written

    def on_text_area_changed(self, _: TextArea.Changed) -> None:
        """Checks it soon, and offers what can be written."""
        self.checking.soon()
        self._completions.typed()
        self._paint_head()

    def on_text_area_selection_changed(self, _: TextArea.SelectionChanged) -> None:
        """Lights the step under the cursor in the plan."""
        self._preview.follow()
        self._problems.paint()

    @work(thread=True, group="learning")
    def _learn(self) -> None:
        self._completions.learn()

    def _show_examined(self, examined: Examined) -> None:
        self._examined = examined
        self._preview.show(examined)
        self._problems.show(examined)
        self.paint()

    def look_again(self) -> None:
        """The text was read anew."""
        self._completions.forget()
        self._completions.offer(None)
        self.code.become(self.draft.text)
        self.paint()

    def _look(self) -> None:
        if self.is_current:
            self._document.look()
            if self._catalogue.routines.changed:
                self._catalogue.forget()
                self.checking.in_background()
            self._preview.paint()

    def on_fitted_clicked(self, event: Fitted.Clicked) -> None:
        """To the problem or the step that was clicked."""
        if event.fitted.id == "problems":
            self.go(self._problems.place_at(event.line))
        elif self._examined and (step := self._preview.step_at(event.line)):
            self.go(self._examined.outline.start_of(step))

    # What can be written

    def on_code_asked(self, event: Code.Asked) -> None:
        """A key for the list; `tab` does more where there is none."""
        if not self._completions.took(event.key) and event.key == "tab":
            self.action_turn()

    def action_complete(self) -> None:
        """Offers what can be written here."""
        self._completions.offer_here(asked=True)

    def action_find(self) -> None:
        """Looks for words, and writes others in their place."""
        self._completions.offer(None)
        if self.has_class("-turned"):
            self.turn()
        self.query_one(FindBar).open()
        self.paint()

    def action_find_next(self) -> None:
        """The next place of what was looked for last."""
        self.query_one(FindBar).action_go(1)

    def action_turn(self) -> None:
        """Where there is room for one pane, the other; else what can be written."""
        if not self.has_class("-one") or self._completions.begun:
            self.action_complete()
        if self.has_class("-one") and not self.choices.offered:
            self.turn()

    # What is done with it

    def action_save(self) -> None:
        """Saves the file, asking first where another program changed it."""
        self._document.save()

    def action_save_as(self) -> None:
        """Saves it under another name, and goes on with that file."""
        self.query_one(NameBar).ask("save as", "", self._document.save_as)

    def action_leave(self) -> None:
        """Leaves; asks where something is not saved."""
        self._document.leave()

    def action_copy_or_leave(self) -> None:
        """Copies what is marked; with nothing marked it is the key that ends programs."""
        if self.code.selected_text:
            self.code.action_copy()
        else:
            self.action_leave()

    def action_elsewhere(self) -> None:
        """Opens the file in the person's editor."""
        self._document.elsewhere()

    def action_keys(self) -> None:
        """Shows the keys of the editor."""
        self.app.push_screen(KeysScreen("In the editor", self.BINDINGS))

    def action_play(self) -> None:
        """Plays from the step under the cursor, at speed; an exercise by itself."""
        self._trial.play(self._examined_now())

    def action_turn_week(self) -> None:
        """The next week of a plan over weeks beside the text."""
        if not self._preview.turn_week():
            self.tell("It is the same every week.")

    def action_page(self, what: str) -> None:
        """Makes a page of what is written: `written` for keeps, or `shown` in the browser."""
        self._trial.page(self._examined_now(), what)

    def _examined_now(self) -> Examined:
        self._show_examined(examined := self.checking.now())
        return examined

    def action_begin_exercise(self) -> None:
        """Opens a file for the exercise whose name is not known; back here, it is."""
        if begun := begun_here(self, self._examined.problems if self._examined else ()):
            screen = type(self)(begun[0], self._catalogue, self._rehearse, self._now, begun[1])
            self.app.push_screen(screen, self._is_known)

    def _is_known(self, saved: bool | None) -> None:
        if saved:
            self._catalogue.forget()
            self._completions = Completions(self, self._catalogue)
            self._learn()
            self.checking.in_background()

    def action_next_problem(self) -> None:
        """To the next problem after the cursor, or the first."""
        place = self._problems.next()
        if place is None:
            self.tell("There is no problem.")
            return
        self.go(place)

    # What is seen

    def paint(self) -> None:
        """Everything but the text."""
        self._paint_head()
        self._preview.paint()
        self._problems.paint()
        keys = keys_line(self.size.width, turned=self.has_class("-turned"), exercise=self.is_exercise)
        if self.query_one(FindBar).display:
            keys = line_of(FINDING, self.size.width)
        self.query_one("#editor-keys", Line).set_text(keys)

    def _paint_head(self) -> None:
        self.query_one("#head", Line).set_text(head_line(self.draft, self.size.width - 2, changed=self.changed))
