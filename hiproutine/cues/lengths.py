"""How long the voice that is there takes for a text: measured, kept in the cache, and estimated only at first."""

from __future__ import annotations

import re
from collections import deque
from contextlib import suppress
from pathlib import Path

_FIRST, _EACH, _STOP, _SENTENCE = 0.47, 0.0495, 0.35, 0.39
"""Seconds of an utterance, of each of its characters, and of each pause inside and between sentences.

Fitted to what espeak-ng 1.51 takes at its usual 175 words a minute for all that is said of the routines that come with
the program, so that nine texts of ten take no longer (tests/cues/test_room.py).
"""
_STOPS = re.compile(r"[,:;–—](?=\s)")
_SENTENCES = re.compile(r"[.?!…](?=\s)")
MOST = 3000
"""Texts of one voice that are kept, those said last."""
MOST_WANTED = 600
"""Texts that may wait to be measured."""
UNLIKELY = 0.4
"""A voice that ends before this share of the estimate was not heard: there is no device, or it broke off."""


def estimated(text: str) -> float:
    """About how many seconds a voice takes for a text, rather too many than too few."""
    stops, sentences = len(_STOPS.findall(text)), len(_SENTENCES.findall(text))
    return _FIRST + _EACH * len(text) + _STOP * stops + _SENTENCE * sentences


class Lengths:
    """Seconds by text, for the voice that speaks now. A text nobody has measured is estimated, and wanted."""

    def __init__(self, cache: Path | None = None) -> None:
        """`cache` is a file to read and to keep them in; what it holds is only ever numbers, and may be lost."""
        self._cache = cache
        self._voice = ""
        self._known: dict[str, float] = {}
        self._changed = False
        self._asked: set[str] = set()
        self._wanted: deque[str] = deque(maxlen=MOST_WANTED)

    def __call__(self, text: str) -> float:
        """How many seconds a text takes."""
        if text in self._known:
            return self._known[text]
        if text not in self._asked:
            self._asked.add(text)
            self._wanted.append(text)
        return estimated(text)

    def of_voice(self, voice: str) -> None:
        """From now on it is this voice that speaks; what is known of it is read."""
        if voice == self._voice:
            return
        self.keep()
        self._voice, self._asked = voice, set()
        self._known = self._read().get(voice, {})

    def wanted(self) -> str | None:
        """A text that somebody has asked for and nobody has measured; None where there is none."""
        while self._wanted:
            text = self._wanted.popleft()
            if text not in self._known:
                return text
        return None

    def learn(self, text: str, seconds: float) -> None:
        """It takes so long; what is too short to be true is left out."""
        if seconds >= UNLIKELY * estimated(text):
            self._known[text] = round(seconds, 2)
            self._changed = True

    def keep(self) -> None:
        """Writes down what was learned. Nothing is said where that cannot be: it is learned again."""
        if not (self._cache and self._changed and self._voice):
            return
        self._changed = False
        import json

        table = self._read() | {self._voice: dict([*self._known.items()][-MOST:])}
        with suppress(OSError):
            self._cache.parent.mkdir(parents=True, exist_ok=True)
            beside = self._cache.with_suffix(".new")
            beside.write_text(json.dumps(table, ensure_ascii=False), encoding="utf-8")
            beside.replace(self._cache)

    def _read(self) -> dict[str, dict[str, float]]:
        import json

        try:
            table = json.loads(self._cache.read_text(encoding="utf-8")) if self._cache else {}
            return {str(voice): {str(t): float(s) for t, s in texts.items()} for voice, texts in table.items()}
        except (OSError, ValueError, AttributeError, TypeError):
            return {}
