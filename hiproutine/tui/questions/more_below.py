"""What does not fit on a screen: a line says so, and the arrows and the page keys go there before they choose."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList

from hiproutine.tui.widgets.folded import DOWN, UP
from hiproutine.tui.widgets.line import Line

_SAYS = {
    (False, True): f"{DOWN} more below",
    (True, True): f"{UP} {DOWN} more above and below",
    (True, False): f"{UP} more above",
}


class MoreBelow(Line):
    """Says whether the text in a `VerticalScroll` goes on, and takes no row where all of it stands there."""

    DEFAULT_CSS = """
    MoreBelow { color: $quiet; display: none; }
    """

    def __init__(self, text: VerticalScroll, within: str = "") -> None:
        """`text` scrolls, or what a selector names `within` it; it has the class `-folded` where there is more."""
        super().__init__(id="more")
        self._scrolls: Widget = text
        self._within = within

    def on_mount(self) -> None:
        """Follows the text."""
        if self._within:
            self._scrolls = self._scrolls.query_one(self._within)
        for name in ("scroll_y", "virtual_size", "show_vertical_scrollbar"):
            self.watch(self._scrolls, name, self._later)

    def _later(self) -> None:
        self.call_after_refresh(self._say)

    def _say(self) -> None:
        above, below = has_above(self._scrolls), has_below(self._scrolls)
        self.display = above or below
        self._scrolls.set_class(self.display, "-folded")
        self.set_text(_SAYS.get((above, below), ""))


class Scrolled(Screen[Any]):
    """A screen with a text in `#ask`: where it does not fit, keys scroll it and answer nothing."""

    AUTO_FOCUS = ""
    """It would go to the answers, past the text above them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "text_row(1)", show=False, priority=True),
        Binding("up", "text_row(-1)", show=False, priority=True),
        Binding("pagedown", "text_page(1)", show=False, priority=True),
        Binding("pageup", "text_page(-1)", show=False, priority=True),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys are the list's where all of it can be seen, or there is nothing more to scroll to."""
        if action not in ("text_row", "text_page"):
            return super().check_action(action, parameters)
        text = self.query_one("#ask", VerticalScroll)
        down = parameters == (1,)
        if not (has_below(text) if down else has_above(text)):
            return False
        return action == "text_page" or not self._list_goes_on(text, down=down)

    def action_text_row(self, by: int) -> None:
        """Scrolls a row."""
        self.query_one("#ask", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_text_page(self, by: int) -> None:
        """Scrolls nearly as much as can be seen, so that the last row stays to be found again."""
        text = self.query_one("#ask", VerticalScroll)
        text.scroll_relative(y=by * max(1, text.scrollable_content_region.height - 1), animate=False)

    def _list_goes_on(self, text: Widget, *, down: bool) -> bool:
        """Whether an arrow has another answer to light, with all answers on the screen."""
        for options in self.query("#options").results(OptionList):
            lit, last = options.highlighted or 0, options.option_count - 1
            seen = text.region.contains_region(options.region)
            return seen and (lit < last if down else lit > 0)
        return False


def has_above(text: Widget) -> bool:
    """Whether rows stand above what can be seen."""
    return text.max_scroll_y > 0 and text.scroll_target_y > 0


def has_below(text: Widget) -> bool:
    """Whether rows stand below what can be seen."""
    return text.scroll_target_y < text.max_scroll_y
