"""Writing to candidates: composer, drafts, limits."""

import pytest

from hh_tui.demo import StandIn
from hh_tui.settings.config import Settings
from tests.recruiter import CLEAR, Clock, Recruiter


async def _goes_to_someone_to_write_to(anna: Recruiter) -> str:
    """A candidate at the interview stage: the correspondence with them is open."""
    await anna.command("collection")
    await anna.write("Интервью")
    await anna.press("enter")
    rows = anna.state.listing.rows
    place = next(number for number, row in enumerate(rows) if row.negotiation.can_write)
    await anna.press(*["j"] * place)
    return rows[place].id


async def test_a_letter_is_written_held_and_sent() -> None:
    async with Recruiter() as anna:
        nid = await _goes_to_someone_to_write_to(anna)
        await anna.command("reply")
        await anna.write("Добрый день, ждём вас в среду!")
        assert anna.sees("30 знаков")
        await anna.press("f2")
        assert anna.sees("Добрый день, ждём вас в среду!", "ещё не отправлено")
        assert "через 10 с" in anna.status
        assert anna.writes == []
        await anna.wait(11)
        form = [("message", "Добрый день, ждём вас в среду!")]
        assert anna.writes == [("POST", f"/negotiations/{nid}/messages", form)]
        assert anna.sees("Добрый день, ждём вас в среду!")
        assert not anna.sees("ещё не отправлено")


async def test_composer_takes_letters_and_chords_in_both_layouts() -> None:
    async with Recruiter() as anna:
        await _goes_to_someone_to_write_to(anna)
        await anna.command("reply")
        await anna.write("мой Жук qjz")
        assert anna.state.letter == "мой Жук qjz"
        await anna.press("ctrl+ц")
        assert anna.state.letter == "мой Жук "
        await anna.press("ctrl+я")
        assert anna.state.letter == "мой Жук qjz"


async def test_keys_go_to_the_ends_of_a_letter() -> None:
    async with Recruiter() as anna:
        await _goes_to_someone_to_write_to(anna)
        await anna.command("reply")
        await anna.write("ab")
        await anna.press("enter")
        await anna.write("cd")
        await anna.press("ctrl+home", "x", "ctrl+end", "y")
        assert anna.state.letter == "xab\ncdy"
        await anna.press("ctrl+shift+home", "z", "enter", "z", "ctrl+home", "ctrl+shift+end", "q")
        assert anna.state.letter == "q"


async def test_the_draft_survives_leaving_and_another_candidate() -> None:
    async with Recruiter() as anna:
        nid = await _goes_to_someone_to_write_to(anna)
        await anna.command("reply")
        await anna.write("Начало письма")
        await anna.press("escape")
        assert anna.sees("✎")
        await anna.command("back", "down", "open", "back", "up")
        await anna.command("reply")
        assert anna.state.letter == "Начало письма"
        assert anna.state.composing is not None
        assert anna.state.composing.id == nid
        assert anna.writes == []


async def test_who_leaves_a_letter_is_told_that_it_is_kept() -> None:
    async with Recruiter() as anna:
        await _goes_to_someone_to_write_to(anna)
        await anna.command("reply")
        await anna.write("Добрый")
        await anna.press("escape")
        assert anna.status.startswith("Письмо не отправлено, черновик сохранён: дописать — r.")
        await anna.command("reply")
        await anna.press(*["backspace"] * 6, "escape")
        assert "черновик" not in anna.status, "nothing is left of it"


async def test_a_letter_taken_back_is_a_draft_again() -> None:
    async with Recruiter() as anna:
        await _goes_to_someone_to_write_to(anna)
        await anna.command("reply")
        await anna.write("Поспешил")
        await anna.press("f2")
        await anna.command("undo")
        await anna.command("reply")
        assert anna.state.letter == "Поспешил"
        await anna.press(*CLEAR)
        await anna.write("Подумал")
        await anna.press("f2")
        await anna.wait(11)
        assert [form for _, _, form in anna.writes] == [[("message", "Подумал")]]


async def test_a_refused_letter_is_a_draft_again_and_says_why() -> None:
    async with Recruiter() as anna:
        await _goes_to_someone_to_write_to(anna)
        body = {"errors": [{"type": "negotiations", "value": "inappropriate_language_message"}]}
        anna.server.faults.add("POST", "/messages", status=403, body=body)
        await anna.command("reply")
        await anna.write("Резкое слово")
        await anna.press("f2")
        await anna.wait(11)
        assert "недопустимые слова" in anna.toasts[-1]
        assert "черновике" in anna.toasts[-1]
        await anna.command("reply")
        assert anna.state.letter == "Резкое слово"


