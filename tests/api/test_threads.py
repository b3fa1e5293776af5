"""One thread, whichever way it comes."""

from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from hh_tui.api.models import Negotiation
from hh_tui.api.models.thread import MessagePage
from hh_tui.api.threads import Mode, choose
from hh_tui.demo.fault_kinds import BAD_REQUESTS, Kind
from hh_tui.errors import AnswerLost, NegotiationRefused, NotAuthorized, NotFound, Refused
from tests.api.desk import EMPLOYER, Desk, refusing
from tests.factory import negotiation

KEY = UUID("6f0f6a1e-0c2d-4a9a-9a34-5d1f2c3b4a59")


async def _talk(desk: Desk, least: int = 4, vacancy: int = 0) -> Negotiation:
    """A negotiation with some letters in it that can be written to."""
    ours = await desk.client.vacancies.active(EMPLOYER)
    for collection in (await desk.client.negotiations.board(ours[vacancy].id)).collections:
        for one in (await desk.client.negotiations.page(collection.url)).items:
            if one.counters and one.counters.messages >= least and one.can_write:
                return one
    raise LookupError("nobody talks")


def _texts(stretch: MessagePage) -> list[str]:
    return [message.text for message in stretch.messages if message.text]


async def test_both_ways_tell_the_same() -> None:
    async with Desk() as desk:
        one = await _talk(desk)
        chat = await choose(desk.client, "chats", one).latest()
        letters = await choose(desk.client, "negotiations", one).latest()
        assert (chat.way, letters.way) == ("chats", "negotiations")
        assert _texts(chat) == _texts(letters)
        assert [one.is_ours for one in chat.messages if one.text] == [
            one.is_ours for one in letters.messages if one.text
        ]
        assert [one.at for one in chat.messages if one.text] == [
            one.at for one in letters.messages if one.text
        ]
        assert {one.author for one in letters.messages} == {"applicant", "employer"}
        assert {one.author for one in chat.messages} == {"applicant", "employer"}
        assert chat.write_state.allowed
        assert letters.write_state.allowed


@pytest.mark.parametrize(
    ("mode", "chat_id", "way"),
    [
        ("auto", 7, "chats"),
        ("auto", None, "negotiations"),
        ("chats", "7", "chats"),
        ("chats", None, "negotiations"),
        ("negotiations", 7, "negotiations"),
    ],
)
async def test_the_way_is_chosen_without_a_request(mode: Mode, chat_id: Any, way: str) -> None:
    async with Desk() as desk:
        assert choose(desk.client, mode, negotiation("1", chat_id=chat_id)).way == way
        assert desk.server.received == []


async def test_a_chat_that_does_not_answer_is_read_the_other_way() -> None:
    """A colleague's vacancy: its negotiations are open to us, its chats are not."""
    async with Desk() as desk:
        theirs = (await desk.client.vacancies.active(EMPLOYER, manager_ids=["7310456"]))[0]
        board = await desk.client.negotiations.board(theirs.id)
        one = (await desk.client.negotiations.page(board.collections[0].url)).items[0]
        with pytest.raises(NotFound):
            await choose(desk.client, "chats", one).latest()
        thread = choose(desk.client, "auto", one)
        stretch = await thread.latest()
        assert (stretch.way, thread.way) == ("negotiations", "negotiations")
        assert stretch.messages
        before = len(desk.server.received)
        await thread.latest()
        assert [seen.path for seen in desk.server.received[before:]] == [f"/negotiations/{one.id}/messages"]


async def test_a_chat_that_closes_on_way_gives_way_to_whole_thread() -> None:
    async with Desk() as desk:
        one = await _talk(desk)
        thread = choose(desk.client, "auto", one)
        shown = await thread.latest()
        desk.server.faults.add("GET", "/common/chats", **refusing(404, "not_found", ""))
        older = await thread.before(shown.messages[0].id)
        assert older.way == "negotiations"
        assert _texts(older) == _texts(shown)


async def test_a_letter_to_a_closed_chat_goes_the_other_way() -> None:
    async with Desk() as desk:
        one = await _talk(desk)
        thread = choose(desk.client, "auto", one)
        desk.server.faults.add("POST", "/common/chats", **refusing(404, "not_found", ""))
        assert await thread.send("Добрый день", KEY) is None
        assert desk.last.path == f"/negotiations/{one.id}/messages"
        assert thread.way == "negotiations"


async def test_a_bare_404_is_no_word_of_the_api() -> None:
    async with Desk() as desk:
        thread = choose(desk.client, "auto", await _talk(desk))
        desk.server.faults.add("POST", "/common/chats", status=404)
        with pytest.raises(NotFound):
            await thread.send("Добрый день", KEY)
        assert thread.way == "negotiations", "sent anew, it goes the other way"


