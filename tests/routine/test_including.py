"""Routines that others include: one plan, as if it had been copied by hand, and one sentence where that cannot be."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from hiproutine.errors import BadFile, Problem
from hiproutine.paths import bundled
from hiproutine.plan.model import Interval, Plan
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.loading import included_steps, load_text
from tests.desk import Desk, shape

PROGRAMMES = Path(__file__).parent / "programmes"
CATALOGUE = Catalogue([bundled() / "exercises"], [PROGRAMMES, bundled()])
ROUTINES = sorted(path.stem for folder in (PROGRAMMES, bundled()) for path in folder.glob("*.toml"))
WARM = """title = "Warm"
steps = [{ name = "Walk", time = 60 }, { name = "Swing", time = 20, sides = "each" }, { name = "Jog", time = 40 }]
[defaults]
transition = 3
switch = 2
"""
PLAIN = """title = "T"
[defaults]
transition = 9
get_ready = 4
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.write(WARM, "warm.toml")
    return desk


def plan_of(text: str) -> Plan:
    return load_text(text, Path("outer.toml"), CATALOGUE).plan


@pytest.mark.parametrize("name", ROUTINES)
def test_a_routine_that_includes_one_alone_has_its_plan(name: str) -> None:
    path = CATALOGUE.routines.file_of(name)
    assert path
    text = path.read_text(encoding="utf-8")
    own, said = plan_of(text), re.search(r"^get_ready = .*$", text, re.MULTILINE)
    side = re.search(r"^first_side = .*$", text, re.MULTILINE)
    defaults = '[defaults]\ntransition = "40s"\nset_rest = "1s"\nswitch = "1s"\n'
    ready = "".join(f"{one[0]}\n" for one in (said, side) if one)
    for table in ("steps", "blocks"):
        found = plan_of(f'title = "{own.title}"\n{defaults}{ready}[[{table}]]\ninclude = "{name}"\n')
        assert found.seconds == pytest.approx(own.seconds)
        assert [_untitled(one) for one in found.intervals] == [_untitled(one) for one in own.intervals]


def _untitled(interval: Interval) -> Interval:
    return replace(interval, block_title=None)


def test_as_a_step_its_steps_stand_among_the_others_with_their_own_pauses(desk: Desk) -> None:
    text = f'{PLAIN}[[steps]]\nname = "A"\nhold = 5\n[[steps]]\ninclude = "warm"\n[[steps]]\nname = "B"\nhold = 5\n'
    assert desk.shape(text) == [
        "ready 4 A", "work 5 A", "ready 3 Walk", "work 60 Walk", "ready 3 Swing left", "work 20 Swing left",
        "switch 2 Swing right", "work 20 Swing right", "ready 3 Jog", "work 40 Jog", "ready 9 B", "work 5 B",
    ]  # fmt: skip
    loaded = desk.load(text)
    assert {one.block_title for one in loaded.plan.intervals} == {None}
    assert loaded.plan.steps == 5
    assert loaded.places[2] == ("steps", 1, "include")


def test_as_a_block_it_stands_under_its_title_or_another(desk: Desk) -> None:
    text = '[[blocks]]\ninclude = "warm"\n[[blocks]]\ninclude = "warm"\ntitle = "Again"\nrounds = 2\n'
    plan = desk.plan(f'title = "T"\n{text}')
    assert [*dict.fromkeys((one.block_title, one.rounds) for one in plan.intervals)] == [("Warm", 1), ("Again", 2)]
    assert sum(one.name == "Jog" for one in plan.intervals if one.kind == "work") == 3


def test_blocks_among_steps_have_their_titles_and_the_own_steps_that_of_the_routine(desk: Desk) -> None:
    desk.write('title = "Two"\n[[blocks]]\ntitle = "One"\ninclude = "warm"\n[[blocks]]\ninclude = "warm"\n', "two.toml")
    step = '[[steps]]\nname = "A"\nhold = 5\n'
    plan = desk.plan(f'title = "T"\n{step}[[steps]]\ninclude = "two"\n{step}')
    assert [*dict.fromkeys((one.block, one.block_title) for one in plan.intervals)] == [
        (0, "T"), (1, "One"), (2, "Warm"), (3, "T"),
    ]  # fmt: skip
    inner = '[[blocks.steps]]\nname = "A"\nhold = 5\n[[blocks.steps]]\ninclude = "two"\n'
    plan = desk.plan(f'title = "T"\n[[blocks]]\ntitle = "B"\nrounds = 2\n{inner}')
    assert [*dict.fromkeys(one.block_title for one in plan.intervals)] == [
        "B, round 1 of 2", "B, round 1 of 2: One", "B, round 1 of 2: Warm",
        "B, round 2 of 2", "B, round 2 of 2: One", "B, round 2 of 2: Warm",
    ]  # fmt: skip


