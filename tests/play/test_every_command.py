"""Every command in every phase for every kind of interval: answered, and never with an exception."""

from __future__ import annotations

import pytest

from hiproutine.plan.model import Kind
from hiproutine.play.view import Phase
from tests.play.rig import Rig, hold, plan_of_steps

PLAN = plan_of_steps(
    hold("A", 20, sides="each"),
    {"rest": 20},
    {"name": "T", "reps": 4, "tempo": "2-1-2"},
    {"name": "O", "open": 20},
    {"confirm": "Fine?"},
    hold("Z", 20),
)
PLACES = {
    "count-in": 0,
    "work": 1,
    "switch": 2,
    "second side": 3,
    "rest": 4,
    "tempo": 5,
    "change": 6,
    "self-paced": 7,
    "confirm": 8,
    "last": 10,
}
COMMANDS: dict[str, tuple[float, ...]] = {
    "start": (),
    "tick": (),
    "pause": (),
    "resume": (),
    "next": (),
    "back": (),
    "restart": (),
    "adjust": (10,),
    "done": (),
    "stop": (),
}
BEFORE_AND_AFTER: dict[Phase, dict[str, Phase]] = {
    Phase.IDLE: {"start": Phase.PLAYING},
    Phase.PLAYING: {
        "pause": Phase.PAUSED,
        "back": Phase.PLAYING,
        "restart": Phase.COUNTING_IN,
        "stop": Phase.STOPPED,
    },
    Phase.PAUSED: {"resume": Phase.COUNTING_IN, "stop": Phase.STOPPED},
    Phase.COUNTING_IN: {"pause": Phase.PAUSED, "back": Phase.PLAYING, "stop": Phase.STOPPED},
    Phase.FINISHED: {},
    Phase.STOPPED: {},
}
"""What a command makes of a phase during the first side of a step; what is not named leaves it as it is."""


def brought_to(phase: Phase, index: int) -> Rig:
    """An engine in a phase of an interval."""
    rig = Rig(PLAN)
    if phase is Phase.IDLE:
        return rig
    rig.go_to(index)
    rig.wait(2)
    if phase is Phase.COUNTING_IN and rig.engine.interval.kind is Kind.CONFIRM:
        rig = brought_to(phase, index - 1)
        rig.do("next")
        return rig
    for command in {Phase.PAUSED: ["pause"], Phase.COUNTING_IN: ["pause", "resume"], Phase.STOPPED: ["stop"]}.get(
        phase, []
    ):
        rig.do(command)
    while phase is Phase.FINISHED and rig.engine.phase is not phase:
        rig.do("next")
    return rig


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("phase", Phase)
def test_every_phase_of_every_interval_is_reached(phase: Phase, place: str) -> None:
    rig = brought_to(phase, PLACES[place])
    assert rig.engine.phase is phase
    if not phase.over and phase is not Phase.IDLE:
        assert rig.engine.interval.index == PLACES[place]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("phase", Phase)
def test_a_command_leads_from_phase_to_phase(phase: Phase, command: str) -> None:
    rig = brought_to(phase, PLACES["work"])
    rig.do(command, *COMMANDS[command])
    assert rig.engine.phase is BEFORE_AND_AFTER[phase].get(command, phase)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("phase", Phase)
def test_every_command_is_answered_in_every_kind_of_interval(phase: Phase, command: str) -> None:
    for index in PLACES.values():
        rig = brought_to(phase, index)
        told = rig.do(command, *COMMANDS[command])
        view = rig.engine.view()
        assert view.elapsed >= 0
        assert 0 <= view.left <= view.length
        assert view.total_left >= 0
        assert (rig.engine.due() is None) == (
            view.phase not in {Phase.PLAYING, Phase.COUNTING_IN}
            or (view.phase is Phase.PLAYING and view.interval.kind is Kind.CONFIRM)
        )
        if phase.over:
            assert told == []


@pytest.mark.parametrize("place", PLACES)
def test_after_whatever_happened_the_routine_can_be_played_to_its_end(place: str) -> None:
    for phase in (Phase.PLAYING, Phase.PAUSED, Phase.COUNTING_IN):
        for command, arguments in COMMANDS.items():
            rig = brought_to(phase, PLACES[place])
            rig.do(command, *arguments)
            for _ in range(80):
                rig.do("resume")
                rig.wait(4.5, 4.5)
                rig.do("done")
            assert rig.engine.phase.over, (phase, command)
