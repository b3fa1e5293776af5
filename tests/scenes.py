"""Scenes of the program: what the snapshots compare and the screenshots show."""

import os
from asyncio import Event
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input, TextArea
from textual.worker import WorkerCancelled

from hh_tui.demo import StandIn
from hh_tui.demo.readings import Readings
from hh_tui.errors import HHError
from hh_tui.i18n.text import Language
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.settings.config import Settings
from hh_tui.ui.app import HHApp
from tests.app_state import AppControl, AppState
from tests.recruiter import Clock, make_app

Scene = Callable[[Pilot[HHError]], Awaitable[None]]


async def settle(pilot: Pilot[HHError]) -> None:
    """Until nothing is on its way, and nothing on the screen changes any more."""
    seen, quiet = "", 0
    while quiet < 3:
        await pilot.pause()
        with suppress(WorkerCancelled):
            await pilot.app.workers.wait_for_complete()
        seen, before = _painted(pilot), seen
        quiet = quiet + 1 if seen == before else 0
    await pilot.pause()


def _painted(pilot: Pilot[HHError]) -> str:
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def _press(pilot: Pilot[HHError], *keys: str) -> None:
    await settle(pilot)
    for key in keys:
        await pilot.press(key)
        await settle(pilot)
        # A cursor that blinks is in half of the pictures of a slow machine.
        for text in (*pilot.app.screen.query(TextArea), *pilot.app.screen.query(Input)):
            text.cursor_blink = False
    await settle(pilot)


def _can_write(app: HHApp) -> bool:
    row = AppState(app).selected
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
    while not AppState(app).composing:
        await _press(pilot, "r" if _can_write(app) else "j")
    await _press(pilot, *"Добрый", "space", *"день!")


async def help_page(pilot: Pilot[HHError]) -> None:
    """All keys."""
    await _press(pilot, "question_mark")


async def empty(pilot: Pilot[HHError]) -> None:
    """A vacancy nobody has answered yet."""
    await _press(pilot, "v", *"B2B", "enter")


async def search(pilot: Pilot[HHError]) -> None:
    """Hits in what is loaded, with the line still open."""
    await _press(pilot, "slash", *"docker")


async def filters(pilot: Pilot[HHError]) -> None:
    """The form of filters, with a place being chosen."""
    await _press(pilot, "f", *"25", "tab", *"40", "down", *("мос" if _russian(pilot) else "м"))


async def chips(pilot: Pilot[HHError]) -> None:
    """Filters that are on, one set of them kept under a name."""
    await _press(
        pilot, "f", *"25", "tab", *"45", "tab", "down", "enter", "tab", "tab", "tab", "down", "down", "enter"
    )
    await _press(pilot, "f2", "S", "f7", *"Middle", "enter")


def _russian(pilot: Pilot[HHError]) -> bool:
    app = pilot.app
    return isinstance(app, HHApp) and app.tr.language == "ru"


async def refused(pilot: Pilot[HHError]) -> None:
    """A decision that hh.ru refused."""
    await _press(pilot, "3")
    app = pilot.app
    assert isinstance(app, HHApp)
    CLOCKS[app].seconds += 6
    app.tick()
    await settle(pilot)


async def outbox(pilot: Pilot[HHError]) -> None:
    """One failed, one done, one without an answer, one taken back, one that waits, one to be written."""
    await settle(pilot)
    app = pilot.app
    assert isinstance(app, HHApp)
    faults, body = SERVERS[app].faults, {"errors": [{"type": "negotiations", "value": "edit_forbidden"}]}
    faults.add("PUT", ".", status=403, body=body)
    faults.add("PUT", ".", exception="read")
    for key in "333":
        await _press(pilot, key)
    app.worker.pause = _for_ever
    CLOCKS[app].seconds += 6
    app.tick()
    while len(AppState(app).outbox.entries) != 2 or AppState(app).outbox.of(Stage.SENDING):
        await pilot.pause()
    await _keys(pilot, "3", "z", "3")
    app.clear_notifications()
    await _keys(pilot, "g", "o")


async def _for_ever(_: float) -> None:
    await Event().wait()


async def _keys(pilot: Pilot[HHError], *keys: str) -> None:
    """Keys while something stays on its way."""
    for key in keys:
        await pilot.press(key)
        for _ in range(3):
            await pilot.pause()