async def test_a_letter_whose_answer_was_lost_is_looked_for_in_thread() -> None:
    async with Recruiter(settings=Settings(threads="negotiations")) as anna:
        nid = await _goes_to_someone_to_write_to(anna)
        anna.server.faults.add("POST", nid, exception="read", after=True)
        await anna.command("reply")
        await anna.write("Дошло?")
        await anna.press("f2")
        await anna.wait(11)
        assert len(anna.writes) == 1
        assert not anna.toasts
        anna.server.faults.add("POST", nid, exception="read")
        await anna.command("reply")
        await anna.write("А это?")
        await anna.press("f2")
        await anna.wait(11)
        assert "ничего не изменилось" in anna.toasts[-1]
        assert len(anna.writes) == 2


async def test_a_closed_correspondence_says_why() -> None:
    async with Recruiter() as anna:
        await anna.command("vacancy")
        await anna.write("бухг")
        await anna.press("enter")
        assert anna.sees("Писать можно только после приглашения")
        await anna.command("reply")
        assert not anna.state.composing
        assert "только после приглашения" in anna.toasts[-1]
        assert not anna.reads("/messages")


@pytest.mark.parametrize("way", ["messages", "closed chat", "chat"])
async def test_whoever_was_invited_can_be_written_to(way: str) -> None:
    async with Recruiter(settings=Settings(threads="negotiations" if way == "messages" else "auto")) as anna:
        if way == "closed chat":
            anna.server.faults.add("GET", "^/common/chats/", times=99, status=404)
        nid = anna.selected_id
        topic = anna.server.world.find(nid)
        assert topic is not None
        topic.messaging_status = "no_invitation"
        await anna.press("f5", "enter")
        assert anna.sees("Писать можно только после приглашения")
        await anna.press("escape", anna.digit("phone_interview"), *CLEAR)
        await anna.write("Приходите")
        await anna.press("f2")
        await anna.wait(11)
        await anna.command("collection")
        await anna.write("Телефонное")
        await anna.press("enter")
        await anna.press(*["j"] * anna.ids.index(nid))
        if way != "chat":
            await anna.press("enter")
        assert not anna.sees("Писать можно только после приглашения")
        await anna.command("reply")
        await anna.write("До встречи")
        await anna.press("f2")
        await anna.wait(11)
        assert anna.writes[-1] == ("POST", f"/negotiations/{nid}/messages", [("message", "До встречи")])


async def test_five_in_a_row_close_the_correspondence() -> None:
    async with Recruiter() as anna:
        await _goes_to_someone_to_write_to(anna)
        for number in range(5):
            row = anna.row
            if not row.negotiation.can_write:
                break
            await anna.command("reply")
            await anna.write(f"Письмо {number}")
            await anna.press("f2")
            await anna.wait(11)
        assert anna.sees("слишком много ваших сообщений подряд")
        await anna.command("reply")
        assert not anna.state.composing


async def test_an_empty_letter_is_not_sent() -> None:
    async with Recruiter() as anna:
        await _goes_to_someone_to_write_to(anna)
        await anna.command("reply")
        await anna.write("   ")
        await anna.press("f2")
        assert anna.state.composing
        assert "Письмо пустое" in anna.status
        await anna.wait(30)
        assert anna.writes == []


async def test_save_by_habit_never_sends() -> None:
    async with Recruiter() as anna:
        await _goes_to_someone_to_write_to(anna)
        await anna.command("reply")
        await anna.write("Черновик")
        await anna.press("ctrl+s", "enter")
        await anna.wait(60)
        assert anna.writes == []


async def test_what_a_candidate_answers_is_seen_after_a_refresh() -> None:
    server = StandIn(size="S", clock=Clock().now)
    async with Recruiter(server=server) as anna:
        nid = await _goes_to_someone_to_write_to(anna)
        await anna.command("open")
        server.world.candidate_writes(nid, "Да, буду вовремя")
        await anna.command("refresh")
        assert anna.sees("Да, буду вовремя")


async def test_focus_elsewhere_closes_composer_and_keeps_draft() -> None:
    async with Recruiter() as anna:
        nid = await _goes_to_someone_to_write_to(anna)
        await anna.command("reply")
        await anna.write("Недописано")
        await anna.press("tab")
        assert not anna.state.composing
        assert anna.state.drafts.of(nid) == "Недописано"
        await anna.command("reply")
        await anna.click("#negotiations", offset=(10, 0))
        assert not anna.state.composing
        assert anna.state.drafts.of(nid) == "Недописано"
