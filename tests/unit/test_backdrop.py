"""The tinted screen behind a window: Textual's colours, each mixed once."""

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.renderables.background_screen import BackgroundScreen

from hh_tui.ui.widgets.backdrop import Backdrop, tinted

PIECES = [
    Segment("Вера", Style.parse("bold #e0e0e0 on #1e1e1e")),
    Segment("Илья", Style.parse("red link https://example.org")),
    Segment("—", Style(bgcolor="#0178d4", meta={"@click": "open"})),
    Segment("\n", None),
    Segment("", None, [(2,)]),  # type: ignore[list-item]
]


@pytest.mark.parametrize("veil", [Color(0, 0, 0, 0.6), Color(255, 255, 255, 0.0), Color(16, 32, 48)])
def test_it_looks_as_textual_paints_it(veil: Color) -> None:
    mine, theirs = Backdrop.process_segments(PIECES, veil), BackgroundScreen.process_segments(PIECES, veil)
    assert list(mine) == list(theirs)


def test_a_colour_is_mixed_once() -> None:
    tinted.cache_clear()
    list(Backdrop.process_segments(PIECES * 50, Color(0, 0, 0, 0.6)))
    assert tinted.cache_info().misses <= len(PIECES)