async def test_a_broken_chat_is_read_the_other_way_for_once() -> None:
    async with Desk() as desk:
        one = await _talk(desk)
        thread = choose(desk.client, "auto", one)
        for kind in ({"status": 502}, {"status": 200, "body": "<html>"}, refusing(400, "x", "NEW_REASON")):
            desk.server.faults.add("GET", "/common/chats", times=5, **kind)
            assert (await thread.latest()).way == "negotiations"
            desk.server.faults.clear()
            assert (await thread.latest()).way == "chats"


async def test_other_refusals_do_not_change_the_way() -> None:
    async with Desk() as desk:
        one = await _talk(desk)
        thread = choose(desk.client, "auto", one)
        desk.server.faults.add("GET", "/common/chats", **refusing(403, "oauth", "token_expired"))
        with pytest.raises(NotAuthorized):
            await thread.latest()
        desk.server.faults.add("POST", "/common/chats", **refusing(403, "forbidden", "PFP_BLOCK"))
        with pytest.raises(Refused):
            await thread.send("Добрый день", KEY)
        assert thread.way == "chats"
        desk.server.faults.add("GET", "/common/chats", **refusing(403, "forbidden", ""))
        assert (await thread.latest()).way == "negotiations"


async def test_a_letter_into_a_chat_carries_its_key() -> None:
    async with Desk() as desk:
        thread = choose(desk.client, "auto", await _talk(desk))
        sent = await thread.send("Когда вам удобно?", KEY)
        assert desk.last.json == {"text": "Когда вам удобно?", "idempotency_key": str(KEY)}
        newest = (await thread.latest()).messages[-1]
        assert (newest.id, newest.text, newest.is_ours) == (sent, "Когда вам удобно?", True)
        assert newest.can_edit
        assert not newest.read


async def test_a_letter_sent_twice_with_one_key_is_one_letter() -> None:
    async with Desk() as desk:
        thread = choose(desk.client, "auto", await _talk(desk))
        before = _texts(await thread.latest())
        desk.server.faults.add("POST", "/common/chats", exception="read", after=True)
        with pytest.raises(AnswerLost):
            await thread.send("Когда вам удобно?", KEY)
        found = await thread.send("Когда вам удобно?", KEY)
        stretch = await thread.latest()
        assert _texts(stretch) == [*before, "Когда вам удобно?"]
        assert stretch.messages[-1].id == found


async def test_newer_letters_are_found_though_last_one_known_is_gone() -> None:
    async with Desk() as desk:
        thread = choose(desk.client, "chats", await _talk(desk))
        gone = await thread.send("Ой", KEY)
        assert gone is not None
        await thread.delete(gone)
        stretch = await thread.after(gone)
        assert stretch.messages == (await thread.latest()).messages


async def test_read_marks_reach_negotiation_though_chat_is_closed() -> None:
    async with Desk() as desk:
        one = await _talk(desk)
        thread = choose(desk.client, "auto", one)
        desk.server.faults.add("PUT", "/common/chats", **refusing(404, "not_found", ""))
        await thread.mark_read("1")
        assert desk.last.path == "/negotiations/read"
        assert thread.way == "negotiations"


@pytest.mark.parametrize("body", [{"errors": [{"type": "conflict"}]}, "<html>"])
async def test_a_conflict_is_believed_only_if_the_letter_is_there(body: Any) -> None:
    async with Desk() as desk:
        thread = choose(desk.client, "chats", await _talk(desk))
        desk.server.faults.add("POST", "/common/chats", status=409, body=body)
        with pytest.raises(AnswerLost) as caught:
            await thread.send("Этого письма нет", KEY)
        assert caught.value.outcome_unknown
        desk.server.faults.add("POST", "/common/chats", status=409, body=body)
        desk.server.faults.add("GET", "/common/chats", status=500)
        with pytest.raises(AnswerLost):
            await thread.send("Этого письма нет", KEY)


@pytest.mark.parametrize("answer", ['{"id": 5}', "", "null", "[]"])
async def test_a_letter_that_was_taken_is_sent_whatever_answer_says(answer: str) -> None:
    async with Desk(handle=lambda _: httpx.Response(201, text=answer)) as desk:
        sent = await choose(desk.client, "chats", negotiation("1", chat_id=7)).send("x", KEY)
        assert sent == ("5" if "id" in answer else None)


