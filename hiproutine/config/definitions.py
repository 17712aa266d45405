"""Every setting: what it is called, what it means, which values it takes. File, command and screen go by this list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from hiproutine.config.every import every, seconds_of
from hiproutine.config.keymap import ACTIONS, BY_ID, GROUPS, Action, key_label, keys_in, keys_text, taken_by
from hiproutine.config.settings import Cues, Settings
from hiproutine.routine.values import BadValue, quoted
from hiproutine.wording import nearest

Value = bool | int | str | tuple[str, ...]
"""As it stands in the file."""

AUTO = "auto"

MOST_FOLDERS = 20
"""More are not looked through at each start."""

THEMES = (
    *("dark", "light"),
    *("textual-dark", "textual-light", "nord", "gruvbox", "catppuccin-mocha", "dracula", "tokyo-night", "monokai"),
    *("flexoki", "catppuccin-latte", "catppuccin-frappe", "catppuccin-macchiato", "solarized-light", "solarized-dark"),
    *("rose-pine", "rose-pine-moon", "rose-pine-dawn", "atom-one-dark", "atom-one-light", "ansi-dark", "ansi-light"),
)
"""Our two, then Textual's; a test compares."""


class Setting(NamedTuple):
    """One setting: its key, what it may be, and what it means."""

    key: str
    """As on the command line: `cues.volume`."""
    kind: str
    """switch, auto, percent, count, choice, theme, every, pace, folders or keys."""
    default: Value
    name: str
    words: str
    choices: tuple[Value, ...] = ()
    """All that can be chosen, where that can be listed."""


SWITCH = (True, False)
THREE = (AUTO, True, False)
VOLUMES = tuple(range(0, 101, 10))
EVERY = ("0s", "10s", "15s", "30s", "1m", "2m", "5m", "10m")
BEFORE = ("always", "when-it-hurt", "never")
DISTANCES = ("km", "miles")
COUNTDOWNS = tuple(range(11))
PACES = ("4:00 /km", "4:30 /km", "5:00 /km", "5:30 /km", "6:00 /km", "6:30 /km", "7:00 /km", "8:00 /km", "10:00 /km")
WEEKS = ("monday", "saturday", "sunday")

_CHECK = "Ask how the hip feels before a routine: always, or when it hurt last."
_LOADS = "Ask after a routine if a weight or band is to be the same, more or less."
_LISTED = (
    Setting("theme", "theme", AUTO, "Theme", "The colours; by itself, what suits the terminal.", (AUTO, *THEMES)),
    Setting("check.before", "choice", "always", "Pain check before", _CHECK, BEFORE),
    Setting("check.loads", "switch", True, "Ask about weights", _LOADS, SWITCH),
    Setting("awake", "switch", True, "Keep awake", "Keep the machine awake while a routine plays.", SWITCH),
    Setting("figures", "switch", True, "Figures", "Show each exercise as a small figure.", SWITCH),
    Setting("distance", "choice", "km", "Distances", "Kilometres or miles, for runs.", DISTANCES),
    Setting("pace", "pace", "6:00 /km", "Pace", "About how fast you run a distance; /mi for a mile.", PACES),
    Setting("week", "choice", "monday", "First day of a week", "Where the journal shows weeks and months.", WEEKS),
    Setting("runs.folders", "folders", (), "Folders of runs", "Where new runs appear, such as a watch's folder."),
    Setting("editor.outside", "switch", False, "Own editor", "Edit files in $VISUAL or $EDITOR.", SWITCH),
    Setting("plain.every", "every", "1m", "Time in plain mode", "How often the time left is said; 0s: never.", EVERY),
    Setting("cues.sound", "auto", AUTO, "Tones", "Play tones; by itself, where they can be heard.", THREE),
    Setting("cues.volume", "percent", 80, "Volume of the tones", "How loud the tones are, 0 to 100.", VOLUMES),
    Setting("cues.voice", "switch", False, "Voice", "Say what comes, half time and the last seconds.", SWITCH),
    Setting("cues.say_left", "every", "0s", "Time by voice", "How often the time left is spoken; 0s: never.", EVERY),
    Setting("cues.countdown", "count", 3, "Countdown", "How many of the last seconds are heard; 0: none.", COUNTDOWNS),
    Setting("cues.tick", "switch", False, "Tick", "A soft tick every second of a step.", SWITCH),
    Setting("cues.bell", "auto", AUTO, "Bell", "Ring the terminal's bell; by itself, where there are no tones.", THREE),
    Setting("cues.flash", "switch", False, "Flash", "Change the digits' colour for a moment at each cue.", SWITCH),
    Setting("cues.notify", "switch", False, "Notifications", "Have the terminal notify on the desktop.", SWITCH),
    Setting("cues.title", "switch", True, "Window title", "Show step and time left in the window's title.", SWITCH),
    Setting("cues.progress", "switch", False, "Task bar", "Show how far it has come in tab or task bar.", SWITCH),
)


