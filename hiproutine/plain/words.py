"""Questions in words, and what a typed line answers. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from hiproutine.dialogue.questions import Aside, Note, Option, Pick, Question, Scale, Several, Statement

SKIP, SKIP_REST, NONE, TEN, HELP = "s", "q", "n", "x", "?"
_LEAVING = "s to skip, q to skip the rest."
_KEYS = {"enter": "", "esc": SKIP_REST}
"""What is typed for a key that is no letter."""


class Unclear(Exception):
    """Raised for a line that answers nothing; says what would."""


def question_lines(question: Question) -> list[str]:
    """A question as lines, without what can be typed."""
    lines = [f"{question.kicker}: {question.text}" if question.kicker else question.text]
    match question:
        case Scale():
            none, most = question.ends
            last = question.last
            again = "" if last is None else f" Last time {last}, {question.words[last]}."
            lines.append(f"From 0, {none}, to 10, {most}.{again}")
        case Pick():
            lines += [_option(option, again=option.value == question.last) for option in question.options]
        case Several():
            lines.append(question.why)
            number = 0
            for heading, options in question.groups:
                lines.append(f"{heading}:")
                for number, option in enumerate(options, number + 1):  # noqa: B020 - the numbers go on
                    lines.append(f"{number}: {option.words}{', marked' if option.value in question.chosen else ''}")
        case Statement():
            lines += question.sentences
            lines += [f"From what you said: {'; '.join(question.because)}."] if question.because else []
            lines += [question.closing] if question.closing else []
            lines += [_option(option) for option in question.options]
    return lines


def answer_hint(question: Question) -> str:
    """The line that says what can be typed."""
    match question:
        case Scale():
            usual = "n for no pain, as usual, " if question.usual else ""
            return f"Type a number and enter; {usual}question mark for the words, {_LEAVING}"
        case Pick():
            return f"Type a letter and enter; {_LEAVING}"
        case Note():
            return "Type a line and enter, or enter alone for none."
        case Several():
            marked = "c to leave the marks as they are, " if question.chosen else ""
            return f"Type all numbers that apply and enter, such as 2 5; n for none of these, {marked}q for not now."
        case Statement():
            return f"Type {_either([_typed(option) for option in question.options])}."
    return ""


def scale_words(question: Question) -> list[str]:
    """What there is to say beyond the hint: of a scale, a word for each number."""
    if isinstance(question, Scale):
        return [f"{number}: {word}" for number, word in enumerate(question.words)]
    return question_lines(question)[1:]


def answer_of(question: Question, line: str) -> Any:
    """The answer a typed line gives to a question; Unclear where it gives none.

    Raises:
        Unclear: it means nothing.
    """
    text = " ".join(line.split())
    answer: Any = None
    match question:
        case Scale():
            answer = _scale(question, text.casefold())
        case Pick():
            answer = _aside(text) or _option_of(question.options, text, f"Type a letter; {_LEAVING}")
        case Note():
            answer = _note(question, text)
        case Several():
            answer = _several(question, text.casefold())
        case Statement():
            answer = _way_on(question, text)
    return answer


def leaving_answer(question: Question) -> Any:
    """The answer of a person who wants to be asked nothing more."""
    if isinstance(question, Statement):
        return question.back or question.options[0].value
    return Aside.SKIP_REST


def echo(question: Question, answer: Any) -> str:
    """What was understood, in words, where the line itself does not say it; else nothing."""
    match question:
        case Scale() if isinstance(answer, int):
            return f"{answer}, {question.words[answer]}."
        case Pick() | Statement():
            return next((f"{option.words}." for option in question.options if option.value == answer), "")
        case Several() if isinstance(answer, frozenset):
            words = [option.words for option in _of(question) if option.value in answer]
            return f"These apply: {'; '.join(words)}." if words else "None of these."
    return "No pain, as usual." if answer is Aside.AS_USUAL else ""


def _scale(question: Scale, text: str) -> Any:
    if text == NONE and question.usual:
        return Aside.AS_USUAL
    if text == TEN:
        return 10
    if text.isdecimal() and len(text) < 4 and int(text) <= 10:
        return int(text)
    if aside := _aside(text):
        return aside
    raise Unclear("A whole number from 0 to 10, please; s skips the question.")


def _note(question: Note, text: str) -> Any:
    if len(text) > question.longest:
        raise Unclear(f"That is too long: at most {question.longest} characters.")
    return text or Aside.SKIP


def _way_on(question: Statement, text: str) -> str:
    if text.casefold() == SKIP_REST and question.back and SKIP_REST not in map(_typed, question.options):
        return question.back
    return _option_of(question.options, text, answer_hint(question))


def _several(question: Several, text: str) -> Any:
    options = _of(question)
    if text == NONE:
        return frozenset[str]()
    if text == "c" and question.chosen:
        return question.chosen
    if aside := _aside(text):
        return aside
    numbers = re.split(r"[ ,;]+|\band\b", text)
    chosen = [int(number) for number in numbers if number.isdecimal() and len(number) < 4]
    if chosen and len(chosen) == len([one for one in numbers if one]) and all(1 <= n <= len(options) for n in chosen):
        return frozenset(options[number - 1].value for number in chosen)
    raise Unclear(f"Numbers from 1 to {len(options)}, please, or n for none of these; q for not now.")


def _of(question: Several) -> list[Option]:
    return [option for _, options in question.groups for option in options]


def _aside(text: str) -> Aside | None:
    return {SKIP: Aside.SKIP, SKIP_REST: Aside.SKIP_REST}.get(text.casefold())


def _option_of(options: Sequence[Option], text: str, possible: str) -> str:
    """The option of a letter, of its words, or of how they begin if that is one alone."""
    wanted = text.casefold()
    for option in options:
        if wanted in {_KEYS.get(option.key, option.key), _typed(option), option.words.casefold()}:
            return option.value
    begun = [option for option in options if len(wanted) > 1 and option.words.casefold().startswith(wanted)]
    if len(begun) == 1:
        return begun[0].value
    raise Unclear(possible)


def _typed(option: Option) -> str:
    """How the key of an option is written."""
    return _KEYS.get(option.key, option.key) or "enter"


def _option(option: Option, *, again: bool = False) -> str:
    return f"{_typed(option)}: {option.words}{', as last time' if again else ''}"


def _either(words: Sequence[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]