async def test_a_locked_chat_says_why() -> None:
    async with Desk() as desk:
        one = await _talk(desk)
        thread = choose(desk.client, "auto", one)
        assert (await thread.latest()).write_state.allowed
        while (await desk.client.negotiations.one(one.id)).can_write:
            await thread.send("Когда вам удобно?", uuid4())
        state = (await thread.latest()).write_state
        assert (state.allowed, state.reason) == (False, "EMPLOYER_NEGOTIATIONS_LIMIT_EXCEEDED")
        assert (await desk.client.negotiations.one(one.id)).messaging_status == "in_a_row_limit"


async def test_a_letter_is_changed_and_deleted_in_a_chat() -> None:
    async with Desk() as desk:
        thread = choose(desk.client, "auto", await _talk(desk))
        sent = await thread.send("Приходите в сереу", KEY)
        assert sent is not None
        await thread.edit(sent, "Приходите в среду")
        assert desk.last.method == "PUT"
        changed = (await thread.latest()).messages[-1]
        assert changed.text == "Приходите в среду"
        assert changed.edited_at is not None
        await thread.delete(sent)
        assert desk.last.method == "DELETE"
        stretch = await thread.latest()
        assert sent not in {message.id for message in stretch.messages}
        theirs = next(message for message in stretch.messages if not message.is_ours)
        assert not theirs.can_edit
        with pytest.raises(Refused) as caught:
            await thread.delete(theirs.id)
        assert caught.value.value == "message_delete_not_allowed"


async def test_letters_of_a_negotiation_stay_as_they_are() -> None:
    async with Desk() as desk:
        thread = choose(desk.client, "negotiations", negotiation("1"))
        with pytest.raises(NegotiationRefused):
            await thread.edit("1", "x")
        with pytest.raises(NegotiationRefused):
            await thread.delete("1")
        assert desk.server.received == []


async def test_marking_as_read_reaches_the_chat_and_the_negotiation() -> None:
    async with Desk() as desk:
        one = await _talk(desk)
        desk.server.world.candidate_writes(one.id, "Я согласен")
        assert (await desk.client.negotiations.one(one.id)).unread == 1
        thread = choose(desk.client, "auto", one)
        newest = (await thread.latest()).messages[-1]
        assert newest.text == "Я согласен"
        assert (await desk.client.negotiations.one(one.id)).unread == 1, "looking marks nothing"
        await thread.mark_read(newest.id)
        marks = [(seen.method, seen.path) for seen in desk.server.received[-2:]]
        path = f"/common/chats/{one.chat_id}/message/{newest.id}/read"
        assert marks == [("PUT", path), ("POST", "/negotiations/read")]
        assert (await desk.client.negotiations.one(one.id)).unread == 0
        assert one.chat_id is not None
        assert (await desk.client.chats.message_page(one.chat_id)).unread_message_count == 0


async def test_a_long_chat_is_read_piece_by_piece_with_nothing_twice() -> None:
    async with Desk() as desk:
        one = await _talk(desk)
        desk.server.world.topic(one.id).count = 230
        chat, letters = choose(desk.client, "chats", one), choose(desk.client, "negotiations", one)
        stretch = await chat.latest()
        assert len(stretch.messages) == 50
        everything = list(stretch.messages)
        while stretch.has_more:
            stretch = await chat.before(everything[0].id)
            everything[:0] = stretch.messages
        assert len({message.id for message in everything}) == len(everything) > 200
        assert [message.text for message in everything if message.text] == _texts(await letters.latest())
        newer = await chat.after(everything[20].id)
        assert [message.id for message in newer.messages] == [message.id for message in everything[21:70]]
        assert newer.has_more


async def test_newer_letters_of_negotiation_are_those_behind_last_one() -> None:
    async with Desk() as desk:
        one = await _talk(desk)
        thread = choose(desk.client, "negotiations", one)
        shown = (await thread.latest()).messages
        assert (await thread.before(shown[0].id)).messages == ()
        assert (await thread.after(shown[-1].id)).messages == ()
        desk.server.world.candidate_writes(one.id, "Я согласен")
        assert _texts(await thread.after(shown[-1].id)) == ["Я согласен"]
        assert len((await thread.after("gone")).messages) == len(shown) + 1


@pytest.mark.parametrize("refusal", [refusing(400, "bad_argument", "per_page"), *BAD_REQUESTS], ids=str)
async def test_messages_come_where_their_pages_are_shorter_than_ours(refusal: Kind) -> None:
    async with Desk() as desk:
        one = (await desk.fresh())[0]
        desk.server.faults.add("GET", "/messages", **refusal)
        whole = [message.id for message in await desk.client.messages.all(one)]
        assert whole
        assert "per_page" not in dict(desk.query())
        before = len(desk.server.received)
        assert [message.id for message in await desk.client.messages.all(one)] == whole
        assert "per_page" not in dict(desk.query())
        assert len(desk.server.received) == before + 1, "what was refused once is not asked for again"
