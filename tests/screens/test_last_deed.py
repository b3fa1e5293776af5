"""Undo takes back the last thing, whatever kind it is; past what was sent only decisions that still wait."""

from pathlib import Path

from hh_tui.settings.config import Settings
from tests.api.desk import refusing
from tests.recruiter import Recruiter
from tests.screens.test_chat_menu import menu
from tests.screens.test_chats import CHATS, to_a_talk


async def _put_one_aside_and_note(anna: Recruiter, text: str = "перезвонить") -> str:
    """Somebody is put aside, then a note is written about another; who was put aside."""
    first = anna.selected_id
    await anna.press("e", "j", "C")
    await anna.write(text)
    await anna.press("f2")
    return first


async def test_undo_after_a_note_says_where_it_is_changed() -> None:
    async with Recruiter() as anna:
        aside = await _put_one_aside_and_note(anna)
        about = anna.selected_id
        for _ in range(2):
            await anna.press("z")
            assert "Заметка уже на hh.ru, изменить или удалить её — g n, затем E: " in anna.status
            assert aside not in anna.ids
            assert anna.selected_id == about
        assert [method for method, _, _ in anna.writes] == ["POST"]
        await anna.press("Z")
        assert "Возвращать нечего" in anna.status


async def test_undo_after_a_note_in_english() -> None:
    async with Recruiter(lang="en") as anna:
        await _put_one_aside_and_note(anna)
        await anna.press("z")
        assert "The note is on hh.ru already, to change or delete it: g n, then E: " in anna.status


async def test_undo_tells_of_a_note_that_is_on_its_way() -> None:
    async with Recruiter() as anna:
        aside = anna.selected_id
        await anna.press("e", "j", "C")
        await anna.write("раз")
        await anna.press("f2", "z", settle=False)
        assert aside not in anna.ids
        await anna.settle()
        assert aside not in anna.ids


async def test_a_note_that_failed_hides_nothing_from_undo() -> None:
    async with Recruiter() as anna:
        anna.server.faults.add("POST", "/applicant_comments", status=403, body={"errors": []})
        aside = await _put_one_aside_and_note(anna)
        await anna.press("z")
        assert aside in anna.ids


async def test_a_decision_that_waits_is_taken_back_after_a_note() -> None:
    """Its line counts down beside the key: it goes out if nothing is done."""
    async with Recruiter(settings=Settings(hold=60)) as anna:
        await anna.press(anna.digit("consider"), "C")
        await anna.write("раз")
        await anna.press("f2")
        await anna.wait(1)
        await anna.wait(3)
        assert "z отменить" in anna.status
        await anna.press("z")
        assert "Отменено: Подумать" in anna.status
        await anna.press("z")
        assert "Заметка уже на hh.ru" in anna.status


async def test_a_label_is_taken_off_by_undo_and_back_by_redo(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path) as anna:
        aside = anna.selected_id
        await anna.press("e", "#")
        await anna.write("резерв")
        await anna.press("enter", "z")
        assert "Отменено, метка «резерв» снята: " in anna.status
        assert not anna.sees("#резерв")
        assert aside not in anna.ids
        await anna.press("Z")
        assert "Метка «резерв» поставлена: 1 человек." in anna.status
        assert anna.sees("#резерв")
        await anna.press("#", "enter")
        assert not anna.sees("#резерв")
        await anna.press("z")
        assert "Отменено, метка «резерв» снова стоит: " in anna.status
        assert anna.sees("#резерв")
        assert aside not in anna.ids
        assert anna.writes == []
    async with anna.again(tmp_path) as anna:
        assert anna.sees("#резерв")


async def test_undo_of_a_label_leaves_it_where_it_was_before() -> None:
    async with Recruiter() as anna:
        await anna.press("#")
        await anna.write("резерв")
        await anna.press("enter", "x", "x", "#", "enter")
        assert sum("#резерв" in line for line in anna.lines) == 2
        await anna.press("z")
        assert sum("#резерв" in line for line in anna.lines) == 1
        await anna.press("z")
        assert not anna.sees("#резерв")
        await anna.press("Z", "Z")
        assert sum("#резерв" in line for line in anna.lines) == 2


async def test_undo_after_marking_as_viewed_brings_nobody_back() -> None:
    async with Recruiter() as anna:
        aside = anna.selected_id
        await anna.press("e", "]", "I", "enter", "z")
        assert "Просмотр уже отмечен на hh.ru, не забыть о кандидате поможет b: " in anna.status
        assert aside not in anna.ids


async def _sends_file(anna: Recruiter, path: Path) -> None:
    await menu(anna, "Отправить файл")
    await anna.write(str(path))
    await anna.press("f2")


async def test_undo_after_a_file_says_where_it_is_deleted(tmp_path: Path) -> None:
    picture = tmp_path / "План.png"
    picture.write_bytes(bytes(range(256)))
    async with Recruiter(settings=CHATS) as anna:
        aside = anna.selected_id
        await anna.press("e")
        chat = await to_a_talk(anna)
        await anna.press("enter")
        await _sends_file(anna, picture)
        await anna.until(lambda: anna.on_inbox)
        await anna.settle()
        for _ in range(2):
            await anna.press("z")
            assert "Сделанное в чате уже на hh.ru, поправить можно в его меню (g f): " in anna.status
        assert aside in anna.state.shelf.people
        assert sum(one.file is not None for one in anna.server.world.thread(chat.topic)) == 1
        await anna.press("Z")
        assert "Возвращать нечего" in anna.status


