"""Questions in words, and what is typed in answer."""

from __future__ import annotations

from typing import Any

import pytest

from hiproutine.dialogue import scales
from hiproutine.dialogue.questions import Aside, Note, Notice, Option, Pick, Question, Scale, Several, Statement
from hiproutine.plain.asking import Asker, Left
from hiproutine.plain.console import BACKSPACE, CONTINUED, CTRL_C, CTRL_D, CTRL_U, CTRL_Z, ENTER, ESCAPE
from hiproutine.plain.taking_back import TakingBack
from hiproutine.plain.words import Unclear, answer_hint, answer_of
from tests.plain.room import AFTER, Room

PAIN = scales.pain("How is the hip right now?", "Post-run hip stretch", 3)
WORST = scales.pain("The worst during it?", "After it", usual=False)
SIDE = Pick("Which side?", "After it", scales.SIDES, "left")
NOTE = Note("Anything to remember?", "After it", 20)
SAID = Statement(
    "Today something gentler is the better choice.",
    "Before you begin",
    ("Better left out today: Lunge.",),
    (Option("enter", "Cool-down instead", "instead"), Option("g", "Go on as planned", "anyway")),
    ("pain 4 now", "6 yesterday"),
    "This is no diagnosis.",
    back="leave",
)
OPEN = Statement(
    "Hips was cut short.", "A session is open", (), (Option("enter", "Go on", "on"), Option("esc", "Later", "l"))
)
SEVERAL = Several(
    "Does any of this apply?",
    "Before you begin",
    "It is asked once a month.",
    (
        ("Right now", (Option("", "Fever", "fever"), Option("", "A fall", "fall"))),
        ("In the last weeks", (Option("", "Pain at night", "night"),)),
    ),
    frozenset({"fall"}),
)


def asked(question: Question, *lines: str) -> tuple[Any, Room]:
    """The answer to a question, and the room in which it was given."""
    room = Room()
    room.type(*lines)
    return Asker(room).ask(question), room


@pytest.mark.parametrize(
    ("question", "line", "answer"),
    [
        (PAIN, "0", 0), (PAIN, "10", 10), (PAIN, " 7 ", 7), (PAIN, "x", 10), (PAIN, "n", Aside.AS_USUAL),
        (PAIN, "s", Aside.SKIP), (PAIN, "Q", Aside.SKIP_REST), (WORST, "03", 3),
        (SIDE, "l", "left"), (SIDE, "R", "right"), (SIDE, "both", "both"), (SIDE, "ri", "right"),
        (SIDE, "s", Aside.SKIP), (SIDE, "q", Aside.SKIP_REST),
        (NOTE, "a bit  stiff", "a bit stiff"), (NOTE, "", Aside.SKIP), (NOTE, "s", "s"), (NOTE, "?", "?"),
        (SEVERAL, "1 3", {"fever", "night"}), (SEVERAL, "1, 2 and 3", {"fever", "fall", "night"}),
        (SEVERAL, "n", set()), (SEVERAL, "c", {"fall"}), (SEVERAL, "q", Aside.SKIP_REST), (SEVERAL, "2", {"fall"}),
        (SAID, "", "instead"), (SAID, "enter", "instead"), (SAID, "g", "anyway"),
        (SAID, "cool-down instead", "instead"),
        (SAID, "q", "leave"), (OPEN, "", "on"), (OPEN, "q", "l"), (OPEN, "later", "l"),
    ],
)  # fmt: skip
def test_a_line_is_understood(question: Question, line: str, answer: Any) -> None:
    assert answer_of(question, line) == answer


@pytest.mark.parametrize(
    ("question", "line"),
    [
        (PAIN, ""), (PAIN, "11"), (PAIN, "-1"), (PAIN, "3.5"), (PAIN, "1" * 5000), (PAIN, "²"), (PAIN, "many"),
        (WORST, "n"), (SIDE, ""), (SIDE, "x"), (SIDE, "nowhere"), (NOTE, "a" * 21),
        (SEVERAL, ""), (SEVERAL, "0"), (SEVERAL, "4"), (SEVERAL, "1 x"), (SEVERAL, "1.5"), (SEVERAL, "and"),
        (SAID, "y"), (OPEN, "x"),
    ],
)  # fmt: skip
def test_a_line_that_means_nothing_is_said_to_and_asked_again(question: Question, line: str) -> None:
    with pytest.raises(Unclear) as unclear:
        answer_of(question, line)
    assert str(unclear.value)
    good = {Statement: "", Note: "fine", Several: "n", Pick: "l", Scale: "2"}[type(question)]
    answer, room = asked(question, line[:100], good)
    assert answer == answer_of(question, good)
    assert str(unclear.value) in room.lines


