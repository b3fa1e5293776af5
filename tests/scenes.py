"""Scenes of the program: what the snapshots compare and the screenshots show."""

import os
from asyncio import Event
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.widgets import Input, TextArea

from hh_tui.demo import StandIn
from hh_tui.demo.readings import Readings
from hh_tui.i18n.text import Language
from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.settings.config import from_table
from tests.idle import until_idle
from tests.recruiter import CLEAR, Clock, Recruiter

Scene = Callable[[Recruiter], Awaitable[None]]


def _can_write(anna: Recruiter) -> bool:
    row = anna.state.selected
    return row is not None and row.negotiation.can_write


async def inbox(anna: Recruiter) -> None:
    """An opened thread, and a decision that waits."""
    await anna.press("3", "j", "enter")


async def sheet(anna: Recruiter) -> None:
    """The form of an invitation."""
    await anna.press("2")


async def composer(anna: Recruiter) -> None:
    """A letter to somebody at a later stage."""
    await anna.press("c", *("телеф" if _russian(anna) else "phone"), "enter")
    while not anna.state.composing:
        await anna.press("r" if _can_write(anna) else "j")
    await anna.press(*"Добрый", "space", *"день!")


async def rule(anna: Recruiter) -> None:
    """A rule that fires on some, and what could follow."""
    await anna.press("+")
    await anna.write("зп > 200 и опыт < 12 " if _russian(anna) else "pay > 200 and experience < 12 ")


async def help_page(anna: Recruiter) -> None:
    """All keys."""
    await anna.press("question_mark")


async def empty(anna: Recruiter) -> None:
    """A vacancy nobody has answered yet."""
    await anna.press("v", *"B2B", "enter")


async def search(anna: Recruiter) -> None:
    """Hits in what is loaded, with the line still open."""
    await anna.press("slash", *"docker")


async def filters(anna: Recruiter) -> None:
    """The form of filters, with a place being chosen."""
    await anna.press("f", *"25", "tab", *"40", "down", *("мос" if _russian(anna) else "м"))


async def chips(anna: Recruiter) -> None:
    """Filters that are on, one set of them kept under a name."""
    await anna.press(
        "f", *"25", "tab", *"45", "tab", "down", "enter", "tab", "tab", "tab", "down", "down", "enter"
    )
    await anna.press("f2", "S", "f7", *"Middle", "enter")


def _russian(anna: Recruiter) -> bool:
    return anna.app.tr.language == "ru"


async def refused(anna: Recruiter) -> None:
    """A decision that hh.ru refused."""
    body = {"errors": [{"type": "negotiations", "value": "wrong_state"}]}
    anna.server.faults.add("PUT", ".", status=403, body=body)
    await anna.press("3")
    await anna.wait(6)


async def outbox(anna: Recruiter) -> None:
    """One failed, one done, one without an answer, one taken back, one that waits, one to be written."""
    faults, body = anna.server.faults, {"errors": [{"type": "negotiations", "value": "edit_forbidden"}]}
    faults.add("PUT", ".", status=403, body=body)
    faults.add("PUT", ".", exception="read")
    await anna.press(*"333")
    anna.app.worker.pause = _for_ever
    anna.clock.seconds += 6
    anna.app.sender.tick()
    await anna.until(lambda: len(anna.state.outbox.entries) == 2 and not anna.state.outbox.of(Stage.SENDING))
    await anna.press("3", "z", "3", settle=False)
    anna.app.clear_notifications()
    await anna.press("g", "o", settle=False)


async def _for_ever(_: float) -> None:
    await Event().wait()


async def fresh(anna: Recruiter) -> None:
    """New responses wait in the border of a list that is not read every minute."""
    await anna.press("j", "j")
    server = anna.server
    vacancy_id = anna.state.vacancy_id
    assert vacancy_id is not None
    for _ in range(4):
        server.world.new_response(vacancy_id)
    await anna.wait(60)
    server.faults.add("GET", ".", times=9, exception="connect")
    await anna.wait(60)


async def worker(anna: Recruiter) -> None:
    """What the worker does, after an error."""
    body = {"request_id": "0f3c5a7e" * 4, "errors": [{"type": "not_found"}]}
    anna.server.faults.add("GET", "/vacancies/active", status=404, body=body)
    await anna.wait(60)
    await anna.press("g", "w")


