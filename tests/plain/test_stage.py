"""Keys while a routine plays, on a clock that stands still between them."""

from __future__ import annotations

import pytest

from hiproutine.config.keymap import spoken_key
from hiproutine.cues import Chorus, CueOutput, Signal
from hiproutine.plain.console import CONTINUED, CTRL_C, CTRL_Z, ENTER, ESCAPE, LEFT, RIGHT
from hiproutine.plain.pressing import Pressing
from tests.plain.room import LONG, Room, loaded, played
from tests.play.rig import hold


def test_space_pauses_and_goes_on_after_a_count_in() -> None:
    room = Room()
    room.press(10, " ")
    room.press(100, " ")
    assert played(room, loaded(hold("Bridge", 30)))
    assert room.heard[1:9] == [
        (0.0, "Space pauses and goes on, q leaves, question mark says all keys."),
        (0.0, "Bridge, 30 seconds. Step 1 of 1."),
        (10.0, "Paused. Space goes on."),
        (100.0, "3"),
        (101.0, "2"),
        (102.0, "1"),
        (103.0, "Go on."),
        (108.0, "Half time."),
    ]
    assert (123.0, "That was the last step.") in room.heard


@pytest.mark.parametrize("key", ["n", "N", RIGHT])
def test_next_skips(key: str) -> None:
    room = Room()
    room.press(10, key)
    assert not played(room, LONG)
    assert room.heard[3:5] == [(10.0, "Skipped."), (10.0, "Lunge, 1 minute. Step 2 of 2.")]
    assert "Ended early. 1 minute, 1 of 2 steps." in room.lines
    assert "58 % of the work was done." in room.lines
    assert "Bridge: skipped." in room.lines


@pytest.mark.parametrize("key", ["b", LEFT])
def test_back_goes_to_the_work_before(key: str) -> None:
    room = Room()
    room.press(70, key)
    assert played(room, LONG)
    assert room.lines.count("Bridge, 1 minute. Step 1 of 2.") == 2


def test_again_longer_shorter_and_where() -> None:
    room = Room()
    room.press(10, "r")
    room.press(20, "+")
    room.press(21, "-")
    room.press(22, "=", "t")
    assert played(room, LONG)
    assert room.lines.count("Bridge, 1 minute. Step 1 of 2.") == 2
    assert "10 seconds longer, 1 minute 3 seconds left." in room.lines
    assert "10 seconds shorter, 52 seconds left." in room.lines
    assert "Bridge. 1 minute 1 second left of it. Step 1 of 2, 2 minutes 1 second left in all." in room.lines


def test_what_has_no_clock_waits_for_space_and_keeps_its_length() -> None:
    room = Room()
    room.press(50, " ", ENTER)
    room.press(60, "+")
    room.press(70, " ")
    assert played(room, loaded({"confirm": "Dry floor?"}, {"name": "Circles", "open": 5}))
    assert room.heard[2:6] == [
        (0.0, "Check: Dry floor? Press space when you have checked."),
        (50.0, "Circles, at your pace. Step 1 of 1. Press space when you are done."),
        (60.0, "The time stays as it is."),
        (70.0, "That was the last step."),
    ]


@pytest.mark.parametrize(
    ("key", "line"), [("i", "The routine: For tests."), ("?", "plus or equals sign: 10 seconds more.")]
)
def test_how_and_keys_are_read_while_the_routine_waits(key: str, line: str) -> None:
    room = Room()
    room.press(10, key)
    room.press(300, " ")
    assert played(room, LONG)
    assert (10.0, line) in room.heard
    assert (10.0, "The routine waits. Space goes on.") in room.heard
    assert room.heard[-1][0] == 413.0, "290 s of waiting and 3 s of counting in"


def test_mute_silences_the_cues_and_not_the_lines() -> None:
    rung: list[Signal] = []

    class Ear(CueOutput):
        def signal(self, signal: Signal) -> None:
            rung.append(signal)

    room = Room()
    room.press(10, "m")
    room.press(50, "m")
    assert played(room, loaded(hold("Bridge", 60)), sing=lambda _plan: Chorus([Ear()]))
    assert rung == [Signal.COUNT] * 3 + [Signal.END]
    assert "Half time." in room.lines
    assert {"Muted. These lines go on.", "The cues are heard again."} < set(room.lines)


@pytest.mark.parametrize("key", ["q", ESCAPE, CTRL_C])
@pytest.mark.parametrize("yes", ["y", CTRL_C])
def test_leaving_asks_first(key: str, yes: str) -> None:
    room = Room()
    room.press(10, key)
    room.press(12, "z", yes)
    assert not played(room, LONG)
    assert room.lines.count("Leave the routine here? y leaves, n stays.") == 2
    assert "Ended early. 10 seconds, 0 of 2 steps." in room.lines


def test_the_key_that_asks_does_not_confirm() -> None:
    room = Room()
    room.press(10, "q")
    room.press(12, "q", "q", "q", "n")
    assert played(room, LONG)
    assert room.lines.count("Leave the routine here? y leaves, n stays.") == 4


