"""The machine stays awake while time runs, and only then."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from hiproutine.cues import Chorus, awake
from hiproutine.cues.awake import Awake, Inhibitor, Keeper, State, Wakepy, keepers
from hiproutine.cues.finding import State as Standing
from tests.cues.rig import until
from tests.play.rig import Rig, hold, plan_of_steps

Pretend = Callable[[str, str], Path]
Log = Callable[[], list[str]]
PLAN = plan_of_steps(hold("A", 30), hold("B", 30), get_ready=5)
HOLDS = 'echo "begun $*" >> "$LOG"; cat; echo over >> "$LOG"'


class Sleepless:
    """A keeper that writes down what it is asked."""

    def __init__(self, name: str = "sleepless", *, works: bool | Exception = True) -> None:
        self.name = name
        self.works = works
        self.asked: list[str] = []

    def there(self) -> bool:
        return True

    def hold(self) -> bool:
        self.asked.append("hold")
        if isinstance(self.works, Exception):
            raise self.works
        return self.works

    def release(self) -> None:
        self.asked.append("release")


def test_it_is_held_while_time_runs_and_released_while_it_does_not() -> None:
    keeper = Sleepless()
    output, rig = Awake(lambda: [keeper]), Rig(PLAN)
    chorus = Chorus([output])
    assert output.state is State.OFF
    for command, state in [
        ("start", State.HELD), ("next", State.HELD), ("pause", State.OFF), ("next", State.OFF),
        ("resume", State.HELD), ("stop", State.OFF),
    ]:  # fmt: skip
        chorus.play(getattr(rig.engine, command)())
        assert until(lambda: output.state is state), command  # noqa: B023
    assert keeper.asked == ["hold", "release"] * 2
    chorus.close()


def test_muting_does_not_let_it_sleep_and_closing_does() -> None:
    keeper = Sleepless()
    output, rig = Awake(lambda: [keeper]), Rig(PLAN)
    chorus = Chorus([output])
    chorus.muted = True
    chorus.play(rig.engine.start())
    assert until(lambda: output.state is State.HELD)
    assert output.how == "sleepless"
    chorus.close()
    assert until(lambda: output.state is State.OFF)
    assert output._thread is not None
    output._thread.join(5)
    assert not output._thread.is_alive()


def test_the_next_way_is_tried_and_failing_is_known_but_silent() -> None:
    broken, useless, last = Sleepless("a", works=OSError("no")), Sleepless("b", works=False), Sleepless("c")
    complaints: list[str] = []
    for found, state, how in [([broken, useless, last], State.HELD, "c"), ([broken, useless], State.FAILED, "a and b")]:
        output = Awake(lambda: found)  # noqa: B023
        chorus = Chorus([output], complaints.append)
        chorus.play(Rig(PLAN).engine.start())
        assert until(lambda: output.state is state)  # noqa: B023
        assert output.how == how
        chorus.close()
    assert complaints == []


def test_a_routine_that_never_began_starts_nothing() -> None:
    output = Awake()
    output.close()
    assert output._thread is None


def test_an_inhibitor_runs_until_it_is_released(pretend: Pretend, log: Log) -> None:
    pretend("pretend-inhibit", HOLDS)
    keeper = Inhibitor("pretend-inhibit", ("--why=A routine is playing",))
    assert keeper.there()
    assert keeper.hold()
    assert log() == ["begun --why=A routine is playing"]
    keeper.release()
    keeper.release()
    assert keeper._process is None


@pytest.mark.parametrize("script", ["exit 1", None])
def test_an_inhibitor_that_ends_at_once_does_not_hold(pretend: Pretend, script: str | None) -> None:
    if script:
        pretend("pretend-inhibit", script)
    assert not Inhibitor("pretend-inhibit", ()).hold()


def test_one_that_does_not_want_to_end_is_killed(pretend: Pretend, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(awake, "FAREWELL", 0.1)
    pretend("pretend-inhibit", "trap '' TERM; while :; do /bin/sleep 0.05; done")
    keeper = Inhibitor("pretend-inhibit", ())
    assert keeper.hold()
    process = keeper._process
    assert process
    keeper.release()
    assert process.returncode == -signal.SIGKILL


def test_it_ends_with_a_program_that_is_killed(pretend: Pretend, log: Log) -> None:
    pretend("systemd-inhibit", HOLDS)
    taken = "from hiproutine.cues.awake import Inhibitor; "
    code = f"{taken}keeper = Inhibitor('systemd-inhibit', ('x',)); keeper.hold(); input()"
    program = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, env=dict(os.environ))
    try:
        assert until(log)
    finally:
        program.kill()
        program.communicate()
    assert until(lambda: log()[-1] == "over")


def fake_wakepy(active: bool, log: list[str]) -> ModuleType:
    """The library, as far as it is used."""

    class Mode:
        def __enter__(self) -> SimpleNamespace:
            log.append("in")
            return SimpleNamespace(active=active)

        def __exit__(self, *_: object) -> None:
            log.append("out")

    def presenting(*, on_fail: str) -> Mode:
        assert on_fail == "pass"
        return Mode()

    module = ModuleType("wakepy")
    module.keep = SimpleNamespace(presenting=presenting)  # type: ignore[attr-defined]
    return module


@pytest.mark.parametrize("active", [True, False])
def test_the_library_is_entered_and_left(active: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    log: list[str] = []
    monkeypatch.setitem(sys.modules, "wakepy", fake_wakepy(active, log))
    keeper: Keeper = Wakepy()
    assert keeper.hold() is active
    keeper.release()
    assert log == ["in", "out"]


def test_over_ssh_there_is_no_way_and_the_finding_says_why(pretend: Pretend) -> None:
    pretend("systemd-inhibit", "exit 0")
    assert keepers({"SSH_CONNECTION": "1"}) == []
    assert awake.available({"SSH_CONNECTION": "1"}).state is Standing.WARN
    assert "systemd-inhibit" in {keeper.name for keeper in keepers({})}
    assert awake.available({}).ok


def test_where_there_is_no_way_the_finding_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(awake, "find_spec", lambda name: None)
    found = awake.available({})
    assert (found.state, "hiproutine[awake]" in found.cure) == (Standing.MISSING, True)


@pytest.mark.parametrize(("script", "state"), [(HOLDS, Standing.OK), ("exit 1", Standing.WARN)])
def test_the_finding_can_try(pretend: Pretend, monkeypatch: pytest.MonkeyPatch, script: str, state: Standing) -> None:
    monkeypatch.setattr(awake, "find_spec", lambda name: None)
    pretend("systemd-inhibit", script)
    assert awake.available({}, attempt=True).state is state
