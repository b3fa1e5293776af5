"""Calls with candidates."""

from datetime import timedelta
from typing import Final

from hh_tui.api.expected_answer import OK
from hh_tui.api.models import Negotiation, PartialTuple
from hh_tui.api.models.call import Call, CallHistory, CallLink, CallLog, Transcript, Transcripts
from hh_tui.api.resource import Param, Resource, as_model
from hh_tui.errors import NotAuthorized, RateLimited, Refused

STRETCHES: Final = 10
"""Pages of the calls of a vacancy that are read at most."""

BEFORE: Final = timedelta(days=1)
"""A call may be what a response began with."""


class CallResource(Resource):
    """Operations on calls. None of them calls anybody."""

    async def link(self, resume_id: str, vacancy_id: str | None) -> CallLink:
        """A link that begins a call with a candidate, about a vacancy where one is told (/calls/link)."""
        return await self._get(CallLink, "/calls/link", resume_id=resume_id, vacancy_id=vacancy_id)

    async def log(self, negotiation: Negotiation, vacancy_id: str | None) -> CallLog:
        """The calls with one candidate (/calls/history) and what is known of their texts.

        The history can be narrowed down to a vacancy and by time, not to a candidate: those of others are
        left out here. Transcripts are asked for where anybody talked; a refusal of them takes no call away.
        """
        resume_id = negotiation.resume.id if negotiation.resume else None
        params: dict[str, Param] = {"vacancy_id": (vacancy_id,) if vacancy_id else None}
        if negotiation.created_at is not None:
            params["date_from"] = (negotiation.created_at - BEFORE).strftime("%Y-%m-%dT%H:%M:%S%z")
        found: list[Call] = []
        broken, cursor = 0, None
        for _ in range(STRETCHES):
            page = await self._get(CallHistory, "/calls/history", **params, next_cursor=cursor)
            found += [one for one in page.calls if _is_with(one, negotiation.id, resume_id)]
            broken += page.unreadable
            if not page.next_cursor or page.next_cursor == cursor:
                break
            cursor = page.next_cursor
        talked = [one.id for one in found if one.successful]
        return CallLog(PartialTuple.of(found, broken), await self._transcripts(talked))

    async def _transcripts(self, call_ids: list[str]) -> dict[str, Transcript]:
        """The texts of calls by id (/calls/transcripts/search), as far as they are given."""
        if not call_ids:
            return {}
        body = {"call_ids": call_ids}
        try:
            answer = await self._connection.exchange(
                "POST", "/calls/transcripts/search", expected=OK, json=body
            )
        except (NotAuthorized, RateLimited):
            raise
        except Refused:
            return {}
        told = as_model(Transcripts, answer).transcripts
        return {call_id: one for call_id, one in told.items() if one is not None}


def _is_with(call: Call, negotiation_id: str, resume_id: str | None) -> bool:
    """Whether a call was with this candidate: by the negotiation where it is told, else by the resume."""
    about = call.context
    if about is None:
        return False
    if about.topic_id is not None:
        return about.topic_id == negotiation_id
    return resume_id is not None and about.resume_id == resume_id
