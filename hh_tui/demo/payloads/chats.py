"""Chats: in a list, with their messages, and who takes part."""

from typing import Any

from hh_tui.demo.call import SITE
from hh_tui.demo.chats import SUPPORT, Chat, Entry, Move, Remark, entries, has_file, number_of
from hh_tui.demo.company import company
from hh_tui.demo.moments import stamp
from hh_tui.demo.resume_ids import owner_id, resume_id
from hh_tui.demo.topic import Message
from hh_tui.demo.world import World

Payload = dict[str, Any]

_REASONS = {
    "archived": "ARCHIVED_BY_EMPLOYER",
    "in_a_row_limit": "EMPLOYER_NEGOTIATIONS_LIMIT_EXCEEDED",
    "overall_limit": "EMPLOYER_NEGOTIATIONS_LIMIT_EXCEEDED",
}


def listed_payload(world: World, chat: Chat) -> Payload:
    """Return an item of ``get-common-chat-list``."""
    shown = entries(chat, world.thread)
    last = message_payload(world, chat, shown[-1]) if shown else None
    for key in ("type", "can_edit", "last_change_time"):
        if last is not None:
            del last[key]
    return _basic(world, chat) | {"last_message": last}


def chat_payload(world: World, chat: Chat, stretch: list[Entry], *, has_more: bool) -> Payload:
    """Return ``get-chat-messages``: the stretch in the order it is walked in."""
    allowed = is_open(chat)
    return _basic(world, chat) | {
        "has_more": has_more,
        "messages": [message_payload(world, chat, entry) for entry in stretch],
        "chat_states": {
            "write_message_state": _write_state(world, chat),
            "send_file_state": {"allowed": allowed and chat.files_allowed},
        },
    }


def is_open(chat: Chat) -> bool:
    """Return whether one may write."""
    return chat.lock is None and chat.topic.messaging_status == "ok"


def _write_state(world: World, chat: Chat) -> Payload:
    if not is_open(chat):
        return {"allowed": False, "reason": locked(chat)}
    return {"allowed": True, "reason": None} if world.readings.reason_always else {"allowed": True}


def locked(chat: Chat) -> str:
    """Return why nothing can be written."""
    return chat.lock or _REASONS.get(chat.topic.messaging_status, "PFP_BLOCK")


def message_payload(world: World, chat: Chat, entry: Entry) -> Payload:
    """Return one message, a move of a participant among them."""
    changed = chat.changed.get(entry.id)
    return {
        "id": str(number_of(entry)),
        "creation_time": stamp(entry.at),
        "last_change_time": stamp(changed) if changed else None,
        **_said(world, chat, entry),
    }


def participant_payloads(world: World, chat: Chat) -> list[Payload]:
    """Return ``get-participant-list``: the applicant first."""
    topic = chat.topic
    applicant = {
        "id": owner_id(topic.person),
        "name": _applicant(world, chat),
        "type": "USER",
        "icon": None,
        "last_viewed_message_id": None,
        "role": "APPLICANT",
        "resume_id": None if topic.resume_hidden else resume_id(topic.person),
    }
    managers = [
        {
            "id": manager.id,
            "name": manager.full_name,
            "type": "USER",
            "icon": None,
            "last_viewed_message_id": str(chat.seen) if chat.seen and manager is company().me else None,
            "role": "EMPLOYER",
        }
        for manager in chat.participants
    ]
    return managers if chat.kind == "SUPPORT" else [applicant, *managers]


def _basic(world: World, chat: Chat) -> Payload:
    topic, name = chat.topic, _applicant(world, chat)
    return {
        "id": chat.id,
        "type": chat.kind,
        "display": {"title": name if chat.aside else f"{name}, {topic.vacancy.name}", "icon": None},
        "creation_time": stamp(topic.created_at),
        "unread_message_count": chat.unread,
        "muted": False,
        "block_reason": None,
        "vacancy_id": None if chat.aside else topic.vacancy.id,
    }


def _said(world: World, chat: Chat, entry: Entry) -> Payload:
    match entry:
        case Move():
            return _move(entry)
        case Remark():
            return _remark(entry)
        case Message():
            return _letter(world, chat, entry)


def _letter(world: World, chat: Chat, letter: Message) -> Payload:
    ours, who = letter.author == "employer", chat.by.get(letter.id, company().me)
    mine = ours and who is company().me
    name = who.full_name if ours else _applicant(world, chat)
    return {
        "type": "SIMPLE",
        "can_edit": mine and is_open(chat),
        "sender_participant_id": who.id if ours else owner_id(chat.topic.person),
        "sender_display_info": _sender(name, "EMPLOYER" if ours else "APPLICANT", ours=mine),
        "payload": _content(text=letter.text, attachments=_files(world, chat, letter)),
        "viewed_by_opponent": letter.viewed_by_opponent,
    }


def _files(world: World, chat: Chat, letter: Message) -> list[Payload] | None:
    """Return the one file of a message; pictures have a preview."""
    if not has_file(letter):
        return None
    file = world.files.kept.get(letter.file or "")
    url = f"{SITE}/chat/{chat.id}/file/{file.id if file else letter.id[-6:]}"
    if file is None:
        return [{"url": url, "title": "Резюме.pdf", "content_type": "application/pdf", "preview": None}]
    return [{"url": url, "title": file.name, "content_type": file.content_type, "preview": {"url": url}}]


def _move(move: Move) -> Payload:
    who = move.who
    return {
        "type": "PARTICIPANT_JOINED" if move.joined else "PARTICIPANT_LEFT",
        "can_edit": False,
        "sender_participant_id": company().me.id,
        "sender_display_info": _sender(company().me.full_name, "EMPLOYER", ours=True),
        "payload": _content(moved_participant={"id": who.id, "name": who.full_name}),
        "viewed_by_opponent": False,
    }


def _remark(remark: Remark) -> Payload:
    return {
        "type": "SIMPLE",
        "can_edit": False,
        "sender_participant_id": remark.id,
        "sender_display_info": _sender(remark.name, remark.role, ours=False),
        "payload": _content(text=remark.text),
        "viewed_by_opponent": True,
    }


def _content(**filled: Any) -> Payload:
    return {"text": None, "attachments": None, "moved_participant": None} | filled


def _sender(name: str, role: str | None, *, ours: bool) -> Payload:
    return {"name": name, "is_current_participant": ours, "icon": None, "role": role}


def _applicant(world: World, chat: Chat) -> str:
    if chat.kind == "SUPPORT":
        return SUPPORT
    who = world.person(chat.topic.person)
    if "names_and_photo" in who.hidden or chat.topic.resume_hidden:
        return "Соискатель"
    return f"{who.last_name} {who.first_name}"