async def test_undo_after_a_file_in_doubt_says_to_look(tmp_path: Path) -> None:
    picture = tmp_path / "План.png"
    picture.write_bytes(bytes(range(256)))
    async with Recruiter(settings=CHATS) as anna:
        chat = await to_a_talk(anna)
        await anna.press("enter")
        anna.server.faults.add("POST", f"/{chat.id}/messages", exception="read")
        await _sends_file(anna, picture)
        await anna.until(lambda: anna.sees("раз файл не уйдёт"))
        await anna.press("escape", "z")
        assert "уже на hh.ru" not in anna.status
        assert "Ушёл ли файл, неизвестно, посмотрите в переписке (g m): " in anna.status


async def test_a_file_that_did_not_go_hides_nothing_from_undo(tmp_path: Path) -> None:
    picture = tmp_path / "План.png"
    picture.write_bytes(bytes(range(256)))
    async with Recruiter(settings=CHATS) as anna:
        aside = anna.selected_id
        await anna.press("e")
        chat = await to_a_talk(anna)
        await anna.press("enter")
        spam = refusing(400, "bad_request", "spam_detected")
        anna.server.faults.add("POST", f"/{chat.id}/messages", **spam)
        await _sends_file(anna, picture)
        await anna.press("escape", "z")
        assert aside not in anna.state.shelf.people


async def test_undo_after_a_change_in_a_chat_says_where_it_is_changed() -> None:
    async with Recruiter(settings=CHATS) as anna:
        aside = anna.selected_id
        await anna.press("e")
        chat = await to_a_talk(anna)
        await anna.press("enter")
        await menu(anna, "Запретить")
        await anna.press("y", "z")
        assert "Сделанное в чате уже на hh.ru, поправить можно в его меню (g f): " in anna.status
        assert not chat.applicant_may_write
        assert aside in anna.state.shelf.people


async def test_a_refused_change_in_a_chat_hides_nothing_from_undo() -> None:
    async with Recruiter(settings=CHATS) as anna:
        aside = anna.selected_id
        await anna.press("e")
        await to_a_talk(anna)
        await anna.press("enter")
        anna.server.faults.add("PUT", "write_possibility", **refusing(403, "forbidden", "NEW_REASON"))
        await menu(anna, "Запретить")
        await anna.press("y", "z")
        assert aside not in anna.state.shelf.people


async def test_marks_taken_away_come_back_by_undo() -> None:
    async with Recruiter() as anna:
        await anna.press("x", "x", "x")
        marked = anna.marked
        await anna.press("escape")
        assert anna.marked == ()
        assert "Снято 3 отметки · вернуть: z" in anna.status
        await anna.press("z")
        assert anna.marked == marked
        assert "Снова отмечено 3 · снять: Esc" in anna.status
        await anna.press("Z")
        assert anna.marked == ()
        assert "Снято 3 отметки · вернуть: z" in anna.status
        await anna.press("z")
        assert anna.marked == marked
        await anna.press("escape", "x", "z")
        assert "Отменять нечего" in anna.status, "others were marked since"
        assert len(anna.marked) == 1


async def test_marks_come_back_only_before_something_else_is_done() -> None:
    async with Recruiter() as anna:
        await anna.press("x", "x", "escape", "e", "z")
        assert anna.state.shelf.people == {}
        await anna.press("z")
        assert anna.marked == ()
        assert "Отменять нечего" in anna.status


async def test_a_decision_that_waits_is_taken_back_before_marks() -> None:
    """Its line counts down beside the key."""
    async with Recruiter(settings=Settings(hold=60)) as anna:
        await anna.press(anna.digit("consider"), "x", "x", "escape")
        assert "Снято 2 отметки" in anna.status
        assert "вернуть: z" not in anna.status
        await anna.press("z")
        assert "Отменено: Подумать" in anna.status
        assert anna.marked == ()
        await anna.press("z")
        assert len(anna.marked) == 2


async def test_redo_reaches_no_decision_behind_marks_that_came_back() -> None:
    async with Recruiter() as anna:
        await anna.press(anna.digit("consider"), "z", "x", "x", "escape", "z", "Z")
        assert anna.marked == ()
        assert "Снято 2 отметки" in anna.status
        await anna.press("Z")
        assert "Возвращать нечего" in anna.status
        await anna.wait(30)
        assert anna.writes == []


async def test_redo_of_a_group_names_whom_it_is_about() -> None:
    async with Recruiter() as anna:
        await anna.press("x", "x", anna.digit("consider"), "f2", "z", "Z")
        assert anna.toasts[-1].startswith("Снова ждёт отправки: Подумать · 2 кандидата · ")
        assert "2 кандидата · через 5 с · z отменить" in anna.status
