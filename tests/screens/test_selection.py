"""Text selected with the mouse and copied, wherever it stands."""

from random import Random
from typing import Literal

import pytest
from rich.color import Color
from rich.color_triplet import ColorTriplet
from textual.events import MouseDown, MouseMove, MouseUp
from textual.strip import Strip
from textual.widget import Widget

from hh_tui.settings.config import Settings
from hh_tui.ui.widgets.text_view import TextView
from hh_tui.ui.widgets.thread_view import ThreadView
from tests.recruiter import Recruiter

COLUMNS, ROWS = 120, 36


async def _drags(anna: Recruiter, start: tuple[int, int], end: tuple[int, int]) -> None:
    """The mouse from one cell of the screen to another, then ctrl+c."""
    await anna.pilot.hover(offset=start)
    await anna.pilot.mouse_down(offset=start)
    await anna.pilot.hover(offset=end)
    await anna.pilot.mouse_up(offset=end)
    await anna.pilot.press("ctrl+c")


def _between(anna: Recruiter, view: Widget, start: tuple[int, int], end: tuple[int, int]) -> str:
    """What stands on the screen from one cell of a view to another, both of them included."""
    region = view.content_region
    lines = [line[region.x : region.right - 1].rstrip() for line in anna.lines[start[1] : end[1] + 1]]
    lines[-1] = lines[-1][: end[0] - region.x + 1]
    lines[0] = lines[0][start[0] - region.x :]
    return "\n".join(lines).rstrip("\n")


async def test_what_is_marked_in_a_view_is_copied() -> None:
    async with Recruiter(columns=COLUMNS, rows=ROWS) as anna:
        for opening, kind in (((), "#preview"), (("enter",), "#thread"), (("g", "r"), "#page")):
            await anna.press(*opening)
            view = anna.state.widget(kind, TextView)
            assert view.display
            x, y, _, _ = view.content_region
            for start, end in (
                ((x, y + 1), (x + 9, y + 3)),
                ((x + 4, y), (x + 20, y)),
                ((x, y + 2), (x, y + 2)),
            ):
                await _drags(anna, start, end)
                if start != end:
                    assert anna.app.clipboard == _between(anna, view, start, end)


async def test_the_empty_line_under_the_head_ends_nothing() -> None:
    async with Recruiter(columns=COLUMNS, rows=ROWS) as anna:
        await anna.press("enter")
        view = anna.state.widget("#thread", ThreadView)
        pane = anna.state.candidate.region
        for row in range(pane.y, view.content_region.y + 3):
            await _drags(anna, (pane.x + 1, row), (pane.x + 12, view.content_region.bottom - 1))
        assert anna.app.clipboard


async def test_a_text_that_became_shorter_can_be_copied_from() -> None:
    async with Recruiter(columns=COLUMNS, rows=ROWS) as anna:
        summary = anna.state.widget("#summary")
        x, y, _, height = summary.content_region
        await anna.pilot.hover(offset=(x, y + height - 1))
        await anna.pilot.mouse_down(offset=(x, y + height - 1))
        await anna.pilot.hover(offset=(x + 5, y + height - 1))
        await anna.pilot.mouse_up(offset=(x + 5, y + height - 1))
        await anna.resize(80, 24)
        await anna.press("ctrl+c")
        assert anna.app.is_running


async def test_any_two_cells_of_any_screen_can_be_joined() -> None:
    chance = Random(11)
    async with Recruiter(columns=COLUMNS, rows=ROWS) as anna:
        for opening in (
            ("enter",),
            ("g", "r"),
            ("?",),
            ("escape", "r"),
            ("escape", "1"),
            ("escape", "g", "o"),
        ):
            await anna.press(*opening)
            for _ in range(3):
                start, end = ((chance.randrange(COLUMNS), chance.randrange(ROWS)) for _ in range(2))
                if anna.app.screen.get_widget_at(*start)[0].allow_select:
                    await _drags(anna, start, end)
        assert anna.app.is_running
        await anna.press("escape", "escape")
        anna.app.screen.clear_selection()
        await anna.press("ctrl+c")
        assert "q" in anna.status


def _painted(anna: Recruiter) -> list[Strip]:
    """The lines of the screen with their colours."""
    return anna.app.screen._compositor.render_strips()


def _colours(painted: list[Strip], column: int, row: int) -> tuple[Color | None, Color | None]:
    """The colour of a cell of the screen, and that of what it stands on."""
    cell = painted[row].crop(column, column + 1)
    return next((one.style.color, one.style.bgcolor) for one in cell if one.style)


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_what_is_marked_is_painted_so(theme: Literal["dark", "light"]) -> None:
    async with Recruiter(columns=COLUMNS, rows=ROWS, settings=Settings(theme=theme)) as anna:
        for opening, kind in (((), "#preview"), (("enter",), "#thread"), (("g", "r"), "#page")):
            await anna.press(*opening)
            view = anna.state.widget(kind, TextView)
            x, y, _, _ = view.content_region
            rows = [row for row in range(y, y + 12) if anna.lines[row][x : x + 10].strip()][:3]
            plain = [_colours(_painted(anna), x + 1, row) for row in rows]
            await _drags(anna, (x, rows[0]), (x + 1, rows[2]))
            await anna.settle()
            marked = [_colours(_painted(anna), x + 1, row) for row in rows]
            assert [colour for colour, _ in marked] == [colour for colour, _ in plain]
            assert all(
                one[1] not in {before[1], before[0]} for one, before in zip(marked, plain, strict=True)
            )
            assert len({ground for _, ground in marked}) == 1
            assert _colours(_painted(anna), x + 5, rows[2])[1] == plain[2][1]


async def test_a_press_without_a_move_before_it_begins_there() -> None:
    async with Recruiter(columns=COLUMNS, rows=ROWS) as anna:
        for opening, kind in (((), "#preview"), (("enter",), "#thread"), (("g", "r"), "#page")):
            await anna.press(*opening)
            view = anna.state.widget(kind, TextView)
            x, y, _, _ = view.content_region
            start, end = (x + 1, y + 1), (x + 12, y + 2)
            await anna.pilot._post_mouse_events([MouseDown], offset=start, button=1)
            await anna.pilot._post_mouse_events([MouseMove], offset=end, button=1)
            await anna.pilot._post_mouse_events([MouseUp], offset=end, button=1)
            await anna.press("ctrl+c")
            assert anna.app.clipboard == _between(anna, view, start, end)


def _contrast(one: Color, other: Color) -> float:
    """How far two colours are told apart, as WCAG counts it."""
    darker, lighter = sorted(
        _luminance(*(colour.triplet or ColorTriplet(0, 0, 0))) for colour in (one, other)
    )
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(red: int, green: int, blue: int) -> float:
    parts = (value / 255 for value in (red, green, blue))
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(share * one for share, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_what_is_marked_can_be_read(theme: Literal["dark", "light"]) -> None:
    async with Recruiter(columns=COLUMNS, rows=ROWS, settings=Settings(theme=theme)) as anna:
        await anna.press("enter")
        x, y, width, height = anna.state.widget("#thread", TextView).content_region
        await _drags(anna, (x, y), (x + width - 2, y + height - 1))
        await anna.settle()
        painted, lines = _painted(anna), anna.lines
        for row in range(y, y + height):
            for column in range(x, x + width - 1):
                colour, ground = _colours(painted, column, row)
                if lines[row][column] != " " and colour is not None and ground is not None:
                    assert _contrast(colour, ground) > 3
