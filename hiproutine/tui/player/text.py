"""What the player screen says, in its colours."""

from __future__ import annotations

from textual.content import Content

from hiproutine.plan.model import Kind, Plan, Side
from hiproutine.tui.player.scene import Scene, side_label
from hiproutine.wording import brief, countdown


def status_line(scene: Scene, columns: int) -> Content:
    """How far it is and how long it takes yet: the one line that changes every second.

    Where there is no room for all of it, what stands first is left out: the bar shows the step too.
    """
    text = scene.status
    while len(text) > columns and " · " in text:
        text = text.partition(" · ")[2]
    return Content.styled(text, "$faint" if scene.mood == "paused" else "$foreground")


def scene_lines(scene: Scene, *, narrow: bool) -> dict[str, Content]:
    """The other texts of a scene in their colours; paused dims all but the phase and the key that goes on."""
    paused = scene.mood == "paused"

    def tone(colour: str) -> str:
        return "$faint" if paused else colour

    def side(of: Side | None) -> tuple[str, str]:
        return side_label(of), f"b {tone(f'$side-{of or Side.LEFT}')}"

    detail = f"  {scene.detail}" if scene.detail else ""
    gap = "  " if scene.next and scene.next_side else ""
    return {
        "phase": Content.assemble((f"{scene.mark} {scene.word}", f"b $phase-{scene.mood}"), (detail, tone("$quiet"))),
        "name": Content.styled(scene.name, f"b {tone('$strong')}"),
        "side": Content.assemble(side(scene.side)),
        "under": Content.styled(scene.under, tone("$quiet")),
        "cue": Content.styled(scene.cue, tone("$foreground")),
        "next": Content.assemble(
            (f"{scene.next_label}  ", tone("$quiet")),
            (f"{scene.next}{gap}", tone("$foreground")),
            side(scene.next_side),
        ),
        "next-setup": Content.styled(scene.next_setup, tone("$quiet")),
        "keys": _keys(scene, paused=paused, narrow=narrow),
    }


def _keys(scene: Scene, *, paused: bool, narrow: bool) -> Content:
    gap = " " if narrow else "  "
    parts: list[tuple[str, str]] = []
    for key, word in scene.keys if not narrow else [one for one in scene.keys if one[1] != "10 s"]:
        dim = paused and word != "go on"
        parts += [(key, "b $faint" if dim else "b $foreground"), (f" {word}{gap}", "$faint" if dim else "$quiet")]
    return Content.assemble(*parts)


def digit_template(longest: float) -> str:
    """The longest text the digits will show, with every digit at its widest."""
    return "".join("8" if c.isdigit() else c for c in countdown(max(longest, 10)))


def step_names(plan: Plan) -> tuple[tuple[str, str], ...]:
    """Each step's name with the length of its work on both sides: `30 s`, or `~1:04` where that is an estimate."""
    names: dict[int, str] = {}
    seconds: dict[int, float] = {}
    estimated: set[int] = set()
    for interval in plan.intervals:
        if interval.kind is Kind.WORK:
            names.setdefault(interval.step, interval.name)
            seconds[interval.step] = seconds.get(interval.step, 0) + interval.seconds
            estimated |= {interval.step} if interval.self_paced else set()
    return tuple((name, f"{'~' if step in estimated else ''}{brief(seconds[step])}") for step, name in names.items())


def title_line(title: str, block: str | None, *, muted: bool, paused: bool) -> Content:
    """The routine's title, its block's beside it where it has one, and whether cues are muted."""
    quiet = "$faint" if paused else "$quiet"
    return Content.assemble(
        (title, "$faint" if paused else "$foreground"),
        (f" · {block}" if block else "", quiet),
        (" · muted" if muted else "", quiet),
    )