def test_skip_leaves_steps_out_by_exercise_id_or_name(desk: Desk) -> None:
    desk.exercise("swing", 'name = "Leg swing"\ntime = 20')
    for word in ("swing", "Leg swing", "leg-swing"):
        desk.write('title = "W"\nsteps = [{ exercise = "swing" }, { name = "Jog", time = 40 }]\n', "w.toml")
        assert desk.shape(f'title = "T"\n[[steps]]\ninclude = "w"\nskip = ["{word}"]\n') == [
            "ready 10 Jog",
            "work 40 Jog",
        ]


def test_what_is_left_of_a_block_with_a_time_keeps_its_lengths(desk: Desk) -> None:
    steps = '{ name = "A", time = 30 }, { name = "B" }, { name = "C", sides = "each" }'
    desk.write(f'title = "W"\n[[blocks]]\ntitle = "B"\ntime = "2m"\nsteps = [{steps}]\n', "w.toml")
    whole = desk.plan('title = "T"\n[[blocks]]\ninclude = "w"\n')
    left = desk.plan('title = "T"\n[[blocks]]\ninclude = "w"\nskip = ["A"]\n')
    lengths = {(one.name, one.side, one.dose): one.seconds for one in whole.intervals if one.kind == "work"}
    for one in left.intervals:
        if one.kind == "work":
            assert one.seconds == pytest.approx(lengths[one.name, one.side, one.dose])
    assert left.seconds == pytest.approx(whole.seconds - 35)


def test_a_routine_that_shares_no_time_keeps_its_doses_where_time_is_shared(desk: Desk) -> None:
    desk.exercise("plank", 'name = "Plank"\nhold = 20')
    desk.write('title = "W"\nsteps = [{ exercise = "plank" }]\n', "w.toml")
    inside = '[[blocks.steps]]\ninclude = "w"\n[[blocks.steps]]\nname = "Rest of it"\n'
    shapes = desk.shape(f'title = "T"\n[[blocks]]\ntitle = "B"\ntime = "1m"\n{inside}')
    assert shapes == ["ready 10 Plank", "work 20 Plank", "ready 5 Rest of it", "work 35 Rest of it"]


def test_values_of_vars_and_cues_are_its_own(desk: Desk) -> None:
    desk.write(
        'title = "W"\nvars = { long = 7 }\nsteps = [{ name = "A", hold = "$long", cues = ["{next}"] }]\n', "w.toml"
    )
    text = (
        'title = "T"\nvars = { long = 99, which = "w" }\nsteps = [{ include = "$which" }, { name = "B", hold = 5 }]\n'
    )
    plan = desk.plan(text)
    assert [one.seconds for one in plan.intervals if one.kind == "work"] == [7, 5]
    assert plan.intervals[1].cues[0].say == "B"


def test_load_and_equipment_that_are_unsaid_are_those_of_what_is_included(desk: Desk) -> None:
    step = 'steps = [{ name = "A", hold = 5 }]'
    desk.write(f'title = "W"\nload = "high"\nequipment = ["mat", "band"]\n{step}\n', "w.toml")
    desk.write('title = "M"\nequipment = ["wall"]\nsteps = [{ include = "w" }]\n', "m.toml")
    steps = 'steps = [{ include = "m" }, { include = "warm" }]'
    unsaid = desk.load(f'title = "T"\n{steps}\n')
    assert (unsaid.card.load, unsaid.plan.load, unsaid.card.equipment) == ("high", "high", ("wall",))
    said = desk.load(f'title = "T"\nload = "low"\nequipment = []\n{steps}\n')
    assert (said.card.load, said.plan.load, said.card.equipment) == ("low", "low", ())


def test_its_distances_are_run_at_its_own_pace(desk: Desk) -> None:
    jog = '{ name = "Jog", distance = "1km" }'
    desk.write(f'title = "W"\ndefaults = {{ pace = "5:00 /km" }}\nsteps = [{jog}]\n', "w.toml")
    text = f'title = "T"\ndefaults = {{ pace = "8:00 /km" }}\nsteps = [{{ include = "w" }}, {jog}]\n'
    assert [one.seconds for one in desk.plan(text).intervals if one.kind == "work"] == [300, 480]


