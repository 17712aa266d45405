"""What is offered at a place of a text. A bar stands for the cursor."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.authoring.completing import Completion, Known, completion
from hiproutine.authoring.hints import HINTS
from hiproutine.paths import bundled

NAMES = {"hip-bridge": "Hip bridge", "hip-hike": "Hip hike", "plank": "Plank"}
STEPS = {"cool-down": {"easy-walk": "Easy walk", "Shake": "Shake"}, "warm-up": {"jog": "Jog"}}
IDS = Known(NAMES, {"cool-down": "Cool-down", "warm-up": "Warm-up"}, lambda name: STEPS.get(name, {}))


def offered(text: str) -> Completion | None:
    at = text.index("|")
    return completion(text.replace("|", "", 1), at, IDS)


def after(text: str, number: int = 0) -> str:
    """The text once the first is taken."""
    found, bare = offered(text), text.replace("|", "", 1)
    assert found
    return bare[: found.start] + found.candidates[number].text + bare[found.end :]


def words(text: str) -> list[str]:
    found = offered(text)
    return [one.word for one in found.candidates] if found else []


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("ti|", "title = "),
        ("ti| = 5", "title = 5"),
        ("[[steps]]\nexercise = |", '[[steps]]\nexercise = "hip-bridge"'),
        ('[[steps]]\nexercise = "pl|', '[[steps]]\nexercise = "plank"'),
        ('[[steps]]\nexercise = "pl|nk"  # x', '[[steps]]\nexercise = "plank"  # x'),
        ('[[steps]]\nexercise = "pl|, hold', '[[steps]]\nexercise = "plank", hold'),
        ('when = ["pre-run", "po|"]', 'when = ["pre-run", "post-run"]'),
        ("when = |", 'when = ["pre-run"]'),
        ("when = [|]", 'when = ["pre-run"]'),
        ('[[steps]]\neasier = ["|"]', '[[steps]]\neasier = ["hip-bridge"]'),
        ("load = h|", 'load = "high"'),
        ("[[steps]]\nsides = 'ea|'", '[[steps]]\nsides = "each"'),
        ("[|", "[[steps]]"),
        ("[[st|]]", "[[steps]]"),
        ('[[blocks]]\ntitle = "A"\n[[b|', '[[blocks]]\ntitle = "A"\n[[blocks]]'),
        ('steps = [{ name = "A", ho|', 'steps = [{ name = "A", hold = '),
        ('[[steps]]\ncues = ["a", { a|', '[[steps]]\ncues = ["a", { at = '),
        ("[[steps]]\ncues = [{ at = |", '[[steps]]\ncues = [{ at = "half"'),
        ("defaults.first_side = |", 'defaults.first_side = "left"'),
        ("[[steps]]\nreps = 1|", "[[steps]]\nreps = 10"),
        ("[[steps]]\ninc|", "[[steps]]\ninclude = "),
        ("[[steps]]\ninclude = |", '[[steps]]\ninclude = "cool-down"'),
        ('[[blocks]]\ninclude = "warm|', '[[blocks]]\ninclude = "warm-up"'),
        ('[[steps]]\ninclude = "warm-up"\nskip = |', '[[steps]]\ninclude = "warm-up"\nskip = ["jog"]'),
        ('[[steps]]\ninclude = "cool-down"\nskip = ["walk|', '[[steps]]\ninclude = "cool-down"\nskip = ["easy-walk"'),
        ("def|", "[defaults]"),
        ('[vars]\nlong = "40s"\n[[steps]]\nhold = "$|"', '[vars]\nlong = "40s"\n[[steps]]\nhold = "$long"'),
        ("[[steps]]\nprogress = { re|", "[[steps]]\nprogress = { reps = "),
        ("[[steps]]\nprogress = { reps = |", '[[steps]]\nprogress = { reps = "+1 a week"'),
        ('[[blocks]]\ntitle = "A"\nprogress = { ro|', '[[blocks]]\ntitle = "A"\nprogress = { rounds = '),
        ('[[weeks]]\nre|\n[[steps]]\nreps = "$reps"', '[[weeks]]\nreps = \n[[steps]]\nreps = "$reps"'),
        ('weeks = [{ se| }]\n[[steps]]\nsets = "$sets"', 'weeks = [{ sets =  }]\n[[steps]]\nsets = "$sets"'),
        ('[[weeks]]\nsets = 2\n[[steps]]\nsets = "$|"', '[[weeks]]\nsets = 2\n[[steps]]\nsets = "$sets"'),
        ('weeks = [{ sets = 2 }]\n[[steps]]\nsets = "$|"', 'weeks = [{ sets = 2 }]\n[[steps]]\nsets = "$sets"'),
        ('[vars]\nlong = 4\n[[steps]]\nreps = "$l|', '[vars]\nlong = 4\n[[steps]]\nreps = "$long"'),
    ],
)
def test_what_is_written_when_the_first_is_taken(text: str, taken: str) -> None:
    assert after(text) == taken


@pytest.mark.parametrize(
    "text",
    [
        "# ti|",
        'title = "ti|"',
        'load = "low"|',
        "[[steps]]\nhold| = 5",
        "[[nothing]]\na|",
        "[[steps]]\nnothing = |",
        'title = "a" b|',
        'setup = """\nti|',
        "[[steps]]\nname = |",
        "zzz|",
    ],
)
def test_where_nothing_is_offered(text: str) -> None:
    assert words(text) == []


