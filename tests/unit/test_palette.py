"""What the palette offers for a word, and in which order."""

import pytest

from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import Language
from hh_tui.keys.keymap import Keymap
from hh_tui.keys.registry import BY_ID, Scope
from hh_tui.ui.dialogs.picker import fitting
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.presenters.palette import FIRST, commands

HERE = (Scope.ALL, Scope.TAKE_BACK, Scope.ANYWHERE, Scope.LIST, Scope.ITEM)


def _found(language: Language, typed: str) -> list[str]:
    lines = commands(Catalogue(language), Keymap(), HERE)
    items = [PickerItem(command.id, line.label, names=line.names) for line, command in lines]
    return [item.id for item in fitting(typed, items)]


@pytest.mark.parametrize(
    ("language", "typed", "command"),
    [
        ("ru", "письмо", "reply"),
        ("ru", "поиск", "search"),
        ("ru", "метки", "label"),
        ("ru", "график", "charts"),
        ("ru", "снуз", "snooze"),
        ("ru", "gbcmvj", "reply"),
        ("en", "download", "save-resume"),
        ("en", "tag", "label"),
        ("en", "unread", "waiting"),
    ],
)
def test_what_is_called_so_comes_first(language: Language, typed: str, command: str) -> None:
    """The help text of undo tells of letters, too: nobody looks for it by that."""
    assert _found(language, typed)[0] == command


def test_what_only_tells_of_it_is_found_behind() -> None:
    found = _found("ru", "письмо")
    assert found.index("undo") > found.index("reply")


def test_words_of_label_and_names_fit_together() -> None:
    assert _found("ru", "убрать отложить") == ["snooze", "until-reply", "reply-by"]
    assert _found("ru", "вакансия отложить") == []


@pytest.mark.parametrize("here", [HERE, (Scope.ALL, Scope.ANYWHERE)])
def test_what_is_used_most_begins_the_list(here: tuple[Scope, ...]) -> None:
    found = [command for _, command in commands(Catalogue("ru"), Keymap(), here)]
    names = [command.id for command in found]
    assert names[0] == ("search" if Scope.LIST in here else "vacancy")
    assert not found[0].decides
    assert names.index("outbox") < names.index("keys")
    assert len(names) == len(set(names))
    assert {one for one in FIRST if BY_ID[one].scope in here} == set(names[: len(FIRST)]) & set(FIRST)
