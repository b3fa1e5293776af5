"""A write opened again from the outbox is about its own candidate, wherever one is by then."""

from textual.widgets import TextArea

from hh_tui.inbox.decisions.outbox import Stage
from hh_tui.settings.config import Settings
from hh_tui.ui.dialogs.found_page import FoundPage
from hh_tui.ui.dialogs.outbox import OutboxScreen
from hh_tui.ui.presenters import status
from hh_tui.ui.presenters.candidate import name
from hh_tui.ui.widgets.outbox_list import OutboxList
from tests.recruiter import CLEAR, Recruiter
from tests.screens.test_templates import put, takes, writes_to_someone


async def _elsewhere(anna: Recruiter) -> None:
    await anna.press("v")
    await anna.write("бухг")
    await anna.press("enter")
    assert "Бухгалтер" in anna.title


async def test_a_decision_edited_from_another_vacancy_stays_in_its_own() -> None:
    put(Звонок="Ждём вас на «{{вакансия}}»!")
    async with Recruiter() as anna:
        vacancy = anna.state.vacancy
        assert vacancy is not None
        await anna.press("1", "f2")
        (before,) = anna.state.outbox.entries
        await _elsewhere(anna)
        board = anna.state.shown_board
        await anna.command("outbox")
        await anna.press("e", *CLEAR)
        await takes(anna, "Звонок")
        assert anna.app.screen.query(TextArea).first().text == f"Ждём вас на «{vacancy.name}»!"
        await anna.press("f2")
        (after,) = anna.state.outbox.entries
        assert after.operation.source == before.operation.source
        assert after.operation.seen_at == before.operation.seen_at
        assert anna.state.shown_board == board
        await anna.wait(11)
        assert dict(anna.writes[-1][2])["message"] == f"Ждём вас на «{vacancy.name}»!"


async def test_whoever_is_nowhere_in_sight_has_no_home_in_list_shown() -> None:
    async with Recruiter() as anna:
        row = anna.row
        home = anna.state.listing.query
        assert anna.state.home_of(row.id) == home
        await anna.press("1", "f2")
        assert anna.state.home_of(row.id) == home
        await _elsewhere(anna)
        assert anna.state.home_of(row.id) == home
        await anna.press("z")
        assert anna.state.home_of(row.id) is None
        assert anna.state.vacancy_of(row.id) is None


async def _letter(anna: Recruiter) -> str:
    nid = await writes_to_someone(anna)
    await anna.write("Добрый день")
    await anna.press("f2")
    return nid


def _name(anna: Recruiter) -> str:
    (entry,) = anna.state.outbox.entries
    return name(anna.app.render_context(), entry.operation.negotiation)


async def test_letter_is_opened_again_under_card_of_its_own_candidate() -> None:
    async with Recruiter() as anna:
        nid = await _letter(anna)
        who = _name(anna)
        await anna.press("k" if anna.state.cursor else "j")
        assert anna.selected_id != nid
        await anna.command("outbox")
        await anna.press("e")
        assert anna.selected_id == nid
        assert who in str(anna.state.candidate.border_title)


async def test_a_letter_to_somebody_out_of_sight_shows_them() -> None:
    async with Recruiter() as anna:
        nid = await _letter(anna)
        who = _name(anna)
        await _elsewhere(anna)
        other = anna.row
        await anna.command("outbox")
        await anna.press("e")
        assert anna.state.candidate.negotiation is not None
        assert anna.state.candidate.negotiation.id == nid
        assert who in str(anna.state.candidate.border_title)
        await anna.press("f2")
        assert anna.state.candidate.negotiation.id == other.id
        await anna.wait(11)
        assert anna.writes == [("POST", f"/negotiations/{nid}/messages", [("message", "Добрый день")])]


async def test_the_keys_told_are_those_that_do_something_for_the_write() -> None:
    async with Recruiter() as anna:
        await anna.press(anna.digit("consider"), anna.digit("consider"), "z")
        await anna.command("outbox")
        held = anna.text
        assert "s сейчас" in held.replace("\u00a0", " ")
        await anna.press("down", "down")
        ended = anna.text.replace("\u00a0", " ")
        assert "Esc закрыть" in ended
        for gone in ("s сейчас", "R повторить", "e исправить", "x не отправлять"):
            assert gone not in ended


async def _above_people(anna: Recruiter) -> None:
    """The outbox, opened above people who were found."""
    await anna.press("g", "F")
    await anna.until(lambda: isinstance(anna.app.screen, FoundPage))
    await anna.settle()
    await anna.press("g", "o")
    assert isinstance(anna.app.screen, OutboxScreen)


