"""What a search finds, and in which order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hiproutine.ranking import Findable, called, findable, nearest, ranked

SHELF = {
    "practice": findable(["Stride practice"], [], ["Easy run"], ["A crisp step, nicely done"]),
    "ice": findable(["Ice therapy", "ice-therapy"], ["recovery"], ["Ice pack"], ["Cold, wrapped in a towel"]),
    "band": findable(["Figure four & IT band"], ["it-band"], ["Pigeon pose"], ["Holds for the outer hip"]),
    "cool": findable(["Cool-down", "cool-down"], ["run"], ["Runner's lunge"], ["Easy walking after a run"]),
    "core": findable(["Hip & core"], ["strength"], ["Glute bridge", "Clamshell"], ["Slow and steady; ice on hand"]),
    "dips": findable(["Pool"], [], ["Icebreaker dips"], []),
    "éte": findable(["Étirements d'été"], [], ["Fente"], []),
}
THINGS = [*SHELF.values()]


def found(asked: str) -> list[str]:
    return [[*SHELF][index] for index in ranked(asked, THINGS)]


def test_a_title_comes_before_a_step_and_a_step_before_a_text_and_whole_words_before_parts() -> None:
    assert found("ice") == ["ice", "dips", "core"]  # and never “practice”
    steps = [findable([], [], ["Iceland walk"]), findable([], [], ["Ice pack"]), findable(["Icebox"], [], [])]
    assert ranked("ice", steps) == [2, 1, 0]


def test_what_is_called_just_so_comes_first_and_then_the_shorter_name() -> None:
    things = [findable([title]) for title in ("5-step running warm-up", "Warm-up runs", "Warm up", "Warm-up")]
    assert ranked("WARM up", things) == [2, 3, 1, 0]
    assert called("the warm up", things[3])
    assert not called("warm", things[3])


def test_typing_is_forgiven() -> None:
    for asked, meant in {
        "pidgeon": "band",
        "pigoen pose": "band",
        "cooldown": "cool",
        "cool down": "cool",
        "itb": "band",
        "IT-band": "band",
        "glutes": "core",
        "clam shell": "core",
        "clam-shells": "core",
        "hip brige": "core",
        "runners lunges": "cool",
        "etirement": "éte",
        "the ice for my hip": "core",
        "shell": "core",
    }.items():
        assert found(asked)[:1] == [meant], asked


def test_what_is_typed_wrong_is_only_guessed_where_nothing_has_it() -> None:
    things = [findable(["Bridge"]), findable(["Bride"])]
    assert ranked("bride", things) == [1]
    assert ranked("bridg", things) == [0]
    assert ranked("brid", things) == [0, 1]
    assert ranked("hat", [findable(["Cat"])]) == []


def test_where_nothing_has_every_word_there_is_what_comes_nearest() -> None:
    assert found("pigeon zebra") == []
    assert [[*SHELF][index] for index in nearest("pigeon zebra", THINGS)] == ["band"]
    assert [[*SHELF][index] for index in nearest("pol", THINGS)] == ["dips"]
    assert [[*SHELF][index] for index in nearest("cooldonw", THINGS)] == ["cool"]
    assert nearest("zzzz", THINGS) == []
    assert len(nearest("ice qqqq", THINGS, most=2)) == 2


def test_without_a_word_everything_stays_in_its_order() -> None:
    assert ranked("", THINGS) == ranked(" -& ", THINGS) == [*range(len(THINGS))]
    assert ranked("ice", []) == nearest("ice", []) == []


texts = st.text("abce sI-é’", max_size=12)
findables = st.builds(findable, *[st.lists(texts, max_size=2)] * 3)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30) | texts, st.lists(findables, max_size=5))
def test_any_search_of_anything_finds_each_once(asked: str, things: list[Findable]) -> None:
    for answer in (ranked(asked, things), nearest(asked, things)):
        assert len({*answer}) == len(answer)
        assert {*answer} <= {*range(len(things))}
