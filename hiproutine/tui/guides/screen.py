"""The guides: a list, and the page under the cursor beside it where there is room. Enter opens it by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from hiproutine.guides.pages import Page
from hiproutine.tui.guides.text import guide_text, row
from hiproutine.tui.widgets.line import Line

WIDE = 100
"""Columns from which the page stands beside the list."""
ROOMY = 80
"""Columns from which the list says what each guide is about."""
AIRY = 24
"""Rows from which there is a blank one to spare."""
Play = Callable[[str], None]


class GuideScreen(Screen[None]):
    """Shows one guide; `play` is called with the routine that goes with it."""

    DEFAULT_CSS = """
    GuideScreen #reading { height: 1fr; padding: 1 2 0 2; align-horizontal: center; scrollbar-gutter: stable; }
    GuideScreen #reading:focus { background-tint: transparent; }
    GuideScreen #guide { max-width: 76; height: auto; padding-bottom: 1; }
    GuideScreen #keys { padding: 0 2; }
    GuideScreen.-airy #keys { margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "page", "On", id="guide.page"),
        Binding("p", "play", "Play the routine it names", id="guide.play"),
        Binding("escape,q,enter", "close", "Back", id="guide.close"),
    ]

    def __init__(self, page: Page, play: Play) -> None:
        super().__init__()
        self._guide = page
        self._play = play

    def compose(self) -> ComposeResult:
        """The page, scrolling, and the keys."""
        with VerticalScroll(id="reading"):
            yield Static(id="guide", markup=False)
        yield Line(_keys(self._guide, ("↑ ↓", "scroll"), ("esc", "back")), id="keys")

    def on_resize(self, event: Resize) -> None:
        """Fits the page to the room."""
        self.set_class(event.size.height >= AIRY, "-airy")
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        width = self.query_one("#reading").scrollable_content_region.width
        self.query_one("#guide", Static).update(guide_text(self._guide, width))

    def action_page(self) -> None:
        """Scrolls one screen further."""
        self.query_one("#reading").scroll_page_down(animate=False)

    def action_play(self) -> None:
        """Plays the routine."""
        if self._guide.play:
            self._play(self._guide.play)

    def action_close(self) -> None:
        """Goes back to where the guides were opened."""
        self.dismiss(None)


class GuidesScreen(Screen[None]):
    """Lists the guides; `play` is called with the routine that goes with one."""

    DEFAULT_CSS = """
    GuidesScreen #guides { padding: 1 2 0 2; }
    GuidesScreen #heading { height: 2; padding: 0 1; text-style: bold; color: $strong; }
    GuidesScreen #shelf { height: 1fr; }
    GuidesScreen #titles { width: 1fr; height: 1fr; border: none; background: $background; padding: 0; }
    GuidesScreen #titles:focus { background-tint: transparent; }
    GuidesScreen #titles > .option-list--option { padding: 0 1; }
    GuidesScreen #titles > .option-list--option-highlighted { background: $panel; color: $strong; text-style: none; }
    GuidesScreen #guide-beside { display: none; width: 1fr; max-width: 80; margin-left: 3; scrollbar-gutter: stable; }
    GuidesScreen #guide { height: auto; padding-bottom: 1; }
    GuidesScreen #about-guide { padding: 0 1; color: $quiet; }
    GuidesScreen #keys { padding: 0 1; }
    GuidesScreen.-airy #keys { margin-top: 1; }
    GuidesScreen.-wide #titles { width: 33; }
    GuidesScreen.-wide #guide-beside { display: block; }
    GuidesScreen.-wide #about-guide, GuidesScreen.-roomy #about-guide { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown,space", "page(1)", "The page: down", id="guides.down", priority=True),
        Binding("pageup", "page(-1)", "The page: up", id="guides.up", priority=True),
        Binding("p", "play", "Play the routine it names", id="guides.play"),
        Binding("escape,q", "close", "Back", id="guides.close"),
    ]

    titles = query_one("#titles", OptionList)

    def __init__(self, pages: Sequence[Page], play: Play) -> None:
        super().__init__()
        self._guides = tuple(pages)
        self._play = play

    def compose(self) -> ComposeResult:
        """The list, the page beside it, what the one under the cursor is about, and the keys."""
        with Vertical(id="guides"):
            yield Line("Good to know", id="heading")
            with Horizontal(id="shelf"):
                yield OptionList(id="titles", markup=False, compact=True)
                with VerticalScroll(id="guide-beside", can_focus=False):
                    yield Static(id="guide", markup=False)
            yield Line(id="about-guide")
            yield Line(id="keys")

    def on_mount(self) -> None:
        """The cursor stands in the list."""
        self.titles.focus()

    def on_resize(self, event: Resize) -> None:
        """The page stands beside the list where there is room."""
        self.set_class(event.size.width >= WIDE, "-wide")
        self.set_class(event.size.width >= ROOMY, "-roomy")
        self.set_class(event.size.height >= AIRY, "-airy")
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        titles, at = self.titles, self.titles.highlighted
        width = titles.scrollable_content_region.width - 2
        summary = self.has_class("-roomy") and not self.has_class("-wide")
        titles.set_options(Option(row(page, width, summary=summary)) for page in self._guides)
        titles.highlighted = at or 0
        self._show_page()

    def _show_page(self) -> None:
        page = self._current
        self.query_one("#about-guide", Line).set_text(page.summary)
        if self.has_class("-wide"):
            beside = self.query_one("#guide-beside")
            beside.scroll_home(animate=False)
            self.query_one("#guide", Static).update(guide_text(page, beside.scrollable_content_region.width))
            self.query_one("#keys", Line).set_text(_keys(page, ("pgdn", "scroll"), ("enter", "read"), ("esc", "back")))
        else:
            self.query_one("#keys", Line).set_text(_keys(None, ("enter", "read"), ("esc", "back")))

    @property
    def _current(self) -> Page:
        return self._guides[self.titles.highlighted or 0]

    def on_option_list_option_highlighted(self, _: OptionList.OptionHighlighted) -> None:
        """Shows it beside the list."""
        self._show_page()

    def on_option_list_option_selected(self, _: OptionList.OptionSelected) -> None:
        """Opens the guide under the cursor by itself."""
        self.action_open()

    def action_open(self) -> None:
        """The guide by itself."""
        self.app.push_screen(GuideScreen(self._current, self._play))

    def action_page(self, step: int) -> None:
        """A screen of the page further, or back; where no page stands there, of the list."""
        one = self.query_one("#guide-beside") if self.has_class("-wide") else self.titles
        one.scroll_relative(y=step * max(1, one.size.height - 1), animate=False)

    def action_play(self) -> None:
        """Plays the routine, where the page that names it can be seen."""
        if self.has_class("-wide") and self._current.play:
            self._play(self._current.play)

    def action_close(self) -> None:
        """Goes back to where the guides were opened."""
        self.dismiss(None)


def _keys(page: Page | None, *keys: tuple[str, str]) -> Content:
    """The keys; first the one that plays, of a page with something to play."""
    shown = ((("p", f"play {page.play}"),) if page and page.play else ()) + keys
    parts = [part for key, word in shown for part in ((key, "b $foreground"), (f" {word}  ", "$quiet"))]
    return Content.assemble(*parts).rstrip()
