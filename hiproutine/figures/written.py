"""The `[figure]` table of an exercise file, as the reader gives it, to a `Figure`.

    [figure]
    view = "side"               # or "front"; limbs are near_/far_ from the side, left_/right_ from the front
    works = ["near_leg"]        # drawn in the accent colour: a leg, an arm, "legs", "arms", "trunk"
    repeat = "back"             # or "round" (on to the first pose), "swap" (then the same with the sides changed)
    moving = false              # true: the person gets along, and stays in the middle of the picture
    poses = [
      { on = ["near_knee", "far_foot"], near_knee = 90, far_hip = 90, far_knee = 90 },
      { near_hip = -28, near_knee = 75, far_hip = 100, far_knee = 115, into = 3 },
    ]

The first pose starts from standing straight, each later one from the pose before it: only what changes is written.
Angles are those of `pose` (degrees; standing is all zeros, bending forward is positive), for one limb (`near_hip`)
or for both (`hips`, `knees`, `ankles`, `hips_out`, `hips_turn`, `shoulders`, `elbows`, `shoulders_out`,
`shoulders_turn`); where a pose has both, the one limb's holds. Contacts are lists of points by what they touch: `on`
(the ground), `chair`, `step`, `roller`, `ball`, `wall`, `pad`; the first places the body, the others are reached. A
first pose that names none stands on both feet.
`into` and `stay` are seconds and are not passed on to the next pose.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from math import isfinite
from types import MappingProxyType
from typing import Any, Final, TypeVar

from hiproutine.figures.body import SIDES, joint
from hiproutine.figures.pose import (
    LIMB_POINTS,
    LIMB_RANGES,
    RANGES,
    TRUNK_POINTS,
    TRUNK_RANGES,
    Contact,
    Figure,
    Pose,
    Repeat,
    Surface,
    View,
)

Path = tuple[str | int, ...]
"""Keys from the `[figure]` table down: `("poses", 1, "near_hip")`."""

MOST_POSES: Final = 12
FIGURE_KEYS: Final = ("view", "works", "repeat", "moving", "poses")
TIMES: Final = {"into": (0.1, 20.0), "stay": (0.0, 20.0)}
"""Seconds."""

_E = TypeVar("_E", bound=StrEnum)
_PLURAL: Final = {
    "hip": "hips",
    "hip_out": "hips_out",
    "hip_turn": "hips_turn",
    "knee": "knees",
    "ankle": "ankles",
    "shoulder": "shoulders",
    "shoulder_out": "shoulders_out",
    "shoulder_turn": "shoulders_turn",
    "elbow": "elbows",
}
BOTH: Final = {plural: name for name, plural in _PLURAL.items()}
"""The key for both limbs, and the joint it is for."""
_BOTH_POINTS: Final = {
    "foot": "feet",
    "toes": "toes",
    **{name: f"{name}s" for name in LIMB_POINTS if name not in {"foot", "toes"}},
}
BOTH_POINTS: Final = {plural: name for name, plural in _BOTH_POINTS.items()}
"""The word for both points, and the point it is for."""
_SURFACES: Final = tuple(surface.value for surface in Surface)
_BEARING: Final = {surface.value for surface in Surface} - {Surface.WALL.value, Surface.PAD.value}


class BadFigure(ValueError):
    """A `[figure]` table that cannot be drawn.

    `path` leads to the wrong value from the table down, `kind` is `unknown-key`, `missing-key`, `wrong-type`,
    `unknown-value` or `out-of-range`, `message` says what is wrong and `cure` what to do.
    """

    def __init__(self, path: Path, kind: str, message: str, cure: str) -> None:
        super().__init__(f"{message}: {cure}")
        self.path, self.kind, self.message, self.cure = path, kind, message, cure


class BadFigures(ValueError):
    """All that is wrong with one table: `faults`, in the order of the file."""

    def __init__(self, faults: list[BadFigure]) -> None:
        super().__init__("; ".join(str(fault) for fault in faults))
        self.faults = tuple(faults)


def figure_from(table: Mapping[str, Any]) -> Figure:
    """The figure a `[figure]` table describes.

    Raises:
        BadFigures: with every fault of the table.
    """
    reader = _Reader()
    figure = reader.figure(table)
    if reader.faults or figure is None:
        raise BadFigures(reader.faults)
    return figure


class _Reader:
    """Reads a table and gathers what is wrong with it."""

    def __init__(self) -> None:
        self.faults: list[BadFigure] = []
        self._names: dict[str, str] = {}

    def figure(self, table: Mapping[str, Any]) -> Figure | None:
        for key in table:
            if key not in FIGURE_KEYS:
                self._unknown(("" + key,), key, FIGURE_KEYS, "unknown-key")
        view = self._choice(table, "view", View, View.SIDE)
        first = ("near", "far") if view is View.SIDE else ("right", "left")
        self._names = dict(zip(first, SIDES, strict=True))
        works = self._works(table.get("works", []))
        repeat = self._choice(table, "repeat", Repeat, Repeat.BACK)
        moving = table.get("moving", False)
        if not isinstance(moving, bool):
            self._fault(("moving",), "wrong-type", f"{_shown(moving)} is neither true nor false", "write true or false")
        poses = self._poses(table)
        return Figure(poses, view, works, repeat, moving is True) if poses else None

    def _poses(self, table: Mapping[str, Any]) -> tuple[Pose, ...]:
        cure = 'write poses = [{ on = ["feet"], hips = 20, knees = 30 }]'
        if "poses" not in table:
            self._fault((), "missing-key", "the figure has no poses", cure)
            return ()
        written = table["poses"]
        if not isinstance(written, list):
            self._fault(("poses",), "wrong-type", f"{_shown(written)} is not a list of poses", cure)
            return ()
        if not 1 <= len(written) <= MOST_POSES:
            self._fault(("poses",), "out-of-range", f"{len(written)} poses", f"write 1 to {MOST_POSES} of them")
            return ()
        poses: list[Pose] = []
        for number, pose in enumerate(written):
            if isinstance(pose, Mapping):
                poses.append(self._pose(pose, ("poses", number), poses[-1] if poses else Pose()))
            else:
                self._fault(("poses", number), "wrong-type", f"{_shown(pose)} is not a pose", "write { hips = 20 }")
        return tuple(poses)

    def _pose(self, table: Mapping[str, Any], path: Path, before: Pose) -> Pose:
        angles = dict(before.angles)
        contacts = list(before.contacts)
        times = {"into": 1.0, "stay": 0.0}
        for key, value in sorted(table.items(), key=lambda item: item[0] not in BOTH):
            where = (*path, key)
            joints = self._joints(key)
            if joints:
                angle = self._number(value, where, RANGES[joints[0]], "degrees")
                angles.update(dict.fromkeys(joints, angle))
            elif key in TIMES:
                times[key] = self._number(value, where, TIMES[key], "seconds")
            elif key in _SURFACES:
                contacts = _replaced(contacts, Surface(key), self._contacts(value, where, Surface(key)))
            else:
                self._unknown(where, key, self._keys(), "unknown-key")
        if path == ("poses", 0) and not any(key in _BEARING for key in table):
            contacts += [Contact(joint(side, "foot")) for side in SIDES]
        contacts.sort(key=lambda contact: _SURFACES.index(contact.surface))
        return Pose(MappingProxyType(angles), tuple(contacts), times["into"], times["stay"])

    def _joints(self, key: str) -> tuple[str, ...]:
        if key in TRUNK_RANGES:
            return (key,)
        if key in BOTH:
            return tuple(joint(side, BOTH[key]) for side in SIDES)
        side, mark, rest = key.partition("_")
        return (joint(self._names[side], rest),) if mark and side in self._names and rest in LIMB_RANGES else ()

    def _contacts(self, value: object, path: Path, surface: Surface) -> list[Contact]:
        found: list[Contact] = []
        for number, word in enumerate(self._texts(value, path)):
            points = self._points(word)
            if not points:
                self._unknown((*path, number), word, self._words(), "unknown-value")
            found += [Contact(point, surface) for point in points]
        return found

    def _points(self, word: str) -> tuple[str, ...]:
        if word in TRUNK_POINTS:
            return (word,)
        if word in BOTH_POINTS:
            return tuple(joint(side, BOTH_POINTS[word]) for side in SIDES)
        side, mark, rest = word.partition("_")
        return (joint(self._names[side], rest),) if mark and side in self._names and rest in LIMB_POINTS else ()

    def _works(self, value: object) -> frozenset[str]:
        words: dict[str, tuple[str, ...]] = {"trunk": ("trunk",)}
        for limb in ("leg", "arm"):
            words[f"{limb}s"] = tuple(joint(side, limb) for side in SIDES)
            words |= {f"{name}_{limb}": (joint(side, limb),) for name, side in self._names.items()}
        found: set[str] = set()
        for number, word in enumerate(self._texts(value, ("works",))):
            if word in words:
                found.update(words[word])
            else:
                self._unknown(("works", number), word, words, "unknown-value")
        return frozenset(found)

    def _texts(self, value: object, path: Path) -> list[str]:
        if isinstance(value, list) and all(isinstance(word, str) for word in value):
            return value
        self._fault(path, "wrong-type", f"{_shown(value)} is not a list of words", 'write it as ["feet"]')
        return []

    def _number(self, value: object, path: Path, limits: tuple[float, float], unit: str) -> float:
        low, high = limits
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or (isinstance(value, float) and not isfinite(value))
        ):
            self._fault(path, "wrong-type", f"{_shown(value)} is not a number", f"write {unit} as a plain number")
        elif not low <= value <= high:
            self._fault(
                path, "out-of-range", f"{_shown(value)} {unit} is out of range", f"it goes from {low:g} to {high:g}"
            )
        else:
            return float(value)
        return max(low, 0.0)

    def _choice(self, table: Mapping[str, Any], key: str, choices: type[_E], default: _E) -> _E:
        value = table.get(key, default.value)
        if value in [choice.value for choice in choices]:
            return choices(value)
        self._unknown((key,), value, [choice.value for choice in choices], "unknown-value")
        return default

    def _keys(self) -> list[str]:
        sided = [f"{side}_{name}" for side in self._names for name in LIMB_RANGES]
        return [*TRUNK_RANGES, *BOTH, *sided, *_SURFACES, *TIMES]

    def _words(self) -> list[str]:
        return [*TRUNK_POINTS, *BOTH_POINTS, *(f"{side}_{name}" for side in self._names for name in LIMB_POINTS)]

    def _unknown(self, path: Path, word: object, known: Iterable[str], kind: str) -> None:
        text = _shown(word) if not isinstance(word, str) else word
        from difflib import get_close_matches  # only for what is wrong

        near = get_close_matches(text, self._translated(text, known), 1, 0.5)
        options = ", ".join(f'"{name}"' for name in known) if len(list(known)) <= 8 else ""
        cure = f'did you mean "{near[0]}"?' if near else f"it is one of {options}" if options else _ELSE[kind]
        self._fault(path, kind, f"{_shown(word)} is not known here", cure)

    def _translated(self, word: str, known: Iterable[str]) -> list[str]:
        """The names to choose from; a limb of the other view's name is offered by this view's."""
        side, _, rest = word.partition("_")
        others = dict(zip(("near", "far", "right", "left"), ("right", "left", "near", "far"), strict=True))
        wanted = f"{others.get(side, side)}_{rest}"
        return [wanted] if wanted in known and side not in self._names and side in others else list(known)

    def _fault(self, path: Path, kind: str, message: str, cure: str) -> None:
        self.faults.append(BadFigure(path, kind, message, cure))


def _replaced(contacts: list[Contact], surface: Surface, new: list[Contact]) -> list[Contact]:
    """The contacts with those of one surface changed; a point lies on one thing alone, the last that is named."""
    points = {contact.point for contact in new}
    kept = [
        contact
        for contact in contacts
        if contact.surface is not surface and (Surface.PAD in {surface, contact.surface} or contact.point not in points)
    ]
    return [*kept, *new]


_ELSE: Final = {
    "unknown-key": "a pose has joints (hips, near_knee, torso), contacts (on, wall, chair) and into and stay",
    "unknown-value": "a point is one of feet, hands, knees, near_foot, pelvis, back, head and the like",
}


HUGE: Final = "a huge number"


def _shown(value: object) -> str:
    """A value as it may be said: short, a text in quotes, and nothing as Python writes it."""
    try:
        text = f'"{value}"' if isinstance(value, str) else str(value)
    except ValueError:  # Python writes out no more than some thousand digits
        return HUGE
    if isinstance(value, int) and len(text) > 40:
        return HUGE
    if isinstance(value, (bool, list, dict)):
        return text.lower() if isinstance(value, bool) else "a list" if isinstance(value, list) else "a table"
    return text if len(text) <= 40 else f"{text[:37]}..."
