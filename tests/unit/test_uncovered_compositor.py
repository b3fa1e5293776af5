"""The compositor puts together what Textual's does, and nothing is painted that lies under something else."""

import random
from typing import Any, Final

import pytest
from rich.segment import Segment
from textual.app import App
from textual.containers import Container, Horizontal, Vertical
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from hh_tui.ui.textual_private import ChopsUpdate, Compositor, put_compositor
from hh_tui.ui.uncovered_compositor import UncoveredCompositor

LAYOUTS: Final = 12
CHANGES: Final = 6
SIZE: Final = (47, 19)


class _Screen(Screen[None]):
    CSS = """
    _Screen { layers: below above; background: blue; }
    .bordered { border: round red; }
    .padded { padding: 1 2; background: green; }
    .above { layer: above; width: 20; height: 7; background: magenta; }
    .part { width: 1fr; height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        put_compositor(self, UncoveredCompositor())


class _App(App[None]):
    def on_mount(self) -> None:
        self.push_screen(_Screen())


def _grown(chance: random.Random, depth: int) -> Widget:
    """Widgets in one another, some with borders, some without anything in them."""
    if not depth or chance.random() < 0.2:
        return Static("слова и words " * chance.randrange(12), classes=_classes(chance))
    kind = chance.choice([Horizontal, Vertical, Container])
    return kind(*(_grown(chance, depth - 1) for _ in range(chance.randrange(4))), classes=_classes(chance))


def _classes(chance: random.Random) -> str:
    return " ".join(["part", *(one for one in ("bordered", "padded") if chance.random() < 0.4)])


def _upon(chance: random.Random) -> Widget:
    window = Static("сверху", classes="above")
    window.styles.offset = (chance.randrange(-8, 40), chance.randrange(-3, 16))
    return window


def _cells(strip: Strip) -> list[Segment]:
    return list(strip.simplify())


def _compositor(app: App[Any]) -> Compositor:
    return app.screen._compositor


@pytest.mark.parametrize("seed", range(LAYOUTS))
async def test_what_is_painted_is_what_textual_paints(seed: int) -> None:
    chance, app = random.Random(seed), _App()
    async with app.run_test(size=SIZE) as pilot:
        await app.mount(_grown(chance, 4), *(_upon(chance) for _ in range(chance.randrange(3))))
        await pilot.pause()
        ours, whole = _compositor(app), app.size.region
        lines = Compositor._render_chops(ours, whole, lambda y: True)
        assert [_cells(one) for one in ours.render_strips()] == [
            _cells(Strip.join(line.values())) for line in lines
        ]
        for _ in range(CHANGES):
            x, y = chance.randrange(-3, SIZE[0]), chance.randrange(-3, SIZE[1])
            changed = {
                Region(x, y, chance.randrange(1, 30), chance.randrange(1, 9)),
                Region(chance.randrange(40), chance.randrange(SIZE[1]), 5, 2),
            }
            ours._dirty_regions = set(changed)
            update = ours.render_partial_update()
            assert isinstance(update, ChopsUpdate)
            _same_in_spans(update, [dict(line) for line in lines])
            assert not ours._dirty_regions
        ours._dirty_regions = {Region(500, 500, 3, 3)}
        assert ours.render_partial_update() is None


def _same_in_spans(update: ChopsUpdate, lines: list[dict[int, Strip]]) -> None:
    """Every piece of an update is right, and none is missing where something has changed."""
    seen = 0
    for y, begin, end in update.spans:
        for right, (left, piece) in zip(update.chop_ends[y], update.chops[y].items(), strict=True):
            if left < end and right > begin:
                assert piece is not None
                assert _cells(piece) == _cells(lines[y][left])
                seen += 1
    assert seen


class _Counted(Vertical):
    """A container that counts the lines it is asked for."""

    asked = 0

    def render_lines(self, crop: Region) -> list[Strip]:
        self.asked += crop.height
        return super().render_lines(crop)


async def test_a_container_full_of_others_paints_nothing() -> None:
    app = _App()
    async with app.run_test(size=SIZE) as pilot:
        full, half = _Counted(Static("a", classes="part")), _Counted(Static("b"))
        half.styles.height = 8
        await app.mount(full, half)
        await pilot.pause()
        _compositor(app).render_strips()
        assert full.asked == 0
        assert half.asked > 0
