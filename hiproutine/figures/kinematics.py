"""Poses on the ground: every contact where it belongs, in the key poses and on the way between them.

A key pose is placed by its first contact (or the first of the trunk): the whole body is moved. Where an arm and a leg
both bear, the body is tilted until both do. The other contacts are reached by a two-bone solver. On the way from
one key pose to the next a contact of both is held where it is; one that ends or begins fades.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from hiproutine.figures.above_ground import lay
from hiproutine.figures.body import ANKLE_HEIGHT, THICK
from hiproutine.figures.pose import TRUNK_POINTS, Contact, Pose, Surface
from hiproutine.figures.reaching import ENDS, MIDS, Grip, hold, part, within_reach
from hiproutine.figures.skeleton import Body, Skeleton, stand
from hiproutine.figures.vectors import ORIGIN, Vec, add, along, mix, size, sub

HEIGHTS: Final = {
    Surface.GROUND: 0.0,
    Surface.CHAIR: 0.235,
    Surface.STEP: 0.11,
    Surface.ROLLER: 0.09,
    Surface.BALL: 0.055,
}
"""Tops of what bears, in body heights: a chair of 42 cm, a stair of 19, a foam roller of 15 and a massage ball."""

CLEARANCE: Final = {
    "foot": ANKLE_HEIGHT,
    "toes": THICK["toe"],
    "heel": THICK["heel"],
    "knee": THICK["knee"],
    "thigh": 0.052,
    "shin": THICK["calf"],
    "hip": THICK["hip"],
    "side": THICK["hip"],
    "hand": THICK["hand"],
    "elbow": THICK["elbow"],
    "pelvis": THICK["pelvis"],
    "back": THICK["chest"],
    "chest": THICK["chest"],
    "head": THICK["head"] + 0.004,
}
"""How far each contact point is above what it lies on."""

IN_THE_AIR: Final = 0.06
"""How high the lowest point is where nothing bears: the flight of a run, a small jump."""
STAYS: Final = 0.03
"""Body heights between two places of a contact that are still the same place."""


@dataclass(frozen=True)
class Key:
    """A key pose placed on the ground."""

    pose: Pose
    angles: Mapping[str, float]
    """As written, but tilted where two limbs bear."""
    root: Vec
    """The middle of the pelvis."""
    held: Mapping[Contact, Vec]
    """Where each contact point is."""
    moved: Mapping[Contact, Vec]
    """From where the angles alone would have put it."""
    skeleton: Skeleton
    moving: bool = False
    """The ground runs by, so a contact moves along it."""


def bears(contact: Contact) -> bool:
    """Whether it lies on something that bears it from below."""
    return contact.surface in HEIGHTS


def settle(pose: Pose, before: Key | None = None, *, moving: bool = False) -> Key:
    """Places a key pose; what it shares with the one `before` stays where it was."""
    bearing = [contact for contact in pose.contacts if bears(contact)]
    angles = _tilted(pose, bearing)
    body = stand(angles)
    body.move(_placing(body, bearing, before, moving))
    lay(body)
    grips = [
        Grip(contact, _goal(body, contact, before, moving)) for contact in pose.contacts if part(contact) in ENDS | MIDS
    ]
    root = body.pelvis
    if not _lies(bearing):
        angles, root = within_reach(angles, root, grips)
        body = stand(angles, root)
        lay(body)
    plain = {contact: body.point(contact.point) for contact in pose.contacts}
    hold(body, grips)
    held = {contact: body.point(contact.point) for contact in pose.contacts}
    moved = {contact: sub(held[contact], plain[contact]) for contact in held}
    return Key(pose, angles, root, held, moved, body.freeze(), moving)


def between(start: Key, end: Key, share: float, breath: float = 0.0) -> Skeleton:
    """The body on the way: `share` 0 is `start`, 1 is `end`; `breath` is 0 (out) to 1 (in)."""
    angles = dict(mixed(start.angles, end.angles, share))
    if breath:
        angles["bend"] = angles.get("bend", 0.0) - 1.5 * breath
    shared = [contact for contact in start.pose.contacts if _stays(start, end, contact)]
    root = mix(start.root, end.root, share)
    if (anchor := _anchor(shared)) is not None:
        goals = (start.held[anchor], end.held[anchor])
        off = (_root_off(start, anchor), _root_off(end, anchor))
        root = add(sub(mix(*goals, share), stand(angles).point(anchor.point)), mix(*off, share))
    kept = _kept(start, end, shared, share)
    if 0 < share < 1 and not _lies(shared):
        angles, root = within_reach(angles, root, kept)
    body = stand(angles, root)
    lay(body)
    hold(body, [*kept, *_fading(start, end, shared, share)])
    return body.freeze(breath)


def mixed(start: Mapping[str, float], end: Mapping[str, float], share: float) -> Mapping[str, float]:
    """Angles between two sets of them, each along the shorter way round, in degrees."""
    result = {}
    for name in {*start, *end}:
        a = start.get(name, 0.0)
        way = (end.get(name, 0.0) - a + 180) % 360 - 180
        result[name] = a + way * share
    return result


def _lies(contacts: list[Contact]) -> bool:
    """Whether the trunk bears, so that it cannot give way."""
    return any(bears(contact) and part(contact) in {*TRUNK_POINTS, "hip", "thigh", "shin"} for contact in contacts)


def _tilted(pose: Pose, bearing: list[Contact]) -> dict[str, float]:
    """The angles, with the trunk tilted so that the first arm and the first leg that bear are both at their height."""
    angles = dict(pose.angles)
    if any(part(contact) in TRUNK_POINTS for contact in bearing):
        return angles
    arm = next((contact for contact in bearing if part(contact) in {"hand", "elbow"}), None)
    leg = next((contact for contact in bearing if part(contact) not in {"hand", "elbow"}), None)
    if arm is None or leg is None:
        return angles
    low, high = -35.0, 35.0

    def lack(tilt: float) -> float:
        body = stand(_tilt(angles, tilt))
        return (body.point(arm.point)[1] - _height(arm)) - (body.point(leg.point)[1] - _height(leg))

    first, last = lack(low), lack(high)
    if first * last > 0:
        return angles
    for _ in range(24):
        middle = (low + high) / 2
        if (value := lack(middle)) * first > 0:
            low, first = middle, value
        else:
            high = middle
    return _tilt(angles, low)


def _tilt(angles: Mapping[str, float], by: float) -> dict[str, float]:
    """The trunk tilted; the arms keep their direction, and so do legs that are bent at the hip."""
    if abs(angles.get("lean", 0.0)) > 45:
        return {**angles, "lean": angles["lean"] + by}
    result = {**angles, "torso": angles.get("torso", 0.0) + by}
    for name in ("right_shoulder", "left_shoulder", "right_hip", "left_hip"):
        angle = angles.get(name, 0.0)
        if name.endswith("shoulder") or any(angles.get(f"{side}_hip", 0.0) > 45 for side in ("right", "left")):
            result[name] = angle + by
    return result


def _height(contact: Contact) -> float:
    return HEIGHTS[contact.surface] + CLEARANCE[part(contact)]


def _placing(body: Body, bearing: list[Contact], before: Key | None, moving: bool) -> Vec:
    """How the body is moved so that its first contact bears and what stays is where it was."""
    last = before.root if before is not None else ORIGIN
    first = next((contact for contact in bearing if part(contact) in TRUNK_POINTS), bearing[0] if bearing else None)
    if first is None:
        low = min(point[1] for point in body.freeze().points.values())
        return (last[0], IN_THE_AIR - low, last[2])
    rise = _height(first) - body.point(first.point)[1]
    kept = [contact for contact in bearing if before is not None and contact in before.held]
    if moving or before is None or not kept:
        return (0.0 if moving else last[0], rise, last[2])
    stays = next((contact for contact in kept if part(contact) in TRUNK_POINTS), kept[0])
    by = sub(before.held[stays], body.point(stays.point))
    return (by[0], rise, by[2])


def _goal(body: Body, contact: Contact, before: Key | None, moving: bool) -> Vec:
    point = body.point(contact.point)
    if before is not None and contact in before.held and not moving:
        return before.held[contact]
    return (point[0], _height(contact), point[2]) if bears(contact) else point


def _stays(start: Key, end: Key, contact: Contact) -> bool:
    """Whether a contact is the same in two key poses; one that is elsewhere is taken up and put down again."""
    if contact not in end.held:
        return False
    return start.moving or size(sub(start.held[contact], end.held[contact])) < STAYS


def _anchor(shared: list[Contact]) -> Contact | None:
    """The contact that carries the body on the way; none where two limbs do, for the pelvis then goes straight."""
    bearing = [contact for contact in shared if bears(contact)]
    for contact in bearing:
        if part(contact) in TRUNK_POINTS or part(contact) == "hip":
            return contact
    middle = [contact for contact in bearing if part(contact) not in ENDS]
    if middle:
        return middle[0]
    return bearing[0] if len(bearing) == 1 else None


def _root_off(key: Key, anchor: Contact) -> Vec:
    return sub(key.root, sub(key.held[anchor], stand(key.angles).point(anchor.point)))


def _kept(start: Key, end: Key, shared: list[Contact], share: float) -> list[Grip]:
    return [
        Grip(contact, mix(start.held[contact], end.held[contact], share))
        for contact in shared
        if part(contact) in ENDS | MIDS
    ]


def _fading(start: Key, end: Key, shared: list[Contact], share: float) -> list[Grip]:
    return [
        Grip(contact, None, along(ORIGIN, key.moved[contact], left), left)
        for key, left in ((start, 1 - share), (end, share))
        for contact in key.pose.contacts
        if contact not in shared and part(contact) in ENDS | MIDS
    ]
