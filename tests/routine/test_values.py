"""Single values as authors write them."""

from __future__ import annotations

import pytest

from hiproutine.errors import BadFile
from hiproutine.routine.cue_values import parse_cue
from hiproutine.routine.durations import DAY, parse_duration
from hiproutine.routine.judging import judged
from hiproutine.routine.model import Step
from hiproutine.routine.values import SLUG, BadValue, Cue, parse_slug, parse_tempo, quoted

WRITE = 'write it as "30s", "1m30s" or "1:30"'


def wrong(code: str, message: str, cure: str = "", inside: tuple[str, ...] = ()) -> tuple[object, ...]:
    return code, message, cure, inside


def told(caught: pytest.ExceptionInfo[BadValue]) -> tuple[object, ...]:
    bad = caught.value
    return bad.code, bad.message, bad.cure, bad.inside


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("30s", 30),
        ("1s", 1),
        ("5m", 300),
        ("1m30s", 90),
        ("90s", 90),
        ("0m30s", 30),
        ("1h", 3600),
        ("1h30s", 3630),
        ("1h2m3s", 3723),
        ("4h", 14400),
        ("1:30", 90),
        ("0:05", 5),
        ("90:00", 5400),
        ("1:02:30", 3750),
        ("04:00:00", 14400),
        (45, 45),
        (14400, 14400),
        ("30", 30),
        ("20 s", 20),
        ("1 min", 60),
        ("5min", 300),
        ("1 m 30 s", 90),
        ("1 h 05 min", 3900),
        (30.0, 30),
    ],
)
def test_a_duration_is_read_as_whole_seconds(text: object, seconds: int) -> None:
    assert parse_duration(text) == seconds


@pytest.mark.parametrize(
    ("value", "shown", "cure"),
    [
        ("", '""', WRITE),
        ("soon", '"soon"', WRITE),
        ("-30s", '"-30s"', WRITE),
        ("1:60", '"1:60"', 'write seconds up to 59 after the colon, as in "1:30"'),
        (":30", '":30"', WRITE),
        ("1:60:00", '"1:60:00"', WRITE),
        ("٣٠s", '"٣٠s"', WRITE),
        ("9999999s", '"9999999s"', WRITE),
        (True, "true", WRITE),
        (False, "false", WRITE),
        ([], "[]", WRITE),
        ({"a": 1}, "{ a = 1 }", WRITE),
        ("x" * 100, '"' + "x" * 56 + "…", WRITE),
        ("30 secs", '"30 secs"', 'write "30s"'),
        ("1:5", '"1:5"', 'write "1m5s"'),
        ("1h30", '"1h30"', 'write "1h30m"'),
        ("30-45 s", '"30-45 s"', 'write one length: "45s"'),
        (" 30s", '" 30s"', 'write "30s"'),
        ("30S", '"30S"', 'write "30s"'),
        ("30s1m", '"30s1m"', 'write "1m30s"'),
        ("1.5m", '"1.5m"', 'write "1m30s"'),
        ("1,5 Min.", '"1,5 Min."', 'write "1m30s"'),
        ("30 seconds each side", '"30 seconds each side"', 'write "30s"; sides = "each" is one side after the other'),
        ("half a minute", '"half a minute"', 'write "30s"'),
        ("1m 30", '"1m 30"', 'write "1m30s"'),
        ("2 x 30s", '"2 x 30s"', 'write "30s"; for 2 of them, sets = 2'),
        (["20s"], '["20s"]', 'write "20s"'),
        ("2'30\"", '"2\'30""', 'write "2m30s"'),
        (["30s", "x"], '["30s", "x"]', "write one length, and a step for each of the others"),
    ],
)
def test_what_is_not_a_duration_is_said_with_the_way_to_write_one(value: object, shown: str, cure: str) -> None:
    with pytest.raises(BadValue) as caught:
        parse_duration(value)
    assert told(caught) == wrong("bad-duration", f"{shown} is not a duration", cure)


@pytest.mark.parametrize(
    ("value", "cure"), [(1.5, 'write "2s"'), (30.4, 'write "30s"'), (float("nan"), WRITE), (float("inf"), WRITE)]
)
def test_a_fraction_of_a_second_is_not_a_duration(value: float, cure: str) -> None:
    with pytest.raises(BadValue) as caught:
        parse_duration(value)
    assert told(caught) == wrong("bad-duration", f"{value} is not a whole number of seconds", cure)


