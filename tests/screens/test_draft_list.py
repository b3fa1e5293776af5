"""Letters begun and not sent: seen over all vacancies, and gone on with."""

from pathlib import Path

import pytest

from hh_tui.api.models import Vacancy
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.ui.dialogs.confirm import Confirm
from hh_tui.ui.dialogs.picker import Picker
from hh_tui.ui.events import DraftKept
from hh_tui.ui.view import Pane
from tests.api.desk import refusing
from tests.recruiter import CLEAR, Recruiter

LETTER = "Здравствуйте! Расскажите о последнем проекте"


async def _enters(anna: Recruiter, name: str) -> None:
    await anna.command("vacancy")
    await anna.write(name)
    await anna.press("enter")


def _here(anna: Recruiter) -> Vacancy:
    assert anna.state.vacancy is not None
    return anna.state.vacancy


def _name(row: Row) -> str:
    """Last and first name, as hh.ru has them."""
    return row.negotiation.resume.name if row.negotiation.resume else ""


async def _goes_to_somebody(anna: Recruiter, skip: int = 0) -> Row:
    """Somebody of the list whom one may write to."""
    rows = [
        one
        for one in anna.state.rows
        if one.negotiation.resume and _name(one) and anna.state.snapshot.lock(one.negotiation) is None
    ]
    row = rows[skip]
    anna.control.point(anna.state.rows.index_of(row.id) or 0)
    await anna.settle()
    return row


async def _begins(anna: Recruiter, text: str, skip: int = 0) -> Row:
    """A letter that is left as it is."""
    row = await _goes_to_somebody(anna, skip)
    await anna.command("reply")
    await anna.write(text)
    await anna.press("escape", "escape")
    assert anna.pane is Pane.LIST
    return row


async def _begins_elsewhere(anna: Recruiter, text: str) -> Row:
    """In the vacancy of testers, while one is in the vacancy of the start again."""
    start = _here(anna).name
    await _enters(anna, "QA")
    row = await _begins(anna, text)
    await _enters(anna, start)
    return row


def _order(anna: Recruiter, *texts: str) -> list[str]:
    """These texts as they come on the screen."""
    return sorted(texts, key=anna.text.index)


def _forgets_what_was_read(home: Path) -> None:
    for cache in home.rglob("cache*"):
        cache.unlink()


async def test_letters_of_several_vacancies_are_seen_and_gone_to() -> None:
    async with Recruiter() as anna:
        start = _here(anna).name
        here = await _begins(anna, "Первое письмо")
        there = await _begins_elsewhere(anna, LETTER)
        viewed, before = anna.viewed, len(anna.server.received)
        await anna.press("g", "D")
        assert len(anna.server.received) == before, "what was read is looked through, and hh.ru is not asked"
        assert anna.sees("2 начатых письма", f"{_name(there)}", "QA-инженер", LETTER, "Первое письмо", start)
        assert _order(anna, "Первое письмо", LETTER) == [LETTER, "Первое письмо"], "the newest first"
        await anna.press("enter")
        assert _here(anna).name.startswith("QA")
        assert (anna.selected_id, anna.pane) == (there.id, Pane.LIST)
        assert anna.sees(f"{_name(there)}", "письмо начато, дописать — r.")
        assert anna.viewed == viewed
        await anna.press("r")
        assert anna.typed == [LETTER]
        await anna.press("escape", "escape")
        await anna.command("drafts")
        await anna.write("первое")
        await anna.press("enter")
        assert (anna.selected_id, _here(anna).name) == (here.id, start)


async def test_a_letter_that_is_sent_is_no_draft() -> None:
    async with Recruiter() as anna:
        await _begins(anna, LETTER)
        await anna.command("reply", "send", "drafts")
        assert anna.on_inbox
        assert anna.toasts[-1] == "Начатых писем нет. Написать кандидату — r: недописанное появится здесь."


async def test_with_no_letter_begun_it_says_how_to_begin() -> None:
    async with Recruiter(lang="en", columns=80, rows=24) as anna:
        await anna.press("п", "В")
        assert anna.on_inbox
        assert anna.toasts[-1] == (
            "No letter is begun. To write to a candidate: r; what you do not finish appears here."
        )


