from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from hh_tui.i18n import Catalogue
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.keys.keymap import Keymap
from hh_tui.keys.registry import Scope
from hh_tui.startup.last_screen import LastScreen, Picture
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.typed_ahead import TypedAhead
from tests.factory import negotiation

NOW = datetime(2026, 5, 14, 8, 30, tzinfo=UTC)
PICTURED = "│▌Вакансия 7/9 ││\x1b[1m▌○ Юдина Анна, 27\x1b[0m     2 ч ││ Москва │"


class Dispatcher:
    """Presses nothing, and tells what it was to press."""

    def __init__(self) -> None:
        self.keys: list[str] = []
        self.unseen = False

    async def press(self, event: Any) -> None:
        self.keys.append(event.key)

    def decided(self) -> None:
        self.unseen = True


def _screen(last_name: str = "Юдина", *, is_active: bool = True) -> Any:
    row = Row(1, negotiation("n1", resume={"last_name": last_name, "first_name": "Анна"}))
    return SimpleNamespace(
        inbox=SimpleNamespace(selected=row),
        view=SimpleNamespace(render_context=RenderContext(Catalogue("ru"), NOW, UTC)),
        scopes=(Scope.ITEM, Scope.LIST, Scope.ALL, Scope.TAKE_BACK),
        is_active=is_active,
    )


async def _pressed(typed: str, screen: Any = None, line: str = PICTURED) -> Dispatcher:
    dispatcher, screen = Dispatcher(), screen or _screen()
    ahead = TypedAhead(dispatcher, Keymap(), lambda: screen, lambda: 100.0)  # type: ignore[arg-type]
    ahead.picture = Picture(LastScreen(80, "", NOW, (line, "")), typed.encode())
    await ahead.begin()
    assert ahead.picture is None
    return dispatcher


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("jjk", ["j", "j", "k"]),
        ("ол\x1b[B\x1b[6~", ["о", "л", "down", "pagedown"]),
        ("ggj\t?", ["g", "g", "j", "tab", "question_mark"]),
        ("j3j", ["j"]),
        ("j/jj", ["j"]),
        ("jgoj", ["j"]),
        ("j\rj", ["j"]),
        ("jg", ["j"]),
        ("j\x1b[200~jj\x1b[201~j", ["j"]),
        ("z", []),
    ],
)
async def test_keys_that_look_are_kept_up_to_one_that_does_more(typed: str, kept: list[str]) -> None:
    dispatcher = await _pressed(typed)
    assert dispatcher.keys == kept
    assert dispatcher.unseen is bool(kept), "nobody is decided on before they are seen"


async def test_keys_are_kept_for_the_candidate_in_the_picture_alone() -> None:
    assert (await _pressed("jj", _screen("Чернова"))).keys == []
    assert (await _pressed("jj", _screen(is_active=False))).keys == []
    assert (await _pressed("jj", line="│ ○ Юдина Анна, 27   │")).keys == []
    assert (await _pressed("jj", _screen("Юдина-Хабибрахманова"), "││▌○ Юдина-Хаби…  2 ч││")).keys == [
        "j",
        "j",
    ]


async def test_keys_typed_at_the_picture_come_before_those_of_later() -> None:
    dispatcher = Dispatcher()
    ahead = TypedAhead(dispatcher, Keymap(), lambda: _screen(), lambda: 100.0)  # type: ignore[arg-type]
    await ahead.press(SimpleNamespace(key="early"))  # type: ignore[arg-type]
    await ahead.begin()
    ahead.picture = Picture(LastScreen(80, "", NOW, (PICTURED, "")), b"jj")
    await ahead.press(SimpleNamespace(key="3"))  # type: ignore[arg-type]
    assert dispatcher.keys == ["early", "j", "j", "3"]
