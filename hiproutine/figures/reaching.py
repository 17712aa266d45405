"""Hands and feet brought to where they bear: the two-bone solver for every limb, and a body that leans to reach."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import degrees
from typing import Final

from hiproutine.figures.above_ground import lay_limbs
from hiproutine.figures.pose import Contact, Surface
from hiproutine.figures.skeleton import Body, Limb, stand
from hiproutine.figures.vectors import ORIGIN, Vec, add, along, cross, size, sub, unit

ENDS: Final = {"foot", "toes", "heel", "hand"}
MIDS: Final = {"knee", "elbow"}
TRIES: Final = 60
"""Steps in which a body comes within reach: each takes up most of what is missing."""


@dataclass(frozen=True)
class Grip:
    """Where a contact point is to come: to `goal`, or `by` from where the angles put it; `share` lays it flat."""

    contact: Contact
    goal: Vec | None
    by: Vec = ORIGIN
    share: float = 1.0


def part(contact: Contact) -> str:
    """`foot` of `right_foot`; `pelvis` of `pelvis`."""
    return contact.point.rpartition("_")[2]


def limb_of(body: Body, contact: Contact) -> Limb:
    """The arm or leg a contact belongs to."""
    side, _, name = contact.point.partition("_")
    return body.arms[side] if name in {"hand", "elbow"} else body.legs[side]


def within_reach(angles: Mapping[str, float], root: Vec, grips: list[Grip]) -> tuple[dict[str, float], Vec]:
    """Moves and tilts the body by as little as it takes for every hand and foot to come to its goal.

    Where nothing is out of reach, nothing changes. Every limb that is too short pulls at its shoulder or hip, and the
    body gives way like a thing that floats.
    """
    found = dict(angles)
    held = [grip for grip in grips if grip.goal is not None and part(grip.contact) in ENDS | MIDS]
    tilts = "lean" if abs(found.get("lean", 0.0)) > 45 else "torso"
    for _ in range(TRIES if held else 0):
        body = stand(found, root)
        middle = body.waist
        pull, turn, most = ORIGIN, 0.0, 0.0
        for grip in held:
            at, by = _pull(body, grip)
            pull, most = add(pull, by), max(most, size(by))
            torque = cross(sub(at, middle), by)
            turn += torque[0] if tilts == "lean" else -torque[2]
        if most < 1e-4:
            break
        count = len(held)
        root = along(root, pull, 1.2 / count)
        found[tilts] = found.get(tilts, 0.0) + degrees(turn / count / 0.06)
    return found, root


def _pull(body: Body, grip: Grip) -> tuple[Vec, Vec]:
    """Where a limb that is too short pulls, and how far; a knee or elbow that bears also pushes."""
    limb = limb_of(body, grip.contact)
    goal = grip.goal if grip.goal is not None else limb.end
    bearing = part(grip.contact) in MIDS
    if not bearing:
        goal = sub(goal, sub(body.point(grip.contact.point), limb.end))
    way = sub(goal, limb.base)
    lack = size(way) - (limb.lengths[0] if bearing else sum(limb.lengths))
    return limb.base, along(ORIGIN, unit(way), lack) if bearing or lack > 0 else ORIGIN


def hold(body: Body, grips: list[Grip]) -> None:
    """Brings every grip to its goal, then lays down what would be under the ground."""
    for grip in sorted(grips, key=lambda grip: part(grip.contact) in ENDS):
        name = part(grip.contact)
        limb = limb_of(body, grip.contact)
        goal = grip.goal if grip.goal is not None else add(body.point(grip.contact.point), grip.by)
        if name in MIDS:
            limb.bring_mid(goal, whole=grip.goal is not None)
            continue
        if name in {"foot", "hand"}:
            limb.level(grip.share, upright=grip.contact.surface is Surface.WALL)
        limb.reach(sub(goal, sub(body.point(grip.contact.point), limb.end)))
    lay_limbs(body)