def test_every_key_is_offered_with_its_hint_unless_it_is_there() -> None:
    found = offered('[[steps]]\nname = "A"\nsides = "each"\n|\nreps = 5\n[[steps]]\nsetup = "x"')
    assert found
    hints = {one.word: one.hint for one in found.candidates}
    doses = {"hold", "time", "reps", "open", "distance", "rest", "confirm"}
    assert hints.keys() == HINTS["Step"].keys() - {"name", "sides", "include", "skip"} - (doses - {"hold"})
    assert hints["setup"] == HINTS["Step"]["setup"].text


def test_values_that_are_not_written_yet_are_none() -> None:
    assert "hold" in words("[vars]\n[[steps]]\n|")


def test_beside_a_routine_that_is_included_is_what_can_stand_there() -> None:
    assert words('[[steps]]\ninclude = "warm-up"\n|') == ["skip"]
    assert {"skip", "title", "rounds"} < {*words('[[blocks]]\ninclude = "warm-up"\n|')}
    assert not {"steps", "blocks"} & {*words('[[blocks]]\ninclude = "warm-up"\n|')}
    assert "skip" not in words("[[steps]]\n|")
    assert "include" in words("[[steps]]\n|")


def test_steps_or_blocks_not_both() -> None:
    assert "[[blocks]]" not in words('title = "T"\n[[steps]]\nname = "A"\n[|')
    assert words('title = "T"\n[[blocks]]\ntitle = "A"\n[|') == [
        *("[[blocks]]", "[[blocks.steps]]", "[[blocks.blocks]]", "[[blocks.blocks.steps]]", "[defaults]", "[vars]"),
        "[[weeks]]",
    ]
    assert "blocks" in words('title = "T"\n[[blocks]]\ntitle = "A"\n|')
    assert "steps" not in words('title = "T"\n[[blocks]]\nblocks = []\n|')
    assert "hold" in words('title = "T"\n[[blocks]]\n[[blocks.blocks]]\n[[blocks.blocks.steps]]\n|')
    assert not {"steps", "blocks"} & {*words("|\n[[steps]]\n")}


def test_names_are_looked_for_too_and_what_begins_so_comes_first() -> None:
    assert words('[[steps]]\nexercise = "hike|') == ["hip-hike"]
    assert words('[[steps]]\nexercise = "hip|')[0] == "hip-bridge"


TEXT = (bundled() / "warm-up-five-step.toml").read_text(encoding="utf-8")


@given(st.integers(0, len(TEXT)), st.text('[]{}="#\n\\ a', max_size=3))
def test_it_bears_every_place(at: int, more: str) -> None:
    text = TEXT[:at] + more + TEXT[at:]
    place = at + len(more)
    found = completion(text, place, IDS)
    if found:
        assert 0 <= found.start <= place <= found.end <= len(text)
        assert "\n" not in text[found.start : found.end] or text[found.start] in "\"'"


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("ki|", "kind = "),
        ("kind = st|", 'kind = "stretch"'),
        ("muscles = |", 'muscles = ["glutes"]'),
        ('avoid_if = ["g|"]', 'avoid_if = ["groin"]'),
        ("easier = |", 'easier = ["hip-bridge"]'),
        ("rep_time = |", 'rep_time = "3s"'),
        ('cues = ["a", { s|', 'cues = ["a", { say = '),
        ("cues = [{ at = |", 'cues = [{ at = "half"'),
    ],
)
def test_what_is_offered_in_an_exercise(text: str, taken: str) -> None:
    bare = text.replace("|", "", 1)
    found = completion(bare, text.index("|"), IDS, in_exercise=True)
    assert found
    assert bare[: found.start] + found.candidates[0].text + bare[found.end :] == taken


@pytest.mark.parametrize("text", ["tit|", "[[|", "exercise = |", "tem|", "ste|"])
def test_what_no_exercise_has_is_not_offered_there(text: str) -> None:
    bare = text.replace("|", "", 1)
    found = completion(bare, text.index("|"), IDS, in_exercise=True)
    assert not found or not {"title", "tempo", "steps", "exercise", "hip-bridge", "[[steps]]"} & {
        one.word for one in found.candidates
    }


def test_every_key_of_an_exercise_is_offered_once_and_a_second_dose_is_not() -> None:
    found = completion("", 0, IDS, in_exercise=True)
    assert found
    assert {one.word for one in found.candidates} == {*HINTS["Exercise"]}
    again = completion('hold = "30s"\n', 13, IDS, in_exercise=True)
    assert again
    assert {"hold", "reps", "time", "open"} & {one.word for one in again.candidates} == {"reps"}


def test_a_hold_is_offered_beside_repetitions_unless_a_tempo_beats_their_time() -> None:
    assert "hold" in words("[[steps]]\nreps = 5\n|")
    assert "reps" in words("[[steps]]\nhold = 5\n|")
    assert "hold" not in words('[[steps]]\nreps = 5\ntempo = "2-1-2"\n|')
    assert "time" not in words("[[steps]]\nreps = 5\nhold = 5\n|")
