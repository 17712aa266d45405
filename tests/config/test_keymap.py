"""Keys by their characters and their names, and what an action goes by."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hiproutine.config.keymap import (
    ACTIONS,
    BY_ID,
    character,
    first_key,
    first_key_spoken,
    foot_keys,
    key_label,
    key_of,
    keys_in,
    keys_text,
    taken_by,
)


def test_keys_are_known_by_character_and_by_name() -> None:
    assert [key_of(one) for one in ("?", "question_mark", "+", ",", "esc", "Ctrl+J", "F5", "é", "N", " ")] == [
        *("question_mark", "question_mark", "plus", "comma", "escape", "ctrl+j", "f5", "é", "N", "space"),
    ]
    assert [key_of(one) for one in ("", "foo", "f99", "ctrl+", "\x1b")] == [None] * 5
    assert keys_text(keys_in("question_mark,comma,left,ctrl+j")) == "?,comma,left,ctrl+j"
    assert [key_label(one) for one in ("question_mark", "left", "escape", "ctrl+slash")] == ["?", "←", "esc", "ctrl+/"]


@given(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]))
@example("\N{SMILING FACE WITH HEART-SHAPED EYES}")
def test_a_character_is_shown_as_it_was_written(character: str) -> None:
    key = key_of(character)
    if key and not character.isspace():
        assert key_label(key) == character
        assert keys_in(keys_text([key])) == (key,)


def test_no_action_has_a_key_of_another_on_its_screen() -> None:
    for action in ACTIONS:
        for key in action.keys.split(","):
            if action.group in {"player", "library", "history"}:
                assert not taken_by(action, key, {}), action
    assert taken_by(BY_ID["scale.usual"], "5", {}) == "an answer"
    assert taken_by(BY_ID["library.how"], "up", {}) == "what moves in lists"


def test_the_foot_of_a_screen_names_the_keys_that_hold() -> None:
    keys = (("space", "pause"), ("n", "next"), ("+-", "10 s"), ("0 … 9", "answer"))
    assert foot_keys(keys, {}, "player") == keys
    changed = {"player.next": "j,f5", "player.less": "underscore", "library.how": "x"}
    assert foot_keys(keys, changed, "player") == (
        *(("space", "pause"), ("j", "next"), ("+_", "10 s"), ("0 … 9", "answer")),
    )


def test_a_name_leads_back_to_its_character() -> None:
    for one in map(chr, [*range(0x21, 0x7F), *range(0xA1, 0x100)]):
        if name := key_of(one):
            assert character(name) == key_label(name) == one
            assert key_of(name) == name


def test_an_action_goes_by_the_first_of_its_keys() -> None:
    assert (first_key("player.leave", {}), first_key_spoken("player.leave", {})) == ("q", "q")
    changed = {"player.leave": "less_than_sign,f5"}
    assert (first_key("player.leave", changed), first_key_spoken("player.leave", changed)) == ("<", "less than sign")


def test_the_keys_of_most_keyboards_go_by_their_names_in_unicode() -> None:
    for one in map(chr, range(0x21, 0x7F)):
        if one.isalnum():
            continue
        name = key_of(one)
        assert name
        assert character(name) == one
        if name not in {"at", "plus", "minus", "slash", "backslash", "underscore"}:  # as Textual calls them
            assert name == unicodedata.name(one).casefold().replace("-", "_").replace(" ", "_")


def test_keys_without_a_character_are_known_without_looking_through_unicode(monkeypatch: pytest.MonkeyPatch) -> None:
    def lookup(name: str) -> str:
        raise AssertionError(name)  # its tables take 300 KB of a player's memory

    monkeypatch.setattr(unicodedata, "lookup", lookup)
    for action in ACTIONS:
        for key in action.keys.split(","):
            assert key_label(key)
