"""How much of a long text is shown."""

import pytest

from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import LONGEST_SHOWN
from hh_tui.ui.presenters.excerpt import excerpt


@pytest.mark.parametrize("text", ["", "Добрый день!\n\nВаш отклик", "ы" * LONGEST_SHOWN])
def test_what_can_be_read_here_is_shown_whole(text: str) -> None:
    assert excerpt(Catalogue("ru"), text).plain == text


@pytest.mark.parametrize(
    ("ours", "end"), [(False, "Весь текст есть на hh.ru."), (True, "Сам текст сохранён целиком.")]
)
def test_of_a_longer_text_the_beginning_is_shown(ours: bool, end: str) -> None:
    shown = excerpt(Catalogue("ru"), "слово\n" * 200_000, ours=ours).plain
    assert shown.startswith("слово\nслово\n")
    assert shown.endswith(f"…\nПоказаны первые 20\u00a0000 знаков из 1\u00a0200\u00a0000. {end}")
    assert len(shown) < LONGEST_SHOWN + 100