def test_a_scale_says_its_ends_what_was_said_last_and_what_can_be_typed() -> None:
    answer, room = asked(PAIN, "4")
    assert answer == 4
    assert room.written == (
        "Post-run hip stretch: How is the hip right now?\n"
        "From 0, no pain, to 10, the worst pain you can imagine. Last time 3, noticeable.\n"
        "Type a number and enter; n for no pain, as usual, question mark for the words, "
        "s to skip, q to skip the rest.\n"
        "Answer: 4\n"
        "4, nagging.\n"
    )


def test_what_can_be_typed_is_said_once_and_again_at_a_question_mark() -> None:
    room = Room()
    asker = Asker(room)
    room.type("1", "?", "2")
    assert [asker.ask(PAIN), asker.ask(PAIN)] == [1, 2]
    hints = [place for place, line in enumerate(room.lines) if line.startswith("Type a number")]
    assert len(hints) == 2
    assert room.lines[hints[1] - 1] == "10: worst imaginable"


def test_a_choice_has_a_line_for_each_answer() -> None:
    _, room = asked(SIDE, "r")
    assert room.lines[1:4] == ["l: left, as last time", "r: right", "b: both"]
    assert room.lines[-1] == "right."


def test_sentences_are_numbered_through_and_what_was_understood_is_said() -> None:
    answer, room = asked(SEVERAL, "1 3")
    assert answer == frozenset({"fever", "night"})
    assert room.lines == [
        "Before you begin: Does any of this apply?",
        "It is asked once a month.",
        "Right now:",
        "1: Fever",
        "2: A fall, marked",
        "In the last weeks:",
        "3: Pain at night",
        answer_hint(SEVERAL),
        "These apply: Fever; Pain at night.",
    ]


def test_an_advice_says_what_it_rests_on_and_the_ways_on() -> None:
    answer, room = asked(SAID, "g")
    assert answer == "anyway"
    assert room.lines == [
        "Before you begin: Today something gentler is the better choice.",
        "Better left out today: Lunge.",
        "From what you said: pain 4 now; 6 yesterday.",
        "This is no diagnosis.",
        "enter: Cool-down instead",
        "g: Go on as planned",
        "Go on as planned.",
    ]


def test_what_is_told_in_passing_waits_for_nothing() -> None:
    answer, room = asked(Notice("Keep an eye on it.", "Before you begin"))
    assert answer is None
    assert room.lines == ["Before you begin: Keep an eye on it."]


@pytest.mark.parametrize(
    ("question", "key", "answer"),
    [
        (PAIN, CTRL_D, Aside.SKIP), (PAIN, ESCAPE, Aside.SKIP_REST), (SIDE, CTRL_D, Aside.SKIP),
        (SEVERAL, CTRL_D, Aside.SKIP), (NOTE, CTRL_D, Aside.SKIP), (SAID, CTRL_D, "leave"), (SAID, ESCAPE, "leave"),
        (OPEN, CTRL_D, "on"),
    ],
)  # fmt: skip
def test_the_end_of_the_input_skips(question: Question, key: str, answer: Any) -> None:
    room = Room()
    room.press(AFTER, key)
    assert Asker(room).ask(question) == answer


def test_ctrl_c_leaves_a_question() -> None:
    room = Room()
    room.press(AFTER, "4", CTRL_C)
    with pytest.raises(Left):
        Asker(room).ask(PAIN)


def test_a_line_can_be_corrected_before_enter() -> None:
    room = Room()
    room.press(AFTER, BACKSPACE, "1", "2", BACKSPACE, CTRL_D, CTRL_U, "9", BACKSPACE, "1", "0", "left", ENTER)
    assert Asker(room).ask(PAIN) == 10
    assert "12\b \b" in room.written


def test_a_question_is_still_there_after_a_while_in_the_background() -> None:
    room = Room()
    room.press(AFTER, "1", CTRL_Z, CONTINUED, "0", ENTER)
    assert Asker(room).ask(PAIN) == 10
    assert room.stood_aside == 1
    assert "Answer: 1\nAnswer: 10\n" in room.written


def test_undo_is_a_word_for_one_question_and_never_for_a_note() -> None:
    undone: list[object] = []

    def write(undo: object) -> bool:
        undone.append(undo)
        return True

    room = Room()
    kept = TakingBack(write)
    asker = Asker(room, taking_back=kept)
    kept.kept("pain 3, mild", lambda _journal: None)
    room.type("undo", "undo", "4")
    assert asker.ask(NOTE) == "undo"
    assert not undone
    assert asker.ask(PAIN) == 4
    assert "Taken back" not in room.written
    kept.kept("pain 3, mild", lambda _journal: None)
    room.type("undo", "l")
    assert asker.ask(SIDE) == "left"
    assert len(undone) == 1
    assert room.written.count("Type undo") == 1
