"""The stylesheets are parsed once a process: hundreds of apps of the tests begin with the same text."""

from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.style import Style

Rules = LRUCache[tuple[object, ...], list[RuleSet]]
Styles = LRUCache[str, Style]

_parsed: dict[frozenset[tuple[str, str]], tuple[Rules, Styles]] = {}
"""By the variables, that is by the theme: what has been parsed with them."""

_begin = Stylesheet.__init__
_set_variables = Stylesheet.set_variables


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


def share_parsing() -> None:
    """Let every stylesheet of this process look first at what another one has parsed."""
    Stylesheet.__init__ = _begin_shared  # type: ignore[assignment, method-assign]
    Stylesheet.set_variables = _set_variables_shared  # type: ignore[assignment, method-assign]
