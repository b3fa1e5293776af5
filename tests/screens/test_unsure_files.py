"""A file whose message got no answer: known after a killed program, found by reading, sent once."""

from pathlib import Path

import pytest

from hh_tui.errors import NotKept
from hh_tui.ui.file_attempts import FileAttemptLog
from tests.api.desk import refusing
from tests.recruiter import Recruiter
from tests.screens.test_chat_menu import menu
from tests.screens.test_chats import CHATS, to_a_talk


async def _killed_while_sending(tmp_path: Path, *, carried_out: bool) -> tuple[Recruiter, Path]:
    """The program is killed after the message of a file went, carried out or lost on its way."""
    picture, left = tmp_path / "План.png", tmp_path / "left"
    picture.write_bytes(bytes(range(256)) * 64)
    async with Recruiter(settings=CHATS, home=tmp_path / "home") as anna:
        chat = await to_a_talk(anna)
        await anna.press("enter")
        await menu(anna, "Отправить файл")
        await anna.write(str(picture))
        anna.server.faults.add("POST", f"/{chat.id}/messages", exception="read", after=carried_out)
        await anna.press("f2")
        await anna.until(lambda: anna.sees("раз файл не уйдёт"))
        anna.crash(left)
    return anna.again(home=left, settings=CHATS), picture


async def test_a_file_that_arrived_is_found_by_reading(tmp_path: Path) -> None:
    again, _ = await _killed_while_sending(tmp_path, carried_out=True)
    async with again as anna:
        await to_a_talk(anna)
        await anna.press("enter")
        assert anna.sees("План.png")
        assert not anna.sees("неизвестно"), "the thread shows it"
    async with anna.again(settings=CHATS) as third:
        await to_a_talk(third)
        await third.press("enter")
        assert not third.sees("неизвестно")


async def test_a_file_that_was_lost_goes_once(tmp_path: Path) -> None:
    again, picture = await _killed_while_sending(tmp_path, carried_out=False)
    async with again as anna:
        chat = await to_a_talk(anna)
        await anna.press("enter")
        assert anna.sees("Ушёл ли файл «План.png»", "неизвестно")
        before = len(anna.server.received)
        await menu(anna, "Отправить файл")
        await anna.write(str(picture))
        await anna.press("f2")
        await anna.until(lambda: anna.on_inbox)
        await anna.settle()
        assert anna.sees("План.png")
        assert not anna.sees("неизвестно")
        assert sum(one.file is not None for one in anna.server.world.thread(chat.topic)) == 1
        sent = [one for one in anna.server.received if one.path.endswith(f"/{chat.id}/messages")]
        keys = [one.json["idempotency_key"] for one in sent if one.method == "POST"]
        assert len(keys) == 2
        assert keys[0] == keys[1], "the same message, also after the program was killed"
        uploads = [one for one in anna.server.received[before:] if one.path.endswith("upload_links")]
        assert not uploads, "the same upload, too"


@pytest.mark.parametrize("arrived", [True, False])
async def test_a_forgotten_upload_is_made_anew(tmp_path: Path, *, arrived: bool) -> None:
    again, picture = await _killed_while_sending(tmp_path, carried_out=arrived)
    async with again as anna:
        chat = await to_a_talk(anna)
        await anna.press("enter")
        anna.server.faults.add(
            "POST", f"/{chat.id}/messages", 1, **refusing(400, "bad_argument", "upload_id")
        )
        before = len(anna.server.received)
        await menu(anna, "Отправить файл")
        await anna.write(str(picture))
        await anna.press("f2")
        await anna.until(lambda: anna.on_inbox)
        await anna.settle()
        assert anna.sees("План.png")
        assert not anna.sees("неизвестно")
        assert sum(one.file is not None for one in anna.server.world.thread(chat.topic)) == 1
        uploads = [one for one in anna.server.received[before:] if one.path.endswith("upload_links")]
        assert len(uploads) == (not arrived), "what stands in the chat is not sent again"


async def test_nothing_leaves_before_it_is_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: object) -> None:
        raise NotKept(why="no space")

    picture = tmp_path / "План.png"
    picture.write_bytes(bytes(range(256)))
    monkeypatch.setattr(FileAttemptLog, "begin", full)
    async with Recruiter(settings=CHATS, home=tmp_path / "home") as anna:
        chat = await to_a_talk(anna)
        await anna.press("enter")
        await menu(anna, "Отправить файл")
        await anna.write(str(picture))
        await anna.press("f2")
        await anna.until(lambda: anna.sees("no space"))
        messages = [one for one in anna.server.received if one.path.endswith(f"/{chat.id}/messages")]
        assert {one.method for one in messages} == {"GET"}
