"""Of a frame only the cells that differ are written, and a terminal shows the same as if all had been."""

from collections.abc import Iterable

import pyte
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from rich.cells import split_graphemes
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip

from hh_tui.ui.terminal.frame import Frame, StripSpan
from hh_tui.ui.terminal.pen import PenCase
from hh_tui.ui.terminal.update import ScreenPainter
from hh_tui.ui.textual_private import ChopsUpdate, LayoutUpdate

COLUMNS, ROWS = 12, 3

styles = st.builds(
    Style,
    color=st.sampled_from([None, "#102030", "red"]),
    bgcolor=st.sampled_from([None, "#405060", "blue"]),
    bold=st.booleans(),
    underline=st.booleans(),
    reverse=st.booleans(),
)
AGREED = ("а", "b", " ", "  ", "●", "│", "漢", "и\u0306", "✉")
"""Characters whose width pyte sees as Textual does."""


def _spans(*characters: str) -> st.SearchStrategy[list[list[StripSpan]]]:
    """Updates, each of some spans, of these characters. At the right edge what is uncertain is blank."""
    texts = st.lists(st.sampled_from(characters), max_size=6).map("".join)
    strips = st.lists(st.tuples(texts, styles), max_size=4).map(
        lambda parts: Strip([Segment(*part) for part in parts])
    )
    stretches = st.builds(
        lambda y, x, strip: StripSpan(y, x, strip.crop(0, COLUMNS - 1 - x)),
        st.integers(0, ROWS - 1),
        st.integers(0, COLUMNS - 2),
        strips,
    )
    return st.lists(st.lists(stretches, max_size=3), max_size=4)


class Shown:
    """A terminal that is written to."""

    def __init__(self) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._screen.reset_mode(pyte.modes.DECAWM)
        self._stream = pyte.Stream(self._screen)

    def write(self, data: str) -> None:
        self._stream.feed(data)

    def characters(self, places: Iterable[tuple[int, int]]) -> dict[tuple[int, int], str]:
        """What stands at these lines and columns."""
        return {(y, x): self._screen.buffer[y][x].data or " " for y, x in places}

    def cells(self) -> list[tuple[object, ...]]:
        """What a person sees: the colour of the text is not seen where there is none."""
        seen: list[tuple[object, ...]] = []
        for y in range(ROWS):
            for x in range(COLUMNS):
                cell = self._screen.buffer[y][x]
                # Of half a wide character terminals show nothing.
                halved = cell.data == "漢" and self._screen.buffer[y][x + 1].data
                data = " " if halved else cell.data or " "
                blank = data == " " and not cell.underscore and not cell.reverse
                marks = (cell.underscore, cell.reverse)
                text = (" ", None, False) if blank else (data, cell.fg, cell.bold)
                seen.append((*text, cell.bg, *marks))
        return seen


def _whole(stretch: StripSpan) -> str:
    console = Console(color_system="truecolor", force_terminal=True)
    return f"\x1b[{stretch.y + 1};{stretch.x + 1}H{stretch.strip.render(console)}"


@settings(phases=[Phase.explicit, Phase.generate], max_examples=50)
@given(_spans(*AGREED))
def test_differences_show_what_the_whole_shows(updates: list[list[StripSpan]]) -> None:
    frame = Frame(COLUMNS, ROWS, ColorSystem.TRUECOLOR)
    differing, whole = Shown(), Shown()
    for update in updates:
        differing.write(frame.paint(update))
        whole.write("".join(map(_whole, update)))
        assert differing.cells() == whole.cells()


def _painted(frame: Frame, text: str, style: Style | None = None, x: int = 0) -> str:
    return frame.paint([StripSpan(0, x, Strip([Segment(text, style)]))])


def test_what_stands_there_is_not_written_again() -> None:
    frame = Frame(COLUMNS, ROWS, ColorSystem.TRUECOLOR)
    _painted(frame, "Иванова")
    assert _painted(frame, "Иванова") == ""


def test_only_the_cells_that_differ_are_written() -> None:
    frame = Frame(COLUMNS, ROWS, ColorSystem.TRUECOLOR)
    _painted(frame, "Иванова М")
    assert _painted(frame, "Иванова А") == "\x1b[1;9H\x1b[0mА\x1b[0m"


def test_behind_a_guess_cells_are_written_by_the_cell() -> None:
    frame = Frame(COLUMNS, ROWS, ColorSystem.TRUECOLOR)
    _painted(frame, "✉2 Иванова М")
    assert _painted(frame, "✉2 Иванова А") == "\x1b[1;12H\x1b[0mА\x1b[0m"


def test_a_guess_is_written_with_the_cells_it_may_cover() -> None:
    frame = Frame(COLUMNS, ROWS, ColorSystem.TRUECOLOR)
    _painted(frame, "Иванова М 2.")
    assert _painted(frame, "Иванова М ✉.") == "\x1b[1;11H\x1b[0m✉\x1b[12G.\x1b[0m"
    assert _painted(frame, "Иванова ☀\ufe0f✉.") == (
        "\x1b[1;9H\x1b[0m  \x1b[9G☀\ufe0f\x1b[11G✉\x1b[12G.\x1b[0m"
    ), "blank first, and what is behind once more"


def test_signs_that_may_be_one_are_written_in_one() -> None:
    frame = Frame(COLUMNS, ROWS, ColorSystem.TRUECOLOR)
    assert "🇷🇺" in _painted(frame, "Ru 🇷🇺 я")
    assert "👩🏽" in _painted(frame, "Ru 👩🏽 я", x=1)


