"""The help: what it begins with, what is found in it, and that no sign is without a meaning."""

import pytest

from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import LANGUAGES, Language
from hh_tui.keys.keymap import Keymap
from hh_tui.keys.registry import COMMANDS, Scope
from hh_tui.ui.presenters import glyphs
from hh_tui.ui.presenters.help import HelpSection, found_in, help_page, sections
from hh_tui.ui.presenters.legend import SIGNS

SCROLL_BAR = {glyphs.THUMB}


def _sections(lang: Language = "ru", *here: Scope) -> tuple[HelpSection, ...]:
    return sections(Catalogue(lang), Keymap(), here)


def _texts(found: tuple[HelpSection, ...]) -> list[str]:
    return [text for section in found for _, text in section.lines]


def test_help_begins_where_one_is() -> None:
    tr = Catalogue("ru")
    titles = [one.title for one in _sections("ru", Scope.OUTBOX)]
    assert titles[:3] == [tr("scope.outbox"), tr("scope.anywhere"), tr("legend.title")]
    assert sorted(titles) == sorted([tr("legend.title"), *(tr(f"scope.{scope}") for scope in Scope)])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_help_tells_every_command_once(lang: Language) -> None:
    tr = Catalogue(lang)
    told = _texts(_sections(lang, Scope.LIST, Scope.ALL))
    for command in COMMANDS:
        if not command.id.startswith(("action-", "shortcut-")):
            assert tr(command.text) in told, command.id


def test_every_sign_is_in_the_legend() -> None:
    told = "".join(sign for sign, _ in SIGNS)
    signs = {sign for name, sign in vars(glyphs).items() if name.isupper()}
    assert {one for one in signs if one not in told} == SCROLL_BAR


def test_words_are_found_in_both_layouts() -> None:
    every = _sections("ru", Scope.LIST)
    assert "начатое и не отправленное письмо" in _texts(found_in(every, "начат"))
    assert found_in(every, "yfxfn") == found_in(every, "начат")
    assert found_in(every, "  ") == every
    assert found_in(every, "нет-такого-слова") == ()


def test_a_key_is_found_as_it_is_written() -> None:
    found = _texts(found_in(_sections("ru", Scope.LIST), "F4"))
    assert Catalogue("ru")("command.send-later") in found
    assert Catalogue("ru")("command.down") not in found
    assert Catalogue("ru")("command.bottom") in _texts(found_in(_sections("ru", Scope.LIST), "G"))


def test_nothing_found_is_said() -> None:
    tr = Catalogue("en")
    page = help_page(tr, _sections("en", Scope.LIST), "no-such-word", 60)
    assert page.plain == tr("picker.nothing")
