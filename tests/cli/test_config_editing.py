"""A setting is changed in `config.toml`, and no other byte of it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.config.definitions import BY_KEY, SETTINGS, Setting, Value, check_value, toml_literal
from hiproutine.config.editing import CannotEdit, with_value, without
from hiproutine.config.keeping import NotKept, drop, keep
from hiproutine.config.reading import config_of, read_config
from tests.cli.own_settings import write


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("", "[cues]\nbell = true\n"),
        ("# only this", "# only this\n\n[cues]\nbell = true\n"),
        ("[cues]\n", "[cues]\nbell = true\n"),
        ("[cues]", "[cues]\nbell = true\n"),
        ("[cues]\n\tvolume = 3 # x\n\n[check]\n", "[cues]\n\tvolume = 3 # x\n\tbell = true\n\n[check]\n"),
        ("cues = {}\n", "cues = { bell = true }\n"),
        ("cues = {\n}\n", "cues = { bell = true\n}\n"),
        ("cues = { # x\n}\n", "cues = { bell = true # x\n}\n"),
        ("cues = { volume = 3, }\n", "cues = { volume = 3, bell = true, }\n"),
        ("cues = {\n\tvolume = 3, # x\n}\n", "cues = {\n\tvolume = 3, # x\n\tbell = true,\n}\n"),
        ("cues = {\n  volume = 3 # x, }\n}\n", "cues = {\n  volume = 3, # x, }\n  bell = true\n}\n"),
        ("cues = { volume = 3\n}\n", "cues = { volume = 3,\nbell = true\n}\n"),
        ("cues = {\n bell = 'auto', # x\n volume = 3 }\n", "cues = {\n bell = true, # x\n volume = 3 }\n"),
        ("cues = { volume = 3 } # x\n", "cues = { volume = 3, bell = true } # x\n"),
        ("cues.volume = 3\n[check]\n", "cues.volume = 3\ncues.bell = true\n[check]\n"),
        ("[cues]\nbell   =   'auto' # x", "[cues]\nbell   =   true # x"),
    ],
)
def test_a_value_comes_where_a_person_would_write_it(text: str, after: str) -> None:
    assert with_value(text, ("cues", "bell"), "true") == after


def test_a_key_of_the_file_itself_comes_before_its_tables() -> None:
    text = "# Mine\n\n# What I hear\n[cues]\n"
    assert with_value(text, ("awake",), "true") == "# Mine\n\nawake = true\n\n# What I hear\n[cues]\n"


def test_a_comment_behind_a_value_outlives_it() -> None:
    assert without("[cues]\n  bell = true # loud\nvolume = 3\n", ("cues", "bell")) == "[cues]\n  # loud\nvolume = 3\n"
    assert without("cues = { bell = true, volume = 3 }\n", ("cues", "bell")) == "cues = { volume = 3 }\n"
    assert without("cues = { volume = 3, bell = true }\n", ("cues", "bell")) == "cues = { volume = 3 }\n"


def test_out_of_braces_over_several_lines_goes_that_line_and_no_comment() -> None:
    text = "cues = {\n  bell = true, # loud\n  flash = false,\n  volume = 3 # x\n}\n"
    assert without(text, ("cues", "bell")) == text.replace("bell = true, ", "")
    assert without(text, ("cues", "flash")) == text.replace("  flash = false,\n", "")
    assert without(text, ("cues", "volume")) == text.replace("volume = 3 ", " ")


def test_what_cannot_be_done_without_more_is_not_done() -> None:
    with pytest.raises(CannotEdit):
        with_value("cues = 5\n", ("cues", "bell"), "true")


def values_of(setting: Setting) -> st.SearchStrategy[Value]:
    """Values that a setting takes."""
    if setting.kind == "keys":
        return st.sampled_from(["f5", "f6", "ctrl+j", "f7,f8"])
    if setting.kind == "folders":
        return st.sampled_from([("~/Garmin",), ("~/a b", "c # d")])
    return st.integers(0, 100) if setting.kind == "percent" else st.sampled_from(setting.choices)


COMMENTS = st.sampled_from(["", "  # é ✓ = [x]", "\t#", " # 'a' \"b\" }"])
LINES = st.sampled_from(["", "# alone", "   ", "# [cues]", "# theme = 'x'"])


@st.composite
def files(draw: st.DrawFn) -> str:
    """Settings as somebody may have written them: tables, braces, dotted keys, comments everywhere."""
    keys = draw(st.lists(st.sampled_from([one for one in SETTINGS if one.kind != "keys"]), unique=True, max_size=8))
    pairs: dict[str, list[tuple[str, str]]] = {}
    for setting in keys:
        section, _, name = setting.key.rpartition(".")
        pairs.setdefault(section, []).append((name, toml_literal(draw(values_of(setting)))))
    top = [f"{name} = {value}{draw(COMMENTS)}" for name, value in pairs.pop("", [])]
    tables = []
    for section, inside in pairs.items():
        form = draw(st.sampled_from(["table", "braces", "lines", "dots"]))
        if form == "braces":
            top.append(f"{section} = {{ {', '.join(f'{n}={v}' for n, v in inside)} }}{draw(COMMENTS)}")
        elif form == "lines":
            comma = draw(st.sampled_from(["", ","]))
            rows = [
                f"\t{n} = {v}{',' if number < len(inside) - 1 else comma}{draw(COMMENTS)}"
                for number, (n, v) in enumerate(inside)
            ]
            top += [f"{section} = {{{draw(COMMENTS)}", *rows, draw(LINES), f"}}{draw(COMMENTS)}"]
        elif form == "dots":
            top += [f"{section}.{name} = {value}{draw(COMMENTS)}" for name, value in inside]
        else:
            tables.append(f"[{section}]{draw(COMMENTS)}")
            for name, value in inside:
                tables += [draw(LINES), f"{draw(st.sampled_from(['', '  ']))}{name} = {value}{draw(COMMENTS)}"]
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    text = newline.join([draw(LINES), *top, draw(LINES), *tables, draw(LINES)])
    return text + draw(st.sampled_from(["", newline]))


def around(old: str, new: str) -> int:
    """How much of the old text stands in the new one, before and after the one place that was changed."""
    before = alike(old, new)
    return before + alike(old[before:][::-1], new[before:][::-1])


def alike(one: str, other: str) -> int:
    """How many characters two texts begin with together."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