def _of_key(action: Action) -> Setting:
    usual = keys_text(action.keys.split(","))
    return Setting(f"keys.{action.id}", "keys", usual, action.words, f"{GROUPS[action.group]}: {action.words}.")


_KEYS = tuple(map(_of_key, ACTIONS))
SETTINGS = _LISTED + _KEYS
BY_KEY = {setting.key: setting for setting in SETTINGS}
SECTIONS = tuple(dict.fromkeys(one.key.partition(".")[0] for one in SETTINGS if "." in one.key))


def action_of(setting: Setting) -> Action:
    """What a setting of the keys is about."""
    return BY_ID[setting.key.removeprefix("keys.")]


def check_value(setting: Setting, value: object) -> Value:
    """A value as the program uses it. BadValue where it is none.

    Raises:
        BadValue: it cannot be used.
    """
    return _CHECKS[setting.kind](setting, value)


def parse_value(setting: Setting, text: str) -> Value:
    """The value that a person wrote on the command line. BadValue where it is none.

    Raises:
        BadValue: it cannot be used.
    """
    word = text.strip().casefold()
    if setting.kind in {"switch", "auto"} and word in _SWITCH_WORDS:
        return check_value(setting, _SWITCH_WORDS[word])
    if setting.kind == "count" and word in {"none", "never", "off"}:
        return 0
    if setting.kind in {"percent", "count"} and re.fullmatch(r"-?[0-9]{1,9}", word):
        return check_value(setting, int(word))
    if setting.kind == "folders":
        return check_value(setting, [folder.strip() for folder in text.split(",") if folder.strip()])
    return check_value(setting, text if setting.kind == "keys" else word)


