"""A plan as the page reads it, with the words that are said of it. The words come from plain mode and the voice."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hiproutine.cues.measured import numbers_said
from hiproutine.cues.spoken import Script
from hiproutine.cues.words import sentence
from hiproutine.plain.lines import Teller
from hiproutine.plain.pressing import SPACE, Pressing
from hiproutine.plan.beside import beside
from hiproutine.plan.cutting import Cut
from hiproutine.plan.effort import meant
from hiproutine.plan.loads import load_words
from hiproutine.plan.model import About, Interval, Kind, Plan
from hiproutine.plan.table import interval_table, plain_number
from hiproutine.play.events import IntervalStarted
from hiproutine.play.view import Phase, View
from hiproutine.routine.how import of_step
from hiproutine.wording import minutes_said

Table = dict[str, Any]


class TouchKeys(Pressing):
    """What keys are called on the page: its largest button says what it does, and hints name it so."""

    def name(self, action: str) -> str:
        """What a key, or the button of the same name, is called."""
        return "Done" if action == SPACE else super().name(action)


TOUCH = TouchKeys()
STEP = -1
"""In place of a sentence's number: which step it is, and of how many."""
_SENTENCE = re.compile(r"(?<=[.:?!…]) ")
USUAL: Table = {
    "side": None, "set": 1, "sets": 1, "dose": None, "reps": None, "reps_from": None, "held": None, "beats": [],
    "every": None, "begins": False, "closes": False, "skips": False, "tempo": None, "self_paced": False, "cues": [],
    "metres": None, "distance": "",
}  # fmt: skip
"""What is left out of an interval, and filled in again by `planOf` in the page; ..."""
CARRIED: Table = {
    "block": 0, "block_title": None, "name": "", "step": 1, "sides": "both", "round": 1, "rounds": 1, "about": 0,
}  # fmt: skip
"""... and what is left out where it is as in the interval before; so is a start that is where that one ended."""


def plan_table(
    plan: Plan,
    keys: Pressing | None = None,
    cuts: Mapping[str, Cut] | None = None,
    cool_down: Plan | None = None,
) -> Table:
    """The plan by the keys of `show --json`, what is usual left out, and for each interval what is said when it begins.

    Texts of steps stand once, in `abouts`; intervals name them by number. What is said stands once a sentence, in
    `said`; `words` name the sentences. What it may be `cut` to is told by what is other there. The `cool_down` that may
    follow has its own intervals, and says what is other of the whole; its texts and sentences stand with those here.
    """
    abouts: dict[About, int] = {}
    words = _Words(plan, keys or TOUCH, {})
    spoken, intervals = [words.of(one) for one in plan.intervals], _intervals(plan, abouts)
    known = list(zip([_whole(one, abouts) for one in plan.intervals], spoken, strict=True))
    made = cuts or {}
    less = {name: _cut_table(one, plan, words, known, abouts) for name, one in made.items()}
    more = {"coolDown": _following_table(cool_down, plan, words, abouts)} if cool_down else {}
    every = [plan, *(one.plan for one in made.values()), *([cool_down] if cool_down else [])]
    return {
        "id": plan.id,
        "load": plan.load,
        **_of_all(plan, words),
        "intervals": intervals,
        "abouts": [words.about(one) for one in abouts],
        "words": spoken,
        "said": list(words.sentences),
        "voiced": _voiced(every),
        **({"cuts": less} if less else {}),
        **more,
    }


def _of_all(plan: Plan, words: _Words) -> Table:
    """What is said of the whole, once `words` were asked about each interval."""
    return {
        "title": plan.titled,
        "seconds": plain_number(plan.seconds),
        "estimated": plan.estimated,
        "steps": plan.steps,
        "begin": Teller(plan, keys=words.keys).begin(),
        **({"meant": asked} if (asked := meant(plan)) else {}),
        "headings": words.headings,
    } | ({"sections": [one._asdict() for one in plan.sections.values()]} if plan.sections else {})


