"""Keys by their characters and their names, and what an action goes by."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hiproutine.config.keymap import (
    ACTIONS,
    BY_ID,
    as_pressed,
    called,
    character,
    named,
    named_all,
    pressed,
    shown,
    taken,
    written,
)


def test_keys_are_known_by_character_and_by_name() -> None:
    assert [named(one) for one in ("?", "question_mark", "+", ",", "esc", "Ctrl+J", "F5", "é", "N", " ")] == [
        *("question_mark", "question_mark", "plus", "comma", "escape", "ctrl+j", "f5", "é", "N", "space"),
    ]
    assert [named(one) for one in ("", "foo", "f99", "ctrl+", "\x1b")] == [None] * 5
    assert written(named_all("question_mark,comma,left,ctrl+j")) == "?,comma,left,ctrl+j"
    assert [shown(one) for one in ("question_mark", "left", "escape", "ctrl+slash")] == ["?", "←", "esc", "ctrl+/"]


@given(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]))
def test_a_character_is_shown_as_it_was_written(character: str) -> None:
    key = named(character)
    if key and not character.isspace():
        assert shown(key) == character
        assert named_all(written([key])) == (key,)


def test_no_action_has_a_key_of_another_on_its_screen() -> None:
    for action in ACTIONS:
        for key in action.keys.split(","):
            if action.group in {"player", "library", "history"}:
                assert not taken(action, key, {}), action
    assert taken(BY_ID["scale.usual"], "5", {}) == "an answer"
    assert taken(BY_ID["library.how"], "up", {}) == "what moves in lists"


def test_the_foot_of_a_screen_names_the_keys_that_hold() -> None:
    keys = (("space", "pause"), ("n", "next"), ("+-", "10 s"), ("0 … 9", "answer"))
    assert as_pressed(keys, {}, "player") == keys
    changed = {"player.next": "j,f5", "player.less": "underscore", "library.how": "x"}
    assert as_pressed(keys, changed, "player") == (
        *(("space", "pause"), ("j", "next"), ("+_", "10 s"), ("0 … 9", "answer")),
    )


def test_a_name_leads_back_to_its_character() -> None:
    for one in map(chr, [*range(0x21, 0x7F), *range(0xA1, 0x100)]):
        if name := named(one):
            assert character(name) == shown(name) == one
            assert named(name) == name


def test_an_action_goes_by_the_first_of_its_keys() -> None:
    assert (pressed("player.leave", {}), called("player.leave", {})) == ("q", "q")
    changed = {"player.leave": "less_than_sign,f5"}
    assert (pressed("player.leave", changed), called("player.leave", changed)) == ("<", "less than sign")
