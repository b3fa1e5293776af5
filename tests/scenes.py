"""Scenes of the program: what the snapshots compare and the screenshots show."""

from collections.abc import Awaitable, Callable
from contextlib import suppress

from textual.pilot import Pilot
from textual.widgets import Input, TextArea
from textual.worker import WorkerCancelled

from hh_tui.app import HHApp
from hh_tui.config import Settings
from hh_tui.demo import StandIn
from hh_tui.errors import HHError
from hh_tui.text import Language
from tests.recruiter import Clock, make_app

Scene = Callable[[Pilot[HHError]], Awaitable[None]]


async def settle(pilot: Pilot[HHError]) -> None:
    """Until nothing is on its way."""
    for _ in range(4):
        await pilot.pause()
        with suppress(WorkerCancelled):
            await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def _press(pilot: Pilot[HHError], *keys: str) -> None:
    await settle(pilot)
    for key in keys:
        await pilot.press(key)
        await settle(pilot)
    for text in (*pilot.app.query(TextArea), *pilot.app.query(Input)):
        text.cursor_blink = False
    await settle(pilot)


def _can_write(app: HHApp) -> bool:
    row = app.inbox.inbox.selected
    return row is not None and row.negotiation.can_write


async def inbox(pilot: Pilot[HHError]) -> None:
    """An opened thread, and a decision that waits."""
    await _press(pilot, "3", "j", "enter")


async def sheet(pilot: Pilot[HHError]) -> None:
    """The form of an invitation."""
    await _press(pilot, "2")


async def composer(pilot: Pilot[HHError]) -> None:
    """A letter to somebody at a later stage."""
    app = pilot.app
    assert isinstance(app, HHApp)
    await _press(pilot, "c", *("интер" if app.tr.language == "ru" else "inter"), "enter")
    while not app.inbox.composing:
        await _press(pilot, "r" if _can_write(app) else "j")
    await _press(pilot, *"Добрый", "space", *"день!")


async def help_page(pilot: Pilot[HHError]) -> None:
    """All keys."""
    await _press(pilot, "question_mark")


async def empty(pilot: Pilot[HHError]) -> None:
    """A vacancy nobody has answered yet."""
    await _press(pilot, "v", *"B2B", "enter")


async def refused(pilot: Pilot[HHError]) -> None:
    """A decision that hh.ru refused."""
    await _press(pilot, "3")
    app = pilot.app
    assert isinstance(app, HHApp)
    CLOCKS[app].seconds += 6
    app.tick()
    await settle(pilot)


async def waiting(pilot: Pilot[HHError]) -> None:
    """Everybody who waits for an answer, with the figures in the first line; one of them was opened."""
    await settle(pilot)
    app = pilot.app
    assert isinstance(app, HHApp)
    app.inbox.see(app.lens())
    await _press(pilot, "g", "u", "j", "enter", "escape", "j", "j")


async def politeness(pilot: Pilot[HHError]) -> None:
    """The figures in words, and whom to answer."""
    await _press(pilot, "g", "p", "j", "j")


async def mark(pilot: Pilot[HHError]) -> None:
    """The question before the first mark."""
    await _press(pilot, "I")


SCENES: dict[str, Scene] = {
    "inbox": inbox,
    "sheet": sheet,
    "composer": composer,
    "help": help_page,
    "empty": empty,
    "error": refused,
    "waiting": waiting,
    "politeness": politeness,
    "mark": mark,
}
CLOCKS: dict[HHApp, Clock] = {}


def stage(scene: str, lang: Language = "ru", theme: str = "dark") -> HHApp:
    """The program, ready for a scene."""
    clock = Clock()
    server = StandIn(size="S", clock=clock.now)
    if scene == "error":
        body = {"errors": [{"type": "negotiations", "value": "wrong_state"}]}
        server.faults.add("PUT", ".", status=403, body=body)
    app = make_app(server, clock, lang=lang, settings=Settings.model_validate({"theme": theme}))
    CLOCKS[app] = clock
    return app