def _cut_table(
    made: Cut, plan: Plan, words: _Words, known: list[tuple[Table, Table]], abouts: dict[About, int]
) -> Table:
    """A plan that was cut: for each interval the one it is made from, and what is other in it and in its words.

    Steps are numbered anew. Texts and sentences that are new are added to those that are known.
    """
    its = _Words(made.plan, words.keys, words.sentences)
    steps = sorted({plan.intervals[at].step for at in made.origins if plan.intervals[at].kind is Kind.WORK})
    rows: list[Any] = []
    end = 0.0
    for interval, origin in zip(made.plan.intervals, made.origins, strict=True):
        table, (one, told) = _whole(interval, abouts), known[origin]
        step = min(bisect_left(steps, one["step"]) + 1, len(steps))
        other = _other(table, {**one, "start": end, "step": step})
        if "cues" in other and (first := _first_other(table["cues"], one["cues"])):
            del other["cues"]
            other["first"] = first
        row = [origin, other, _other(its.of(interval), told)]
        end = table["start"] + table["seconds"]
        while not row[-1] and len(row) > 1:
            row.pop()
        rows.append(row if len(row) > 1 else origin)
    of_all = _other_of_all(made.plan, its, plan, words)
    return {"cut": made.words, "lasts": minutes_said(made.plan.seconds), **of_all, "intervals": rows}


def _following_table(follows: Plan, plan: Plan, words: _Words, abouts: dict[About, int]) -> Table:
    """A plan that may follow: what is other of the whole, and its intervals with their words."""
    its = _Words(follows, words.keys, words.sentences)
    spoken = [its.of(one) for one in follows.intervals]
    of_all = {"id": follows.id, "load": follows.load, **_other_of_all(follows, its, plan, words)}
    return {**of_all, "intervals": _intervals(follows, abouts), "words": spoken}


def _other_of_all(plan: Plan, its: _Words, before: Plan, words: _Words) -> Table:
    """What is other in what is said of the whole."""
    unsaid: Table = {"meant": None, "sections": []}
    return _other({**unsaid, **_of_all(plan, its)}, {**unsaid, **_of_all(before, words)})


def _first_other(cues: list[Table], before: list[Table]) -> str:
    """What is said at the beginning, where all other cues are as before; else nothing."""
    begins = bool(before) and before[0]["at"] == 0
    said = cues[0]["say"] if cues else ""
    return said if cues == [_cue(0, said, "start"), *before[begins:]] else ""


def _whole(interval: Interval, abouts: dict[About, int]) -> Table:
    return {**USUAL, **_interval(interval, abouts)}


def _other(table: Table, before: Table) -> Table:
    """What is other than before; None for what is gone."""
    return {key: table.get(key) for key in before | table if table.get(key) != before.get(key)}


def _intervals(plan: Plan, abouts: dict[About, int]) -> list[Table]:
    found, before, end = [], CARRIED, 0.0
    for one in plan.intervals:
        table = _interval(one, abouts)
        usual = {**USUAL, **before, "start": end}
        before, end = {key: table[key] for key in CARRIED}, table["start"] + table["seconds"]
        found.append({key: value for key, value in table.items() if key not in usual or value != usual[key]})
    return found


def _interval(interval: Interval, abouts: dict[About, int]) -> Table:
    return {
        **{key: value for key, value in interval_table(interval).items() if key != "open_rounds"},
        "step": interval.step,
        "tempo": list(interval.tempo) if interval.tempo else None,
        "sides": interval.sides,
        "cues": [_cue(cue.at, cue.say, cue.anchor) for cue in interval.cues],
        "about": abouts.setdefault(interval.about, len(abouts)),
    }


def _cue(at: float, say: str, anchor: str) -> Table:
    return {"at": plain_number(at), "say": say} | ({} if anchor == "start" else {"anchor": anchor})


def _voiced(plans: list[Plan]) -> dict[str, str]:
    """Cues as a voice says them, by what is written, where that is something else."""
    written = {cue.say for plan in plans for interval in plan.intervals for cue in interval.cues}
    return {say: said for say in sorted(written) if (said := Script.cue(say)) != sentence(say)}


