"""A candidate snoozed until a moment, or until they write. It is kept here and not on hh.ru."""

import json
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final

from msgspec import Struct

from hh_tui.api.models import Negotiation
from hh_tui.api.models.reading import as_builtins, parsed
from hh_tui.inbox.snapshot.query import Query
from hh_tui.system.structs import replace


class SnoozeKind(StrEnum):
    """What they are snoozed for. Marks are kept under these words."""

    SNOOZED = "snoozed"
    UNTIL_REPLY = "until-reply"


class ReturnReason(StrEnum):
    """Why they are back."""

    TIME = "time"
    WROTE = "wrote"
    SILENT = "silent"
    """The moment came by which they were to write."""


SNOOZED: Final = Query("", "snoozed", "hh-tui:snoozed")
UNTIL_REPLY: Final = Query("", "until-reply", "hh-tui:until-reply")
"""The places of the snoozed candidates, as lists; they have no address on the server."""

PLACES: Final = {SnoozeKind.SNOOZED: SNOOZED, SnoozeKind.UNTIL_REPLY: UNTIL_REPLY}


class SnoozedItem(Struct, frozen=True):
    """Who was snoozed `at` a moment as they were read last (`read_at`), and `source`, the list they stand in.

    `messages` and `unread` are how many there were; None where that is to be learned anew, for a letter of
    ours has changed it. With `back` they are in their list again, with a sign. All times are in UTC.
    """

    kind: SnoozeKind
    negotiation: Negotiation
    source: Query
    at: datetime
    read_at: datetime
    until: datetime | None = None
    messages: int | None = None
    unread: int = 0
    returned: ReturnReason | None = None

    @property
    def due(self) -> ReturnReason:
        """Why they are back once their moment has come."""
        return ReturnReason.SILENT if self.kind is SnoozeKind.UNTIL_REPLY else ReturnReason.TIME

    @property
    def id(self) -> str:
        """The negotiation's id."""
        return self.negotiation.id

    def after_read(self, now: Negotiation, at: datetime) -> "SnoozedItem":
        """After they were read again: they are back when they have written since."""
        counters = now.counters
        wrote = counters is not None and (
            counters.unread_messages > self.unread
            or (self.messages is not None and counters.messages > self.messages)
        )
        return replace(
            self,
            negotiation=now,
            read_at=at,
            messages=self.messages if counters is None else counters.messages,
            unread=self.unread if counters is None else counters.unread_messages,
            returned=self.returned or (ReturnReason.WROTE if wrote else None),
        )


def snooze(
    kind: SnoozeKind,
    negotiation: Negotiation,
    source: Query,
    at: datetime,
    *,
    until: datetime | None = None,
    read_at: datetime | None = None,
    known: bool = True,
) -> SnoozedItem:
    """Snooze a candidate who stands in the list `source`; `known`: their row counts all messages."""
    counters = negotiation.counters
    return SnoozedItem(
        kind,
        negotiation,
        Query(source.vacancy_id, source.collection_id, source.url),
        at,
        read_at or datetime.min.replace(tzinfo=UTC),
        until,
        counters.messages if counters and known else None,
        counters.unread_messages if counters else 0,
    )


def to_text(one: SnoozedItem) -> str:
    """As JSON, in ASCII."""
    return json.dumps(
        {
            "negotiation": as_builtins(one.negotiation),
            "home": [one.source.vacancy_id, one.source.collection_id, one.source.url],
            "at": one.at.isoformat(),
            "read_at": one.read_at.isoformat(),
            "until": one.until.isoformat() if one.until else None,
            "messages": one.messages,
            "unread": one.unread,
            "back": one.returned,
        },
        separators=(",", ":"),
    )


def from_text(kind: SnoozeKind, text: str) -> SnoozedItem | None:
    """What `to_text` wrote; None for what it can't have written."""
    try:
        found: dict[str, Any] = json.loads(text)
        vacancy_id, collection_id, url = (str(part) for part in found["home"])
        return SnoozedItem(
            kind,
            parsed(Negotiation, found["negotiation"]),
            Query(vacancy_id, collection_id, url),
            _moment(found["at"]),
            _moment(found["read_at"]),
            _moment(found["until"]) if found.get("until") else None,
            None if found.get("messages") is None else int(found["messages"]),
            int(found.get("unread") or 0),
            ReturnReason(found["back"]) if found.get("back") else None,
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _moment(text: str) -> datetime:
    """Raises ValueError for one without a zone, too."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment.astimezone(UTC)
