"""`edit`, `new` and `e` in the library with `editor.outside`: the person's own editor gets the file."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from hiproutine.config.external_editor import NoEditor, find_editor
from hiproutine.paths import bundled, find_paths
from tests.cli.authors import GOOD, own, run, write
from tests.terminals import Terminal

COMMAND = [sys.executable, "-m", "hiproutine"]
APPENDS = "import sys; open(sys.argv[-1], 'a', encoding='utf-8').write('# ' + '|'.join(sys.argv[1:-1]) + chr(10))"


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An editor that adds its arguments as a comment, named with blanks and quotes, and the setting for it."""
    program = write(tmp_path / "my editor.py", APPENDS)
    command = f'"{sys.executable}" "{program}" "two words" ";" "$(touch never)"'
    monkeypatch.setenv("EDITOR", command)
    monkeypatch.delenv("VISUAL", raising=False)
    write(find_paths().settings, "[editor]\noutside = true\n")
    return command


@pytest.mark.usefixtures("editor")
def test_edit_gives_it_the_file_and_then_says_what_is_wrong() -> None:
    path = write(own() / "mine.toml", GOOD)
    done = run("edit", "mine")
    assert (done.exit_code, done.stderr) == (0, "")
    assert path.read_text(encoding="utf-8") == f"{GOOD}# two words|;|$(touch never)\n"
    assert done.stdout == "1 file, no problems.\n"
    write(path, GOOD.replace("30", '"x"'))
    done = run("edit", str(path))
    assert done.exit_code == 0
    assert "error[bad-duration]" in done.stdout


@pytest.mark.usefixtures("editor")
def test_what_is_bundled_becomes_ones_own_first() -> None:
    for name, path in {
        "cool-down": own() / "cool-down.toml",
        "plank": find_paths().exercises / "plank.toml",
    }.items():
        done = run("edit", name)
        assert done.exit_code == 0
        assert f"Saved as your own copy: {path}." in done.stdout
        assert path.read_text(encoding="utf-8").endswith("# two words|;|$(touch never)\n")
    assert "two words" not in (bundled() / "cool-down.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({}, "Name your editor in the environment as EDITOR, such as EDITOR=nano."),
        ({"EDITOR": "  "}, "Name your editor in the environment as EDITOR"),
        ({"EDITOR": "ed 'x"}, "EDITOR cannot be read: a quote in it is not closed."),
        ({"VISUAL": "nothing-of-the-kind; ls", "EDITOR": "ed"}, "There is no program “nothing-of-the-kind;”."),
        ({"EDITOR": "/nothing\x1b[31m/here"}, "Is EDITOR right?"),
        ({"VISUAL": "''", "EDITOR": ""}, "Name your editor"),
    ],
)
@pytest.mark.usefixtures("editor")
def test_without_one_it_says_so_and_names_the_way_back(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], told: str
) -> None:
    write(own() / "mine.toml", GOOD)
    monkeypatch.delenv("EDITOR")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    done = run("edit", "mine")
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert "\x1b" not in done.stderr
    assert "hiproutine config editor.outside off" in done.stderr


def test_visual_comes_before_editor() -> None:
    here = shlex.quote(sys.executable)
    assert find_editor({"VISUAL": f"{here} b", "EDITOR": "c"}).command == (sys.executable, "b")
    assert find_editor({"EDITOR": here}).variable == "EDITOR"
    with pytest.raises(NoEditor):
        find_editor({})


@pytest.mark.usefixtures("editor")
def test_new_opens_it_where_there_is_a_terminal_and_names_the_file_even_if_it_cannot() -> None:
    assert run("new", "quiet").exit_code == 0
    path = own() / "evening.toml"
    with Terminal([*COMMAND, "new", "evening"]) as terminal:
        assert terminal.wait() == 0
        assert "1 file, no problems." in terminal.text
        assert "Check it: hiproutine check evening" in terminal.text
    assert path.read_text(encoding="utf-8").endswith("# two words|;|$(touch never)\n")
    with Terminal([*COMMAND, "new", "morning"], {"EDITOR": ""}, warm=True) as terminal:
        assert terminal.wait() == 0
        assert "Name your editor" in terminal.text
        assert "Check it: hiproutine check morning" in terminal.text


def test_e_in_the_library_lends_it_the_terminal(editor: str) -> None:
    with Terminal(COMMAND, {"EDITOR": editor}, warm=True) as terminal:
        terminal.wait_for(lambda: " routines" in terminal.text and "reading" not in terminal.text)
        terminal.send("e")
        terminal.wait_for("Back")
        (path,) = own().iterdir()
        before = (bundled() / path.name).read_text(encoding="utf-8")
        assert path.read_text(encoding="utf-8") == f"{before}# two words|;|$(touch never)\n"
        terminal.send("\x11")
        terminal.wait()
        assert terminal.restored


@pytest.mark.usefixtures("editor")
def test_e_without_an_editor_says_so() -> None:
    with Terminal(COMMAND, {"EDITOR": "nonesuch"}, warm=True) as terminal:
        terminal.wait_for(lambda: " routines" in terminal.text and "reading" not in terminal.text)
        terminal.send("e")
        terminal.wait_for("nonesuch")
        terminal.send("\x11")
        terminal.wait()
    assert not own().exists()
