"""Which key does what while a routine plays in lines, and what it is called. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from hiproutine.config.keymap import BY_ID, character, keys_in, spoken_key

SPACE, DONE, MORE, LESS, LEAVE = "player.space", "player.done", "player.more", "player.less", "player.leave"
NEXT, BACK, RESTART, PAIN = "player.next", "player.back", "player.restart", "player.pain"
MUTE, HOW, KEYS = "player.mute", "player.how", "player.keys"
WHERE = "where"
"""Only here: what stands on the screens all the time is asked for."""
_WORDS = {
    SPACE: "pause and go on, or done",
    DONE: "done",
    NEXT: "next",
    BACK: "back",
    RESTART: "this step again",
    MORE: "10 seconds more",
    LESS: "10 seconds less",
    WHERE: "where you are, and the time left",
    PAIN: "pain now",
    HOW: "how and why",
    MUTE: "mute, and hear the cues again",
    KEYS: "these keys",
    LEAVE: "leave",
}
_NOT_BY_ITSELF = frozenset({DONE})
"""Enter: where a terminal sends whole lines, as in an editor, it only ends the line of another key."""
_WHERE_KEYS = "twlo"
"""For where one is: the first that nothing else has."""


class Pressing:
    """The keys of one person. `changed` are those of `[keys]`, by what they do, as Textual calls them."""

    def __init__(self, changed: Mapping[str, str] | None = None) -> None:
        changed = changed or {}
        self._keys: dict[str, tuple[str, ...]] = {}
        for action in _WORDS.keys() - {WHERE}:
            usual = "" if action in _NOT_BY_ITSELF else BY_ID[action].keys
            keys = changed.get(action, usual)
            self._keys[action] = keys_in(keys) if keys else ()
        self._actions = {_typed(key): action for action, keys in self._keys.items() for key in keys}
        where = next((key for key in _WHERE_KEYS if key not in self._actions), "")
        self._keys[WHERE] = (where,) if where else ()
        self._actions |= {where: WHERE} if where else {}

    def action(self, key: str) -> str | None:
        """What a key does, as the console gives it; a capital that has nothing of its own does what its letter does."""
        return self._actions.get(key) or self._actions.get(key.lower())

    def name(self, action: str) -> str:
        """What the first key of an action is called."""
        return spoken_key(self._keys[action][0])

    def lines(self) -> list[str]:
        """Every key with what it does, a line an action."""
        return [f"{' or '.join(map(spoken_key, self._keys[one]))}: {_WORDS[one]}." for one in _WORDS if self._keys[one]]

    def opening(self) -> str:
        """The keys to begin with."""
        space, leave, keys = map(self.name, (SPACE, LEAVE, KEYS))
        return begun(f"{space} pauses and goes on, {leave} leaves, {keys} says all keys.")

    def goes_on(self) -> str:
        """Says which key ends a pause, as a sentence."""
        return begun(f"{self.name(SPACE)} goes on.")


def begun(text: str) -> str:
    """A text with a capital, as a sentence begins."""
    return text[:1].upper() + text[1:]


def _typed(key: str) -> str:
    """A key as a console gives it: its character, or its name."""
    return " " if key == "space" else character(key) or key