@given(files(), st.data())
def test_setting_a_value_keeps_every_other_byte(text: str, data: st.DataObject) -> None:
    setting = data.draw(st.sampled_from(SETTINGS))
    value = data.draw(values_of(setting))
    before = config_of(text, Path("c"))
    assert before.problems == ()
    place = tuple(setting.key.split("."))
    new = with_value(text, place, toml_literal(value))
    after = config_of(new, Path("c"))
    assert after.problems == ()
    assert after.values == {**before.values, setting.key: check_value(setting, value)}
    old = toml_literal(before.values[setting.key]) if setting.key in before.values else ""
    assert around(text, new) >= len(text) - len(old)
    assert ("\r\n" in new) == ("\r\n" in text) or "\n" not in text
    gone = without(new, place)
    assert config_of(gone, Path("c")).values == {k: v for k, v in before.values.items() if k != setting.key}
    assert gone.count("#") == text.count("#")


@given(files(), st.data())
def test_what_is_kept_is_what_is_read(text: str, data: st.DataObject) -> None:
    setting = data.draw(st.sampled_from([one for one in SETTINGS if one.kind != "keys"]))
    value = data.draw(values_of(setting))
    path = write(text)
    assert keep(path, setting, value).values == read_config(path).values
    assert read_config(path).values[setting.key] == value
    assert setting.key not in drop(path, setting).values


def test_keeping_says_why_not() -> None:
    path = write("nothing = 1\n")
    with pytest.raises(NotKept) as refused:
        keep(path, BY_KEY["awake"], value=False)
    assert [one.code for one in refused.value.problems] == ["unknown-key"]


@given(st.dictionaries(st.text(max_size=8), st.recursive(st.integers() | st.text(max_size=5), st.lists, max_leaves=3)))
def test_reading_bears_anything(table: dict[str, Any]) -> None:
    import tomli_w

    config = config_of(tomli_w.dumps(table), Path("c"))
    assert bool(config.problems) == bool(table)
    assert config.settings.cues.volume == 80


def test_toml_of_values() -> None:
    for value in (True, False, 7, 'a"b\\c'):
        assert tomllib.loads(f"it = {toml_literal(value)}")["it"] == value
