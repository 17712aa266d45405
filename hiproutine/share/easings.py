"""Which steps a page may come to advise against, and the plans that it offers then in place of the whole one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, combinations

from hiproutine.plan.cutting import Cut, cut
from hiproutine.plan.model import Kind, Plan
from hiproutine.share.kept_rules import AGAINST, AVOID, RANK, findings, rules_of

Areas = frozenset[str]


def cuts_of(plan: Plan) -> dict[str, Cut]:
    """Everything easier that may be offered, by the steps that are gone, with `easier` before them where one set of
    the rest is left."""
    gentled = plan.load in rules_of("", "", {})["gentled"]
    found: dict[str, Cut] = {}
    for areas, easier in chain(_plain(plan.load, gentled=gentled), _easier() if gentled else ()):
        out = {one.step for one in plan.intervals if one.kind is Kind.WORK and areas & set(one.about.avoid_if)}
        key = " ".join([*(["easier"] if easier else []), *map(str, sorted(out))])
        made = None if key in found else cut(plan, areas, easier=easier)
        if made:
            found[key] = made
    return found


def _plain(load: str, *, gentled: bool) -> Iterator[tuple[Areas, bool]]:
    """Areas to leave alone without anything else: where nothing speaks against a routine that can be made easier, and
    of others where what speaks against them is no more than a word for gentle ones."""
    gentle = rules_of("", "", {})["numbers"]["gentle"]
    fits = [areas for areas, rank, against in _avoided() if (load not in against and (not gentled or not against))
            or (not gentled and rank <= gentle)]  # fmt: skip
    return ((areas, False) for areas in _unions(fits))


def _easier() -> Iterator[tuple[Areas, bool]]:
    gentle = rules_of("", "", {})["numbers"]["gentle"]
    return ((areas, True) for areas in _unions(areas for areas, rank, _ in _avoided() if rank <= gentle))


@cache
def _avoided() -> tuple[tuple[Areas, int, tuple[str, ...]], ...]:
    """Every finding by which an area is to be left alone: the areas, its rank, and the loads it is against."""
    table = rules_of("", "", {})
    signs = [(flag["avoid"], table["signs"][flag["sign"]]) for flag in table["flags"] if "avoid" in flag]
    found = [*signs, *((one[AVOID], one) for one in findings(table) if len(one) > AVOID)]
    return tuple(dict.fromkeys((frozenset(areas), one[RANK], tuple(one[AGAINST])) for areas, one in found if areas))


def _unions(areas: Iterable[Areas]) -> list[Areas]:
    each = list(dict.fromkeys(areas))
    several = (combinations(each, size) for size in range(len(each) + 1))
    return list(dict.fromkeys(frozenset().union(*some) for some in chain.from_iterable(several)))