async def test_a_letter_is_not_edited_above_the_search_for_people() -> None:
    async with Recruiter(settings=Settings(hold=60)) as anna:
        await _letter(anna)
        before = anna.state.outbox
        await _above_people(anna)
        await anna.press("e")
        assert isinstance(anna.app.screen, FoundPage)
        assert "Письмо правят в списке откликов: закройте поиск людей (Esc)" in anna.status
        assert anna.state.outbox.entries == before.entries, "it waits as it was"
        await anna.press("escape", "g", "o", "e")
        assert anna.on_inbox
        assert anna.typed == ["Добрый день"]
        assert not anna.state.outbox.entries


async def test_a_decision_is_edited_above_the_search_for_people() -> None:
    async with Recruiter(settings=Settings(hold=60)) as anna:
        await anna.press("1", *CLEAR)
        await anna.write("Звоните")
        await anna.press("f2")
        await _above_people(anna)
        await anna.press("e", *CLEAR)
        await anna.write("Приходите")
        await anna.press("f2")
        assert isinstance(anna.app.screen, FoundPage)
        await anna.wait(61)
        assert [dict(form)["message"] for _, _, form in anna.writes] == ["Приходите"]


async def _withdraws(anna: Recruiter) -> None:
    """Opens the form of the only decision that waits, and leaves it as it was."""
    await anna.press("g", "o", "e")
    assert not anna.state.outbox.entries
    await anna.press("escape")
    assert anna.on_inbox


async def test_a_decision_withdrawn_for_its_form_is_told_and_redone() -> None:
    async with Recruiter(settings=Settings(hold=60)) as anna:
        nid = anna.selected_id
        await anna.press("1", *CLEAR)
        await anna.write("Звоните")
        await anna.press("f2")
        deed = status.deed(anna.app.render_context(), anna.state.outbox.entries[0].operation)
        await _withdraws(anna)
        assert anna.toasts[-1] == f"Отменено: {deed} · Z вернёт"
        await anna.press("Z")
        assert [one.operation.negotiation.id for one in anna.state.outbox.entries] == [nid]
        await anna.press("Z")
        assert len(anna.state.outbox.entries) == 1
        await anna.wait(61)
        assert [dict(form)["message"] for _, _, form in anna.writes] == ["Звоните"]


async def test_one_of_a_sprint_withdrawn_for_its_form_is_redone() -> None:
    async with Recruiter(settings=Settings(hold=60, shortcuts={"d": "discard_by_employer"})) as anna:
        nid = anna.selected_id
        await anna.press("g", "S", "d", *CLEAR)
        await anna.write("Спасибо, нет")
        await anna.press("f2", "escape", "f2")
        await _withdraws(anna)
        assert "Отменено: Отказ" in anna.toasts[-1]
        await anna.press("Z")
        assert [one.operation.negotiation.id for one in anna.state.outbox.entries] == [nid]
        await anna.wait(61)
        assert [dict(form)["message"] for _, _, form in anna.writes] == ["Спасибо, нет"]


async def test_headings_of_the_outbox_are_stepped_over() -> None:
    async with Recruiter(settings=Settings(hold=5)) as anna:
        for _ in range(3):
            await anna.press(anna.digit("consider"))
        await anna.wait(6)
        await anna.press("g", "o")
        for keys, place in (
            (("k",), 1),
            (("G",), 3),
            (("j",), 3),
            (("g", "g"), 1),
            (("end",), 3),
            (("home",), 1),
        ):
            await anna.press(*keys)
            assert anna.app.screen.query_one(OutboxList).cursor == place
        await anna.press("G")
        await anna.click("#writes", offset=(5, 0))
        assert anna.app.screen.query_one(OutboxList).cursor == 1, "a click on the heading"


async def test_giving_up_goes_to_the_next_that_waits_for_one() -> None:
    async with Recruiter(settings=Settings(hold=5)) as anna:
        refused = {"errors": [{"type": "negotiations", "value": "limit_exceeded"}]}
        anna.server.faults.add("PUT", ".", status=403, body=refused, times=3)
        for _ in range(4):
            await anna.press(anna.digit("consider"))
        await anna.wait(6)
        assert len(anna.state.outbox.of(Stage.FAILED)) == 3
        await anna.press("g", "o", "j")
        second = anna.app.screen.query_one(OutboxList).selected
        await anna.press("x")
        assert anna.app.screen.query_one(OutboxList).cursor == 1, "the third has come up"
        assert anna.app.screen.query_one(OutboxList).selected != second
        await anna.press("x", "x")
        assert not anna.state.outbox.entries
        sent = len(anna.writes)
        await anna.press("x")
        assert anna.toasts, "what was given up can't be given up again"
        assert len(anna.writes) == sent
