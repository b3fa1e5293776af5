"""Stylesheets are parsed once a process, and a widget's styles are looked up once.

Hundreds of apps of the tests begin with the same text and the same widgets.
"""

from collections.abc import Mapping
from typing import Any

from textual.app import App
from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.style import Style
from textual.widget import Widget

Rules = LRUCache[tuple[object, ...], list[RuleSet]]
Styles = LRUCache[str, Style]
Place = tuple[tuple[object, ...], ...]
"""A node and all above it, each with everything that a selector may ask for."""
Known = dict[Place, tuple[RulesMap, Mapping[str, bool]]]

FLAGS = ("_has_hover_style", "_has_focus_within", "_has_order_style", "_has_odd_or_even")
"""What a node keeps of the selectors that could be its own."""

_parsed: dict[frozenset[tuple[str, str]], tuple[Rules, Styles]] = {}
"""By the variables, that is by the theme: what has been parsed with them."""

_found: dict[tuple[RuleSet, ...], Known] = {}
"""By all rules of a stylesheet: what they come to for a node."""

_begin = Stylesheet.__init__
_set_variables = Stylesheet.set_variables
_apply = Stylesheet.apply


def _share(sheet: Stylesheet) -> None:
    variables = frozenset(sheet._variables.items())
    if variables not in _parsed:
        _parsed[variables] = LRUCache(1024), LRUCache(4096)
    sheet._parse_cache, sheet._style_parse_cache = _parsed[variables]


def _begin_shared(sheet: Stylesheet, *, variables: dict[str, str] | None = None) -> None:
    _begin(sheet, variables=variables)
    _share(sheet)


def _set_variables_shared(sheet: Stylesheet, variables: dict[str, str]) -> None:
    # The caches of the variables before stay as they are: another app may use them.
    sheet._parse_cache, sheet._style_parse_cache = LRUCache(1), LRUCache(1)
    _set_variables(sheet, variables)
    _share(sheet)


def _place(node: object) -> Place:
    marks: list[tuple[object, ...]] = []
    while isinstance(node, DOMNode):
        mark = (type(node), node._id, frozenset(node._classes))
        if isinstance(node, Widget):
            mark += (node.mouse_hover, node.has_focus, node.disabled, node.allow_focus())  # type: ignore[assignment]
        elif isinstance(node, App):
            mark += (node.app_focus,)  # type: ignore[assignment]
        marks.append(mark)
        node = node._parent
    return tuple(marks)


def _known(sheet: Any) -> Known:
    rules = sheet.rules_map
    if getattr(sheet, "_known_of", None) is not rules:
        sheet._known_of = rules
        sheet._known = _found.setdefault(tuple(sheet.rules), {})
    known: Known = sheet._known
    return known


def _apply_shared(
    sheet: Stylesheet,
    node: DOMNode,
    *,
    animate: bool = False,
    cache: dict[tuple[Any, ...], RulesMap] | None = None,
) -> None:
    known, place = _known(sheet), _place(node)
    if place in known:
        styles, flags = known[place]
        if vars(node).get("_placed") is styles:
            node.notify_style_update()
            return
        vars(node).update(flags, _placed=styles)
        sheet.replace_rules(node, styles, animate=animate)
        sheet._process_component_classes(node)
        return
    # Textual keeps the styles of a node if they depend on nothing but what is in its place.
    vars(node).pop("_placed", None)
    kept: dict[tuple[Any, ...], RulesMap] = {}
    _apply(sheet, node, animate=animate, cache=kept)
    for styles in kept.values():
        known[place] = styles, {name: getattr(node, name) for name in FLAGS}


def share_parsing() -> None:
    """Let every stylesheet of this process look first at what another one has found."""
    # A rule is looked for by its identity as it is; without a call for it, millions of times.
    RuleSet.__hash__ = object.__hash__  # type: ignore[method-assign]
    Stylesheet.__init__ = _begin_shared  # type: ignore[assignment, method-assign]
    Stylesheet.set_variables = _set_variables_shared  # type: ignore[assignment, method-assign]
    Stylesheet.apply = _apply_shared  # type: ignore[assignment, method-assign]