def test_of_a_plan_over_weeks_it_is_the_first_week_that_stands_there(desk: Desk) -> None:
    weeks = "weeks = [{ n = 5 }, { n = 6 }]\n"
    desk.write(f'title = "W"\n{weeks}steps = [{{ name = "A", hold = "$n" }}]\n', "w.toml")
    loaded = desk.load(f'title = "T"\n{weeks}steps = [{{ include = "w" }}, {{ name = "B", hold = "$n" }}]\n')
    assert [[i.seconds for i in one.plan.intervals if i.kind == "work"] for one in loaded.weeks] == [[5, 5], [5, 6]]


def test_it_includes_in_turn_and_what_is_left_out_may_stand_further_in(desk: Desk) -> None:
    desk.write(
        'title = "M"\nsteps = [{ include = "warm", skip = ["Walk"] }, { name = "M", hold = 5 }]\n', "middle.toml"
    )
    shapes = desk.shape('title = "T"\nsteps = [{ include = "middle", skip = ["jog"] }]\n')
    assert [one for one in shapes if one.startswith("work")] == [
        "work 20 Swing left",
        "work 20 Swing right",
        "work 5 M",
    ]


def problem_at(desk: Desk, text: str) -> tuple[Problem, str]:
    """The only problem of a text, and what it points at."""
    problem = desk.problem(text)
    assert problem.span
    lines = text.split("\n")
    return problem, lines[problem.span.line - 1][problem.span.column - 1 : problem.span.end_column - 1]


WRONG = {
    'include = "warn"': ("unknown-routine", '"warn"', "there is no routine “warn”", "did you mean warm"),
    'include = "warm"\nskip = ["jogg"]': ("unknown-value", '"jogg"', "“warm” has no step “jogg”", "did you mean Jog"),
    'include = "warm"\nskip = ["x"]': (
        "unknown-value", '"x"', "“warm” has no step “x”", "its steps are Walk, Swing, Jog",
    ),
    'include = "warm"\nskip = ["walk", "swing", "jog"]': (
        "no-steps", '["walk", "swing", "jog"]', "nothing of “warm” is left", "take a name out of skip",
    ),
    'include = "warm"\nhold = 5': (
        "unknown-key", "hold", "a routine that is included has no “hold”",
        "take it out: the steps of that routine say how they are done",
    ),
    'name = "A"\nhold = 5\nskip = ["x"]': (
        "missing-key", '["x"]', "“skip” goes with “include”",
        "write include = … with the id of a routine, or take it out",
    ),
    'include = "mine"': (
        "include-circle", '"mine"', "the routine includes itself", "take it out, or include another one",
    ),
    "include = 5": ("wrong-type", "5", "5 is not a text", "write it in quotes"),
    'include = "warm"\nskip = "jog"': (
        "wrong-type", '"jog"', '"jog" stands where a list belongs', 'write ["jog"]',
    ),
    'routine = "warm"': ("unknown-key", "routine", "a step has no key “routine”", "did you mean “include”"),
    'include = "warm"\nwithout = ["jog"]': (
        "unknown-key", "without", "a step has no key “without”", "did you mean “skip”",
    ),
}  # fmt: skip


@pytest.mark.parametrize("step", WRONG)
def test_what_is_wrong_is_said_where_it_stands(desk: Desk, step: str) -> None:
    problem, at = problem_at(desk, f'title = "T"\n[[steps]]\n{step}\n')
    assert (problem.code, at, problem.message, problem.help) == WRONG[step]


def test_a_circle_is_said_with_the_way_round_in_each_of_its_files(desk: Desk) -> None:
    desk.write('title = "A"\nsteps = [{ name = "X", hold = 5 }, { include = "b" }]\n', "a.toml")
    desk.write('title = "B"\nblocks = [{ include = "c" }]\n', "b.toml")
    desk.write('title = "C"\nsteps = [{ include = "a" }]\n', "c.toml")
    text = 'title = "A"\nsteps = [{ name = "X", hold = 5 }, { include = "b" }]\n'
    with pytest.raises(BadFile) as caught:
        load_text(text, desk.folder / "a.toml", desk.catalogue)
    (problem,) = caught.value.problems
    assert (problem.code, problem.message) == ("include-circle", "the routine includes itself: a → b → c → a")
    outer = desk.problem('title = "T"\nsteps = [{ include = "b" }]\n')
    assert outer.code == "unknown-routine"
    assert outer.message.startswith(
        "b.toml has a problem of its own, line 2: the routine includes itself: b → c → a → b"
    )


