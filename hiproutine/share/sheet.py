"""The sheet that hangs at the fridge: the steps by their blocks, with their figures and boxes for two weeks.

It is what is printed, and what is shown where no script runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

from hiproutine.cues.words import sentence
from hiproutine.plan.amounts import step_amount, times_text
from hiproutine.plan.beside import beside
from hiproutine.plan.model import Interval, Kind, Plan
from hiproutine.share.drawn import Drawn
from hiproutine.share.groups import Group, sheet_groups
from hiproutine.wording import WHEN_WORDS, brief, minutes_said, side_text

if TYPE_CHECKING:
    from hiproutine.routine.loaded import Loaded

DAYS = 14
BOXES = 156
"""How wide all boxes of a row are, in tenths of a letter's size."""
FEW, ROOMY = 6, 9
"""Steps that stand with room between them, and that one page takes with large figures. More are set closer, and the
page's script draws their small figures from what it has anyway: every one as an outline would make the file a fifth
larger."""


def dose_text(step: Interval, plan: Plan) -> str:
    """How much of a step: `30 s a side`, `2 × 12 times`, `10, 8, 6 times`, `3 min`."""
    if step.kind is Kind.CONFIRM:
        return ""
    one_side = f", {side_text(step.sides)}" if step.sides in {"left", "right"} else ""
    return ", ".join([f"{step_amount(plan, step, _one_set)}{one_side}", *beside(step.about)])


def _one_set(step: Interval, a_side: str) -> str:
    if step.dose == "open":
        return f"at your pace{a_side}"
    if step.reps or step.distance:
        beat = f", {'-'.join(map(str, step.tempo))} s" if step.tempo and not step.held else ""
        return f"{times_text(step, a_side)}{beat}"
    return f"{brief(step.seconds)}{a_side}"


def sheet(loaded: Loaded, drawings: Mapping[str, Drawn]) -> str:
    """The sheet as HTML, every text escaped."""
    plan, card = loaded.plan, loaded.card
    groups = sheet_groups(plan)
    size = sum(len(group.steps) for group in groups)
    about = "about " if plan.estimated else ""
    head = [f"{about}{minutes_said(plan.seconds)}", ", ".join(WHEN_WORDS[when] for when in card.when)]
    head += [f"you need: {', '.join(card.equipment)}"] if card.equipment else []
    safety = f'<p class="small">{escape(card.safety)}</p>' if card.safety else ""
    return (
        f'<article class="sheet{_size(size)}">{_boxes(dense=size > ROOMY)}<h1>{escape(plan.titled)}</h1>'
        f'<p class="facts">{escape(" · ".join(part for part in head if part))}</p>{safety}'
        f"{''.join(_listed(group, plan, drawings, dense=size > ROOMY) for group in groups)}"
        '<p class="small">A box a day, for two weeks. Stop if pain rises. General information, not medical advice.</p>'
        "</article>"
    )


def _listed(group: Group, plan: Plan, drawings: Mapping[str, Drawn], *, dense: bool) -> str:
    heading = f"<h2>{escape(group.heading)}</h2>" if group.heading else ""
    return f"{heading}<ol>{''.join(_row(one, plan, drawings, dense=dense) for one in group.steps)}</ol>"


def _size(steps: int) -> str:
    return " few" if steps <= FEW else " dense" if steps > ROOMY else ""


def _boxes(*, dense: bool) -> str:
    """The boxes of a step, drawn once for all of them: two rows, or one where the steps stand close."""
    columns, gap = (DAYS, 1.4) if dense else (DAYS // 2, 3)
    size = round((BOXES - gap * (columns - 1)) / columns, 1)
    rows = DAYS // columns
    corners = [(round((size + gap) * (at % columns), 1), (size + gap) * (at // columns)) for at in range(DAYS)]
    path = "".join(f"M{x:g} {y:g}h{size:g}v{size:g}h-{size:g}z" for x, y in corners)
    height = size * rows + gap * (rows - 1) + 2
    box = f"-1 -1 {BOXES + 2} {height:g}"
    return f'<svg hidden><symbol id="boxes" viewBox="{box}"><path d="{path}"/></symbol></svg>'


def _cues(step: Interval, plan: Plan) -> list[str]:
    """The cues of a step, without those that name one of its two sides."""
    sides = [one for one in plan.intervals if one.kind is step.kind and one.step == step.step and one.side]
    said = [{cue.say for cue in one.cues} for one in sides]
    return list(dict.fromkeys(cue.say for cue in step.cues if all(cue.say in each for each in said)))


def _row(step: Interval, plan: Plan, drawings: Mapping[str, Drawn], *, dense: bool) -> str:
    drawing, figure = drawings.get(step.about.exercise), "<span></span>"
    if drawing and dense:
        name, side = escape(step.about.exercise), step.side or ""
        figure = f'<svg class="figure" data-exercise="{name}" data-side="{side}" aria-hidden="true"></svg>'
    elif drawing:
        figure = drawing.svg(step.side)
    name = step.about.sentence or step.name if step.kind is Kind.CONFIRM else step.name
    dose = dose_text(step, plan)
    setup = f"<p>{escape(step.about.setup)}</p>" if step.about.setup else ""
    cues = " ".join(sentence(say) for say in _cues(step, plan))
    told = f"<p>{escape(cues)}</p>" if cues else ""
    stop = f'<p class="small">Stop if: {escape(step.about.stop_if)}</p>' if step.about.stop_if else ""
    heading = f'<h2>{escape(name)} <span class="dose">{escape(dose)}</span></h2>'
    boxes = '<svg class="boxes"><use href="#boxes"/></svg>' if step.kind is Kind.WORK else "<span></span>"
    return f"<li>{figure}<div>{heading}{setup}{told}{stop}</div>{boxes}</li>"