def toml_literal(value: Value) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(toml_literal, value))}]"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def value_words(setting: Setting, value: Value) -> str:
    """A setting's value in the words of the settings screen."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    if setting.kind == "keys":
        return " ".join(key_label(key) for key in keys_in(str(value)))
    if value == AUTO:
        return "by itself"
    if setting.kind in {"every", "count"}:
        return {"0s": "never", 0: "none"}.get(value) or (f"every {value}" if setting.kind == "every" else str(value))
    return str(value).replace("-", " ") if setting.kind == "choice" else str(value)


def key_clashes(keys: Mapping[str, str]) -> dict[str, BadValue]:
    """By the ids of actions, which changed keys are something else already. `keys` are as Textual calls them."""
    found = {}
    for name, chosen in keys.items():
        for key in chosen.split(","):
            if what := taken_by(BY_ID[name], key, keys):
                cure = "choose another key, or give that one another first" if "“" in what else "choose another key"
                found[name] = BadValue("key-taken", f"{key_label(key)} is {what} already", cure)
                break
    return found


def settings_of(values: Mapping[str, Value]) -> Settings:
    """The settings, from the values that a file has."""

    def get(key: str) -> Value:
        return values.get(key, BY_KEY[key].default)

    cues = {name: None if (value := get(f"cues.{name}")) == AUTO else value for name in Cues._fields}
    cues["say_left"] = seconds_of(values, "cues.say_left", Cues().say_left)
    theme = str(get("theme"))
    return Settings(
        check_before=str(get("check.before")),
        theme="" if theme == AUTO else theme,
        awake=bool(get("awake")),
        cues=Cues(**cues),  # type: ignore[arg-type]  # each was checked by its kind
        keys=keys_of(values),
        distance=str(get("distance")),
        ask_loads=bool(get("check.loads")),
        pace=str(get("pace")),
        week=str(get("week")),
        run_folders=get("runs.folders"),  # type: ignore[arg-type]  # it was checked by its kind
        figures=bool(get("figures")),
        editor_outside=bool(get("editor.outside")),
        plain_every=seconds_of(values, "plain.every", Settings().plain_every),
    )


def keys_of(values: Mapping[str, Value]) -> dict[str, str]:
    """The keys that were changed, as Textual calls them."""
    return {
        one.key.removeprefix("keys."): ",".join(keys_in(str(values[one.key]))) for one in _KEYS if one.key in values
    }


_SWITCH_WORDS: dict[str, Value] = {
    **dict.fromkeys(("true", "on", "yes"), True),
    **dict.fromkeys(("false", "off", "no"), False),
    **dict.fromkeys(("auto", "by itself"), AUTO),
}


def _switch(setting: Setting, value: object) -> Value:
    if isinstance(value, bool):
        return value
    if setting.kind == "auto" and value == AUTO:
        return AUTO
    listed = 'true, false or "auto"' if setting.kind == "auto" else "true or false"
    known = isinstance(value, str) and value.casefold() in _SWITCH_WORDS
    meant = _SWITCH_WORDS[str(value).casefold()] if known else None
    cure = f"write {toml_literal(meant)}" if isinstance(meant, bool) else f"write {listed}"
    raise BadValue("wrong-type", f"{_found(value)} stands where {listed} belongs", cure)


def _percent(setting: Setting, value: object) -> Value:
    most = 100 if setting.kind == "percent" else COUNTDOWNS[-1]
    if isinstance(value, bool) or not isinstance(value, int):
        number = isinstance(value, str) and value.isdecimal() and len(value) < 4
        cure = f"write {value} without quotes" if number else f"write a number from 0 to {most}"
        raise BadValue("wrong-type", f"{_found(value)} stands where a whole number belongs", cure)
    if value < 0:
        raise BadValue("out-of-range", f"{quoted(value)} is too small, the least is 0")
    if value > most:
        raise BadValue("out-of-range", f"{quoted(value)} is too large, the most is {most}")
    return value


def _choice(setting: Setting, value: object) -> Value:
    listed = ", ".join(str(one) for one in setting.choices)
    if not isinstance(value, str):
        raise BadValue("wrong-type", f"{_found(value)} stands where a text belongs", f"write one of {listed} in quotes")
    if value in setting.choices:
        return value
    if not value and setting.kind == "theme":
        return AUTO
    names = tuple(str(one) for one in setting.choices)
    close = nearest(value[:100], names, 1)
    what = "theme" if setting.kind == "theme" else "choice here"
    cure = f"did you mean “{close[0]}”" if close else f"write one of {listed}"
    raise BadValue("unknown-value", f"{quoted(value)} is no {what}", cure)


def _every(_: Setting, value: object) -> Value:
    return every(value)


def _pace(_: Setting, value: object) -> Value:
    from hiproutine.routine.distances import parse_pace

    parse_pace(value)
    return str(value)


def _folders(_: Setting, value: object) -> Value:
    if isinstance(value, str):
        raise BadValue("wrong-type", f"{quoted(value)} stands where a list belongs", f'write ["{value[:60]}"]')
    if not isinstance(value, list | tuple) or not all(isinstance(one, str) and one.strip() for one in value):
        raise BadValue("wrong-type", "here belongs a list of folders", 'write it as ["~/Garmin"]')
    if len(value) > MOST_FOLDERS:
        raise BadValue("out-of-range", f"{len(value)} folders are too many", f"name at most {MOST_FOLDERS}")
    return tuple(value)


def _keys(_: Setting, value: object) -> Value:
    if not isinstance(value, str):
        raise BadValue("wrong-type", f"{_found(value)} stands where a key belongs", 'write it in quotes, such as "j"')
    try:
        return keys_text(keys_in(value))
    except ValueError as error:
        key = str(error)
        cure = "write a character, or a name such as space, enter, left, f5 or ctrl+j"
        raise BadValue("unknown-value", f"{quoted(key)} is no key" if key else "a key is missing", cure) from None


def _found(value: object) -> str:
    kinds: dict[type, str] = {dict: "a table", list: "a list"}
    return kinds.get(type(value)) or quoted(value)


_CHECKS = {
    "switch": _switch,
    "auto": _switch,
    "percent": _percent,
    "count": _percent,
    "choice": _choice,
    "theme": _choice,
    "every": _every,
    "pace": _pace,
    "folders": _folders,
    "keys": _keys,
}
