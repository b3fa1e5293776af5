"""Correspondence by chats: what is seen of it, and what hh.ru receives."""

from hh_tui.demo.chats import Chat
from hh_tui.demo.colleagues import colleague_writes
from hh_tui.demo.company import company
from hh_tui.settings.config import Settings
from tests.api.desk import refusing
from tests.recruiter import CLEAR, Recruiter

CHATS = Settings(threads="auto")


async def to_a_talk(anna: Recruiter) -> Chat:
    """Go to somebody in `Интервью` who can be written to; their chat in the stand-in."""
    await anna.command("collection")
    await anna.write("Интервью")
    await anna.press("enter")
    while True:
        row = anna.row
        if row.negotiation.can_write and row.negotiation.chat_id:
            return anna.server.world.chats.of(anna.server.world.topic(row.id))
        await anna.press("j")


async def test_authors_are_told_and_reopening_costs_one_request() -> None:
    async with Recruiter(settings=CHATS) as anna:
        chat = await to_a_talk(anna)
        world, nid = anna.server.world, chat.topic.id
        colleague_writes(world, nid, company().managers[1], "Пишет коллега")
        chat.remark("Помощник", "BOT", "Пишет бот", world.now)
        world.candidate_writes(nid, "Пишет кандидат")
        before = len(anna.server.received)
        await anna.press("f5", "enter")
        name = company().managers[1].full_name
        assert anna.sees(name, "Пишет коллега", "Помощник · бот", "Пишет бот", "Пишет кандидат")
        path = f"/common/chats/{chat.id}"
        theirs = [one for one in anna.server.received[before:] if chat.id in one.path or "read" in one.path]
        assert [(one.method, one.path) for one in theirs][:1] == [("GET", f"{path}/messages")]
        marks = [one.path for one in theirs if one.method != "GET"]
        assert len(marks) == 2
        assert marks[0].startswith(f"{path}/message/")
        assert marks[1] == "/negotiations/read"
        assert chat.unread == 0
        assert anna.viewed == (nid,)
        before = len(anna.server.received)
        await anna.press("escape", "enter")
        assert [one.path for one in anna.server.received[before:]] == [f"{path}/messages"]


async def test_a_refused_marker_leaves_the_thread_in_sight() -> None:
    async with Recruiter(settings=CHATS) as anna:
        chat = await to_a_talk(anna)
        anna.server.world.candidate_writes(chat.topic.id, "Я согласен")
        anna.server.faults.add("PUT", "/message/.*/read", **refusing(403, "forbidden", "NEW_REASON"))
        await anna.press("f5", "enter")
        assert anna.sees("Я согласен")
        assert "не отмечена" in anna.toasts[-1]
        assert "NEW_REASON" in anna.toasts[-1]
        assert anna.server.world.topic(chat.topic.id).unread == 0, "the negotiation is marked all the same"
        anna.server.world.candidate_writes(chat.topic.id, "Жду ответа")
        anna.server.faults.add("PUT", "/message/.*/read", **refusing(403, "forbidden", "NEW_REASON"))
        anna.server.faults.add("POST", "/negotiations/read", **refusing(403, "forbidden", "NEW_REASON"))
        await anna.press("f5")
        assert anna.sees("Жду ответа")
        assert anna.row.negotiation.unread == 1, "the row is as hh.ru has it"


async def test_a_lock_is_told_before_one_types_and_keeps_the_letter() -> None:
    async with Recruiter(settings=CHATS) as anna:
        chat = await to_a_talk(anna)
        chat.lock = "PFP_BLOCK"
        await anna.press("r", *CLEAR)
        assert anna.sees("этот чат закрыт самим hh.ru (PFP_BLOCK)"), "with the composer open at once"
        await anna.write("Когда вам удобно?")
        writes = len(anna.writes)
        await anna.press("f2")
        await anna.wait(11)
        assert "PFP_BLOCK" in anna.toasts[-1]
        assert anna.sees("Когда вам удобно?")
        assert len(anna.writes) == writes
        await anna.press("escape", "escape", "r")
        assert not anna.state.composing, "now it is known beforehand"
        chat.lock = None


async def test_a_refused_letter_says_why_and_what_to_do() -> None:
    async with Recruiter(settings=CHATS) as anna:
        chat = await to_a_talk(anna)
        anna.server.faults.add("POST", f"/common/chats/{chat.id}", **refusing(400, "x", "spam_detected"))
        await anna.press("enter", "r", *CLEAR)
        await anna.write("Заработок без вложений")
        await anna.press("f2")
        await anna.wait(11)
        assert "похоже на спам" in anna.toasts[-1]
        assert "Перепишите" in anna.toasts[-1]
        assert anna.state.drafts.of(chat.topic.id) == "Заработок без вложений"
