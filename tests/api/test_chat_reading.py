"""What is uncertain about chats is read tolerantly, what is hostile harmlessly."""

import json
from typing import Any

import httpx

from hh_tui.api.models.thread import MessagePage
from hh_tui.api.threads import choose
from hh_tui.demo import StandIn
from hh_tui.errors import HHError
from hh_tui.i18n.text import clean
from tests.api.desk import EMPLOYER, Desk
from tests.factory import negotiation


def _chat(*messages: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"id": "7", "messages": list(messages), **fields}


async def _read(payload: dict[str, Any], start: str | None = None) -> MessagePage:
    async with Desk(handle=lambda _: httpx.Response(200, content=json.dumps(payload))) as desk:
        thread = choose(desk.client, "chats", negotiation("1", chat_id="7"))
        return await (thread.before(start) if start else thread.latest())


async def test_messages_are_sorted_by_time_and_then_by_number() -> None:
    early, late = "2026-05-12T10:00:00+0300", "2026-05-12T11:00:00+0300"
    stretch = await _read(
        _chat(
            {"id": "9", "creation_time": late},
            {"id": "100", "creation_time": early},
            {"id": "20", "creation_time": early},
            {"id": "x"},
            {"id": "20", "creation_time": early},
        )
    )
    assert [message.id for message in stretch.messages] == ["20", "100", "9", "x"]


async def test_more_is_believed_only_while_something_new_comes() -> None:
    alone = _chat({"id": "5", "creation_time": None}, has_more=True)
    assert (await _read(alone)).has_more
    stretch = await _read(alone, start="5")
    assert (stretch.messages, stretch.has_more) == ((), False)


async def test_what_is_uncertain_in_a_chat_is_read_tolerantly() -> None:
    stretch = await _read(
        _chat(
            {
                "id": 1,
                "type": "PARTICIPANT_JOINED",
                "creation_time": "2026-05-12T10:00:01+0300",
                "payload": {"moved_participant": {"name": "Илья"}},
            },
            {
                "id": 2,
                "type": "PARTICIPANT_LEFT",
                "creation_time": "2026-05-12T10:00:02+0300",
                "payload": {"moved_participant": {"who": 5}},
                "sender_display_info": {"name": "Вера", "role": None},
            },
            {
                "id": 3,
                "type": "NEW_KIND",
                "creation_time": "2026-05-12T10:00:03+0300",
                "payload": {"attachments": [{"url": "https://hh.ru/f"}, {"title": "a.pdf"}, 5, None]},
                "sender_display_info": {"role": "ROBOT", "is_current_participant": None},
            },
            {"id": 4, "payload": "x", "sender_display_info": []},
            chat_states={"write_message_state": {"allowed": False, "reason": "NEW_REASON"}},
        )
    )
    joined, left, file, bare = stretch.messages
    assert joined.service is not None
    assert (joined.service.kind, joined.service.name) == ("joined", "Илья")
    assert left.service is not None
    assert (left.service.kind, left.service.name) == ("left", "Вера")
    assert [(one.title, one.url) for one in file.attachments] == [("", "https://hh.ru/f"), ("a.pdf", None)]
    assert (file.author, file.is_ours) == ("robot", False)
    assert (bare.text, bare.at, bare.service) == (None, None, None)
    assert (stretch.write_state.allowed, stretch.write_state.reason) == (False, "NEW_REASON")
    assert (await _read(_chat())).write_state.allowed


async def test_letters_bring_addresses_assessments_and_states_along() -> None:
    page = {
        "items": [
            {
                "id": "1",
                "state": {"id": "offer", "name": "Оффер"},
                "address": {"city": "Москва"},
                "assessments": [
                    {
                        "id": "5",
                        "name": "Логика",
                        "actions": [{"id": "proceed", "alternate_url": "https://hh.ru/a"}],
                    },
                    {"id": "6", "name": "Внимание", "actions": []},
                ],
                "viewed_by_opponent": True,
            },
            {"id": "2", "state": {"id": "text", "name": "Сообщение"}, "text": "Да"},
        ]
    }
    async with Desk(handle=lambda _: httpx.Response(200, json=page)) as desk:
        first, second = (await choose(desk.client, "negotiations", negotiation("1")).latest()).messages
    assert first.service is not None
    assert (first.service.kind, first.service.name) == ("state", "Оффер")
    assert first.address is not None
    assert first.address.line == "Москва"
    assert [(one.title, one.url) for one in first.attachments] == [
        ("Логика", "https://hh.ru/a"),
        ("Внимание", None),
    ]
    assert first.read
    assert (second.service, second.text, second.can_edit) == (None, "Да", False)


async def test_hostile_threads_come_clean_both_ways() -> None:
    async with Desk(handle=StandIn("S", hostile=True).handle) as desk:
        vacancy = (await desk.client.vacancies.active(EMPLOYER))[0]
        board = await desk.client.negotiations.board(vacancy.id)
        read = 0
        for one in (await desk.client.negotiations.page(board.collections[1].url)).items:
            for mode in ("auto", "negotiations"):
                try:
                    stretch = await choose(desk.client, mode, one).latest()
                except HHError:
                    continue
                read += 1
                for message in stretch.messages:
                    assert message.text == (message.text and clean(message.text))
                    assert message.author_name == (message.author_name and clean(message.author_name))
        assert read > 10
