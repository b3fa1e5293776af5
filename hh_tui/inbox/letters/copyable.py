"""What is known of a candidate and can be copied."""

from enum import StrEnum

from msgspec import Struct

from hh_tui.api.models import Negotiation
from hh_tui.inbox.snapshot.dossier import Dossier
from hh_tui.inbox.snapshot.thread import Thread


class CopyableKind(StrEnum):
    """What can be copied."""

    PHONE = "phone"
    EMAIL = "email"
    MESSENGER = "messenger"
    LINK = "link"
    TRANSCRIPT = "transcript"
    LETTER = "letter"


class Copyable(Struct, frozen=True):
    """One thing to copy."""

    kind: CopyableKind
    value: str


def copyable(negotiation: Negotiation, dossier: Dossier, thread: Thread | None) -> tuple[Copyable, ...]:
    """Phones, mails and messengers as far as the resume was read, links, the candidate's newest letter."""
    found: list[Copyable] = []
    contacts = dossier.resume.contact if dossier.resume else ()
    for contact in sorted(contacts, key=lambda one: not one.preferred):
        if contact.text and contact.is_phone:
            found.append(Copyable(CopyableKind.PHONE, contact.text))
        elif contact.text and contact.is_email:
            found.append(Copyable(CopyableKind.EMAIL, contact.text))
        elif contact.text or contact.link:
            found.append(Copyable(CopyableKind.MESSENGER, contact.link or contact.text))
    if negotiation.resume and negotiation.resume.alternate_url:
        found.append(Copyable(CopyableKind.LINK, negotiation.resume.alternate_url))
    transcripts = dossier.calls.transcripts.values() if dossier.calls else ()
    found += [
        Copyable(CopyableKind.TRANSCRIPT, one.transcript_url) for one in transcripts if one.transcript_url
    ]
    letters = (
        [one.text for one in thread.messages if one.text and one.author == "applicant"] if thread else []
    )
    if letters:
        found.append(Copyable(CopyableKind.LETTER, letters[-1]))
    return tuple(found)
