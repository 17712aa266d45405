"""Asks questions in words; each is answered by a line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hiproutine.dialogue.questions import Aside, Note, Notice, Question, Statement
from hiproutine.plain import console as keys
from hiproutine.plain.console import Console
from hiproutine.plain.taking_back import TakingBack
from hiproutine.plain.words import (
    HELP,
    Unclear,
    answer_hint,
    answer_of,
    echo,
    leaving_answer,
    question_lines,
    scale_words,
)

PROMPT = "Answer: "
LONGEST = 2000
"""Characters of a line."""


class Left(Exception):
    """Raised at ctrl+c: the person who was asked wants to leave."""


class Ended(Exception):
    """Raised at ctrl+d: there is no further line."""


_RAISED: dict[str, type[Exception]] = {keys.CTRL_C: Left, keys.CTRL_D: Ended}
_OVER = frozenset({keys.ENTER, keys.ESCAPE, keys.CTRL_C})
_TAKEN_BACK = "\b \b"
"""What a terminal itself does for a character that is taken back."""


class Asker:
    """One person at one console. What can be typed is said with the first question that takes it."""

    def __init__(
        self, console: Console, settle: Callable[[], None] = lambda: None, taking_back: TakingBack | None = None
    ) -> None:
        """`settle` lets go of keys that were on their way before something is asked.

        `taking_back` knows what was kept last; the question after it takes it back by a word.
        """
        self._console = console
        self._settle = settle
        self._hinted: set[str] = set()
        self._taking_back = taking_back or TakingBack(lambda _undo: False)

    def ask(self, question: Question) -> Any:
        """Asks until there is an answer; the end of the input skips.

        Raises:
            Left: ctrl+c.
            Gone: nobody is there any more.
        """
        if not isinstance(question, Notice):
            self._settle()
        for line in question_lines(question):
            self._console.say(line)
        if isinstance(question, Notice):
            return None
        self._hint(question)
        if self._taking_back.offer and not isinstance(question, Note):
            self._console.say(self._taking_back.offer)
        answer = self._answered(question)
        self._taking_back.over()
        return answer

    def _answered(self, question: Question) -> Any:
        while True:
            try:
                answer = self._answer(question, typed(self._console))
            except Ended:
                return leaving_answer(question) if isinstance(question, Statement) else Aside.SKIP
            except Unclear as unclear:
                self._console.say(str(unclear))
                continue
            if answer is not HELP:
                return answer

    def _answer(self, question: Question, line: str | None) -> Any:
        if line is None:
            return leaving_answer(question)
        if line.strip() == HELP and not isinstance(question, Note):
            for text in (*scale_words(question), answer_hint(question)):
                self._console.say(text)
            return HELP
        if not isinstance(question, Note) and (words := self._taking_back.taken(line)):
            self._console.say(words)
            return HELP
        answer = answer_of(question, line)
        if words := echo(question, answer):
            self._console.say(words)
        return answer

    def _hint(self, question: Question) -> None:
        text = answer_hint(question)
        if text not in self._hinted and not isinstance(question, Statement):
            self._hinted.add(text)
            self._console.say(text)


def typed(console: Console) -> str | None:
    """A line as it is typed, shown as a terminal shows it; None for escape.

    Raises:
        Left, Ended, Gone: there is no line.
    """
    text = ""
    console.write(PROMPT)
    while True:
        key = console.wait(None) or ""
        if key in _OVER or (key == keys.CTRL_D and not text):
            console.write("\n")
            if key in _RAISED:
                raise _RAISED[key]
            return None if key == keys.ESCAPE else text
        if key == keys.CTRL_Z:
            console.write("\n")
            console.stand_aside()
        elif key == keys.CONTINUED:
            console.write(PROMPT + text)
        else:
            text = _edited(console, text, key)


def _edited(console: Console, text: str, key: str) -> str:
    """The line after a key that stays in it."""
    kept = {keys.CTRL_U: 0, keys.BACKSPACE: max(0, len(text) - 1)}.get(key)
    if kept is not None:
        console.write(_TAKEN_BACK * (len(text) - kept))
        return text[:kept]
    if len(key) == 1 and len(text) < LONGEST:
        console.write(key)
        return text + key
    return text
