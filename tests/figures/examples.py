"""The figures the tests draw: TOML files in `examples/`, each with one `[figure]` table."""

from __future__ import annotations

import tomllib
from pathlib import Path

from hiproutine.figures.kinematics import Key
from hiproutine.figures.motion import Motion
from hiproutine.figures.pose import Contact, Figure
from hiproutine.figures.raster import Row
from hiproutine.figures.reaching import part
from hiproutine.figures.skeleton import Skeleton
from hiproutine.figures.vectors import Vec, mix
from hiproutine.figures.written import figure_from

HERE = Path(__file__).parent
NAMES = sorted(path.stem for path in (HERE / "examples").glob("*.toml"))


def figure(name: str) -> Figure:
    """One example, read."""
    return figure_from(tomllib.loads((HERE / "examples" / f"{name}.toml").read_text(encoding="utf-8"))["figure"])


def motion(name: str) -> Motion:
    """One example, placed."""
    return Motion(figure(name))


def plain(rows: tuple[Row, ...]) -> str:
    """A picture as text, without colours."""
    return "".join("".join(run.text for run in row).rstrip() + "\n" for row in rows)


def touched(skeleton: Skeleton, contact: Contact) -> Vec:
    """Where a contact point is."""
    points = skeleton.points
    side, mark, name = contact.point.partition("_")
    if not mark:
        lowest = min((points["right_hip"], points["left_hip"]), key=lambda point: point[1])
        return {"side": lowest, "back": points["chest"]}.get(contact.point) or points[contact.point]
    if name == "thigh":
        return mix(points[f"{side}_hip"], points[f"{side}_knee"], 0.5)
    return points[f"{side}_" + {"foot": "ankle", "toes": "toe", "hand": "wrist"}.get(name, name)]


def shared(start: Key, end: Key) -> list[Contact]:
    """The contacts of two key poses."""
    return [contact for contact in start.held if contact in end.held and part(contact) != "pad"]
