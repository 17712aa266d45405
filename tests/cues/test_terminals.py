"""What a terminal understands, by its environment; and that no text can end a sequence or begin one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.cues.finding import State
from hiproutine.cues.notify import Notifications, Progress, Title, available
from hiproutine.cues.terminals import LONGEST, Notice, Terminal, plain, terminal_of
from hiproutine.play.events import Events
from tests.play.rig import Rig, hold, plan_of_steps

XTERM = {"TERM": "xterm-256color"}
KITTY = Terminal("kitty", "99", title=True)
GHOSTTY = Terminal("Ghostty", "777", title=True, progress=True)
ITERM = Terminal("iTerm2", "9", title=True)


@pytest.mark.parametrize(
    ("environ", "name", "notice", "progress"),
    [
        ({"TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.4.1"}, "iTerm2", "9", False),
        ({"TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.6.6"}, "iTerm2", "9", True),
        ({"LC_TERMINAL": "iTerm2", "SSH_CONNECTION": "1"}, "iTerm2", "9", False),
        ({"TERM_PROGRAM": "ghostty", "TERM_PROGRAM_VERSION": "1.1.3"}, "Ghostty", "777", False),
        ({"TERM_PROGRAM": "ghostty", "TERM_PROGRAM_VERSION": "1.2.0"}, "Ghostty", "777", True),
        ({"TERM_PROGRAM": "ghostty", "TERM_PROGRAM_VERSION": "1.3.0-main+ab"}, "Ghostty", "777", True),
        ({"TERM_PROGRAM": "WezTerm"}, "WezTerm", "777", False),
        ({"TERM_PROGRAM": "WarpTerminal"}, "Warp", "9", False),
        ({"TERM_PROGRAM": "Apple_Terminal"}, "Terminal", "", False),
        ({"TERM_PROGRAM": "vscode", "KITTY_WINDOW_ID": "1"}, "Visual Studio Code", "", False),
        ({"TERM": "xterm-kitty"}, "kitty", "99", False),
        ({"KITTY_WINDOW_ID": "1"}, "kitty", "99", False),
        ({"TERM": "foot-extra"}, "foot", "777", False),
        ({"TERM": "rxvt-unicode-256color"}, "urxvt", "777", False),
        ({"KONSOLE_VERSION": "230805"}, "Konsole", "777", False),
        ({"WT_SESSION": "1"}, "Windows Terminal", "", True),
        ({"TERM": "alacritty"}, "Alacritty", "", False),
        ({"VTE_VERSION": "7600"}, "", "", False),
        ({"VTE_VERSION": "8002"}, "", "", True),
        ({"VTE_VERSION": "x"}, "", "", False),
        ({"TERM_PROGRAM": "rio"}, "rio", "", False),
        ({}, "", "", False),
    ],
)
def test_a_terminal_is_known_by_its_environment(
    environ: dict[str, str], name: str, notice: Notice, progress: bool
) -> None:
    assert terminal_of({**XTERM, **environ}) == Terminal(name, notice, title=True, progress=progress)


@pytest.mark.parametrize("term", ["dumb", "unknown", "linux", ""])
def test_where_nothing_is_understood_nothing_is_sent(term: str) -> None:
    terminal = terminal_of({"TERM": term})
    assert terminal == Terminal()
    assert terminal.notification("a", "b") == terminal.title_of("a") == terminal.title_kept() == ""
    assert terminal.title_restored() == terminal.progress_of(5) == terminal.progress_over() == ""


def test_windows_needs_no_term() -> None:
    assert terminal_of({}, windows=True).title
    assert terminal_of({"WT_SESSION": "1"}).progress


def test_inside_tmux_only_what_tmux_does_not_know_is_wrapped() -> None:
    environ = {**XTERM, "TMUX": "/tmp/x,1,0", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.3a"}  # noqa: S108
    terminal = terminal_of({**environ, "GHOSTTY_RESOURCES_DIR": "/opt"})
    assert terminal == Terminal("Ghostty", "777", title=True, progress=False, tmux=True)
    assert terminal.notification("A", "b") == "\x1bPtmux;\x1b\x1b]777;notify;A;b\x1b\x1b\\\x1b\\"
    assert terminal.title_of("A") == "\x1b]2;A\x1b\\"
    assert terminal_of(environ).notification("A", "b") == ""


def test_gnu_screen_passes_nothing_on() -> None:
    terminal = terminal_of({"TERM": "screen", "STY": "1.tty", "KITTY_WINDOW_ID": "1"})
    assert (terminal.notice, terminal.title) == ("", True)


@pytest.mark.parametrize(
    ("terminal", "sequence"),
    [
        (ITERM, "\x1b]9;Hip bridge: 10 times\x1b\\"),
        (GHOSTTY, "\x1b]777;notify;Hip bridge;10 times\x1b\\"),
        (KITTY, "\x1b]99;i=hiproutine:d=0:o=unfocused;Hip bridge\x1b\\\x1b]99;i=hiproutine:p=body;10 times\x1b\\"),
    ],
)
def test_a_notification_is_written_as_its_terminal_reads_it(terminal: Terminal, sequence: str) -> None:
    assert terminal.notification("Hip bridge", "10 times") == sequence


SEQUENCE = re.compile(r"(\x1b\](?:2|9|99|777);[^\x00-\x1f\x7f-\x9f]*\x1b\\|\x1b\[2[23];2t)+")


@given(st.text(), st.text(), st.sampled_from([KITTY, GHOSTTY, ITERM]))
def test_no_text_ends_a_sequence_or_begins_one(title: str, body: str, terminal: Terminal) -> None:
    for made in (terminal.notification(title, body), terminal.title_of(title), terminal.title_restored()):
        assert SEQUENCE.fullmatch(made)
    assert not terminal.notification("4;1;50", body).startswith("\x1b]9;4;")
    assert len(plain(title)) <= LONGEST


def follow(output: Title | Progress | Notifications, events: Events) -> None:
    output.follow(events)


def test_the_title_follows_pausing_counting_in_and_what_has_no_clock() -> None:
    plan = plan_of_steps(hold("A", 30), {"name": "B", "open": 20}, get_ready=5, transition=0)
    written: list[str] = []
    title, rig = Title(written.append, plan, GHOSTTY), Rig(plan)
    for command in ("start", "next", "pause", "resume", "next", "next"):
        follow(title, getattr(rig.engine, command)())
    title.close()
    title.close()
    texts = [text.rpartition("]2;")[2].removesuffix("\x1b\\") for text in written[:-1]]
    assert texts == ["0:05 Next: A", "0:30 A", "Paused: A", "3 A", "B", "Done: T"]


def test_the_title_tells_every_fifth_second_and_the_last_ones() -> None:
    written: list[str] = []
    rig = Rig(plan_of_steps(hold("A", 12), get_ready=0))
    title = Title(written.append, rig.engine.plan, GHOSTTY)
    follow(title, rig.engine.start())
    for _ in range(11):
        rig.clock.advance(1)
        follow(title, rig.engine.tick())
    texts = [text.rpartition("]2;")[2].removesuffix("\x1b\\") for text in written]
    assert texts == [f"0:{second:02d} A" for second in (12, 10, 5, 4, 3, 2, 1)]


def test_a_title_that_was_never_set_is_not_restored() -> None:
    plan = plan_of_steps(hold("A", 30))
    written: list[str] = []
    Title(written.append, plan, GHOSTTY).close()
    bare, rig = Title(written.append, plan, Terminal()), Rig(plan)
    follow(bare, rig.engine.start())
    bare.close()
    assert written == []


def test_progress_is_sent_when_it_changes_pauses_and_at_times_again() -> None:
    plan = plan_of_steps(hold("A", 3000), get_ready=0)
    written: list[str] = []
    progress, rig = Progress(written.append, plan, GHOSTTY), Rig(plan)
    follow(progress, rig.engine.start())
    for _ in range(45):
        rig.clock.advance(1)
        follow(progress, rig.engine.tick())
    assert written == ["\x1b]9;4;1;0\x1b\\"] * 3 + ["\x1b]9;4;1;1\x1b\\"] * 2
    follow(progress, rig.engine.pause())
    assert written[-1] == "\x1b]9;4;4;1\x1b\\"
    follow(progress, rig.engine.resume())
    assert written[-1] == "\x1b]9;4;1;1\x1b\\"
    progress.close()
    progress.close()
    assert written[-1] == "\x1b]9;4;0;0\x1b\\"
    assert written.count("\x1b]9;4;0;0\x1b\\") == 1


def test_an_absence_is_a_notification_and_a_pause_is_none() -> None:
    plan = plan_of_steps(hold("A", 30), get_ready=5)
    written: list[str] = []
    notifications, rig = Notifications(written.append, plan, ITERM), Rig(plan)
    follow(notifications, rig.engine.start())
    follow(notifications, rig.engine.pause())
    assert written == ["\x1b]9;A: 30 s\x1b\\"]
    rig.do("resume")
    rig.clock.advance(100)
    follow(notifications, rig.engine.tick())
    assert written[1:] == ["\x1b]9;Paused: Nobody was here, so it waits.\x1b\\"]


def test_what_is_shown_and_what_not_is_found() -> None:
    found = {finding.name: finding for finding in available({**XTERM, "TERM_PROGRAM": "WezTerm"})}
    assert {name: finding.state for name, finding in found.items()} == {
        "notifications": State.OK, "window title": State.OK, "progress": State.MISSING,
    }  # fmt: skip
    assert found["progress"].sentence == "WezTerm is not known to show it."
    wrapped = available({**XTERM, "TMUX": "x", "KITTY_WINDOW_ID": "1"})[0]
    assert (wrapped.state, "allow-passthrough" in wrapped.cure) == (State.WARN, True)
    assert available({})[1].state is State.MISSING
