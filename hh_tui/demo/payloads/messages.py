"""Messages of a negotiation: ``get-negotiation-messages``."""

from typing import Any

from hh_tui.demo.call import SITE
from hh_tui.demo.company import company
from hh_tui.demo.moments import stamp
from hh_tui.demo.payloads.addresses import place_payload
from hh_tui.demo.payloads.names import state_name
from hh_tui.demo.topic import Message

Payload = dict[str, Any]


def message_payload(message: Message, locale: str) -> Payload:
    """Return one message."""
    address = next((address for address in company().addresses if address.id == message.address_id), None)
    return {
        "id": message.id,
        "text": message.text,
        "created_at": stamp(message.at),
        "state": {"id": message.state, "name": state_name(message.state, locale)},
        "author": {"participant_type": message.author},
        "viewed_by_me": message.viewed_by_me,
        "viewed_by_opponent": message.viewed_by_opponent,
        "read": message.viewed_by_opponent if message.author == "employer" else message.viewed_by_me,
        "editable": False,
        "address": place_payload(address) if address else None,
        "assessments": [_assessment(message, locale)] if message.assessment else [],
    }


def _assessment(message: Message, locale: str) -> Payload:
    return {
        "id": f"7{message.id[-8:]}",
        "name": "Логика и внимание" if locale == "RU" else "Logic and attention",
        "actions": [
            {
                "id": "proceed",
                "name": "Пройти" if locale == "RU" else "Take it",
                "enabled": True,
                "alternate_url": f"{SITE}/assessment/{message.id[-8:]}",
            }
        ],
    }
