"""Stylesheets are parsed once a process, and a widget's styles are looked up once.

Hundreds of apps of the tests begin with the same text and the same widgets.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from textual.app import App
from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode, NoScreen
from textual.style import Style
from textual.widget import Widget

Rules = LRUCache[tuple[object, ...], list[RuleSet]]
Styles = LRUCache[str, Style]
Place = tuple[object, ...]
"""A node and all above it, each with everything that a selector may ask for."""

FLAGS = ("_has_hover_style", "_has_focus_within", "_has_order_style", "_has_odd_or_even")
"""What a node keeps of the selectors that could be its own."""


class Found(NamedTuple):
    """What all rules come to for a node in its place."""

    styles: RulesMap
    flags: Mapping[str, bool]
    settled: dict[str, object]
    """What a node that had no styles has then; empty as long as none was seen."""


class Parsed(NamedTuple):
    """All rules of a stylesheet, and what they come to by the place of a node."""

    rules: list[RuleSet]
    by_name: dict[str, list[RuleSet]]
    known: dict[Place, Found]
    by_focus: set[Place]
    """Places in which it depends on where the focus is below, too."""
    concerned: dict[frozenset[str], tuple[RuleSet, ...]]
    """By all that a node is called: the rules that could be its own."""


_caches: dict[frozenset[tuple[str, str]], tuple[Rules, Styles]] = {}
"""By the variables, that is by the theme: what has been parsed with them."""

_parsed: dict[tuple[object, ...], Parsed] = {}
"""By the variables and all texts of a stylesheet."""

_known: dict[tuple[object, ...], Found] = {}
"""By the rules that could be its own, and by the place of a node: whatever other rules there are."""

_begin = Stylesheet.__init__
_set_variables = Stylesheet.set_variables
_parse = Stylesheet.parse
_apply = Stylesheet.apply


def _share(sheet: Any) -> None:
    sheet._theme = frozenset(sheet._variables.items())
    if sheet._theme not in _caches:
        _caches[sheet._theme] = LRUCache(1024), LRUCache(4096)
    sheet._parse_cache, sheet._style_parse_cache = _caches[sheet._theme]


def _begin_shared(sheet: Stylesheet, *, variables: dict[str, str] | None = None) -> None:
    _begin(sheet, variables=variables)
    _share(sheet)


def _set_variables_shared(sheet: Stylesheet, variables: dict[str, str]) -> None:
    # The caches of the variables before stay as they are: another app may use them.
    sheet._parse_cache, sheet._style_parse_cache = LRUCache(1), LRUCache(1)
    _set_variables(sheet, variables)
    _share(sheet)


def _parse_shared(sheet: Any) -> None:
    key = sheet._theme, tuple(sheet._invalid_css), tuple(sheet.source.items())
    if key not in _parsed:
        _parse(sheet)
        _parsed[key] = Parsed(sheet._rules, sheet.rules_map, {}, set(), {})
    sheet._shared = shared = _parsed[key]
    sheet._rules, sheet._rules_map, sheet._require_parse = shared.rules, shared.by_name, False


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


def _focus_within(node: DOMNode) -> Place:
    """Of a node and all above it: whether the focus is in them."""
    line: list[object] = []
    try:
        focused: object = node.screen.focused
    except NoScreen:
        focused = None
    while isinstance(focused, DOMNode):
        line.append(focused)
        focused = focused._parent
    return tuple(any(one is other for other in line) for one in node.ancestors_with_self)


def _is_bare(node: DOMNode) -> bool:
    return not (node._is_mounted or node.styles.base._rules)


def _dress(node: DOMNode, found: Found) -> None:
    """Give a node its styles; nothing is animated in tests, and what stays as it is need not be set."""
    base, bare, styles = node.styles.base, _is_bare(node), found.styles
    if bare and found.settled:
        # What each rule is set by one by one refreshes nothing before the node is mounted.
        base._rules.update(found.settled)  # type: ignore[typeddict-item]
        base._updates += len(found.settled)
    else:
        now = base.get_rules()
        for name in now.keys() | styles.keys():
            if now.get(name) != (value := styles.get(name)):
                setattr(base, name, value)
        if bare:
            found.settled.update(base._rules)
    node.notify_style_update()


def _apply_shared(
    sheet: Any,
    node: DOMNode,
    *,
    animate: bool = False,
    cache: dict[tuple[Any, ...], RulesMap] | None = None,
) -> None:
    sheet.rules  # noqa: B018 - parsed by now
    shared: Parsed = sheet._shared
    line = _place(node)
    place, found = _found(shared, node, line)
    if found is not None:
        if vars(node).get("_placed") is found.styles:
            node.notify_style_update()
            return
        vars(node).update(found.flags, _placed=found.styles)
        _dress(node, found)
        if not _has_parts(shared, node, line):
            sheet._process_component_classes(node)
        return
    vars(node).pop("_placed", None)
    _look_up(sheet, shared, node, place, animate=animate)


def _has_parts(shared: Parsed, node: DOMNode, place: Place) -> bool:
    """Whether the parts of a node that have styles of their own look as they would if they were made anew.

    Textual makes one node for each of them whenever those of their owner change; mostly that is for nothing.
    """
    for name in node._get_component_classes():
        part = node._component_styles.get(name)
        found = shared.known.get(((DOMNode, None, frozenset((name,))), *place))
        if part is None or found is None or getattr(part.node, "_placed", None) is not found.styles:
            return False
    return True


def _concerned(shared: Parsed, node: DOMNode) -> tuple[RuleSet, ...]:
    names = frozenset(node._selector_names)
    if names not in shared.concerned:
        by_name = shared.by_name
        some = {rule for name in by_name.keys() & names for rule in by_name[name]}
        shared.concerned[names] = tuple(filter(some.__contains__, shared.rules))
    return shared.concerned[names]


def _found(shared: Parsed, node: DOMNode, place: Place) -> tuple[Place, Found | None]:
    """What is known of a node in its place, by this stylesheet or by one that has the same rules for it."""
    if place not in shared.known:
        rules = _concerned(shared, node)
        if place in shared.by_focus or any("focus-within" in one.pseudo_classes for one in rules):
            shared.by_focus.add(place)
            place += _focus_within(node)
        if place not in shared.known and (rules, place) in _known:
            shared.known[place] = _known[rules, place]
    return place, shared.known.get(place)


def _look_up(sheet: Any, shared: Parsed, node: DOMNode, place: Place, *, animate: bool) -> None:
    """Find the styles of a node as Textual does, and keep them for its place."""
    given: list[RulesMap] = []
    replace_rules = sheet.replace_rules

    def noted(one: DOMNode, rules: RulesMap, animate: bool = False) -> None:
        if one is node:
            given.append(rules)
        replace_rules(one, rules, animate=animate)

    # Textual keeps the styles of a node if they depend on nothing but what is in its place.
    kept: dict[tuple[Any, ...], RulesMap] = {}
    sheet.replace_rules = noted
    try:
        _apply(sheet, node, animate=animate, cache=kept)
    finally:
        sheet.replace_rules = replace_rules
    flags = {name: getattr(node, name) for name in FLAGS}
    if kept or (flags["_has_focus_within"] and not (flags["_has_order_style"] or flags["_has_odd_or_even"])):
        for styles in given:
            _known[_concerned(shared, node), place] = shared.known[place] = Found(styles, flags, {})


def share_parsing() -> None:
    """Let every stylesheet of this process look first at what another one has found."""
    # A rule is looked for by its identity as it is; without a call for it, millions of times.
    RuleSet.__hash__ = object.__hash__  # type: ignore[method-assign]
    Stylesheet.__init__ = _begin_shared  # type: ignore[assignment, method-assign]
    Stylesheet.set_variables = _set_variables_shared  # type: ignore[assignment, method-assign]
    Stylesheet.parse = _parse_shared  # type: ignore[assignment, method-assign]
    Stylesheet.apply = _apply_shared  # type: ignore[assignment, method-assign]