async def fresh(pilot: Pilot[HHError]) -> None:
    """New responses wait in the border of a list that is not read every minute."""
    await _press(pilot, "j", "j")
    app = pilot.app
    assert isinstance(app, HHApp)
    server = SERVERS[app]
    vacancy_id = AppState(app).vacancy_id
    assert vacancy_id is not None
    for _ in range(4):
        server.world.new_response(vacancy_id)
    CLOCKS[app].seconds += 60
    app.beat()
    await settle(pilot)
    server.faults.add("GET", ".", times=9, exception="connect")
    CLOCKS[app].seconds += 60
    app.beat()
    await settle(pilot)


async def worker(pilot: Pilot[HHError]) -> None:
    """What the worker does, after an error."""
    app = pilot.app
    assert isinstance(app, HHApp)
    await settle(pilot)
    body = {"request_id": "0f3c5a7e" * 4, "errors": [{"type": "not_found"}]}
    SERVERS[app].faults.add("GET", "/vacancies/active", status=404, body=body)
    CLOCKS[app].seconds += 60
    app.beat()
    await _press(pilot, "g", "w")


async def _to_one_who_can_be_invited(pilot: Pilot[HHError]) -> None:
    await settle(pilot)
    app = pilot.app
    assert isinstance(app, HHApp)
    while not (row := AppState(app).selected) or row.negotiation.resume is None:
        await _press(pilot, "j")


async def templates(pilot: Pilot[HHError]) -> None:
    """Letters to begin with."""
    folder = Path(os.environ["HH_TUI_HOME"]) / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "Созвон.txt").write_text("Добрый день, {{имя}}! Созвонимся {{слот}}?", encoding="utf-8")
    await composer(pilot)
    await _press(pilot, "ctrl+t")


async def gap(pilot: Pilot[HHError]) -> None:
    """A letter that lacks a value does not go."""
    await composer(pilot)
    app = pilot.app
    assert isinstance(app, HHApp)
    AppControl(app).write("Добрый день, Мария!\n\nЖдём вас {{слот}}: {{адрес}}.")
    await _press(pilot, "f2")


async def places(pilot: Pilot[HHError]) -> None:
    """Where a candidate can be invited to."""
    await _to_one_who_can_be_invited(pilot)
    await _press(pilot, "i")


async def invitation(pilot: Pilot[HHError]) -> None:
    """The form of an invitation to another vacancy."""
    await places(pilot)
    await _press(pilot, *"QA", "enter")


async def by_link(pilot: Pilot[HHError]) -> None:
    """Inviting by a link: something else was typed."""
    await _press(pilot, "g", "i", *"hh.ru/vacancy", "enter")


async def _with_everything(pilot: Pilot[HHError], command: str) -> None:
    """A tab of somebody with a resume and a test."""
    app = pilot.app
    assert isinstance(app, HHApp)
    await settle(pilot)
    while (row := AppState(app).selected) and (
        row.negotiation.test_result is None or row.negotiation.resume is None
    ):
        await _press(pilot, "j")
    await _press(pilot, *app.keymap.keys[command][0].split(" "))
    AppControl(app).fall_silent()
    await settle(pilot)


async def resume_tab(pilot: Pilot[HHError]) -> None:
    """The whole resume, with keywords marked."""
    await settle(pilot)
    await _press(pilot, "M", *"python,fastapi", "tab", *"django", "f2")
    await _with_everything(pilot, "tab-resume")


async def history_tab(pilot: Pilot[HHError]) -> None:
    """What was before."""
    await _with_everything(pilot, "tab-history")


async def notes_tab(pilot: Pilot[HHError]) -> None:
    """Notes, one of them ours."""
    await _with_everything(pilot, "note")
    await _press(pilot, *"Python", "space", *"ok", "f2")
    await _with_everything(pilot, "tab-notes")


async def test_tab(pilot: Pilot[HHError]) -> None:
    """Questions and answers."""
    await _with_everything(pilot, "tab-test")


async def note_form(pilot: Pilot[HHError]) -> None:
    """A note being written."""
    await _with_everything(pilot, "note")
    await _press(pilot, *"Python", "space", *"ok")


async def keywords_form(pilot: Pilot[HHError]) -> None:
    """The words of a vacancy."""
    await _press(pilot, "M", *"python,", "space", *"fastapi", "tab", *"php")