class _Words:
    """What plain mode prints when an interval begins, and what the voice says."""

    def __init__(self, plan: Plan, keys: Pressing, sentences: dict[str, int]) -> None:
        """New `sentences` are added to those that are known."""
        self._step = ""
        self._plan, self.keys = plan, keys
        self._script = Script(plan, space=keys.name(SPACE))
        self.headings: dict[str, str] = {}
        """By block and round, as `0 1`."""
        self.sentences = sentences
        """Every one that is said, and its number."""
        self._knowing = Teller(plan, keys=keys)
        """Somebody to whom it was said already how what waits ends."""
        seen: set[Kind] = set()
        for interval in plan.intervals:
            if interval.waits and interval.kind not in seen:
                seen.add(interval.kind)
                _begun(self._knowing, interval)

    def of(self, interval: Interval) -> Table:
        """`line` is the announcement, `hint` how it ends (said the first time a kind comes), `announces` how many
        intervals later only “Begin.” is needed. `said` is spoken when it comes by itself, `led` when a command ended
        what came before, `entered` when one led there without a change; `ahead` is a second and what is said then, and
        `moved` are cues that are said earlier: second, text, and the cue as written. `again` is what is spoken when a
        later round begins with it. Texts are sentences' numbers.
        """
        plan = self._plan
        self._step = f"Step {interval.step} of {plan.steps}."
        *heading, whole = _begun(Teller(plan, keys=self.keys), interval)
        if heading:
            self.headings[f"{interval.block} {interval.round}"] = heading[0]
        line = _begun(self._knowing, interval)[-1]
        table: Table = {"line": self._numbered(line)}
        if whole != line:
            table["hint"] = self._numbered(whole.removeprefix(line).strip())
        comes = plan.next_work(interval.index)
        changes = comes and interval.kind not in {Kind.WORK, Kind.CONFIRM}
        if comes and changes and _begun(self._knowing, comes)[-1].startswith("Begin."):
            table["announces"] = comes.index - interval.index
        script, section = self._script, plan.section_of(interval.index)
        table |= self._openings(interval)
        if section and interval.index == section.first:
            again = self._openings(replace(interval, lap=2))
            if any(again.get(name) != table.get(name) for name in ("said", "led", "entered")):
                table["again"] = again
        if ahead := script.ahead(interval):
            table["ahead"] = [ahead.second, self._numbered(ahead.text)]
        if moved := script.moved(interval):
            table["moved"] = [[one.second, self._numbered(one.text), self._numbered(one.cue)] for one in moved]
        return table

    def _openings(self, interval: Interval) -> Table:
        script = self._script
        openings = {
            "said": script.opening(interval),
            "led": script.opening(interval, led=True),
            "entered": script.opening(interval, entered=True),
        }
        table: Table = {}
        for name, told in openings.items():
            spoken = [self._numbered(told.text), int(told.weight)]
            if name == "said" or spoken != table["said"]:
                table[name] = spoken
        return table

    def about(self, about: About) -> Table:
        """The texts of a step; those that are said too, or that many share, as numbers of sentences."""
        self._step = ""
        found: Table = {name: getattr(about, name) for name in ("exercise", "sentence", "avoid_if", "weight", "band")}
        found["beside"] = ", ".join(beside(about))
        if load := load_words(about):
            found["loads"] = list(dict.fromkeys([load, numbers_said(load)]))
        found["setup"] = self._numbered(about.setup) if about.setup else ""
        told = [(label, text) for label, text in of_step(about, "") if text != about.setup]
        found["how"] = [[label, self._numbered(text)] for label, text in told]
        return {name: value for name, value in found.items() if value}

    def _numbered(self, text: str) -> list[int]:
        """A text as its sentences, which with blanks between them are the text again; `STEP` says which step it is."""
        return [STEP if one == self._step else self._number(one) for one in _SENTENCE.split(text)]

    def _number(self, one: str) -> int:
        return self.sentences.setdefault(one, len(self.sentences))


def _begun(teller: Teller, interval: Interval) -> list[str]:
    view = View(Phase.PLAYING, interval, 0.0, interval.seconds, 0, 0.0, interval.seconds, interval.start)
    return teller.tell((IntervalStarted(0.0, interval),), view)
