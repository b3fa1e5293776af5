"""Calls: in their history, as links, as transcripts."""

from datetime import timedelta
from typing import Any

from hh_tui.demo.call import SITE
from hh_tui.demo.calls import LINK_LIFETIME, Call
from hh_tui.demo.chats import chat_id
from hh_tui.demo.company import company
from hh_tui.demo.moments import stamp
from hh_tui.demo.payloads.contacts import contact_payloads
from hh_tui.demo.payloads.gaps import with_gaps
from hh_tui.demo.resume_ids import resume_id
from hh_tui.demo.world import World

Payload = dict[str, Any]


def call_payload(world: World, call: Call) -> Payload:
    """Return a call of ``/calls/history``."""
    ours, theirs = _manager(call), _applicant(world, call)
    payload = {
        "id": call.id,
        "start_date_time": stamp(call.at),
        "successful": call.successful,
        "duration_seconds": call.seconds,
        "caller_info": ours if call.outgoing else theirs,
        "recipient_info": theirs if call.outgoing else ours,
        "context": {
            "voicemail_detected": call.voicemail,
            "chat_id": chat_id(call.topic),
            "employer_id": company().id,
            "resume_id": None if call.topic.resume_hidden else resume_id(call.topic.person),
            "topic_id": call.topic.id,
            "vacancy_id": call.topic.vacancy.id,
        },
    }
    return with_gaps(payload, call.topic.number, "duration_seconds")


def link_payload(world: World, identifier: str) -> Payload:
    """Return ``/calls/link``."""
    link = f"{SITE}/call/{identifier}"
    return {
        "link": link,
        "link_id": identifier,
        "qr_code": f"{link}/qr.png",
        "expires_at": stamp(world.now + LINK_LIFETIME),
    }


def transcript_payload(world: World, call: Call) -> Payload:
    """Return the transcript of a call; only a ready one has an address."""
    ready = call.successful and call.transcript == "READY"
    status = call.transcript if call.successful else "NOT_FOUND"
    payload = {
        "status": status,
        "transcript_url": f"{SITE}/call/{call.id}/transcript.txt" if ready else None,
        "expires_at": stamp(world.now + timedelta(hours=1)) if ready else None,
    }
    return with_gaps(payload, call.topic.number, "transcript_url", "expires_at")


def _manager(call: Call) -> Payload:
    manager = call.topic.vacancy.manager
    return {
        "role": "EMPLOYER",
        "client": "WEB",
        "first_name": manager.first_name,
        "last_name": manager.last_name,
        "real_phone": f"+7495{manager.phone}",
        "virtual_phone": None,
        "employer_manager_id": manager.id,
    }


def _applicant(world: World, call: Call) -> Payload:
    who = world.person(call.topic.person)
    named = "names_and_photo" not in who.hidden and not call.topic.resume_hidden
    cell = contact_payloads(world, who, "RU")[0]["contact_value"]
    payload = {
        "role": "APPLICANT",
        "client": "PHONE",
        "first_name": who.first_name if named else None,
        "last_name": who.last_name if named else None,
        "real_phone": cell if named else None,
        "virtual_phone": "+7 (495) 000-00-01",
        "employer_manager_id": None,
    }
    return with_gaps(payload, who.key[1], "first_name", "last_name", "real_phone", "employer_manager_id")