async def paid_contacts(pilot: Pilot[HHError]) -> None:
    """The question before a contact is spent."""
    app = pilot.app
    assert isinstance(app, HHApp)
    await settle(pilot)
    while (row := AppState(app).selected) and (
        row.negotiation.resume is None or row.negotiation.resume.can_view_full_info
    ):
        await _press(pilot, "j")
    await _press(pilot, "g", "r")
    await _press(pilot, "g", "c")


async def waiting(pilot: Pilot[HHError]) -> None:
    """Everybody who waits for an answer, with the figures in the first line; one of them was opened."""
    await settle(pilot)
    app = pilot.app
    assert isinstance(app, HHApp)
    AppControl(app).count()
    await _press(pilot, "g", "u", "j", "enter", "escape", "j", "j")


async def politeness(pilot: Pilot[HHError]) -> None:
    """The figures in words, and whom to answer."""
    await _press(pilot, "g", "p", "j", "j")


async def mark(pilot: Pilot[HHError]) -> None:
    """The question before the first mark."""
    await _press(pilot, "I")


async def marked(pilot: Pilot[HHError]) -> None:
    """Some are marked, one after the other and in a row."""
    await _press(pilot, "x", "j", "V", "j", "j", "V", "j")


async def preview(pilot: Pilot[HHError]) -> None:
    """Who gets what, with the letter for all."""
    await _press(pilot, "x", "x", "x", "6", *"Thanks!", "f2")


async def report(pilot: Pilot[HHError]) -> None:
    """What came of it: one of them was taken by a colleague."""
    app = pilot.app
    assert isinstance(app, HHApp)
    await _press(pilot, "x", "x", "x", "3", "f2")
    topic = SERVERS[app].world.topic(AppState(app).outbox.entries[0].operation.negotiation.id)
    topic.stage = next(one for one in topic.vacancy.pipeline.stages if one.id == "consider")
    CLOCKS[app].seconds += 6
    app.tick()
    await _press(pilot, "g", "b")
    app.clear_notifications()
    await settle(pilot)


async def later(pilot: Pilot[HHError]) -> None:
    """Choosing the moment for a letter, with one that waits already."""
    app = pilot.app
    assert isinstance(app, HHApp)
    await _press(pilot, "6", *"Thanks!", "f4", "down", "enter")
    await composer(pilot)
    await _press(pilot, "f4", *"18.05", "space", *"9:15")


async def snoozed(pilot: Pilot[HHError]) -> None:
    """Who was put aside, with a decision that waits for its moment."""
    await _press(pilot, "b", "down", "enter", "b", "down", "down", "enter", "e", "e")
    await _press(pilot, "6", *"Thanks!", "f4", "enter", "g", "z")


async def back_again(pilot: Pilot[HHError]) -> None:
    """Somebody is back in the list, others are not."""
    await _press(pilot, "b", "enter", "j", "e", "e")
    app = pilot.app
    assert isinstance(app, HHApp)
    CLOCKS[app].seconds += 2 * 3600
    app.beat()
    await settle(pilot)
    app.clear_notifications()
    await settle(pilot)


SCENES: dict[str, Scene] = {
    "inbox": inbox,
    "sheet": sheet,
    "composer": composer,
    "help": help_page,
    "empty": empty,
    "search": search,
    "filters": filters,
    "chips": chips,
    "error": refused,
    "fresh": fresh,
    "outbox": outbox,
    "worker": worker,
    "templates": templates,
    "gap": gap,
    "places": places,
    "invitation": invitation,
    "by-link": by_link,
    "resume": resume_tab,
    "history": history_tab,
    "notes": notes_tab,
    "test": test_tab,
    "note": note_form,
    "keywords": keywords_form,
    "contacts": paid_contacts,
    "waiting": waiting,
    "politeness": politeness,
    "mark": mark,
    "marked": marked,
    "preview": preview,
    "report": report,
    "later": later,
    "snoozed": snoozed,
    "back": back_again,
}
CLOCKS: dict[HHApp, Clock] = {}
SERVERS: dict[HHApp, StandIn] = {}


def stage(scene: str, lang: Language = "ru", theme: str = "dark") -> HHApp:
    """The program, ready for a scene."""
    clock = Clock()
    server = StandIn(size="S", clock=clock.now, readings=Readings())
    if scene == "error":
        body = {"errors": [{"type": "negotiations", "value": "wrong_state"}]}
        server.faults.add("PUT", ".", status=403, body=body)
    app = make_app(server, clock, lang=lang, settings=Settings.model_validate({"theme": theme}))
    CLOCKS[app] = clock
    SERVERS[app] = server
    return app
