"""Calls with candidates: the link that begins one, those that were made, what was said in them.

Operations /calls/link, /calls/history and /calls/transcripts/search, described in 2026 alone.
"""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from hh_tui.api.models.base import Flag, Id, Line, Listed, ListModel, Maybe, Model, Number, Time, Url

EMPLOYER = "EMPLOYER"
"""The role of our side in a call."""


class CallLink(Model, frozen=True):
    """The address that begins a call with one candidate, and until when it does."""

    link: Url
    link_id: Maybe[Id] = None
    qr_code: Maybe[Url] = None
    expires_at: Maybe[Time] = None


class Caller(Model, frozen=True):
    """One side of a call; `role` is APPLICANT or EMPLOYER."""

    role: Maybe[Line] = None
    client: Maybe[Line] = None
    first_name: Maybe[Line] = None
    last_name: Maybe[Line] = None

    @property
    def name(self) -> str:
        """The name, as far as told."""
        return " ".join(part for part in (self.last_name, self.first_name) if part)


class CallContext(Model, frozen=True):
    """What a call was about."""

    voicemail_detected: Flag = False
    topic_id: Maybe[Id] = None
    resume_id: Maybe[Id] = None
    vacancy_id: Maybe[Id] = None


class Call(Model, frozen=True):
    """One call; `duration_seconds` counts the talk."""

    id: Id
    start_date_time: Maybe[Time] = None
    successful: Flag = False
    duration_seconds: Maybe[Number] = None
    caller_info: Maybe[Caller] = None
    recipient_info: Maybe[Caller] = None
    context: Maybe[CallContext] = None

    @property
    def is_ours(self) -> bool:
        """Whether our side called."""
        return self.caller_info is not None and self.caller_info.role == EMPLOYER

    @property
    def colleague(self) -> str:
        """Who talked on our side, as far as told."""
        ours = (one for one in (self.caller_info, self.recipient_info) if one and one.role == EMPLOYER)
        return next((one.name for one in ours), "")


class CallHistory(ListModel, frozen=True):
    """A page of the calls, the latest first; the cursors lead to the pages before and after it."""

    calls: Listed[Call] = ()
    total: Maybe[int] = None
    next_cursor: Maybe[Line] = None


class Transcript(Model, frozen=True):
    """The text of a call: whether it is there, and where for a while."""

    status: Line = ""
    transcript_url: Maybe[Url] = None
    expires_at: Maybe[Time] = None


class Transcripts(Model, frozen=True):
    """Texts of calls by id. They come under `transcripts` or at once: both are told of."""

    transcripts: dict[str, Maybe[Transcript]] = field(default_factory=dict)

    @classmethod
    def prepared(cls, told: dict[str, Any]) -> dict[str, Any]:
        """Under their name, wherever they came."""
        return told if "transcripts" in told else {"transcripts": told}


class CallLog(Struct, frozen=True):
    """The calls with one candidate, the latest first, and their transcripts by the id of the call."""

    calls: tuple[Call, ...] = ()
    transcripts: Mapping[str, Transcript] = field(default_factory=dict)
