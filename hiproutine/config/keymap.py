"""What keys do, by names, and which keys may do it. Pure: a test compares it with the screens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain, product
from typing import NamedTuple


class Action(NamedTuple):
    """Something a key does."""

    id: str
    """As in `[keys]`: the screen, a dot, and what it does."""
    keys: str
    """The keys it has by itself, with commas between them."""
    words: str

    @property
    def group(self) -> str:
        """The screen that an action belongs to."""
        return self.id.partition(".")[0]


GROUPS = {
    "player": "While a routine plays",
    "library": "In the library",
    "history": "Looking back",
    "ask": "At every question",
    "scale": "At a number from 0 to 10",
    "several": "Where several may apply",
}
ACTIONS = (
    Action("player.space", "space", "Pause, go on, or done"),
    Action("player.done", "enter", "Done"),
    Action("player.next", "n,right", "Next"),
    Action("player.back", "b,left", "Back"),
    Action("player.jump", "g", "Go to a step"),
    Action("player.restart", "r", "Restart the step"),
    Action("player.more", "plus,equals_sign", "Ten seconds more"),
    Action("player.less", "minus", "Ten seconds less"),
    Action("player.pain", "p", "Pain now"),
    Action("player.mute", "m", "Mute"),
    Action("player.how", "i", "How and why"),
    Action("player.keys", "question_mark", "Keys"),
    Action("player.leave", "q,escape", "Leave"),
    Action("library.play", "enter", "Play"),
    Action("library.filter-back", "left", "Filter before"),
    Action("library.filter", "right", "Filter after"),
    Action("library.search", "slash", "Search"),
    Action("library.how", "i", "All about it"),
    Action("library.share", "s", "Share"),
    Action("library.edit", "e", "Edit"),
    Action("library.journal", "j", "Journal"),
    Action("library.note", "n", "Write down"),
    Action("library.guides", "g", "Guides"),
    Action("library.settings", "comma", "Settings"),
    Action("library.signs", "exclamation_mark", "Warning signs"),
    Action("library.keys", "question_mark", "Keys"),
    Action("library.escape", "escape", "Empty the search, or leave"),
    Action("library.leave", "q", "Leave"),
    Action("history.open", "enter", "All about the session"),
    Action("history.month-back", "left", "The month before"),
    Action("history.month", "right", "The month after"),
    Action("history.today", "t", "This month"),
    Action("history.side", "s", "Both sides, left, right"),
    Action("history.part", "tab", "The next part"),
    Action("history.part-back", "shift+tab", "The part before"),
    Action("history.correct", "e", "Correct an entry"),
    Action("history.remove", "delete", "Take the session out"),
    Action("history.why", "i", "What advice rests on"),
    Action("history.keys", "question_mark", "Keys"),
    Action("history.close", "escape,q", "Back"),
    Action("ask.skip", "s", "Skip this question"),
    Action("ask.skip-rest", "escape,q", "Skip the rest"),
    Action("scale.ten", "x", "10"),
    Action("scale.less", "left", "Less"),
    Action("scale.more", "right", "More"),
    Action("scale.take", "enter,space", "This one"),
    Action("scale.usual", "n", "No pain, as usual"),
    Action("several.none", "n", "None of these"),
    Action("several.confirm", "c", "These are all"),
)
BY_ID = {action.id: action for action in ACTIONS}

_LISTS = frozenset({"up", "down", "home", "end", "pageup", "pagedown"})
_EVERYWHERE = frozenset({"ctrl+c", "ctrl+q", "ctrl+z", "ctrl+p"})
_ANSWERS = frozenset("0123456789abcfghlmoruty")
"""The keys that answer questions."""
_TOGETHER = {"ask": ("ask", "scale", "several"), "scale": ("scale", "ask"), "several": ("several", "ask")}
_TAKEN: dict[str, frozenset[str]] = {
    "player": frozenset(),
    "library": _LISTS,
    "history": _LISTS | {"left_square_bracket", "right_square_bracket"},
}

_NAMED = frozenset(
    {"space", "enter", "tab", "escape", "backspace", "delete", "insert", *_LISTS, "left", "right"}
    | {f"f{number}" for number in range(1, 25)}
)
_OTHER_NAMES = {"esc": "escape", "return": "enter", "del": "delete", "pgup": "pageup", "pgdn": "pagedown"}
_SHORTER = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""What Textual calls some characters otherwise than Unicode does."""
_LONGER = {short: long for long, short in _SHORTER.items()}
_MODIFIED = re.compile(r"((?:ctrl\+|alt\+|shift\+)+)(.+)")
_SHOWN = {"left": "←", "right": "→", "up": "↑", "down": "↓", "escape": "esc", "pageup": "pgup", "pagedown": "pgdn"}

_SPOKEN = {"pageup": "page up", "pagedown": "page down"}


def key_of(key: str) -> str | None:
    """A key as Textual calls it, from its character or its name; None if there is no such key."""
    key = key.strip() or key
    if len(key) == 1:
        return _name(key)
    key = key.casefold()
    if match := _MODIFIED.fullmatch(key):
        inner = key_of(match[2])
        return f"{match[1]}{inner}" if inner else None
    key = _OTHER_NAMES.get(key, key)
    return key if key in _NAMED or character(key) else None


def keys_in(keys: str) -> tuple[str, ...]:
    """Several keys with commas between them, each once; a comma by itself is a key too.

    Raises:
        ValueError: one is no key; its only argument is how it was written.
    """
    found = []
    for key in [keys] if len(keys) == 1 else keys.split(","):
        name = key_of(key)
        if name is None:
            raise ValueError(key.strip())
        found.append(name)
    return tuple(dict.fromkeys(found))