async def test_another_run_shows_them_newest_first(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        there = await _begins_elsewhere(anna, LETTER)
        await anna.until(lambda: there.id in anna.app.disk.store.drafts())
        await anna.wait(60)
        await _begins(anna, "Второе письмо")
    async with anna.again() as again:
        before = len(again.server.received)
        await again.command("drafts")
        assert len(again.server.received) == before
        assert _order(again, LETTER, "Второе письмо") == ["Второе письмо", LETTER]
        assert again.sees(_name(there), "QA-инженер")
        await again.press("down", "enter")
        assert again.selected_id == there.id
        await again.command("reply")
        assert again.typed == [LETTER]


async def test_variables_stand_in_words_and_long_letters_are_cut() -> None:
    async with Recruiter(columns=80, rows=24) as anna:
        await _begins(anna, "Здравствуйте, {{имя}}! " + "Очень ждём вас у нас. " * 4)
        await anna.command("drafts")
        assert anna.sees("1 начатое письмо", "Здравствуйте, ‹имя›! Очень ждём вас у нас.", "…")
        assert not anna.sees("{{имя}}")


async def test_who_was_moved_meanwhile_is_gone_to_where_they_are() -> None:
    async with Recruiter() as anna:
        row = await _begins(anna, LETTER)
        await anna.press(anna.digit("consider"))
        await anna.command("drafts")
        await anna.press("enter")
        assert anna.sees("решение ещё ждёт отправки")
        await anna.wait(6)
        await anna.command("drafts")
        await anna.press("enter")
        assert anna.selected_id == row.id
        assert anna.sees("письмо начато, дописать — r.")


@pytest.mark.parametrize("status", [403, 404])
async def test_a_deleted_candidate_leaves_a_letter_to_delete(status: int, tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        row = await _begins_elsewhere(anna, LETTER)
        start = _here(anna).name
        kind = refusing(status, "not_found" if status == 404 else "forbidden", "")
        anna.server.faults.add("GET", f"/negotiations/{row.id}$", times=9, **kind)
        await anna.command("drafts")
        await anna.press("enter")
        assert isinstance(anna.app.screen, Confirm)
        assert anna.sees(_name(row), "больше не показывает этот отклик", LETTER, "удалить черновик")
        await anna.press("enter")
        assert _here(anna).name == start
        await anna.command("drafts")
        assert anna.sees(LETTER), "Enter keeps it"
        await anna.press("enter", "y")
        assert anna.sees("Черновик удалён.")
        await anna.command("drafts")
        assert anna.sees("Начатых писем нет.")
    async with anna.again() as again:
        await again.command("drafts")
        assert again.sees("Начатых писем нет.")


async def test_a_letter_to_nobody_known_stands_by_its_words(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        row = await _begins_elsewhere(anna, LETTER)
    _forgets_what_was_read(tmp_path)
    async with anna.again() as again:
        await again.command("drafts")
        assert again.sees(LETTER, "кому, программа больше не помнит")
        assert not again.sees(_name(row))
        before = len(again.server.received)
        await again.press("enter")
        assert len(again.server.received) == before
        assert again.sees("Откройте вакансию (v)", LETTER)
        await again.press("escape")
        await _enters(again, "QA")
        await again.command("drafts")
        assert again.sees(_name(row), LETTER)


async def test_a_letter_in_a_form_is_among_them(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        row = await _goes_to_somebody(anna)
        await anna.press(anna.digit("phone_interview"))
        await anna.press(*CLEAR)
        await anna.write("Письмо в форме")
        await anna.press("escape")
        assert anna.on_inbox
        await _enters(anna, "QA")
    async with anna.again() as again:
        await again.command("drafts")
        assert again.sees("1 начатое письмо", _name(row), "в форме действия", "Письмо в форме")
        await again.press("enter")
        assert again.selected_id == row.id
        assert again.sees("выбрать действие — a.")
        await again.press(again.digit("phone_interview"))
        assert again.typed[-1] == "Письмо в форме"


async def test_letters_for_several_are_counted() -> None:
    async with Recruiter() as anna:
        await anna.command("mark", "mark")
        await anna.press(anna.digit("phone_interview"))
        await anna.press(*CLEAR)
        await anna.write("Письмо всем")
        await anna.press("escape")
        await anna.command("drafts")
        assert "Начатых писем нет." in anna.toasts[-1]
        assert "Ещё 1 письмо начато в форме для нескольких" in anna.toasts[-1]


async def test_without_a_connection_one_stays_where_one_is() -> None:
    async with Recruiter() as anna:
        row = await _begins_elsewhere(anna, LETTER)
        start = _here(anna).name
        anna.server.faults.add("GET", f"/negotiations/{row.id}$", times=9, exception="connect")
        await anna.command("drafts")
        await anna.press("enter")
        assert _here(anna).name == start
        assert anna.toasts
        await anna.command("drafts")
        assert anna.sees(LETTER)


async def test_who_was_put_aside_is_told_where() -> None:
    async with Recruiter() as anna:
        row = await _begins(anna, LETTER)
        await anna.command("until-reply", "drafts")
        await anna.press("enter")
        assert anna.sees(_name(row), " — среди отложенных: g d.")


async def test_the_palette_knows_it_by_other_words() -> None:
    async with Recruiter() as anna:
        await _begins(anna, LETTER)
        for word in ("черновики", "недописанное", "unsent"):
            await anna.command("palette")
            await anna.write(word)
            await anna.press("enter")
            assert isinstance(anna.app.screen, Picker)
            assert anna.sees("1 начатое письмо"), word
            await anna.press("escape")


async def test_hostile_words_stay_in_their_lines() -> None:
    async with Recruiter(hostile=True, columns=80, rows=24) as anna:
        words = ("[bold red]x[/] [@click=app.quit]y[/]", "\u202eперевёрнуто", "без" * 90)
        for skip, text in enumerate(words):
            row = await _goes_to_somebody(anna, skip)
            anna.control.post(DraftKept(row.id, text))
        await anna.command("drafts")
        assert isinstance(anna.app.screen, Picker)
        assert anna.sees("3 начатых письма", words[0], "перевёрнуто")
        assert not anna.sees("\u202e")
        await anna.write("@click")
        await anna.press("enter")
        assert anna.on_inbox
        assert anna.toasts == []
