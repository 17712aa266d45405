"""What xdist runs in a worker that is forked, in place of its own: `execnet` sends the text of this module."""

from __future__ import annotations

if __name__ == "__channelexec__":
    from tests.warm_workers import hand_over

    hand_over(channel)  # type: ignore[name-defined]  # noqa: F821 - execnet puts it here
