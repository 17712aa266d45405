"""What every question looks like: what it belongs to, the question itself, its answers, and the keys."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from hiproutine.config.keymap import foot_keys
from hiproutine.dialogue.questions import Aside, Question
from hiproutine.tui.changed_keys import changed_keys
from hiproutine.tui.questions.more_below import MoreBelow, Scrolled
from hiproutine.tui.questions.room_below import RoomBelow
from hiproutine.tui.widgets.in_groups import InGroups

_OF_THEIR_OWN = frozenset({"statement", "note"})
"""Where the keys of every question mean nothing, or something else."""


class QuestionScreen(Scrolled):
    """Dismissed with the answer."""

    DEFAULT_CSS = """
    QuestionScreen #ask { height: 1fr; padding: 1 4; align: left middle; scrollbar-size-vertical: 1; }
    QuestionScreen #ask.-folded { padding: 1 4 0 4; }
    QuestionScreen #more { padding: 0 4; }
    QuestionScreen #kicker { color: $quiet; height: auto; }
    QuestionScreen #question { margin: 1 0; color: $strong; text-style: bold; height: auto; }
    QuestionScreen #options { border: none; background: $background; padding: 0; height: auto; max-height: 100%; }
    QuestionScreen #options:focus { background-tint: transparent; }
    QuestionScreen #options > .option-list--option { padding: 0 1; }
    QuestionScreen #options > .option-list--option-highlighted {
        background: $panel; color: $strong; text-style: none;
    }
    QuestionScreen #keys { padding: 0 4; margin-bottom: 1; height: auto; text-wrap: wrap; }
    """

    SCROLLS: ClassVar[str] = ""
    """What scrolls where not all has room, if it is not the whole of question and answers."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "aside('skip')", "Skip this question", id="ask.skip"),
        Binding("escape,q", "aside('skip rest')", "Skip the rest", id="ask.skip-rest"),
    ]

    def __init__(self, text: str, kicker: str) -> None:
        super().__init__()
        self._text = text
        self._kicker = kicker

    def compose(self) -> ComposeResult:
        """The question above its answers, the keys below."""
        with VerticalScroll(id="ask", can_focus=False) as text:
            yield Static(self._kicker, id="kicker", markup=False)
            yield Static(self._text, id="question", markup=False)
            yield from self.answers()
        yield MoreBelow(text, self.SCROLLS)
        kind = type(self).__name__.removesuffix("Screen").casefold()
        groups = (kind,) if kind in _OF_THEIR_OWN else (kind, "ask")
        yield Static(keys_in_groups(foot_keys(self.keys(), changed_keys(self.app), *groups)), id="keys", markup=False)
        yield RoomBelow()

    def answers(self) -> Iterable[Widget]:
        """What there is to answer with."""
        raise NotImplementedError

    def keys(self) -> Iterable[tuple[str, str]]:
        """Keys with their words."""
        raise NotImplementedError

    def action_aside(self, value: str) -> None:
        """Answers by leaving out."""
        self.dismiss(Aside(value))


def keys_in_groups(keys: Iterable[tuple[str, str]]) -> InGroups:
    """Keys with their words, in as many rows as there must be."""
    return InGroups([Content.assemble((key, "b $foreground"), (f" {word}", "$quiet")) for key, word in keys])


def keys_line(keys: Iterable[tuple[str, str]]) -> Content:
    """Keys with their words, for the foot of a screen."""
    parts = [part for key, word in keys for part in ((key, "b $foreground"), (f" {word}   ", "$quiet"))]
    return Content.assemble(*parts).rstrip()


def screen_for(question: Question) -> Screen[Any]:
    """The screen that asks a question."""
    name = type(question).__name__
    module = import_module(f"hiproutine.tui.questions.{name.lower()}")
    screen: Screen[Any] = getattr(module, f"{name}Screen")(question)
    return screen
