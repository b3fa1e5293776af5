"""Messages of a chat. Errors give a ``reason`` here, where the rest of the API gives a ``value``."""

from uuid import UUID

from hh_tui.demo.call import Answer, Call
from hh_tui.demo.chats import Chat, Entry, entries, number_of
from hh_tui.demo.payloads.chats import chat_payload, is_open, locked
from hh_tui.demo.refusal import Refusal, not_found
from hh_tui.demo.topic import Message

_MOST = 50  # messages of a stretch
_LONGEST = 20_000  # characters


def get_messages(call: Call) -> Answer:
    """get-chat-messages; from the start message on, itself among them, in the order of the walk."""
    chat = chat_at(call)
    order = call.asked("order") or "prev"
    if order not in ("prev", "next"):
        raise _wrong("bad_order")
    limit = call.asked("limit") or "10"
    if not limit.isdigit():
        raise _wrong("not integer value")
    if not 1 <= int(limit) <= _MOST:
        raise _wrong("limit_negative_or_more_than_50")
    shown = entries(chat, call.world.thread)
    walk = shown[::-1] if order == "prev" else shown
    start = call.asked("start_message_id")
    if start is not None:
        places = [place for place, entry in enumerate(walk) if str(number_of(entry)) == start]
        if not places:
            raise _wrong("bad_start_message_id")
        walk = walk[places[0] :]
    stretch = walk[: int(limit)]
    has_more = len(walk) > len(stretch)
    if call.world.readings.chats_oldest_first and order == "prev":
        stretch = stretch[::-1]
    return Answer(body=chat_payload(call.world, chat, stretch, has_more=has_more))


def post_message(call: Call) -> Answer:
    """chat-message-post; a key that was used before is a conflict, and nothing is sent."""
    chat = chat_at(call)
    body = call.json()
    key = _key(body.get("idempotency_key"))
    text = body.get("text")
    if (text is None) == (body.get("file_upload_ids") is None):
        raise _wrong("text_or_file_upload_ids")
    checked = None if text is None else _text(text)
    file = _file(call, chat, body["file_upload_ids"]) if text is None else None
    if key in chat.accepted:
        raise Refusal(409, [{"type": "conflict", "reason": "duplicate"}])
    if not is_open(chat):
        raise Refusal(403, [{"type": "forbidden", "reason": locked(chat)}])
    call.world.thread(chat.topic)
    letter = call.world.write(chat.topic, checked, file=file)
    chat.accepted.add(key)
    return Answer(201, {"id": str(number_of(letter))})


def put_message(call: Call) -> Answer:
    """chat-message-put; one's own only."""
    chat = chat_at(call)
    letter = _own(call, chat, "message_edit_not_allowed")
    letter.text = _text(call.json().get("text"))
    chat.changed[letter.id] = call.world.now
    return done(call)


def delete_message(call: Call) -> Answer:
    """chat-message-delete; one's own only."""
    _own(call, chat_at(call), "message_delete_not_allowed").removed = True
    return done(call)


def put_read(call: Call) -> Answer:
    """set-last-viewed-message; the marker goes forward only, and the negotiation does not hear of it."""
    chat = chat_at(call)
    chat.seen = max(chat.seen, number_of(_entry(call, chat)))
    return done(call)


def done(call: Call) -> Answer:
    """Answer a write of which the documents don't say how it is answered."""
    return Answer(200 if call.world.readings.chat_writes_say_ok else 204)


def chat_at(call: Call) -> Chat:
    """Return the chat the path names, if we are in it."""
    chat = call.world.chats.find(call.path["chat_id"], call.world.find)
    if chat is None:
        raise not_found()
    return chat


def _entry(call: Call, chat: Chat) -> Entry:
    wanted = call.path["message_id"]
    for entry in entries(chat, call.world.thread):
        if str(number_of(entry)) == wanted:
            return entry
    raise not_found()


def _own(call: Call, chat: Chat, refusal: str) -> Message:
    entry = _entry(call, chat)
    if not isinstance(entry, Message) or entry.author != "employer" or entry.id in chat.by:
        raise Refusal(403, [{"type": "forbidden", "reason": refusal}])
    return entry


def _file(call: Call, chat: Chat, ids: object) -> str:
    """Return the one file that a message has."""
    if not chat.files_allowed:
        raise _wrong("temporary_disabled")
    if not isinstance(ids, list) or len(ids) != 1 or ids[0] not in call.world.files.kept:
        raise _wrong("required")
    return str(ids[0])


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST:
        raise _wrong("required")
    return value


def _key(value: object) -> str:
    try:
        return str(UUID(str(value)))
    except ValueError:
        raise _wrong("required") from None


def _wrong(reason: str) -> Refusal:
    return Refusal(400, [{"type": "bad_request", "reason": reason}])
