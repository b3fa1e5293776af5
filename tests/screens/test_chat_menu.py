"""What one does in a chat beside writing letters: files, participants, one's own messages."""

import os
from pathlib import Path

from hh_tui.demo.company import company
from tests.api.desk import refusing
from tests.recruiter import CLEAR, Recruiter
from tests.screens.test_asking import slow_hh
from tests.screens.test_chats import CHATS, to_a_talk


async def menu(anna: Recruiter, what: str) -> None:
    await anna.press("g", "f")
    await anna.write(what)
    await anna.press("enter")


async def test_a_file_is_sent_and_saved_from_the_thread(tmp_path: Path) -> None:
    picture, text = tmp_path / "План.png", tmp_path / "план.txt"
    picture.write_bytes(bytes(range(256)) * 1024)
    text.write_text("план")
    async with Recruiter(settings=CHATS) as anna:
        chat = await to_a_talk(anna)
        await anna.press("g", "f")
        assert "откройте переписку" in anna.status, "nothing is known of the chat yet"
        await anna.press("enter")
        before = len(anna.server.received)
        await menu(anna, "Отправить файл")
        assert anna.sees("jpeg, png; до 20 МБ"), "the server's limits, before a file is chosen"
        await anna.write(str(text))
        await anna.press("f2")
        await anna.until(lambda: anna.sees("этого вида"))
        assert len(anna.server.received) == before + 1
        await anna.press("ctrl+u")
        await anna.write(str(picture))
        anna.server.faults.add("POST", f"/{chat.id}/messages", exception="read", after=True)
        await anna.press("f2")
        await anna.until(lambda: anna.sees("раз файл не уйдёт"))
        await anna.press("f2")
        await anna.until(lambda: anna.on_inbox)
        await anna.settle()
        assert anna.sees("План.png")
        assert [one.body for one in anna.server.world.files.kept.values()] == [picture.read_bytes()]
        assert sum(one.file is not None for one in anna.server.world.thread(chat.topic)) == 1
        asked = [(one.method, one.path.rpartition("/")[2]) for one in anna.server.received[before:]]
        link = asked[2][1]
        assert asked == [
            ("GET", "conditions"), ("POST", "upload_links"), ("POST", link), ("POST", "messages"),
            ("POST", "messages"), ("GET", "messages"),
        ]  # fmt: skip
        await anna.press("P")
        await anna.write("План")
        await anna.press("enter", *CLEAR)
        await anna.write(str(tmp_path / "saved"))
        await anna.press("f2")
        await anna.until(lambda: "Сохранено" in anna.status)
        assert (tmp_path / "saved" / "План.png").read_bytes() == picture.read_bytes()


async def test_only_an_ordinary_file_is_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "план.png")
    async with Recruiter(settings=CHATS) as anna:
        await to_a_talk(anna)
        await anna.press("enter")
        await menu(anna, "Отправить файл")
        form = anna.app.screen.query_one(".form")
        assert form.region.width < anna.app.size.width, "a window with a frame"
        for path in (tmp_path / "план.png", tmp_path):
            await anna.press("ctrl+u")
            await anna.write(str(path))
            await anna.press("f2")
            await anna.until(lambda: anna.sees("Не получается"))
        assert not anna.writes


async def _forbid(anna: Recruiter) -> None:
    await menu(anna, "Запретить")
    await anna.press("y")


async def test_a_colleague_is_added_and_the_candidate_silenced(tmp_path: Path) -> None:
    async with Recruiter(settings=CHATS, home=tmp_path / "home") as anna:
        chat = await to_a_talk(anna)
        await anna.press("enter")
        await menu(anna, "Участники")
        assert anna.sees(company().me.full_name, "ваша компания", "кандидат")
        await anna.write("Добавить")
        await anna.press("enter")
        newcomer = next(one for one in company().managers if one not in chat.participants)
        await anna.write(newcomer.last_name)
        await anna.press("enter")
        assert newcomer in chat.participants
        assert anna.sees(f"{newcomer.full_name}: в чате")
        await menu(anna, "Запретить")
        await anna.press("enter")
        assert chat.applicant_may_write, "the first answer changes nothing"
        await _forbid(anna)
        assert not chat.applicant_may_write
        assert "больше не может писать" in anna.status
        assert anna.sees("Вы запретили кандидату писать сюда: 14 мая, 11:30."), "hh.ru tells of it nowhere"
        await anna.command("chat")
        assert not anna.sees("Запретить"), "only what applies is offered"
        await anna.press("escape")
    async with anna.again(settings=CHATS) as anna:
        await to_a_talk(anna)
        await anna.press("enter")
        assert anna.sees("Вы запретили кандидату писать сюда"), "it is known after a start, too"
        await menu(anna, "Разрешить")
        assert chat.applicant_may_write
        assert not anna.sees("Вы запретили кандидату")
        anna.server.faults.add("PUT", "write_possibility", **refusing(403, "forbidden", "NEW_REASON"))
        await _forbid(anna)
        assert "NEW_REASON" in anna.toasts[-1]
        assert chat.applicant_may_write


