"""`edit` and `watch`, and `new` into the editor."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

import pytest

from hiproutine.cli import editing
from hiproutine.paths import find_paths
from hiproutine.routine.checking import Source
from tests.cli.authors import GOOD, own, run, write
from tests.terminals import CTRL_C, CTRL_Z, ESCAPE, Terminal, environment

COMMAND = [sys.executable, "-m", "hiproutine"]
WAITED = 20.0


class Watching:
    """`watch` without a terminal."""

    def __init__(self, path: Path, out: Path) -> None:
        self.out = out
        with out.open("wb") as file:
            self.process = subprocess.Popen(
                [*COMMAND, "watch", str(path)],
                stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT, env=environment(),
            )  # fmt: skip

    def until(self, so: Callable[[str], bool]) -> str:
        """What was printed once something is so."""
        end = monotonic() + WAITED
        while not so(text := self.out.read_text(encoding="utf-8")):
            assert monotonic() < end, text
            assert self.process.poll() is None, text
            sleep(0.02)
        return text


@pytest.mark.parametrize("command", ["edit", "watch"])
@pytest.mark.parametrize("name", ["no/such.toml", "cool-dwon", "a\x1b[31mb", "~nobody/x.toml", "."])
def test_what_is_not_there_is_said(command: str, name: str) -> None:
    done = run(command, name)
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert "\x1b" not in done.stderr
    if name == "cool-dwon":
        assert "Did you mean cool-down?" in done.stderr


def test_without_a_terminal_edit_names_the_other_way() -> None:
    done = run("edit", "cool-down")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "hiproutine watch FILE" in done.stderr


def test_watch_notices_a_routine_that_is_included(tmp_path: Path) -> None:
    path = write(tmp_path / "mine.toml", 'title = "T"\nsteps = [{ include = "inner" }]\n')
    inner = write(own() / "inner.toml", GOOD)
    seen = editing._seen(Source(path, exercise=False), editing._catalogue(find_paths()))
    assert not seen.stale()
    write(inner, GOOD.replace("hold = 30", "hold = 300"))
    assert seen.stale()
    assert seen.plan
    again = editing._seen(Source(path, exercise=False), editing._catalogue(find_paths())).plan
    assert again
    assert again.seconds == seen.plan.seconds + 270


def test_watch_prints_once_a_change_and_survives_what_editors_do(tmp_path: Path) -> None:
    path = write(tmp_path / "mine.toml", GOOD)
    watching = Watching(path, tmp_path / "out")
    try:
        watching.until(lambda text: text.count("no problems.") == 1)
        new = write(tmp_path / "mine.toml.new", GOOD.replace("hold = 30", 'hold = "30 secs"'))
        new.replace(path)
        text = watching.until(lambda text: "bad-duration" in text and "1 error" in text)
        assert "^^^^^^^^^" in text
        path.unlink()
        watching.until(lambda text: "is gone. It is shown again as soon as it is back." in text)
        write(path, GOOD.replace("30", "45"))
        text = watching.until(lambda text: text.count("no problems.") == 2)
        assert "45 s" in text
        assert "\x1b" not in text
        watching.process.send_signal(signal.SIGINT)
        assert watching.process.wait(WAITED) == 0
        assert "Traceback" not in watching.out.read_text(encoding="utf-8")
    finally:
        watching.process.kill()
        watching.process.wait()


def test_watch_redraws_a_terminal_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    path = write(tmp_path / "mine.toml", GOOD)
    with Terminal([*COMMAND, "watch", str(path)], rows=12) as terminal:
        terminal.wait_for("Hold")
        write(path, "oops")
        terminal.wait_for("toml-syntax")
        terminal.wait_for(lambda: "Hold" not in terminal.text)
        terminal.send(CTRL_C)
        assert terminal.wait() == 0
        assert terminal.restored


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_watch_leaves_the_terminal_as_it_was_however_it_ends(tmp_path: Path, number: signal.Signals) -> None:
    path = write(tmp_path / "mine.toml", GOOD)
    before = signal.signal(number, signal.SIG_DFL)  # as under nohup, whoever runs the tests may not hear it
    try:
        program = Terminal([*COMMAND, "watch", str(path)], rows=12, warm=True)
    finally:
        signal.signal(number, before)
    with program as terminal:
        terminal.wait_for("q ends")
        terminal.kill(signal.SIGUSR1)
        if number == signal.SIGTERM:
            terminal.send(CTRL_Z)
            terminal.wait_for(lambda: terminal.stopped)
            assert terminal.restored
            seen = len(terminal.output)
            terminal.kill(signal.SIGCONT)
            terminal.wait_for(lambda: b"q ends" in terminal.output[seen:])
        terminal.kill(number)
        assert terminal.wait() == 1
        assert terminal.restored


LONG = 'title = "Long"\n' + "".join(
    f'[[steps]]\nname = "Step {n}"\nhold = {n + 20}\nsetup = "Set up."\n' for n in range(40)
)


def test_watch_scrolls_to_the_step_that_changed_folds_follows_the_size_and_ends_with_q(tmp_path: Path) -> None:
    path = write(tmp_path / "mine.toml", LONG)
    with Terminal([*COMMAND, "watch", str(path)], rows=14, columns=70, warm=True) as terminal:
        terminal.wait_for("q ends")
        assert "Set up." not in terminal.text  # folded, since not all has room
        write(path, LONG.replace("hold = 55", "hold = 56"))
        terminal.wait_for("Step 35")
        terminal.wait_for("56 s")
        terminal.wait_for(lambda: "Step 2\n" not in terminal.text)
        terminal.send("f")
        terminal.wait_for("Set up.")
        terminal.resize(70, 30)
        terminal.wait_for("95–123 of 123")
        terminal.send("\x1b[H")
        terminal.wait_for("1–29 of 123")
        terminal.send("q")
        assert terminal.wait() == 0
        assert terminal.restored


def test_new_opens_the_editor_and_leaving_says_where_it_is() -> None:
    with Terminal([*COMMAND, "new", "evening"]) as terminal:
        terminal.wait_for("2 steps")
        terminal.send(ESCAPE)
        assert terminal.wait() == 0
        assert "Check it: hiproutine check evening" in terminal.text
        assert terminal.restored
    assert (own() / "evening.toml").is_file()


def test_edit_saves_and_lends_the_terminal_to_another_editor(tmp_path: Path) -> None:
    path = write(own() / "mine.toml", GOOD)
    other = write(tmp_path / "my editor.py", "import sys; open(sys.argv[2], 'a').write('# ' + sys.argv[1])")
    env = {"EDITOR": f'"{sys.executable}" "{other}" "two words"'}
    with Terminal([*COMMAND, "edit", "mine"], env, warm=True) as terminal:
        terminal.wait_for("1 step")
        terminal.send("#")
        terminal.wait_for("not saved")
        terminal.send("\x13")
        terminal.wait_for("Saved mine.toml: 1 line changed.")
        terminal.send("\x0f")
        terminal.wait_for("Back from")
        terminal.wait_for("# two words")
        terminal.send("\x11")
        assert terminal.wait() == 0
        assert terminal.restored
    assert path.read_text(encoding="utf-8") == f"#{GOOD}# two words"


def test_what_is_not_saved_outlives_a_closed_window() -> None:
    path = write(own() / "mine.toml", GOOD)
    with Terminal([*COMMAND, "edit", "mine"], warm=True) as terminal:
        terminal.wait_for("1 step")
        terminal.send("#")
        terminal.wait_for("not saved")
        terminal.kill(signal.SIGHUP)
        terminal.wait()
    assert path.read_text(encoding="utf-8") == GOOD
    (kept,) = (find_paths().data / "unsaved").iterdir()
    assert kept.read_text(encoding="utf-8") == f"#{GOOD}"
    with Terminal([*COMMAND, "edit", "mine"], warm=True) as terminal:
        terminal.wait_for("Of mine.toml there is text that was not saved.")
        terminal.send("1")
        terminal.wait_for("This is what was not saved.")
        terminal.send("\x13")
        terminal.wait_for("Saved mine.toml")
    assert path.read_text(encoding="utf-8") == f"#{GOOD}"
    assert list(kept.parent.iterdir()) == []


PASTED = 'name = "家 ä\u0301 😀"\t# \x13\x11\x03 ctrl\r\nhold = "30s"\r\x1b[31m[bold]q\n'
"""A tab, wide and combining characters, all kinds of line ends, and what would be keys if it were typed."""


def test_a_large_paste_arrives_whole_means_no_key_and_is_taken_back_at_once() -> None:
    path = write(own() / "mine.toml", GOOD)
    text = PASTED * 700
    with Terminal([*COMMAND, "edit", "mine"], warm=True) as terminal:
        terminal.wait_for("1 step")
        terminal.send("\x1b[200~")
        for begin in range(0, len(text), 1000):
            terminal.send(text[begin : begin + 1000])
            terminal.read(0)
        terminal.send("\x1b[201~")
        terminal.wait_for("not saved")
        terminal.send("\x13")
        terminal.wait_for("Saved mine.toml")
        wanted = text.replace("\r\n", "\n").replace("\r", "\n") + GOOD
        assert path.read_bytes().decode() == wanted
        terminal.send("\x1a\x13")
        terminal.wait_for(lambda: path.read_text(encoding="utf-8") == GOOD)
        terminal.send("\x11")
        assert terminal.wait() == 0


def test_keys_that_arrive_together_are_done_in_their_order() -> None:
    path = write(own() / "mine.toml", GOOD)
    with Terminal([*COMMAND, "edit", "mine"], warm=True) as terminal:
        terminal.wait_for("1 step")
        terminal.send("# ab\x7f\x7fxy\x1b[Dz\r# 2\x1b[F!\x13")
        terminal.wait_for("Saved mine.toml")
        first, rest = GOOD.split("\n", 1)
        assert path.read_text(encoding="utf-8") == f"# xz\n# 2y{first}!\n{rest}"


def test_an_exercise_is_meant_by_its_id_or_where_it_is_said() -> None:
    write(own() / "plank.toml", GOOD)
    with Terminal([*COMMAND, "edit", "plank"], warm=True) as terminal:
        terminal.wait_for("1 step")
        terminal.send(ESCAPE)
        terminal.wait()
    for arguments in (["hip-bridge"], ["--exercise", "plank"]):
        with Terminal([*COMMAND, "edit", *arguments], warm=True) as terminal:
            terminal.wait_for("comes with the program")
            terminal.wait_for("Works")
            terminal.send(ESCAPE)
            assert terminal.wait() == 0
    done = run("edit", "--exercise", "cool-down")
    assert done.exit_code == 2
    assert done.stderr.startswith("There is no exercise called “cool-down”.")


def test_watch_shows_what_an_exercise_says(tmp_path: Path) -> None:
    path = write(tmp_path / "exercises" / "wall-sit.toml", 'name = "Wall sit"\nhold = "30s"\n')
    watching = Watching(path, tmp_path / "out")
    try:
        text = watching.until(lambda text: "no problems." in text)
        assert "Wall sit (wall-sit)\nhold 30 s\n" in text
        write(path, 'name = "Wall sit"\nsteps = []\n')
        watching.until(lambda text: "unknown-key" in text)
    finally:
        watching.process.kill()
        watching.process.wait()
