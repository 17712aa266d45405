"""`config.toml`: what is wrong with it, what the command says of it, and that a change changes nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from codecs import BOM_UTF8
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from hiproutine.cli.authoring import COMMANDS as AUTHORING
from hiproutine.cli.config import COMMANDS
from hiproutine.config.choices import Choices
from hiproutine.config.definitions import SETTINGS
from hiproutine.config.reading import config_of, read_settings
from hiproutine.config.settings import Cues, Settings
from tests.cli.own_settings import file, write
from tests.cli.running import hiproutine

GROUP = click.Group(commands={str(command.name): command for command in [*COMMANDS, *AUTHORING]})

HANDMADE = """# Mine, é ✓

theme = 'nord'   # blue

# What I hear
[cues]
  volume = 30 # neighbours
voice = true

keys.player.next = "j"
"""


def run(*arguments: str) -> Result:
    """A command in this process."""
    return CliRunner().invoke(GROUP, list(arguments))


def problems(text: str) -> list[tuple[int, int, str, str, str]]:
    """Line, column, code, message, cure."""
    found = config_of(text, Path("config.toml")).problems
    return [(one.line, one.column, one.code, one.message, one.help) for one in found]


# Reading


def test_without_a_file_everything_is_built_in(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml") == (Settings(), ())
    assert config_of("", tmp_path).settings == Settings()


def test_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(
        'theme = "dracula"\nawake = false\nplain = { every = 30 }\neditor.outside = true\n'
        '[check]\nbefore = "never"\n[cues]\nbell = true\nsound = "auto"\nvolume = 5\nvoice = true\n'
        'countdown = 0\ntick = true\nsay_left = "1m30s"\n'
        '[keys]\nplayer.next = "j,+"\n"library.how" = "?"\nlibrary.keys = "f1"\n',
        encoding="utf-8",
    )
    keys = {"player.next": "j,plus", "library.how": "question_mark", "library.keys": "f1"}
    found, wrong = read_settings(path)
    assert wrong == () or [one.code for one in wrong] == ["key-taken"]  # + is ten seconds more
    assert found.cues == Cues(bell=True, sound=None, volume=5, voice=True, countdown=0, tick=True, say_left=90)
    assert found.keys == {name: key for name, key in keys.items() if name != "player.next"}
    assert (found.theme, found.awake, found.plain_every, found.editor_outside) == ("dracula", False, 30, True)
    assert found.check_before == "never"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("volume = 3", (1, 1, "unknown-key", "the file has no key “volume”", "it belongs in [cues]")),
        ("them = 'dark'", (1, 1, "unknown-key", "the file has no key “them”", "did you mean “theme”")),
        ("[cues]\nvolum = 3", (2, 1, "unknown-key", "[cues] has no key “volum”", "did you mean “volume”")),
        (
            "[cues]\nawake = true",
            (2, 1, "unknown-key", "[cues] has no key “awake”", "it belongs before the first [table]"),
        ),
        ("[check]\nzzz = 1", (2, 1, "unknown-key", "[check] has no key “zzz”", "there are before, loads")),
        ("theme = 'nrd'", (1, 9, "unknown-value", '"nrd" is no theme', "did you mean “nord”")),
        ("week = 'sunda'", (1, 8, "unknown-value", '"sunda" is no choice here', "did you mean “sunday”")),
        ("cues.countdown = 11", (1, 18, "out-of-range", "11 is too large, the most is 10", "")),
        ("awake = 'yes'", (1, 9, "wrong-type", '"yes" stands where true or false belongs', "write true")),
        ("awake = 1", (1, 9, "wrong-type", "1 stands where true or false belongs", "write true or false")),
        (
            "cues.volume = '5'",
            (1, 15, "wrong-type", '"5" stands where a whole number belongs', "write 5 without quotes"),
        ),
        ("cues.volume = -1", (1, 15, "out-of-range", "-1 is too small, the least is 0", "")),
        ("cues = 5", (1, 8, "wrong-type", "[cues] is a table", "write [cues] in a line of its own")),
        ("plain.every = 'x'", (1, 15, "bad-duration", '"x" is not a duration', 'write it as "30s", "1m30s" or "1:30"')),
        ("theme = ", (1, 9, "toml-syntax", "the value is missing", 'write a text in quotes, a number, or "30s"')),
        (
            "keys.player.nxt = 'j'",
            (1, 13, "unknown-key", "[keys] has no key “player.nxt”", "did you mean “player.next”"),
        ),
        (
            "keys.player.next = 'p'",
            (1, 20, "key-taken", "p is “Pain now” already", "choose another key, or give that one another first"),
        ),
        (
            "keys.player.next = 'ctrl+c'",
            (1, 20, "key-taken", "ctrl+c is the same everywhere already", "choose another key"),
        ),
        (
            "keys.player.next = 'foo'",
            (
                *(1, 20, "unknown-value", '"foo" is no key'),
                "write a character, or a name such as space, enter, left, f5 or ctrl+j",
            ),
        ),
    ],
)
def test_every_mistake_has_its_place_and_its_cure(text: str, expected: tuple[int, int, str, str, str]) -> None:
    [found] = problems(text)
    assert found[:3] == expected[:3]
    if expected[2] != "toml-syntax":
        assert found == expected


def test_what_is_right_holds_beside_what_is_wrong() -> None:
    config = config_of("awake = false\n[cues]\nvolum = 3\nvoice = true\nbell = 7\n", Path("c"))
    assert len(config.problems) == 2
    assert config.settings == Settings(awake=False, cues=Cues(voice=True))


def test_one_setting_in_two_places_is_said() -> None:
    [found] = problems("[keys]\n'player.next' = 'j'\nplayer.next = 'k'\n")
    assert (found[0], found[2]) == (3, "duplicate-key")


def test_keys_may_change_places() -> None:
    text = "[keys]\nplayer.next = 'b'\nplayer.back = 'n'\n"
    assert config_of(text, Path("c")).settings.keys == {"player.next": "b", "player.back": "n"}
    assert [one[2] for one in problems("[keys]\nplayer.next = 'b'\n")] == ["key-taken"]


def test_check_looks_at_the_settings_too() -> None:
    assert "no routines or exercises" in run("check").stdout
    path = write("[cues]\nvolum = 3\n")
    done = run("check")
    assert done.exit_code == 1
    assert f"{path}:2:1: error[unknown-key]: [cues] has no key “volum”\n" in done.stdout
    assert run("check", str(path)).exit_code == 1
    [record] = json.loads(run("check", "--json").stdout)["problems"]
    assert (record["line"], record["column"], record["help"]) == (2, 1, "did you mean “volume”")
    write("[cues]\nvolume = 3\n")
    assert run("check", str(path)).stdout == "1 file, no problems.\n"


# The command


def test_config_prints_every_setting_with_where_it_comes_from(monkeypatch: pytest.MonkeyPatch) -> None:
    write("[cues]\nvolume = 3\n")
    monkeypatch.setenv("TEXTUAL_THEME", "nord")
    done = run("config")
    lines = {line.split()[0]: line for line in done.stdout.splitlines()}
    assert (done.exit_code, done.stderr, list(lines)) == (0, "", [setting.key for setting in SETTINGS])
    assert '"nord"' in lines["theme"]
    assert "environment" in lines["theme"]
    assert lines["cues.volume"].split()[1:3] == ["3", "config.toml"]
    assert "built in" in lines["keys.player.next"]
    records = {one["key"]: one for one in json.loads(run("config", "--json").stdout)["settings"]}
    assert records["cues.volume"]["from"] == "config.toml"
    assert (records["cues.volume"]["value"], records["cues.volume"]["default"]) == (3, 80)


@pytest.mark.parametrize(("value", "set_"), [("1", True), ("yes", True), ("0", False), ("off", False), ("", False)])
def test_config_says_that_the_environment_chooses_plain_mode(
    value: str, set_: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HIPROUTINE_PLAIN", value)
    assert Choices().in_lines is set_
    assert Choices(plain=False).in_lines is False
    assert Choices(plain=True).in_lines is True
    note = "HIPROUTINE_PLAIN is set, so routines are played in lines"
    assert (note in run("config", "plain.every").stdout) is set_


def test_no_screen_opens_by_itself_where_the_environment_chooses_plain_mode() -> None:
    for arguments in (("play",), ()):
        ran = hiproutine(*arguments, HIPROUTINE_PLAIN="1")
        assert (ran.status, ran.out) == (2, "")
        assert "hiproutine list shows" in ran.err


@pytest.mark.usefixtures("first_start")
def test_config_sets_prints_and_unsets_one() -> None:
    assert run("config", "cues.volume").stdout.startswith("cues.volume = 80\n")
    done = run("config", "cues.volume", "40")
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "It is from config.toml; built in is 80.")
    assert run("config", "cues.bell", "on").exit_code == run("config", "theme", "light").exit_code == 0
    assert run("config", "keys.player.next", "?").exit_code == 2  # taken
    assert run("config", "keys.player.next", "j,ctrl+n").exit_code == 0
    assert file().read_text(encoding="utf-8") == (
        'theme = "light"\n\n[cues]\nvolume = 40\nbell = true\n\n[keys.player]\nnext = "j,ctrl+n"\n'
    )
    assert run("config", "--unset", "cues.volume").exit_code == 0
    assert run("config", "--unset", "cues.flash").exit_code == 0
    assert "volume" not in file().read_text(encoding="utf-8")
    assert run("config", "--path").stdout == f"{file()}\n"
    assert [path.name for path in file().parent.iterdir()] == ["config.toml"]


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (["cues.volum"], 2, "Did you mean cues.volume"),
        (["cues.volume", "140"], 2, "cues.volume: 140 is too large, the most is 100.\n"),
        (["cues.volume", "--", "-5"], 2, "cues.volume: -5 is too small, the least is 0.\n"),
        (["theme", "nrd"], 2, 'theme: "nrd" is no theme. Did you mean “nord”.\n'),
        (["--unset"], 2, "Give KEY, KEY VALUE, --unset KEY or --path."),
        (["--path", "theme"], 2, "Give KEY"),
        (["keys.player.next", "\x1b[2J"], 2, "is no key"),
    ],
)
def test_what_cannot_be_set_is_said_and_nothing_is_written(arguments: list[str], status: int, sentence: str) -> None:
    done = run("config", *arguments)
    assert (done.exit_code, done.stdout) == (status, "")
    assert sentence in done.stderr
    assert "\x1b" not in done.stderr
    assert not file().exists()


def test_a_file_with_problems_is_never_written_over() -> None:
    path = write("[cues]\nvolum = 3\n")
    for arguments in (["awake", "off"], ["--unset", "awake"], ["theme", "nord"]):
        done = run("config", *arguments)
        assert (done.exit_code, done.stdout) == (1, "")
        assert "has 1 problem; nothing was changed in it." in done.stderr
        assert "volum" in done.stderr
    assert path.read_bytes() == b"[cues]\nvolum = 3\n"
    done = run("config", "awake")
    assert (done.exit_code, done.stdout.splitlines()[0]) == (1, "awake = true")


def test_a_file_that_cannot_be_written_is_said() -> None:
    file().mkdir(parents=True)
    done = run("config", "awake", "off")
    assert done.exit_code == 1
    assert "this is a folder" in done.stderr


@pytest.mark.usefixtures("first_start")
def test_links_marks_line_ends_and_rights_stay(tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles.toml"
    kept.write_bytes(BOM_UTF8 + b"# a\r\n[cues]\r\nvolume = 3  # b\r\n")
    kept.chmod(0o600)
    file().parent.mkdir(parents=True)
    file().symlink_to(kept)
    assert run("config", "cues.voice", "on").exit_code == 0
    assert file().is_symlink()
    assert kept.read_bytes() == BOM_UTF8 + b"# a\r\n[cues]\r\nvolume = 3  # b\r\nvoice = true\r\n"
    assert kept.stat().st_mode & 0o777 == 0o600


def test_the_command_loads_neither_textual_nor_pydantic() -> None:
    code = """
import sys
from hiproutine.cli.config import config
config(["awake", "off"], standalone_mode=False)
assert not {"textual", "pydantic", "sqlite3", "rich", "asyncio"} & set(sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
