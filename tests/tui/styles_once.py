"""Style sheets are read once, and the styles found once for each place that a widget can have under them.

Hundreds of applications are opened here with the same sheets and the same widgets at the same places. Textual itself
works out what they come to, the first time; every later application gets what it came to.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from textual.css import stylesheet, tokenize
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.design import ColorSystem
from textual.dom import DOMNode

_parse_rules = Stylesheet._parse_rules
_parse = Stylesheet.parse
_apply = Stylesheet.apply
_parse_style = Stylesheet.parse_style
_tokenize = tokenize.tokenize_values
_generate = ColorSystem.generate
_FLAGS = ("_has_hover_style", "_has_focus_within", "_has_order_style", "_has_odd_or_even")
"""What Textual notes of a node beside its styles."""


class Sheet(NamedTuple):
    """A sheet that was read, and what was found by it so far."""

    rules: list[RuleSet]
    by_name: dict[str, list[RuleSet]]
    asked: dict[frozenset[str], tuple[str, ...]]
    """The pseudo-classes that the rules for a node with these names ask about."""
    found: dict[tuple[Any, ...], tuple[Any, tuple[Any, ...]]]
    """By all that rules can see of a node and of those above it: its styles, and its flags."""


_sources: dict[tuple[Any, ...], list[RuleSet]] = {}
_sheets: dict[tuple[Any, ...], Sheet] = {}
_by_rules: dict[int, Sheet] = {}
_tokens: dict[frozenset[tuple[str, str]], dict[str, list[Any]]] = {}
_texts: dict[tuple[int, str], Any] = {}
"""By the tokens of the variables, which stay, and the style as text."""
_colours: dict[str, dict[str, str]] = {}


def _source_once(sheet: Stylesheet, *of_what: Any, **more: Any) -> list[RuleSet]:
    """The rules of one source, as Textual itself keeps them while its variables stay the same."""
    key = (of_what, tuple(more.items()), frozenset(sheet._variables.items()))
    if key not in _sources:
        _sources[key] = _parse_rules(sheet, *of_what, **more)
    return _sources[key]


def _sheet_once(sheet: Stylesheet) -> None:
    """All sources of an application, in their order."""
    if sheet._invalid_css:
        _parse(sheet)
        return
    key = (tuple(sheet.source.items()), frozenset(sheet._variables.items()))
    if key not in _sheets:
        _parse(sheet)
        _sheets[key] = _by_rules[id(sheet._rules)] = Sheet(sheet._rules, sheet.rules_map, {}, {})
    read = _sheets[key]
    sheet._rules, sheet._rules_map, sheet._require_parse = read.rules, read.by_name, False


def _styles_once(sheet: Stylesheet, node: DOMNode, *, animate: bool = False, **kept: Any) -> None:
    """The styles of a node, by the types, names and states of all nodes from the application down to it."""
    read = _by_rules.get(id(sheet.rules))
    if read is None:
        _apply(sheet, node, animate=animate, **kept)
        return
    names = frozenset(node._selector_names)
    if names not in read.asked:
        rules = {rule for name in names & read.by_name.keys() for rule in read.by_name[name]}
        read.asked[names] = tuple(set().union(*(rule.pseudo_classes for rule in rules)))
    asked = read.asked[names]
    key = tuple(
        (type(one), one._id, frozenset(one._classes), tuple(map(one.has_pseudo_class, asked)))
        for one in node.css_path_nodes
    )
    if key in read.found:
        styles, flags = read.found[key]
        for name, flag in zip(_FLAGS, flags, strict=True):
            setattr(node, name, flag)
        sheet.replace_rules(node, styles, animate=animate)
        sheet._process_component_classes(node)
        return
    here: dict[tuple[Any, ...], Any] = {}
    _apply(sheet, node, animate=animate, cache=here)
    for styles in here.values():
        read.found[key] = styles, tuple(getattr(node, name) for name in _FLAGS)


def _tokens_once(values: dict[str, str]) -> dict[str, list[Any]]:
    """The values of all variables, cut into tokens."""
    key = frozenset(values.items())
    if key not in _tokens:
        _tokens[key] = _tokenize(values)
    return _tokens[key]


def _text_once(sheet: Stylesheet, text: Any) -> Any:
    """A style that is written as text, with the variables of this sheet."""
    if not isinstance(text, str):
        return text
    key = (id(sheet._variable_tokens), text)
    if key not in _texts:
        _texts[key] = _parse_style(sheet, text)
    return _texts[key]


def _colours_once(system: ColorSystem) -> dict[str, str]:
    """All shades of a theme's colours."""
    key = repr(vars(system))
    if key not in _colours:
        _colours[key] = _generate(system)
    return {**_colours[key]}


def find_styles_once() -> None:
    """For every application from now on."""
    Stylesheet._parse_rules = _source_once  # type: ignore[method-assign, assignment]
    Stylesheet.parse = _sheet_once  # type: ignore[method-assign, assignment]
    Stylesheet.apply = _styles_once  # type: ignore[method-assign, assignment]
    stylesheet.tokenize_values = _tokens_once  # type: ignore[attr-defined]
    Stylesheet.parse_style = _text_once  # type: ignore[method-assign, assignment]
    ColorSystem.generate = _colours_once  # type: ignore[method-assign, assignment]