def test_what_is_wrong_inside_is_one_sentence_that_names_the_file(desk: Desk) -> None:
    desk.write('title = "W"\nsteps = [{ name = "A", hold = "soon" }, { name = "B" }]\n', "w.toml")
    problem, at = problem_at(desk, 'title = "T"\nsteps = [{ include = "w" }]\n')
    assert (problem.code, at) == ("unknown-routine", '"w"')
    assert problem.message == 'w.toml has a problem of its own, line 2: "soon" is not a duration, and 1 more'
    assert problem.help == "“hiproutine check w” shows it"


@pytest.mark.parametrize(
    ("inner", "around", "message"),
    [
        ('every = "1m"', 'time = "9m"', "the block that this stands in says already how long it takes"),
        ('every = "1m"', 'every = "9m"', "the block that this stands in says already how long it takes"),
        ('for = "3m"', 'for = "9m"', "the block that this stands in has rounds until a time is over already"),
        ('sides = "each"', 'sides = "each"', "the block that this stands in is done one side after the other already"),
    ],
)
def test_what_cannot_stand_in_its_block_is_said_at_the_name(desk: Desk, inner: str, around: str, message: str) -> None:
    step = '[[blocks.steps]]\nname = "A"\nhold = 5\n'
    desk.write(f'title = "W"\n[[blocks]]\ntitle = "I"\n{inner}\n{step}', "w.toml")
    text = f'title = "T"\n[[blocks]]\ntitle = "B"\n{around}\n[[blocks.steps]]\ninclude = "w"\n'
    problem, at = problem_at(desk, text)
    assert (at, problem.message) == ('"w"', f"“w” cannot stand here: {message}")


def test_a_block_has_steps_blocks_or_a_routine(desk: Desk) -> None:
    text = 'title = "T"\n[[blocks]]\ninclude = "warm"\n[[blocks.steps]]\nname = "A"\nhold = 5\n'
    problem, at = problem_at(desk, text)
    assert (problem.code, at) == ("steps-and-blocks", '"warm"')
    assert (
        desk.problem('title = "T"\n[[blocks]]\n[[blocks.steps]]\nname = "A"\nhold = 5\n').message
        == "“title” is missing"
    )


def test_twenty_files_are_followed_and_no_more(desk: Desk) -> None:
    for number in range(30):
        desk.write(f'title = "R"\nsteps = [{{ include = "r{number + 1}" }}]\n', f"r{number}.toml")
    desk.write(WARM, "r30.toml")
    assert desk.plan('title = "T"\nsteps = [{ include = "r15" }]\n').steps == 3
    problem = desk.problem('title = "T"\nsteps = [{ include = "r5" }]\n')
    assert problem.message == "“r5” leads on to more than 20 other routines"


def test_a_plan_that_grows_too_long_by_what_it_includes_is_refused_and_the_innermost_file_named(desk: Desk) -> None:
    for number in range(6):
        entries = ", ".join([f'{{ include = "r{number + 1}" }}'] * 9)
        desk.write(f'title = "R"\nsteps = [{entries}]\n', f"r{number}.toml")
    desk.write(WARM, "r6.toml")
    message = desk.problem('title = "T"\nsteps = [{ include = "r0" }]\n').message
    assert message.startswith("r3.toml has a problem of its own, line 1: the plan is longer than 5,000 intervals")


def test_the_warning_of_long_holds_stands_at_the_name(desk: Desk) -> None:
    desk.write('title = "W"\nsteps = [{ name = "A", hold = "70s" }]\n', "w.toml")
    loaded = desk.load('title = "T"\nwhen = ["pre-run"]\nsteps = [{ include = "w" }]\n')
    (warning,) = loaded.warnings
    assert warning.place == ("steps", 0, "include")


def test_what_can_be_left_out_is_listed(desk: Desk) -> None:
    assert included_steps("warm", desk.folder / "x.toml", desk.catalogue) == {
        "Walk": "Walk",
        "Swing": "Swing",
        "Jog": "Jog",
    }
    assert included_steps("none", desk.folder / "x.toml", desk.catalogue) == {}
    found = included_steps("warm-up-quick", Path("x.toml"), CATALOGUE)
    assert found["run-build-up"] == "Build-up run"


def test_files_that_changed_are_noticed_and_read_again(desk: Desk) -> None:
    catalogue, text = desk.catalogue, 'title = "T"\nsteps = [{ include = "warm" }]\n'
    before = load_text(text, desk.folder / "x.toml", catalogue)
    assert not catalogue.routines.changed
    desk.write(WARM.replace("60", "61"), "warm.toml")
    assert catalogue.routines.changed
    catalogue.forget()
    after = load_text(text, desk.folder / "x.toml", catalogue)
    assert after.plan.seconds == before.plan.seconds + 1
    assert shape(after.plan) != shape(before.plan)