async def _to_one_who_can_be_invited(anna: Recruiter) -> None:
    await anna.settle()
    while not (row := anna.state.selected) or row.negotiation.resume is None:
        await anna.press("j")


async def templates(anna: Recruiter) -> None:
    """Letters to begin with."""
    folder = Path(os.environ["HH_TUI_HOME"]) / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "Созвон.txt").write_text("Добрый день, {{имя}}! Созвонимся {{слот}}?", encoding="utf-8")
    await composer(anna)
    await anna.press("ctrl+t")


async def gap(anna: Recruiter) -> None:
    """A letter that lacks a value does not go."""
    await composer(anna)
    anna.control.write("Добрый день, Мария!\n\nЖдём вас {{слот}}: {{адрес}}.")
    await anna.press("f2")


async def places(anna: Recruiter) -> None:
    """Where a candidate can be invited to."""
    await _to_one_who_can_be_invited(anna)
    await anna.press("i")


async def invitation(anna: Recruiter) -> None:
    """The form of an invitation to another vacancy."""
    await places(anna)
    await anna.press(*"QA", "enter")


async def by_link(anna: Recruiter) -> None:
    """Inviting by a link: something else was typed."""
    await anna.press("g", "i", *"hh.ru/vacancy", "enter")


async def _with_everything(anna: Recruiter, command: str) -> None:
    """A tab of somebody with a resume and a test."""
    while (row := anna.state.selected) and (
        row.negotiation.test_result is None or row.negotiation.resume is None
    ):
        await anna.press("j")
    await anna.press(*anna.app.keymap.keys[command][0].split(" "))
    anna.control.fall_silent()
    await anna.settle()


async def resume_tab(anna: Recruiter) -> None:
    """The whole resume, with keywords marked."""
    await anna.press("M", *"python,fastapi", "tab", *"django", "f2")
    await _with_everything(anna, "tab-resume")


async def history_tab(anna: Recruiter) -> None:
    """What was before."""
    await _with_everything(anna, "tab-history")


async def notes_tab(anna: Recruiter) -> None:
    """Notes, one of them ours."""
    await _with_everything(anna, "note")
    await anna.press(*"Python", "space", *"ok", "f2")
    await _with_everything(anna, "tab-notes")


async def test_tab(anna: Recruiter) -> None:
    """Questions and answers."""
    await _with_everything(anna, "tab-test")


async def note_form(anna: Recruiter) -> None:
    """A note being written."""
    await _with_everything(anna, "note")
    await anna.press(*"Python", "space", *"ok")


async def keywords_form(anna: Recruiter) -> None:
    """The words of a vacancy."""
    await anna.press("M", *"python,", "space", *"fastapi", "tab", *"php")


async def paid_contacts(anna: Recruiter) -> None:
    """The question before a contact is spent."""
    while (row := anna.state.selected) and (
        row.negotiation.resume is None or row.negotiation.resume.can_view_full_info
    ):
        await anna.press("j")
    await anna.press("g", "r")
    await anna.press("g", "c")


async def waiting(anna: Recruiter) -> None:
    """Everybody who waits for an answer, with the figures in the first line; one of them was opened."""
    anna.control.count()
    await anna.press("g", "u", "j", "enter", "escape", "j", "j")


async def politeness(anna: Recruiter) -> None:
    """The figures in words, and whom to answer."""
    await anna.press("g", "p", "j", "j")


async def mark(anna: Recruiter) -> None:
    """The question before the first mark."""
    await anna.press("I")


async def marked(anna: Recruiter) -> None:
    """Some are marked, one after the other and in a row."""
    await anna.press("x", "j", "V", "j", "j", "V", "j")


async def preview(anna: Recruiter) -> None:
    """Who gets what, with the letter for all."""
    await anna.press("x", "x", "x", "6", *CLEAR, *"Thanks!", "f2")


async def report(anna: Recruiter) -> None:
    """What came of it: one of them was taken by a colleague."""
    await anna.press("x", "x", "x", "3", "f2")
    topic = anna.server.world.topic(anna.state.outbox.entries[0].operation.negotiation.id)
    topic.stage = next(one for one in topic.vacancy.pipeline.stages if one.id == "consider")
    await anna.wait(6)
    await anna.press("g", "b")
    anna.app.clear_notifications()