def key_label(key: str) -> str:
    """A key as people know it: `?` and not `question_mark`."""
    if match := _MODIFIED.fullmatch(key):
        return f"{match[1]}{key_label(match[2])}"
    return _SHOWN.get(key) or character(key) or key


def spoken_key(key: str) -> str:
    """A key as a voice says it: `question mark`, `control j`, `page up`."""
    if match := _MODIFIED.fullmatch(key):
        modifiers = " ".join("control" if one == "ctrl" else one for one in match[1].rstrip("+").split("+"))
        return f"{modifiers} {spoken_key(match[2])}"
    if len(key) == 1:
        return f"capital {key}" if key.isupper() else key
    return _SPOKEN.get(key) or key.replace("_", " ")


def first_key(action: str, changed: Mapping[str, str]) -> str:
    """The first key of an action, as people know it. `changed` are the keys that the person has changed."""
    return key_label(_first(action, changed))


def first_key_spoken(action: str, changed: Mapping[str, str]) -> str:
    """The first key of an action, as a voice calls it."""
    return spoken_key(_first(action, changed))


def keys_text(keys: Iterable[str]) -> str:
    """Keys as a person writes them in one text: characters themselves, except those that would be taken for a gap."""
    return ",".join(name if (one := character(name)) == "," else one or name for name in keys)


def taken_by(action: Action, key: str, keys: Mapping[str, str]) -> str:
    """What has a key already on the same screen, in words; empty if it is free. `keys` are those that were changed."""
    if key in _EVERYWHERE:
        return "the same everywhere"
    if key in _TAKEN.get(action.group, _ANSWERS | _LISTS):
        return "what moves in lists" if key in _LISTS else "an answer" if key in _ANSWERS else "taken there"
    together = _TOGETHER.get(action.group, (action.group,))
    for other in ACTIONS:
        if other.group in together and other.id != action.id and key in keys.get(other.id, other.keys).split(","):
            return f"“{other.words}”"
    return ""


def foot_keys(keys: Iterable[tuple[str, str]], changed: Mapping[str, str], *groups: str) -> tuple[tuple[str, str], ...]:
    """Keys with their words, as they stand at the foot of a screen, with those in their place that were changed."""
    return tuple((_pressed(key, changed, groups), word) for key, word in keys) if changed else tuple(keys)


def _pressed(label: str, changed: Mapping[str, str], groups: tuple[str, ...]) -> str:
    """A label such as `n`, `← →` or `+-`, each of its keys as it is now."""
    if len(label) == 2 and not label.isalnum():
        return "".join(_pressed(one, changed, groups) for one in label)
    return " ".join(_one(part, changed, groups) for part in label.split(" "))


def _one(label: str, changed: Mapping[str, str], groups: tuple[str, ...]) -> str:
    for name, keys in changed.items():
        action = BY_ID[name]
        if action.group in groups and label in map(key_label, action.keys.split(",")):
            return key_label(keys.split(",")[0])
    return label


def _first(action: str, changed: Mapping[str, str]) -> str:
    return changed.get(action, BY_ID[action].keys).split(",")[0]


def _name(character: str) -> str | None:
    """What a single character is called as a key."""
    if character == " ":
        return "space"
    if not character.isprintable():
        return None
    if character.isalnum():
        return character
    if known := _NAMES.get(character):
        return known
    import unicodedata  # half a megabyte that few keys need

    try:
        name = unicodedata.name(character).casefold().replace("-", "_").replace(" ", "_")
    except ValueError:
        return None
    return _SHORTER.get(name, name)


def character(name: str) -> str:
    """The character of a key by its name; empty if it has none, and for space."""
    if len(name) == 1:
        return name
    if name in _NAMED:
        return ""
    if known := _CHARACTERS.get(name):
        return known
    words = _LONGER.get(name, name).upper().split("_")
    if len(words) > _MOST_WORDS:
        return ""
    import unicodedata

    for gaps in product(" -", repeat=len(words) - 1):
        try:
            found = unicodedata.lookup("".join(chain.from_iterable(zip(words, (*gaps, ""), strict=True))))
        except KeyError:
            continue
        return found if _name(found) == name and found != " " else ""
    return ""


_MOST_WORDS = 15
"""No name of a character is longer that is no letter; each gap may be a blank or a hyphen."""


_NAMES = {
    "!": "exclamation_mark", '"': "quotation_mark", "#": "number_sign", "$": "dollar_sign", "%": "percent_sign",
    "&": "ampersand", "'": "apostrophe", "(": "left_parenthesis", ")": "right_parenthesis", "*": "asterisk",
    "+": "plus", ",": "comma", "-": "minus", ".": "full_stop", "/": "slash", ":": "colon", ";": "semicolon",
    "<": "less_than_sign", "=": "equals_sign", ">": "greater_than_sign", "?": "question_mark", "@": "at",
    "[": "left_square_bracket", "\\": "backslash", "]": "right_square_bracket", "^": "circumflex_accent",
    "_": "underscore", "`": "grave_accent",
    "{": "left_curly_bracket", "|": "vertical_line", "}": "right_curly_bracket", "~": "tilde",
}  # fmt: skip
"""Those of most keyboards, as they are found without the names of all characters."""
_CHARACTERS = {name: one for one, name in _NAMES.items()}