@pytest.mark.parametrize(
    ("value", "least", "most", "message", "cure"),
    [
        (0, 1, DAY, "0 is too short, the least is 1 s", 'write "1s" or more; zero is only for pauses'),
        ("0s", 1, DAY, '"0s" is too short, the least is 1 s', 'write "1s" or more; zero is only for pauses'),
        ("0:00", 1, DAY, '"0:00" is too short, the least is 1 s', 'write "1s" or more; zero is only for pauses'),
        (-5, 0, DAY, "-5 is too short, the least is 0 s", 'write "0s" or more'),
        ("4h1s", 1, 14400, '"4h1s" is too long, the most is 4 h', 'write "4h" or less'),
        (14401, 1, 14400, "14401 is too long, the most is 4 h", 'write "4h" or less'),
        ("24h1s", 1, DAY, '"24h1s" is too long, the most is 24 h', 'write "24h" or less'),
    ],
)
def test_a_duration_outside_its_range_is_told_the_range(
    value: object, least: int, most: int, message: str, cure: str
) -> None:
    with pytest.raises(BadValue) as caught:
        parse_duration(value, least=least, most=most)
    assert told(caught) == wrong("out-of-range", message, cure)


def test_a_number_too_long_to_write_out_is_called_huge() -> None:
    with pytest.raises(BadValue) as caught:
        parse_duration(1 << 20_000)
    assert told(caught) == wrong("out-of-range", "a huge number is too long, the most is 4 h", 'write "4h" or less')


def test_zero_is_a_length_where_a_pause_is_meant() -> None:
    assert parse_duration("0s", least=0) == parse_duration(0, least=0) == 0


@pytest.mark.parametrize(
    ("text", "beats"),
    [("2-1-2", (2, 1, 2)), ("2-0-2", (2, 0, 2)), ("1-0-1-1", (1, 0, 1, 1)), ("10-20-30", (10, 20, 30))],
)
def test_a_tempo_is_its_seconds(text: str, beats: tuple[int, ...]) -> None:
    assert parse_tempo(text) == beats


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("2-1-2-1-2", '"2-1-2-1-2" is not a tempo'),
        ("2-1-x", '"2-1-x" is not a tempo'),
        ("100-1-1", '"100-1-1" is not a tempo'),
        ("-2-1-2", '"-2-1-2" is not a tempo'),
        ("0-0-0", '"0-0-0" takes no time'),
    ],
)
def test_what_is_not_a_tempo_is_told_how_to_write_one(value: object, message: str) -> None:
    with pytest.raises(BadValue) as caught:
        parse_tempo(value)
    assert told(caught) == wrong("bad-tempo", message, 'write seconds out, pause and back, as in "2-1-2"')


@pytest.mark.parametrize("text", ["a", "hip-bridge", "4x4", "a" * 100, "a-"])
def test_an_id_is_small_letters_digits_and_dashes(text: str) -> None:
    assert parse_slug(text) == text
    assert SLUG.fullmatch(text)


@pytest.mark.parametrize(
    ("value", "tempo"),
    [
        ("2 1 2", "2-1-2"),
        ("2/1/2", "2-1-2"),
        (212, "2-1-2"),
        ("3010", "3-0-1-0"),
        ([2, 1, 2], "2-1-2"),
        ("2s-1s-2s", "2-1-2"),
    ],
)
def test_a_tempo_that_is_spelt_otherwise_is_told_its_spelling(value: object, tempo: str) -> None:
    with pytest.raises(BadValue) as caught:
        parse_tempo(value)
    assert caught.value.cure == f'write "{tempo}"'


@pytest.mark.parametrize(
    ("name", "slug"), [("Hip Bridge", "hip-bridge"), ("side  plank", "side-plank"), ("PLANK", "plank"), ("a_b", "a-b")]
)
def test_a_name_stands_for_its_id(name: str, slug: str) -> None:
    assert parse_slug(name) == slug


@pytest.mark.parametrize("text", ["", "-a", "é", "a/b", "../a", "a\n", "a" * 101])
def test_anything_else_is_not_an_id(text: str) -> None:
    with pytest.raises(BadValue) as caught:
        parse_slug(text)
    assert told(caught)[:2] == ("bad-id", f"{quoted(text)} is not an id")


@pytest.mark.parametrize(
    ("value", "cure"),
    [
        ("", "name an exercise, or take the line out"),
        ("plank.toml", 'write "plank"'),
        ("plank, bird-dog", "name one here, and write a step for each of the others"),
        (["plank"], 'write "plank"'),
        (["plank", "bird-dog"], "name one here, and write a step for each of the others"),
        ("90/90", "use a-z, 0-9 and - only; for one that is not in the catalogue, write name in place of exercise"),
    ],
)
def test_what_is_no_id_is_told_what_to_write(value: object, cure: str) -> None:
    with pytest.raises(BadValue) as caught:
        parse_slug(value)
    assert caught.value.cure == cure


def test_an_id_is_a_text() -> None:
    with pytest.raises(BadValue) as caught:
        parse_slug(4)
    assert told(caught) == wrong("wrong-type", "4 is not a text", "write it in quotes")


@pytest.mark.parametrize("key", ["easier", "harder", "equipment", "avoid_if", "cues"])
def test_a_list_is_a_list_for_every_key_that_has_one(key: str) -> None:
    """One rule and the same words for all, as the schema has it."""
    with pytest.raises(BadFile) as caught:
        judged(Step, {key: "groin"})
    (problem,) = caught.value.problems
    assert (problem.code, problem.message) == ("wrong-type", '"groin" stands where a list belongs')
    assert getattr(judged(Step, {key: ["groin"]}), key)


