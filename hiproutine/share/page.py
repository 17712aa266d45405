"""The whole page of a routine: one HTML file with everything in it, and a policy that lets nothing else in."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from hiproutine import __version__
from hiproutine.plan.effort import meant
from hiproutine.plan.loads import has_loads
from hiproutine.plan.model import Interval, Kind, Plan
from hiproutine.share.data import plan_table
from hiproutine.share.drawn import Drawn
from hiproutine.share.easings import cuts_of
from hiproutine.share.groups import sheet_groups
from hiproutine.share.kept_parts import Parts, Sealed
from hiproutine.share.kept_rules import rules_of
from hiproutine.share.sheet import dose_text, sheet
from hiproutine.share.sources import ASKED_BACK, OPEN_ROUNDS, PROPOSED, SOUND, source
from hiproutine.wording import WHEN_WORDS, count, load_words, minutes_said

if TYPE_CHECKING:
    from hiproutine.figures.pose import Figure
    from hiproutine.routine.loaded import Loaded
    from hiproutine.share.sound import Carried

Find = Callable[[str], "Figure | Drawn | None"]
"""The figure of an exercise by its id, drawn already or not."""


class Pages:
    """Makes pages; what several routines share is reckoned once."""

    def __init__(
        self,
        find_figure: Find,
        titles: Mapping[str, str],
        parts: Parts | None = None,
        cool_down: Plan | None = None,
    ) -> None:
        """`titles` are those of the routines that an advice may name, by their ids; `parts` are at hand already.

        The `cool_down` may follow where pain stops a routine.
        """
        self._cool_down = cool_down
        self._find_figure = find_figure
        self._titles = titles
        self._parts = parts or Parts()
        self._drawings: dict[str, Drawn | None] = {}

    def page(self, loaded: Loaded, *, prints: bool = False, sound: Carried | None = None) -> str:
        """The file of a routine, as text; one that `prints` asks the browser for that as soon as it is open.

        With a `sound`, it plays as that goes: everything takes a time, and nothing waits.
        """
        plan = played = loaded.plan
        held = ""
        if sound:
            from hiproutine.share.sound import carried, without_waits

            played, held = without_waits(plan), carried(sound)
        cuts = {} if sound else cuts_of(plan)
        drawings = self._of(plan)
        limbs: list[dict[str, Any]] = []
        data = {
            "plan": plan_table(played, cuts=cuts, cool_down=self._following(plan)),
            "figures": {name: drawing.table(limbs) for name, drawing in drawings.items()},
            "limbs": limbs,
            "rules": rules_of(plan.load, plan.id, self._titles, asks_back=_asks_back(plan)),
        }
        code = self._parts.script(needless(plan, sounds=sound is not None))
        begin, style = self._parts.beginning(), self._parts.style()
        return _filled(
            source("page.html"),
            {
                "policy": policy((code, begin), style, sounds=sound is not None),
                "sound": held,
                "version": escape(__version__),
                "title": escape(plan.titled),
                "prints": " data-prints" if prints else "",
                "style": style.text,
                "facts": escape(facts(loaded)),
                "summary": _paragraph(loaded.card.summary),
                "steps": _steps(plan),
                "texts": _texts(loaded),
                "sheet": sheet(loaded, drawings),
                "data": embedded(data),
                "script": code.text,
                "begin": begin.text,
            },
        )

    def _following(self, plan: Plan) -> Plan | None:
        """What may follow; the cool-down follows no other."""
        return self._cool_down if self._cool_down and self._cool_down.id != plan.id else None

    def _of(self, plan: Plan) -> dict[str, Drawn]:
        names = dict.fromkeys(one.about.exercise for one in plan.intervals if one.about.exercise)
        for name in names:
            if name not in self._drawings:
                self._drawings[name] = _drawn(self._find_figure(name))
        return {name: drawing for name in names if (drawing := self._drawings[name])}


def _drawn(figure: Figure | Drawn | None) -> Drawn | None:
    if figure is None or isinstance(figure, Drawn):
        return figure
    from hiproutine.share.drawing import Drawing

    return Drawing(figure).drawn()


def needless(plan: Plan, *, sounds: bool = False) -> frozenset[str]:
    """The modules that the page of a plan does not need."""
    left_out = {
        SOUND: not sounds,
        OPEN_ROUNDS: not plan.sections,
        ASKED_BACK: not _asks_back(plan),
        PROPOSED: not has_loads(plan),
    }
    return frozenset(name for name, out in left_out.items() if out)


def _asks_back(plan: Plan) -> bool:
    return bool(meant(plan)) or has_loads(plan)


def facts(loaded: Loaded) -> str:
    """Length, steps, load and when, in a line."""
    plan, card = loaded.plan, loaded.card
    about = "about " if plan.estimated else ""
    parts = [
        f"{about}{minutes_said(plan.seconds)}",
        count(plan.steps, "step"),
        load_words(plan.load),
    ]
    parts += [", ".join(WHEN_WORDS[moment] for moment in card.when)]
    return " · ".join(part for part in parts if part)


def policy(scripts: tuple[Sealed, ...], style: Sealed, *, sounds: bool = False) -> str:
    """What the page may do: run these scripts and show this style, and ask for nothing from anywhere.

    One that `sounds` may play what it carries.
    """
    runs = " ".join(f"'{one.digest}'" for one in scripts) or "'none'"
    return (
        f"default-src 'none'; script-src {runs}; style-src '{style.digest}'; "
        f"{'media-src blob:; ' if sounds else ''}base-uri 'none'; form-action 'none'"
    )


def embedded(data: Any) -> str:
    """JSON that can stand in a script element, whatever its strings hold."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _filled(page: str, values: Mapping[str, str]) -> str:
    """The page with its places filled in, each once and none of them looked into again."""
    first, *parts = page.split("{{")
    found = [first]
    for part in parts:
        name, _, rest = part.partition("}}")
        found += [values[name], rest]
    return "".join(found)


def _paragraph(text: str, kind: str = "") -> str:
    return f"<p{kind}>{escape(text)}</p>" if text else ""


def _steps(plan: Plan) -> str:
    rows: list[str] = []
    for group in sheet_groups(plan):
        rows += [f"<li><b>{escape(group.heading)}</b></li>"] if group.heading else []
        rows += [
            f"<li>{escape(_step_name(one))} <span>{escape(dose_text(one, plan))}</span></li>" for one in group.steps
        ]
    return "".join(rows)


def _step_name(step: Interval) -> str:
    return step.about.sentence or step.name if step.kind is Kind.CONFIRM else step.name


def _texts(loaded: Loaded) -> str:
    card = loaded.card
    told = (
        ("You need: ", ", ".join(card.equipment)),
        ("Why: ", card.why),
        ("Safety: ", card.safety),
        ("Source: ", card.source),
    )
    return "".join(_paragraph(f"{label}{text}", ' class="hint"') for label, text in told if text)
