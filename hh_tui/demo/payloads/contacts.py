"""Ways to reach a person, as resumes give them since August 2025."""

from random import Random
from typing import Any

from hh_tui.demo.payloads.names import entry
from hh_tui.demo.people import Person
from hh_tui.demo.strangers import is_stranger
from hh_tui.demo.words import chance
from hh_tui.demo.world import World

Payload = dict[str, Any]

_CLOSED = 21  # every so many-th resume shows its contacts only when one is spent
_CLOSED_TO_STRANGERS = 3  # more of them in the base, where nobody has answered us
_COMMENTS = ("Звонить после 18", "Лучше написать в мессенджер", "Только будни")


def closed(world: World, who: Person) -> bool:
    """Return whether the contacts cost something and were not opened yet."""
    every = _CLOSED_TO_STRANGERS if is_stranger(who.key) else _CLOSED
    return (who.key[1] + 5) % every == 0 and who.key not in world.contacts_opened


def contact_payloads(world: World, who: Person, locale: str) -> list[Payload]:
    """Return the contacts, the preferred one first; a hidden value is null."""
    roll = chance(world.seed, "contacts", *who.key)
    dear = closed(world, who)
    phone = _phone(roll)
    shown = not dear and "phones" not in who.hidden
    cell = _contact(
        entry("preferred_contact_type", "cell", locale), "phone", phone["formatted"] if shown else None
    )
    email = _contact(
        entry("preferred_contact_type", "email", locale),
        "mail",
        None if dear or "email" in who.hidden else f"applicant{who.key[0]}.{who.key[1]}@mail.example",
    )
    cell |= {"preferred": True, "verified": True}
    if roll.random() < 0.3:
        cell["comment"] = roll.choice(_COMMENTS)
    if not world.readings.contact_value_only:
        cell["value"] = phone if shown else None
        email["value"] = email["contact_value"]
    contacts = [cell, email]
    if who.key[1] % 5 == 2 and "other_contacts" not in who.hidden:
        contacts.append(_telegram(None if dear else f"applicant_{who.key[0]}_{who.key[1]}"))
    return contacts


def _contact(kind_name: Payload, kind: str, value: str | None) -> Payload:
    return {
        "type": kind_name,
        "kind": kind,
        "contact_value": value,
        "preferred": False,
        "comment": None,
        "need_verification": False,
        "verified": False,
        "links": None,
    }


def _telegram(name: str | None) -> Payload:
    """Return a messenger: it has links, and never had the older ``value``."""
    web = f"https://t.me/{name}"
    app = f"tg://resolve?domain={name}"
    return _contact({"id": "telegram", "name": "Telegram"}, "further", f"@{name}" if name else None) | {
        "links": {"web": web, "android": app, "ios": app} if name else None
    }


def _phone(roll: Random) -> dict[str, str]:
    city, number = str(roll.randrange(900, 1000)), f"{roll.randrange(10_000_000):07d}"
    formatted = f"+7 ({city}) {number[:3]}-{number[3:5]}-{number[5:]}"
    return {"country": "7", "city": city, "number": number, "formatted": formatted}
