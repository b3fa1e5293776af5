"""Style sheets of the package, wherever it is imported from."""

from functools import cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Final, cast

from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

import hh_tui
from hh_tui.ui.textual_private import CSSLocation, RuleSet, variables_of

if TYPE_CHECKING:
    from importlib.abc import ResourceLoader

KEPT: Final = 4
"""Sets of variables for which rules are kept: those of two themes, before and after they are chosen."""

UNIT: Final = 1
"""The tie breaker that a text is parsed with: a rule then has how deep it stands, and any other is so many
times that. Textual's default rules of a widget have another one in each class below."""

_parsed: dict[frozenset[tuple[str, str]], dict[tuple[Any, ...], list[RuleSet]]] = {}
"""Rules by the variables that were put into them, and by what they were read from."""


class PackageStylesheet(Stylesheet):
    """Reads the `CSS_PATH` of our screens by what imported the package: in an archive they are no files.

    A text is parsed once. Textual parses it again whenever a screen brings a style sheet of its own, and for
    every app.
    """

    def reparse(self) -> None:
        """Take over new variables and texts; what is wrong with them leaves the rules as they were."""
        self.parse()

    def _parse_rules(
        self,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        """The rules of a text. Raises StylesheetError where there is something wrong with it."""
        variables = frozenset(variables_of(self).items())
        if variables not in _parsed:
            while len(_parsed) >= KEPT:
                del _parsed[next(iter(_parsed))]
            _parsed[variables] = {}
        known, key = _parsed[variables], (css, read_from, is_default_rules, scope)
        if (key, tie_breaker) not in known:
            if (key, UNIT) not in known:
                known[key, UNIT] = super()._parse_rules(css, read_from, is_default_rules, UNIT, scope)
            known[key, tie_breaker] = [_weighed(rule, tie_breaker) for rule in known[key, UNIT]]
        return known[key, tie_breaker]

    @classmethod
    def replace_rules(cls, node: DOMNode, rules: RulesMap, animate: bool = False) -> None:
        """Give a node these rules; the same ones once more are not set one by one.

        A class or a focus that changes has the styles of all widgets below looked up, and nearly all of them
        come to the same. What they inherit may have changed: that is looked up anew when they are painted.
        """
        if not animate and node.styles.base.get_rules() == rules:
            node.notify_style_update()
        else:
            super().replace_rules(node, rules, animate)

    def read(self, filename: str | PurePath) -> None:
        """Read a style sheet of the package, or any other file as Textual does."""
        path = Path(filename).resolve()
        root = Path(hh_tui.__file__).parent.resolve()
        if not path.is_relative_to(root):
            super().read(filename)
            return
        self.add_source(package_text(path.relative_to(root)), read_from=(str(path), ""))


@cache
def package_text(path: Path) -> str:
    """The style sheet at a path in the package; read once, so that it is there when the package has gone."""
    loader = cast("ResourceLoader", hh_tui.__loader__)
    return loader.get_data(str(Path(hh_tui.__file__).parent / path)).decode("utf-8")


def _weighed(rule: RuleSet, tie_breaker: int) -> RuleSet:
    """The rule as it comes of its text with this tie breaker."""
    return RuleSet(
        rule.selector_set,
        rule.styles,
        rule.errors,
        rule.is_default_rules,
        rule.tie_breaker * tie_breaker,
        rule.selector_names,
        rule.pseudo_classes,
    )
