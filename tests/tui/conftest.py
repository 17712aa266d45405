"""Hundreds of applications are opened here with the same style sheets: each is parsed once for all of them."""

from __future__ import annotations

from typing import Any

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_parse = Stylesheet._parse_rules
_parsed: dict[tuple[Any, ...], list[RuleSet]] = {}


def _parsed_once(sheet: Stylesheet, *of_what: Any, **more: Any) -> list[RuleSet]:
    """The rules, as Textual itself keeps them while its variables stay the same."""
    key = (of_what, tuple(sorted(more.items())), tuple(sorted(sheet._variables.items())))
    if key not in _parsed:
        _parsed[key] = _parse(sheet, *of_what, **more)
    return _parsed[key]


Stylesheet._parse_rules = _parsed_once  # type: ignore[method-assign, assignment]