@pytest.mark.parametrize("no", ["n", " ", ENTER, ESCAPE])
def test_who_stays_is_counted_in(no: str) -> None:
    room = Room()
    room.press(10, "q")
    room.press(20, no)
    assert played(room, LONG)
    assert [moment for moment, line in room.heard if line == "Go on."] == [23.0]


def test_who_was_paused_and_stays_is_still_paused() -> None:
    room = Room()
    room.press(10, " ")
    room.press(20, "q", "n")
    room.press(30, " ")
    assert played(room, LONG)
    assert room.lines.count("Paused. Space goes on.") == 2
    assert [moment for moment, line in room.heard if line == "Go on."] == [33.0]


def test_in_the_background_everything_stands_still() -> None:
    room = Room()
    room.press(10, CTRL_Z)
    room.press(500, CONTINUED)
    room.press(510, " ")
    assert played(room, LONG)
    assert room.stood_aside == 1
    assert (500.0, "The routine waits. Space goes on.") in room.heard
    assert (513.0, "Go on.") in room.heard


@pytest.mark.parametrize("attended", [True, False])
def test_who_was_away_finds_it_waiting_and_without_anybody_it_goes_on(attended: bool) -> None:
    room = Room(attended=attended)
    room.away = (10.0, 30.0)
    if attended:
        room.press(100, " ")
    assert played(room, LONG)
    waits = "so it waits. Space goes on." if attended else "It goes on from there."
    (said,) = [line for line in room.lines if line.startswith("Nobody was here for 31 seconds")]
    assert said.endswith(waits)
    assert (103.0 if attended else 43.0, "Go on.") in room.heard
    assert "Done. 2 minutes, 2 steps." in room.lines


OTHER_KEYS = {
    "player.space": "f5",
    "player.next": "b",
    "player.back": "n,N",
    "player.leave": "x",
    "player.keys": "ctrl+k",
    "player.done": "d",
    "player.mute": "t",
}


def test_keys_that_were_changed_do_what_they_are_named_for() -> None:
    room = Room()
    room.press(5, "q", " ", "?", "m", ESCAPE)
    room.press(10, "f5")
    room.press(20, "f5")
    room.press(30, "b")
    room.press(40, "N")
    room.press(50, "t", "w", "d")
    room.press(60, "x")
    room.press(61, "q", "x", "y")
    assert not played(room, LONG, keys=OTHER_KEYS)
    assert room.heard[1:4] == [
        (0.0, "F5 pauses and goes on, x leaves, control k says all keys."),
        (0.0, "Bridge, 1 minute. Step 1 of 2."),
        (10.0, "Paused. F5 goes on."),
    ]
    assert [line for moment, line in room.heard if 30 <= moment < 60][:2] == [
        "Skipped.",
        "Lunge, 1 minute. Step 2 of 2.",
    ]
    assert (40.0, "Bridge, 1 minute. Step 1 of 2.") in room.heard
    assert (50.0, "Muted. These lines go on.") in room.heard
    assert any(line.startswith("Bridge. 53 seconds left of it.") for line in room.lines)
    assert [moment for moment, line in room.heard if line.startswith("Leave the routine here?")] == [60.0, 61.0, 61.0]


def test_changed_keys_are_named_wherever_a_key_is() -> None:
    room = Room()
    room.press(5, "ctrl+k")
    room.press(6, "f5")
    room.press(10, "d")
    room.press(20, "x", "f5")
    room.press(30, "D")
    assert played(room, loaded({"confirm": "Dry floor?"}, {"name": "Circles", "open": 5}), keys=OTHER_KEYS)
    told = room.lines
    assert told[2] == "Check: Dry floor? Press f5 when you have checked."
    assert "The routine waits. F5 goes on." in told
    assert any(line.endswith("Press f5 when you are done.") for line in told)
    listed = told[told.index("f5: pause and go on, or done.") :]
    assert listed[:4] == ["f5: pause and go on, or done.", "d: done.", "b: next.", "n or capital N: back."]
    assert {"w: where you are, and the time left.", "control k: these keys.", "x: leave."} < set(listed)
    assert "That was the last step." in told
    assert not any("pace goes" in line or "q leaves" in line for line in told)


def test_done_is_only_done_where_that_is_waited_for() -> None:
    room = Room()
    room.press(10, "d", ENTER)
    assert played(room, loaded(hold("Bridge", 30)), keys=OTHER_KEYS)
    assert "Paused. F5 goes on." not in room.lines


@pytest.mark.parametrize(
    ("key", "said"),
    [("question_mark", "question mark"), ("N", "capital N"), ("ctrl+shift+left", "control shift left"),
     ("pageup", "page up"), ("f5", "f5"), ("space", "space"), ("ö", "ö"), ("full_stop", "full stop"),
     ("less_than_sign", "less than sign")],
)  # fmt: skip
def test_a_key_is_called_as_a_voice_says_it(key: str, said: str) -> None:
    assert spoken_key(key) == said


def test_no_key_is_left_for_where_one_is_if_the_person_has_given_all_away() -> None:
    pressing = Pressing({"player.mute": "t,w,l,o"})
    assert pressing.action("t") == "player.mute"
    assert not any("where you are" in line for line in pressing.lines())
