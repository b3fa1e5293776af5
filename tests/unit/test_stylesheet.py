"""A style sheet is parsed once, however often Textual asks for it."""

import pytest
from textual.css import stylesheet as textual_stylesheet
from textual.css.errors import StylesheetError
from textual.css.styles import Styles
from textual.css.tokenizer import TokenError
from textual.widgets import Static

from hh_tui.ui.stylesheet import PackageStylesheet

TEXT = "Button { color: $mine; }"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    texts: list[str] = []
    parse = vars(textual_stylesheet)["parse"]

    def counted(scope: str, css: str, *rest: object, **named: object) -> object:
        texts.append(css)
        return parse(scope, css, *rest, **named)

    monkeypatch.setattr(textual_stylesheet, "parse", counted)
    return texts


def _sheet(colour: str, text: str = TEXT) -> PackageStylesheet:
    sheet = PackageStylesheet(variables={"mine": colour, "of": "test_stylesheet"})
    sheet.add_source(text)
    return sheet


def test_a_text_is_parsed_once_for_its_variables(parsed: list[str]) -> None:
    sheet = _sheet("#010203")
    before = sheet.rules[0].styles.color
    sheet.add_source("Label { color: $mine; }", read_from=("elsewhere", ""))
    sheet.reparse()
    again = _sheet("#010203")
    assert again.rules[0].styles.color == before
    assert [parsed.count(text) for text in dict.fromkeys(parsed)] == [1, 1]
    sheet.set_variables({"mine": "#040506"})
    sheet.reparse()
    assert parsed.count(TEXT) == 2
    assert sheet.rules[0].styles.color != before


def test_rules_stay_where_new_ones_are_wrong() -> None:
    sheet = _sheet("#070809")
    before = sheet.rules
    sheet.add_source("Label { colour", read_from=("wrong", ""))
    with pytest.raises((StylesheetError, TokenError)):
        sheet.reparse()
    del sheet.source["wrong", ""]
    sheet.reparse()
    assert sheet.rules == before


def test_rules_that_a_widget_has_are_not_set_again(monkeypatch: pytest.MonkeyPatch) -> None:
    rules, widget = _sheet("#0a0b0c", "Static { height: 3; width: 7; }").rules[0].styles.get_rules(), Static()
    settings: list[str] = []
    set_rule = Styles.set_rule

    def counted(styles: Styles, name: str, value: object) -> bool:
        settings.append(name)
        return set_rule(styles, name, value)

    monkeypatch.setattr(Styles, "set_rule", counted)
    PackageStylesheet.replace_rules(widget, rules)
    assert settings
    assert widget.styles.base.get_rules() == rules
    settings.clear()
    PackageStylesheet.replace_rules(widget, rules)
    assert not settings
    PackageStylesheet.replace_rules(widget, {"height": rules["height"]})
    assert widget.styles.base.get_rules() == {"height": rules["height"]}


@pytest.mark.parametrize("tie_breaker", [0, 3, -2])
def test_rules_weigh_what_textual_gives_them(tie_breaker: int) -> None:
    text = "Static { height: 3; & > Button { width: 7; &.-on:hover { color: red; } } } Label { width: 1; }"
    weights = []
    for kind in (PackageStylesheet, textual_stylesheet.Stylesheet):
        sheet = kind(variables={"of": "weights"})
        sheet.add_source(text, is_default_css=True, tie_breaker=tie_breaker)
        weights.append([(rule.css, rule.is_default_rules, rule.tie_breaker) for rule in sheet.rules])
    assert len(weights[0]) == 4
    assert weights[0] == weights[1]
