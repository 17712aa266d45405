"""Nothing goes under the ground: what would is laid on it, without a bone changing its length."""

from __future__ import annotations

from hiproutine.figures.body import HAND, HEEL, NECK, THICK, TOE
from hiproutine.figures.skeleton import Body, Limb
from hiproutine.figures.vectors import Vec, along, blend, carry, cross, raised, reverse


def lay(body: Body) -> None:
    """Lays on the ground what would be under it: the body is lifted by its trunk, then limbs give way outward."""
    low = min(
        min(leg.base[1] for leg in body.legs.values()) - THICK["hip"],
        min(arm.base[1] for arm in body.arms.values()) - THICK["shoulder"],
        body.pelvis[1] - THICK["pelvis"],
        body.waist[1] - THICK["waist"],
        body.chest[1] - THICK["chest"],
    )
    if low < 0:
        body.move((0.0, -low, 0.0))
    if (lack := THICK["head"] + 0.004 - body.head[1]) > 0:
        crown = raised(body.neck[1], (body.head[1] + lack - body.chest[1]) / NECK)
        ahead = carry(body.neck[0], body.neck[1], crown)
        body.neck = (ahead, crown, cross(ahead, crown))


def lay_limbs(body: Body) -> None:
    """The part of `lay` that concerns arms and legs."""
    for limb, mid, end in (
        *((leg, THICK["knee"], THICK["ankle"]) for leg in body.legs.values()),
        *((arm, THICK["elbow"], THICK["wrist"]) for arm in body.arms.values()),
    ):
        if limb.mid[1] < mid - 1e-9:
            limb.aim(raised(limb.first, (mid - limb.base[1]) / limb.lengths[0]), limb.second)
        if limb.end[1] < end - 1e-9:
            second = raised(limb.second, (end - limb.mid[1]) / limb.lengths[1])
            limb.tip, limb.sole = (carry(v, limb.second, second) for v in (limb.tip, limb.sole))
            limb.aim(limb.first, second)
    for arm in body.arms.values():
        if along(arm.end, arm.tip, HAND)[1] < THICK["hand"]:
            arm.tip = raised(arm.tip, (THICK["hand"] - arm.end[1]) / HAND)
    for leg in body.legs.values():
        _lay_foot(leg)


def _lay_foot(leg: Limb) -> None:
    """Turns a foot about its ankle, by as little as it takes, until toes and heel are above the ground."""
    height = leg.end[1]

    def lack(tip: Vec, sole: Vec) -> float:
        return max(
            THICK[part] - (height + tip[1] * ahead + sole[1] * down)
            for part, (ahead, down) in (("toe", TOE), ("heel", HEEL))
        )

    if lack(leg.tip, leg.sole) <= 1e-9:
        return
    turns = (turn * sign for turn in range(2, 180, 2) for sign in (1, -1))
    best = next((turn for turn in turns if lack(*_turned_foot(leg, turn)) <= 0), 180)
    worse, better = best - (2.0 if best > 0 else -2.0), float(best)
    for _ in range(6):
        middle = (worse + better) / 2
        worse, better = (worse, middle) if lack(*_turned_foot(leg, middle)) <= 0 else (middle, better)
    leg.tip, leg.sole = _turned_foot(leg, better)


def _turned_foot(leg: Limb, degrees: float) -> tuple[Vec, Vec]:
    return blend(leg.tip, leg.sole, degrees), blend(leg.sole, reverse(leg.tip), degrees)
