"""What a figure rests on: a chair, a step, a wall, a roller, a ball, a pack. Placed where they are first touched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hiproutine.figures.kinematics import CLEARANCE, HEIGHTS, Key
from hiproutine.figures.pose import Contact, Surface
from hiproutine.figures.reaching import part
from hiproutine.figures.vectors import Vec

Flat = tuple[float, float]
"""Right and up in the picture, in body heights."""
Shape = tuple[Flat, float, Flat, float]
"""A capsule: a point and its radius, and another."""

THIN = 0.011
"""Half the thickness of a board."""
BACK_OF_CHAIR = 0.48
WALL_HEIGHT = 1.02


@dataclass(frozen=True)
class Prop:
    """A thing beside or under the figure."""

    surface: Surface
    at: Flat
    """Where it is touched."""
    beyond: float
    """1: it stands to the right of the body, -1: to the left."""

    def shapes(self) -> tuple[Shape, ...]:
        """What is drawn of it."""
        x = self.at[0]
        side = self.beyond
        if self.surface is Surface.WALL:
            return (((x, THIN), THIN, (x, WALL_HEIGHT), THIN),)
        if self.surface in {Surface.ROLLER, Surface.BALL}:
            radius = HEIGHTS[self.surface] / 2
            return (((x, radius), radius, (x, radius), radius),)
        top = HEIGHTS[self.surface] - THIN
        if self.surface is Surface.STEP:
            left, right = (x - 0.075, x + 0.24) if side > 0 else (x - 0.24, x + 0.075)
            return (
                ((left, top), THIN, (right, top), THIN),
                ((left, THIN), THIN, (left, top), THIN),
                ((right, THIN), THIN, (right, top), THIN),
            )
        back, front = x - 0.11, x + 0.13
        return (
            ((back, top), THIN, (front, top), THIN),
            ((back, THIN), THIN, (back, BACK_OF_CHAIR), THIN),
            ((front, THIN), THIN, (front, top), THIN),
        )


def props_of(keys: tuple[Key, ...], flat: Callable[[Vec], Flat]) -> tuple[Prop, ...]:
    """The props of a movement, one of each kind, where a key pose first touches it."""
    found: dict[Surface, Prop] = {}
    for key in keys:
        for contact, point in key.held.items():
            if contact.surface in {Surface.GROUND, Surface.PAD} or contact.surface in found:
                continue
            at = flat(point)
            beyond = _beyond(key, contact, flat)
            if contact.surface is Surface.WALL:
                at = (at[0] + beyond * (_reach(contact) + THIN), at[1])
            found[contact.surface] = Prop(contact.surface, at, beyond)
    return tuple(found.values())


def _beyond(key: Key, contact: Contact, flat: Callable[[Vec], Flat]) -> float:
    """On which side of the body it stands: a wall one leans against is behind, else it is where the limb is."""
    if contact.point in {"pelvis", "back", "head"}:
        return -1.0 if flat(key.skeleton.face)[0] >= 0 else 1.0
    return 1.0 if flat(key.held[contact])[0] >= flat(key.skeleton.points["waist"])[0] else -1.0


def _reach(contact: Contact) -> float:
    return CLEARANCE[part(contact)] + 0.004
