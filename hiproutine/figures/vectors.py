"""Three-dimensional vectors as plain tuples; lengths in body heights."""

from __future__ import annotations

from math import cos, radians, sin, sqrt

Vec = tuple[float, float, float]
"""Ahead (x), up (y), to the person's right (z)."""

ORIGIN: Vec = (0.0, 0.0, 0.0)
UP: Vec = (0.0, 1.0, 0.0)


def add(a: Vec, b: Vec) -> Vec:
    """a + b."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    """a - b."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def reverse(a: Vec) -> Vec:
    """-a."""
    return (-a[0], -a[1], -a[2])


def along(a: Vec, direction: Vec, length: float) -> Vec:
    """The point `length` from `a` in `direction`."""
    return (a[0] + direction[0] * length, a[1] + direction[1] * length, a[2] + direction[2] * length)


def dot(a: Vec, b: Vec) -> float:
    """The scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """The vector product."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def size(a: Vec) -> float:
    """The length of a."""
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def unit(a: Vec, otherwise: Vec = UP) -> Vec:
    """a at length one; `otherwise` where a has no direction."""
    length = size(a)
    return (a[0] / length, a[1] / length, a[2] / length) if length > 1e-9 else otherwise


def mix(a: Vec, b: Vec, share: float) -> Vec:
    """a at share 0, b at share 1."""
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share)


def blend(a: Vec, b: Vec, degrees: float) -> Vec:
    """a turned by `degrees` towards b; a and b are unit vectors at right angles."""
    angle = radians(degrees)
    c, s = cos(angle), sin(angle)
    return (a[0] * c + b[0] * s, a[1] * c + b[1] * s, a[2] * c + b[2] * s)


def carry(v: Vec, start: Vec, end: Vec) -> Vec:
    """v, turned as `start` must be turned on the shortest way to become `end` (both unit vectors)."""
    cosine = dot(start, end)
    if cosine < -1 + 1e-12:
        across = unit(cross(start, UP if abs(start[1]) < 0.9 else (1.0, 0.0, 0.0)))
        return sub(_scaled(across, 2 * dot(across, v)), v)
    axis = cross(start, end)
    turned = add(_scaled(v, cosine), cross(axis, v))
    return add(turned, _scaled(axis, dot(axis, v) / (1 + cosine)))


def raised(direction: Vec, height: float) -> Vec:
    """The unit vector of the same compass direction that rises `height` (-1 to 1)."""
    level = sqrt(direction[0] ** 2 + direction[2] ** 2)
    x, z = (direction[0] / level, direction[2] / level) if level > 1e-6 else (1.0, 0.0)
    height = max(-1.0, min(1.0, height))
    flat = sqrt(1 - height * height)
    return (x * flat, height, z * flat)


def _scaled(a: Vec, factor: float) -> Vec:
    return (a[0] * factor, a[1] * factor, a[2] * factor)