async def test_ones_own_message_is_edited_and_deleted() -> None:
    async with Recruiter(settings=CHATS) as anna:
        chat = await to_a_talk(anna)
        sent = anna.server.world.write(chat.topic, "Приходите в сереу")
        await anna.press("enter")
        await menu(anna, "Изменить")
        await anna.write("сереу")
        await anna.press("enter", *CLEAR)
        await anna.write("Приходите в среду")
        spam = refusing(400, "bad_request", "spam_detected")
        anna.server.faults.add("PUT", f"/{chat.id}/messages/", **spam)
        await anna.press("f2")
        assert sent.text == "Приходите в сереу"
        await menu(anna, "Изменить")
        await anna.press("enter")
        assert anna.sees("Приходите в среду"), "refused words are kept"
        await anna.press("f2")
        assert anna.sees("Приходите в среду", "изменено")
        assert sent.text == "Приходите в среду"
        await menu(anna, "Удалить")
        await anna.write("среду")
        await anna.press("enter")
        await anna.write("Удалить")
        await anna.press("enter")
        assert sent.removed
        assert not anna.sees("Приходите в среду")
        lines = [(one.method, one.path.split("/")[3]) for one in anna.server.writes if chat.id in one.path]
        assert [one for one in lines if one[0] == "DELETE"] == [("DELETE", chat.id)]


async def test_words_typed_while_a_change_goes_out_are_kept() -> None:
    async with slow_hh(settings=CHATS) as (anna, hh):
        hh.answers.set()
        chat = await to_a_talk(anna)
        sent = anna.server.world.write(chat.topic, "Приходите в сереу")
        await anna.press("enter")
        hh.part = "/messages/"
        hh.answers.clear()
        await _changes(anna, "сереу", "Приходите в среду")
        await anna.press("f2", settle=False)
        await _changes(anna, "сереу", "Приходите в среду к 12")
        await anna.press("escape", settle=False)
        hh.answers.set()
        await anna.settle()
        assert sent.text == "Приходите в среду"
        await menu(anna, "Изменить")
        await anna.write("среду")
        await anna.press("enter")
        assert anna.typed == ["Приходите в среду к 12"]
        await anna.press("f2", "q", "q")
        assert sent.text == "Приходите в среду к 12"
        assert not anna.app.is_running, "nothing would be lost"


async def test_a_change_that_was_begun_is_told_on_leaving(tmp_path: Path) -> None:
    async with Recruiter(settings=CHATS, home=tmp_path) as anna:
        chat = await to_a_talk(anna)
        anna.server.world.write(chat.topic, "Приходите в сереу")
        await anna.press("enter")
        await _changes(anna, "сереу", "Приходите в среду")
        await anna.press("escape", "q", "q")
        assert anna.app.is_running
        assert anna.sees("1 неотправленный текст пропадёт", "Тексты пропадут: ")
        await anna.press("n", "enter")
        await menu(anna, "Изменить")
        await anna.write("сереу")
        await anna.press("enter")
        assert anna.typed == ["Приходите в среду"]


async def _changes(anna: Recruiter, found: str, text: str) -> None:
    """Type other words for one's own message; hh.ru may not have answered an earlier change."""
    await anna.press("g", "f", *"Изменить", "enter", *found, "enter", *CLEAR, *text, settle=False)


async def test_without_a_chat_there_is_nomenu() -> None:
    async with Recruiter(settings=CHATS) as anna:
        await to_a_talk(anna)
        anna.server.faults.add("GET", "/common/chats/", times=9, **refusing(404, "not_found", ""))
        await anna.press("enter", "g", "f")
        assert "чата, открытого вам" in anna.status
