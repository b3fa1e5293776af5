"""The JSON that commands of the person's own get. Scripts rely on the names: they stay."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

import msgspec
from msgspec import Struct

from hh_tui.api.models import Negotiation
from hh_tui.inbox.decisions.forms import MESSAGE
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.lists.records import Record
from hh_tui.inbox.snapshot.thread import Thread

VERSION: Final = 1


class Message(Struct, frozen=True, kw_only=True):
    """A message of a thread that was opened here; `at` is in UTC."""

    at: str | None
    author: Literal["candidate", "employer"] | None
    text: str | None


def thread_of(thread: Thread) -> tuple[Message, ...]:
    """The letters of a thread as it was read, the oldest first."""
    return tuple(
        Message(
            at=one.at.isoformat(timespec="seconds") if one.at else None,
            author="employer" if one.is_ours else "candidate" if one.author == "applicant" else None,
            text=one.text,
        )
        for one in thread.messages
        if one.service is None
    )


class Candidate(Struct, frozen=True, kw_only=True):
    """A candidate as `hh-tui ls --json` tells of them: what is hidden or not known is null.

    `thread` is null where it was not opened here: nothing is read for a command.
    """

    id: str
    name: str | None
    age: int | None
    position: str | None
    salary: int | None
    currency: str | None
    experience_months: int | None
    employer: str | None
    area: str | None
    stage_id: str | None
    stage: str | None
    state_id: str | None
    created_at: str | None
    updated_at: str | None
    needs_attention: bool
    unread_messages: int
    messages: int | None
    source: str | None
    messaging_status: str | None
    vacancy_id: str | None
    vacancy: str | None
    collection_id: str | None
    resume_id: str | None
    resume_url: str | None
    labels: str
    thread: tuple[Message, ...] | None = None

    @classmethod
    def of(cls, record: Record, thread: tuple[Message, ...] | None = None) -> "Candidate":
        """From the record of a list."""
        return msgspec.structs.replace(msgspec.convert(dict(record), cls), thread=thread)


class NewResponse(Struct, frozen=True, kw_only=True):
    """Somebody came into the list that is open."""

    hook: Literal["new_response"] = "new_response"
    version: Literal[1] = VERSION
    candidate: Candidate

    @classmethod
    def of(cls, record: Record) -> "NewResponse":
        """From the record of a list."""
        return cls(candidate=Candidate.of(record))


class Addressee(Struct, frozen=True, kw_only=True):
    """Whom a write is to: the id of the negotiation, empty for an invitation that will make one."""

    id: str
    name: str | None
    resume_id: str | None
    stage_id: str | None
    stage: str | None
    write_id: str
    """The id of the write, the same however often it is tried."""


class Write(Struct, frozen=True, kw_only=True):
    """What is about to leave: one write, or as much of a batch as goes in one request.

    `values` are the other arguments of the action by their ids. Moments are in UTC.
    """

    kind: Literal["action", "letter", "invitation"]
    action_id: str | None
    action: str | None
    stage_id: str | None
    """Where the action leads to."""
    stage: str | None
    letter: str | None
    values: dict[str, str]
    vacancy_id: str
    collection_id: str
    decided_at: str
    not_before: str | None
    candidates: tuple[Addressee, ...]


class BeforeSend(Struct, frozen=True, kw_only=True):
    """A write leaves unless the hook ends with another code than 0."""

    hook: Literal["before_send"] = "before_send"
    version: Literal[1] = VERSION
    write: Write


def before_send(operations: Sequence[Operation]) -> BeforeSend:
    """The document about writes of one action, vacancy and form."""
    first = operations[0]
    action, resulting = first.action, first.action.resulting_employer_state if first.action else None
    kind: Literal["action", "letter", "invitation"] = "action" if action else "letter"
    return BeforeSend(
        write=Write(
            kind="invitation" if first.invitation is not None else kind,
            action_id=action.id if action else None,
            action=action.name if action else None,
            stage_id=resulting.id if resulting else None,
            stage=resulting.name if resulting else None,
            letter=first.text,
            values={name: value for name, value in first.form if name != MESSAGE},
            vacancy_id=first.source.vacancy_id,
            collection_id=first.source.collection_id,
            decided_at=first.decided_at.isoformat(timespec="seconds"),
            not_before=first.not_before.isoformat(timespec="seconds") if first.not_before else None,
            candidates=tuple(_addressee(one.negotiation, one.id) for one in operations),
        )
    )


def _addressee(negotiation: Negotiation, write_id: str) -> Addressee:
    resume, state = negotiation.resume, negotiation.employer_state
    return Addressee(
        id=negotiation.id,
        name=(resume.name or None) if resume else None,
        resume_id=resume.id if resume else None,
        stage_id=state.id if state else None,
        stage=state.name if state else None,
        write_id=write_id,
    )


def encoded(document: Struct) -> bytes:
    """UTF-8 on one line, without a line end."""
    return msgspec.json.encode(document)


def schema() -> Mapping[str, Any]:
    """The JSON Schema of every document: of the two hooks, and of a candidate as `!` pipes them."""
    names = (NewResponse, BeforeSend, Candidate)
    documents, definitions = msgspec.json.schema_components(names, ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "hh-tui",
        "oneOf": list(documents),
        "$defs": definitions,
    }