@pytest.mark.parametrize(
    ("value", "cue"),
    [
        ("Breathe", Cue("Breathe")),
        (
            "{name}, {side}: {seconds}, then {next} {{so}}",
            Cue("{name}, {side}: {seconds}, then {next} {{so}}"),
        ),
        ({"at": "10s", "say": "A"}, Cue("A", "start", 10)),
        ({"at": 10, "say": "A"}, Cue("A", "start", 10)),
        ({"at": "0s", "say": "A"}, Cue("A", "start", 0)),
        ({"at": "-10s", "say": "A"}, Cue("A", "end", 10)),
        ({"at": -10, "say": "A"}, Cue("A", "end", 10)),
        ({"at": "-1:30", "say": "A"}, Cue("A", "end", 90)),
        ({"at": "half", "say": "A"}, Cue("A", "half", 0)),
    ],
)
def test_a_cue_is_a_text_or_a_moment_and_a_text(value: object, cue: Cue) -> None:
    assert parse_cue(value) == cue


MOMENT = 'write "10s" from the start, "-10s" before the end, or "half"'
TABLE = 'write { at = "half", say = "..." }'
NAMES = "use {name}, {side}, {seconds}, {next}, or write {{ and }} for braces"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (7, wrong("wrong-type", "7 is not a cue", 'write a text, or { at = "half", say = "..." }')),
        ({"at": "half"}, wrong("missing-key", "the cue has no “say”", TABLE)),
        (
            {"say": "A"},
            wrong("missing-key", "the cue has no “at”", 'write { at = "half", say = "A" }, or the text alone'),
        ),
        (
            {"at": "half", "sya": "A"},
            wrong("unknown-key", "a cue has no key “sya”", "did you mean “say”", ("sya",)),
        ),
        (
            {"at": "half", "say": "A", "volume": 3},
            wrong("unknown-key", "a cue has no key “volume”", "take it out: a cue has “at” and “say”", ("volume",)),
        ),
        (
            {"at": "middle", "say": "A"},
            wrong("bad-cue", '"middle" is not a moment of the step', 'write "half"', ("at",)),
        ),
        (
            {"at": "end", "say": "A"},
            wrong("bad-cue", '"end" is not a moment of the step', 'write "-5s", which is 5 s before the end', ("at",)),
        ),
        ({"at": "–5s", "say": "A"}, wrong("bad-cue", '"–5s" is not a moment of the step', 'write "-5s"', ("at",))),
        ({"at": "--5s", "say": "A"}, wrong("bad-cue", '"--5s" is not a moment of the step', MOMENT, ("at",))),
        (
            {"at": "-half", "say": "A"},
            wrong("bad-cue", '"-half" is not a moment of the step', MOMENT, ("at",)),
        ),
        ({"at": 1.5, "say": "A"}, wrong("bad-cue", "1.5 is not a moment of the step", MOMENT, ("at",))),
        ({"at": True, "say": "A"}, wrong("bad-cue", "true is not a moment of the step", MOMENT, ("at",))),
        ({"at": "half", "say": 5}, wrong("wrong-type", "5 is not a text", "write it in quotes", ("say",))),
        (
            {"at": "half", "say": " "},
            wrong("out-of-range", "the cue is empty", "write what is to be said, or take it out", ("say",)),
        ),
        ("", wrong("out-of-range", "the cue is empty", "write what is to be said, or take it out")),
        ("Go {where}", wrong("bad-cue", "“{where}” is not a placeholder", NAMES)),
        ("Go {name", wrong("bad-cue", "a single “{” stands in the text", "write {{ for a brace")),
        ("Go }", wrong("bad-cue", "a single “}” stands in the text", "write }} for a brace")),
        ("{name.__class__}", wrong("bad-cue", "“{name.__class__}” is not a placeholder", NAMES)),
        ("{Name }", wrong("bad-cue", "“{Name }” is not a placeholder", "write {name}")),
        ("{time}", wrong("bad-cue", "“{time}” is not a placeholder", "write {seconds}")),
        ("{0}", wrong("bad-cue", "“{0}” is not a placeholder", NAMES)),
        ("{}", wrong("bad-cue", "“{}” is not a placeholder", NAMES)),
    ],
)
def test_what_is_not_a_cue_is_told_where_and_why(value: object, expected: tuple[object, ...]) -> None:
    with pytest.raises(BadValue) as caught:
        parse_cue(value)
    assert told(caught) == expected


def test_a_value_is_quoted_as_its_file_has_it_and_no_longer_than_a_sentence_bears() -> None:
    assert [quoted(True), quoted(8), quoted("a"), quoted([1])] == ["true", "8", '"a"', "[1]"]
    assert len(quoted("x" * 1000)) == 58
    assert quoted([1 << 20_000]) == "a huge number"
