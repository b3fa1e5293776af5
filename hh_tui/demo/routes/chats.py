"""Chats as a whole: the list, who takes part, who may write."""

import json

from hh_tui.demo.call import Answer, Call, page_of
from hh_tui.demo.chats import Chat
from hh_tui.demo.company import company
from hh_tui.demo.payloads.chats import listed_payload, participant_payloads
from hh_tui.demo.refusal import Refusal, bad_argument, not_found
from hh_tui.demo.responses import talk
from hh_tui.demo.resume_ids import person_of
from hh_tui.demo.routes.chat_messages import chat_at, done
from hh_tui.demo.strangers import is_stranger

_PAGES = 50
_IDS = 100


def get_chats(call: Call) -> Answer:
    """get-common-chat-list; the latest first."""
    call.number("page", 0, most=_PAGES)
    chats = _ours(call)
    ids = _vacancy_ids(call)
    match call.asked("vacancy_status") or "all":
        case "without":
            chats = [chat for chat in chats if chat.aside or chat.topic.vacancy.id in ids]
        case "with":
            chats = [chat for chat in chats if not chat.aside and (not ids or chat.topic.vacancy.id in ids)]
        case "all":
            chats = [chat for chat in chats if not ids or (not chat.aside and chat.topic.vacancy.id in ids)]
        case _:
            raise bad_argument("vacancy_status")
    if call.flag("filter_unread"):
        chats = [chat for chat in chats if chat.unread]
    if call.flag("filter_has_text_message"):
        chats = [chat for chat in chats if chat.topic.count > 1]
    items, envelope = page_of(call, chats, default=20, most=20)
    return Answer(body=envelope | {"items": [listed_payload(call.world, chat) for chat in items]})


def get_unread(call: Call) -> Answer:
    """unread-chats-count; a number of chats, as a text."""
    return Answer(body={"unread_chats_count": str(sum(chat.unread > 0 for chat in _ours(call)))})


def get_participants(call: Call) -> Answer:
    """get-participant-list."""
    return Answer(body={"items": participant_payloads(call.world, chat_at(call))})


def put_participant(call: Call) -> Answer:
    """put-participant-list; adds a manager, and perhaps oneself to a chat one is not in."""
    wanted = call.json().get("id")
    chat = call.world.chats.known(call.path["chat_id"], call.world.find)
    if chat is None or call.world.readings.outsiders_refused or wanted != company().me.id:
        chat = chat_at(call)
    manager = next((one for one in company().managers if one.id == wanted), None)
    if manager is None:
        raise not_found()
    if manager not in chat.participants:
        chat.move(manager, call.world.now, joined=True)
    return Answer(204)


def put_leave(call: Call) -> Answer:
    """leave-chat."""
    chat_at(call).move(company().me, call.world.now, joined=False)
    return done(call)


def put_possibility(call: Call) -> Answer:
    """set-write-possibility-common."""
    chat = chat_at(call)
    wanted = call.asked("applicant_write_possibility")
    if wanted not in ("true", "false"):
        raise Refusal(400, [{"type": "bad_request", "reason": "required"}])
    chat.applicant_may_write = wanted == "true"
    return done(call)


def post_without_vacancy(call: Call) -> Answer:
    """get-or-create-chat-without-vacancy-common; the answer does not name the chat."""
    body = call.json()
    key, text = person_of(str(body.get("resume_hash"))), body.get("first_message")
    if key is None or not call.world.knows(key):
        raise not_found()
    if not isinstance(text, str) or not text.strip():
        raise Refusal(400, [{"type": "bad_request", "reason": "required"}])
    chats = call.world.chats
    chat = next((one for one in chats.aside if one.kind == "COMMON" and one.topic.person == key), None)
    if chat is None:
        home = call.world.vacancies[0 if is_stranger(key) else key[0]]
        chat = chats.add(
            Chat(talk(home, key, len(chats.aside), call.world.now), [company().me], kind="COMMON")
        )
    call.world.write(chat.topic, text)
    return Answer(201, {})


def _ours(call: Call) -> list[Chat]:
    """Return the chats we are in, the latest first."""
    world = call.world
    topics = [topic for vacancy in world.vacancies for topic in world.roster(vacancy).topics]
    chats = [chat for chat in map(world.chats.of, topics) if company().me in chat.participants]
    chats += world.chats.aside
    return sorted(chats, key=lambda chat: (chat.topic.updated_at, chat.id), reverse=True)


def _vacancy_ids(call: Call) -> set[str]:
    """Return the ids in a text like ``[1, 2]``."""
    try:
        ids = json.loads(call.asked("filter_with_vacancy_ids") or "[]")
    except ValueError:
        ids = None
    if not isinstance(ids, list) or len(ids) > _IDS or not all(type(one) is int for one in ids):
        raise bad_argument("filter_with_vacancy_ids")
    return {str(one) for one in ids}