async def later(anna: Recruiter) -> None:
    """Choosing the moment for a letter, with one that waits already."""
    await anna.press("6", *CLEAR, *"Thanks!", "f4", "down", "enter")
    await composer(anna)
    await anna.press("f4", *"18.05", "space", *"9:15")


async def snoozed(anna: Recruiter) -> None:
    """Who was put aside, with a decision that waits for its moment."""
    await anna.press("b", "down", "enter", "b", "down", "down", "enter", "e", "e")
    await anna.press("6", *CLEAR, *"Thanks!", "f4", "enter", "g", "z")


async def back_again(anna: Recruiter) -> None:
    """Somebody is back in the list, others are not."""
    await anna.press("b", "enter", "j", "e", "e")
    await anna.wait(2 * 3600)
    anna.app.clear_notifications()


async def sprint(anna: Recruiter) -> None:
    """A page in the middle of a sprint."""
    await anna.press("g", "S")
    for _ in range(4):
        await anna.wait(9)
        await anna.press("3")
    await anna.press("j", "k", "3", "k")


async def sprint_sheet(anna: Recruiter) -> None:
    """Choices for some, one of them taken out, before anything is sent."""
    await anna.press("g", "S", "3", "6", "f2", "6", "6", "j", "3", "3", "k", "6", "enter", "j", "j", "x", "j")


async def found_people(anna: Recruiter) -> None:
    """People of the resume base, one opened and two marked."""
    await anna.press("g", "/")
    await anna.write("python")
    await anna.press("f2", "j", "x", "x", "enter", "q")


async def finding_form(anna: Recruiter) -> None:
    """What people are looked for by, and how many there are."""
    await anna.press("g", "/")
    await anna.until(lambda: not anna.sees(anna.app.tr("people.counting")))


async def journal(anna: Recruiter) -> None:
    """What was decided and written, and one that went wrong."""
    body = {"errors": [{"type": "negotiations", "value": "wrong_state"}]}
    await anna.press("3", "6", *CLEAR, *"Thanks!", "f2")
    await anna.wait(11)
    anna.server.faults.add("PUT", ".", status=403, body=body)
    await anna.press("3")
    await anna.wait(6)
    anna.app.clear_notifications()
    await anna.press("g", "l")


async def charts(anna: Recruiter) -> None:
    """The vacancy in figures."""
    await anna.press("g", "y")


async def comparison(anna: Recruiter) -> None:
    """Two candidates side by side."""
    await anna.press("H")


async def palette(anna: Recruiter) -> None:
    """Actions of hh.ru, templates and commands that have a word."""
    await anna.press("ctrl+p", *("отказ" if _russian(anna) else "reject"))


async def letters(anna: Recruiter) -> None:
    """An action gets a letter."""
    await anna.press("A", "down", "down", "enter")


SCENES: dict[str, Scene] = {
    "inbox": inbox,
    "sheet": sheet,
    "composer": composer,
    "help": help_page,
    "rule": rule,
    "empty": empty,
    "search": search,
    "filters": filters,
    "chips": chips,
    "error": refused,
    "fresh": fresh,
    "outbox": outbox,
    "found": found_people,
    "find": finding_form,
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
    "sprint": sprint,
    "sprint-sheet": sprint_sheet,
    "journal": journal,
    "charts": charts,
    "comparison": comparison,
    "palette": palette,
    "letters": letters,
}

WINDOWS = frozenset(
    {"by-link", "contacts", "keywords", "later", "letters", "mark", "note", "palette", "places", "report"}
    | {"templates", "worker"}
)
"""Windows that have one width wherever they fit: wider screens show the same."""


def stage(columns: int, rows: int, lang: Language = "ru", theme: str = "dark") -> Recruiter:
    """The program, ready for a scene."""
    settings = from_table({"theme": theme})
    clock = Clock()
    server = StandIn(size="S", seed=7, clock=clock.now, readings=Readings())
    return Recruiter(columns=columns, rows=rows, lang=lang, settings=settings, server=server, clock=clock)


async def picture(anna: Recruiter, title: str | None = None) -> str:
    """What is on the screen, as SVG; a cursor that blinks is there."""
    for text in (*anna.app.screen.query(TextArea), *anna.app.screen.query(Input)):
        text.cursor_blink = False
    await until_idle(anna.app)
    return anna.app.export_screenshot(title=title, simplify=True)
