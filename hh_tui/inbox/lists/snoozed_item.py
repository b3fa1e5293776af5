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
    NEWS = "news"
    """Messages came that are unread no more: hh.ru counts them and does not tell whose they are."""

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
        """After they were read again: they are back when they have written since, or may have."""
        counters = now.counters
        return replace(
            self,
            negotiation=now,
            read_at=at,
            messages=self.messages if counters is None else counters.messages,
            unread=self.unread if counters is None else counters.unread_messages,
            returned=self._after_counting(now),
        )

    def _after_counting(self, now: Negotiation) -> ReturnReason | None:
        """Only what they write is unread here. Of other messages that came, the last one is our own side's
        while they have not looked since: whoever wrote it has. One before it may be their answer, read and
        answered by a colleague or on the site; where they have looked, so may the last one.
        """
        counters = now.counters
        if counters is None or self.returned not in {None, ReturnReason.NEWS}:
            return self.returned
        if counters.unread_messages > self.unread:
            return ReturnReason.WROTE
        ours = 0 if now.viewed_by_opponent else 1
        news = self.messages is not None and counters.messages - ours > self.messages
        return ReturnReason.NEWS if news else self.returned


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
