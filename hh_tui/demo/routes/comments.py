"""Notes on applicants."""

from typing import Any

from hh_tui.demo.call import Answer, Call, page_of
from hh_tui.demo.moments import stamp
from hh_tui.demo.notes import Note
from hh_tui.demo.payloads.names import entry
from hh_tui.demo.refusal import Refusal, bad_argument, not_found
from hh_tui.demo.resume_ids import person_of_owner
from hh_tui.demo.threads import LONGEST

_ACCESS = ("coworkers", "owner")


def get_comments(call: Call) -> Answer:
    """get-applicant-comments-list; newest first unless asked otherwise."""
    order = call.asked("order_by") or "creation_time_desc"
    if order not in ("creation_time_desc", "creation_time_asc"):
        raise bad_argument("order_by")
    notes = sorted(_notes(call), key=lambda note: note.at, reverse=order.endswith("desc"))
    items, envelope = page_of(call, notes, default=20, most=100)
    return Answer(body=envelope | {"items": [_payload(call, note) for note in items]})


def post_comment(call: Call) -> Answer:
    """add-applicant-comment."""
    _notes(call)
    text, access = call.given("text"), call.given("access_type")
    if not (text and text.strip()):
        raise bad_argument("text")
    _check_length(text)
    if access not in _ACCESS:
        raise bad_argument("access_type")
    note = call.world.notes.add(call.path["owner_id"], text, access, call.world.now)
    return Answer(201, _payload(call, note))


def put_comment(call: Call) -> Answer:
    """update-applicant-comment; by its author only."""
    note = _own_note(call)
    access = call.given("access_type")
    if access is not None and access not in _ACCESS:
        raise bad_argument("access_type")
    text = call.given("text") or note.text
    _check_length(text)
    note.text = text
    note.access = access or note.access
    return Answer(204)


def delete_comment(call: Call) -> Answer:
    """delete-applicant-comment; by its author only."""
    note = _own_note(call)
    _notes(call).remove(note)
    return Answer(204)


def _check_length(text: str) -> None:
    if len(text) > LONGEST:
        raise bad_argument("text", "too_long_value")


def _notes(call: Call) -> list[Note]:
    key = person_of_owner(call.path["owner_id"])
    if key is None or not call.world.knows(key):
        raise not_found()
    return call.world.notes.of(call.path["owner_id"])


def _own_note(call: Call) -> Note:
    note = next((note for note in _notes(call) if note.id == call.path["comment_id"]), None)
    if note is None:
        raise not_found()
    if not note.mine:
        raise Refusal(403, [{"type": "forbidden"}])
    return note


def _payload(call: Call, note: Note) -> dict[str, Any]:
    return {
        "id": note.id,
        "text": note.text,
        "created_at": stamp(note.at),
        "is_mine": note.mine,
        "author": {"full_name": note.author},
        "access_type": entry("applicant_comment_access_type", note.access, call.locale),
    }