def test_what_stands_between_two_changes_is_written_whole() -> None:
    frame = Frame(COLUMNS, ROWS, ColorSystem.TRUECOLOR)
    _painted(frame, "a👩\u200d👧b│имя")
    assert _painted(frame, "c👩\u200d👧d│имя").endswith("d│им\x1b[0m")


def test_at_the_right_edge_an_uncertain_sign_is_blank() -> None:
    """Some terminals move a sign that has no room there back, onto what stands before it."""
    frame = Frame(COLUMNS, ROWS, ColorSystem.TRUECOLOR)
    assert _painted(frame, "Имя Отчест│✉") == "\x1b[1;1H\x1b[0mИмя Отчест│ \x1b[0m"
    assert "漢" in _painted(frame, "Имя Отчест漢", x=0), "it has as many cells as it can take"


OTHER_WIDTHS = {
    "an old table": lambda character: 1,
    "wide signs": lambda character: 1 if ord(character) < 0x2600 else 2,
    "marks ignored": lambda character: 0 if character in "\u0306\u200d\ufe0f" else 1,
}


@pytest.mark.parametrize("widths", OTHER_WIDTHS)
@settings(phases=[Phase.explicit, Phase.generate], max_examples=50)
@given(updates=_spans(*AGREED, "☀\ufe0f"))
def test_borders_stand_whatever_a_terminal_makes_of_signs(
    widths: str, updates: list[list[StripSpan]]
) -> None:
    """Every cell without such a sign is where Textual has put it."""
    frame = Frame(COLUMNS, ROWS, ColorSystem.TRUECOLOR)
    shown = Shown()
    wanted: dict[tuple[int, int], str] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pyte.screens, "wcwidth", OTHER_WIDTHS[widths])
        for update in updates:
            shown.write(frame.paint(update))
            for stretch in update:
                wanted |= _certain_cells(stretch)
            certain = {place: sign for place, sign in wanted.items() if sign}
            assert shown.characters(certain) == certain


def _certain_cells(stretch: StripSpan) -> dict[tuple[int, int], str]:
    """By line and column the characters that take one cell everywhere; empty where another one stands."""
    found: dict[tuple[int, int], str] = {}
    x = stretch.x
    for begin, end, cells in split_graphemes(stretch.strip.text)[0]:
        sign = stretch.strip.text[begin:end]
        for column in range(x, x + cells):
            found[stretch.y, column] = sign if sign in "аb ●│" else ""
        x += cells
    return found


@given(styles, styles)
def test_no_sequence_has_more_than_ten_parameters(before: Style, after: Style) -> None:
    pens = PenCase(ColorSystem.TRUECOLOR)
    for first in (None, pens.of(before)[0]):
        sequence, _ = pens.change(first, pens.of(after)[0], spaces=False)
        assert all(part.count(";") < 10 for part in sequence.split("\x1b["))


def test_textual_updates_are_read_as_they_are_written() -> None:
    """Fails with the version of Textual that changes what its updates consist of."""
    console = Console(color_system="truecolor", force_terminal=True)
    rows = [[Strip([Segment("один")]), Strip([Segment("два")])], [Strip([Segment("трижды!")])]]
    chops = [{0: rows[0][0], 4: rows[0][1]}, {0: rows[1][0]}]
    updates: list[LayoutUpdate | ChopsUpdate] = [
        LayoutUpdate([*rows], Region(0, 0, 7, 2)),
        ChopsUpdate(chops, [(0, 4, 7), (1, 2, 5)], [[4, 7], [7]]),
    ]
    for update in updates:
        ours, theirs = Shown(), Shown()
        ours.write(ScreenPainter().paint(update, Size(COLUMNS, ROWS), console))
        theirs.write(update.render_segments(console))
        assert ours.cells() == theirs.cells()


def test_forgetting_writes_all_of_it_again() -> None:
    painter = ScreenPainter()
    console = Console(color_system="truecolor", force_terminal=True)
    update = LayoutUpdate([[Strip([Segment("один")])]], Region(0, 0, 4, 1))
    first = painter.paint(update, Size(COLUMNS, ROWS), console)
    assert painter.paint(update, Size(COLUMNS, ROWS), console) == ""
    painter.forget()
    assert painter.paint(update, Size(COLUMNS, ROWS), console) == first


def test_a_space_in_a_sum_of_money_is_one_byte() -> None:
    frame = Frame(COLUMNS, ROWS, ColorSystem.TRUECOLOR)
    assert _painted(frame, "185\xa0000\xa0₽") == "\x1b[1;1H\x1b[0m185 000 ₽\x1b[0m"


def test_what_has_no_room_is_not_written() -> None:
    """A strip of a wider window, on its way while that is made narrower, leaves the next lines alone."""
    frame = Frame(COLUMNS, ROWS, ColorSystem.TRUECOLOR)
    assert _painted(frame, "Иванова Мария ✉2") == "\x1b[1;1H\x1b[0mИванова Мари\x1b[0m"
    assert _painted(frame, "Иванова Мария ✉2") == ""
    assert _painted(frame, "Иванова Мара ✉2") == "\x1b[1;12H\x1b[0mа\x1b[0m"
    assert _painted(frame, "Иванова Мар☀\ufe0f") == "\x1b[1;12H\x1b[0m \x1b[0m", "half of it has no room"


def test_an_attribute_ends_without_colours_being_told_again() -> None:
    frame = Frame(COLUMNS, ROWS, ColorSystem.TRUECOLOR)
    bold, plain = Style(color="#102030", bgcolor="#405060", bold=True), Style.parse("#708090 on #405060")
    strip = Strip([Segment("имя", bold), Segment("час", plain)])
    written = frame.paint([StripSpan(0, 0, strip)])
    assert written.endswith("имя\x1b[22;38;2;112;128;144mчас\x1b[0m")
