"""A chat that fails in the middle: what was there stays, one sentence says why, nothing goes twice."""

from functools import partial
from pathlib import Path
from typing import Any

from tests.api.desk import refusing
from tests.recruiter import CLEAR, Recruiter
from tests.screens.test_chat_menu import menu
from tests.screens.test_chats import CHATS, to_a_talk

PAGE = {"status": 200, "body": "<html>guard</html>"}
GONE, BROKEN, LOST = refusing(404, "not_found", ""), {"status": 500}, {"exception": "read"}
NOBODY: dict[str, Any] = {"items": [None, {"id": None}, {"id": "7", "name": None, "role": None}]}
FILES_OFF = refusing(400, "bad_request", "temporary_disabled")


async def test_participants_that_do_not_come_are_explained() -> None:
    async with Recruiter(settings=CHATS) as anna:
        await to_a_talk(anna)
        await anna.press("enter")
        for fault, why in (
            (GONE, "этого не находит"), (refusing(403, "forbidden", "OTHERS_ONLY"), "OTHERS_ONLY"),
            (BROKEN, "сбой (500)"), (PAGE, "ответил не тем"), (LOST, "прервалась"),
        ):  # fmt: skip
            anna.server.faults.clear()
            anna.server.faults.add("GET", "participants", 9, **fault)
            await menu(anna, "Участники")
            assert why in anna.toasts[-1]
            assert anna.on_inbox
            assert anna.sees("Завтра после 15:00"), "the thread stays"
        anna.server.faults.clear()
        anna.server.faults.add("GET", "participants", status=200, body=NOBODY)
        await menu(anna, "Участники")
        assert anna.sees("Участники чата: 1")
        assert not anna.writes


async def test_a_file_refused_on_its_way_goes_once_when_tried_again(tmp_path: Path) -> None:
    picture = tmp_path / "План.png"
    picture.write_bytes(bytes(range(256)) * 64)
    async with Recruiter(settings=CHATS) as anna:
        chat = await to_a_talk(anna)
        await anna.press("enter")
        for count, (path, fault, why, uploads) in enumerate((
            ("upload_links", refusing(403, "forbidden", "NO_FILES"), "NO_FILES", 1),
            ("/chat-files/", refusing(400, "bad_argument", "state"), "устарела", 2),
            ("/chat-files/", LOST, "прервалась", 2),
            (f"/{chat.id}/messages", FILES_OFF, "отправка файлов", 2),
            (f"/{chat.id}/messages", BROKEN, "Повторите", 1),
        ), 1):  # fmt: skip
            anna.server.faults.clear()
            anna.server.faults.add("POST", path, **fault)
            before = len(anna.server.received)
            await menu(anna, "Отправить файл")
            await anna.write(str(picture))
            await anna.press("f2")
            await anna.until(partial(anna.sees, why))
            await anna.press("f2")
            await anna.until(lambda: anna.on_inbox)
            await anna.settle()
            assert sum(one.file is not None for one in anna.server.world.thread(chat.topic)) == count
            asked = [one.path for one in anna.server.received[before:]]
            assert sum("/chat-files/" in one for one in asked) == uploads, (path, asked)


async def test_a_file_left_in_doubt_is_looked_for(tmp_path: Path) -> None:
    picture = tmp_path / "План.png"
    picture.write_bytes(bytes(range(256)))
    async with Recruiter(settings=CHATS) as anna:
        chat = await to_a_talk(anna)
        await anna.press("enter")
        anna.server.faults.add("POST", f"/{chat.id}/messages", exception="read", after=True)
        await menu(anna, "Отправить файл")
        await anna.write(str(picture))
        await anna.press("f2")
        await anna.until(lambda: anna.sees("прервалась"))
        await anna.press("escape")
        await anna.settle()
        assert "Ушёл ли файл, неизвестно" in anna.status
        assert anna.sees("Вложение: План.png"), "the thread was read anew"
        await menu(anna, "Отправить файл")
        await anna.write(str(picture))
        await anna.press("f2")
        await anna.settle()
        assert anna.text.count("Вложение: План.png") == 1, "tried again it is the same message"


async def test_a_chat_that_comes_and_goes_shows_each_letter_once() -> None:
    async with Recruiter(settings=CHATS) as anna:
        chat = await to_a_talk(anna)
        await anna.press("enter", "r", *CLEAR)
        await anna.write("Жду вас в среду")
        await anna.press("f2")
        await anna.settle()
        await anna.wait(30)
        for fault in (None, GONE, None, BROKEN, PAGE, LOST, None):
            anna.server.faults.clear()
            if fault is not None:
                anna.server.faults.add("GET", f"/common/chats/{chat.id}", 9, **fault)
            await anna.press("f5")
            await anna.settle()
            assert anna.text.count("Жду вас в среду") == 1, fault
            assert anna.sees("Завтра после 15:00"), fault
        assert sum(one.text == "Жду вас в среду" for one in anna.server.world.thread(chat.topic)) == 1
