"""What is known of a candidate and can be copied."""

from dataclasses import dataclass
from enum import StrEnum

from hh_tui.api.models import Negotiation
from hh_tui.inbox.snapshot.dossier import Dossier
from hh_tui.inbox.snapshot.thread import Thread


class Kind(StrEnum):
    """What can be copied."""

    PHONE = "phone"
    EMAIL = "email"
    MESSENGER = "messenger"
    LINK = "link"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Known:
    """One thing to copy."""

    kind: Kind
    value: str


def known(negotiation: Negotiation, dossier: Dossier, thread: Thread | None) -> tuple[Known, ...]:
    """Phones, mails and messengers as far as the resume was read, the link, the candidate's newest letter."""
    found: list[Known] = []
    contacts = dossier.resume.contact if dossier.resume else ()
    for contact in sorted(contacts, key=lambda one: not one.preferred):
        if contact.text and contact.is_phone:
            found.append(Known(Kind.PHONE, contact.text))
        elif contact.text and contact.is_email:
            found.append(Known(Kind.EMAIL, contact.text))
        elif contact.text or contact.link:
            found.append(Known(Kind.MESSENGER, contact.link or contact.text))
    if negotiation.resume and negotiation.resume.alternate_url:
        found.append(Known(Kind.LINK, negotiation.resume.alternate_url))
    letters = (
        [one.text for one in thread.messages if one.text and one.author == "applicant"] if thread else []
    )
    if letters:
        found.append(Known(Kind.LETTER, letters[-1]))
    return tuple(found)
