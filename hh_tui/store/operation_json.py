"""Operations and errors as JSON, and back exactly as they were.

Only ASCII is written, so that whatever was typed comes back. A row of an older version lacks what was added
since: everything but who, what and when has a value to fall back on. What a reader raises for what it can't
read is named by `UNREADABLE`; WrongShape is a ValueError.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final
from zlib import crc32

from msgspec import MsgspecError
from msgspec.structs import asdict

from hh_tui.api.models import Action, Negotiation
from hh_tui.api.models.reading import as_builtins, parsed
from hh_tui.errors import BadArgument, CaptchaRequired, HHError, Refused
from hh_tui.inbox.decisions.forms import Values
from hh_tui.inbox.decisions.invitation import Invitation
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.snapshot.known_thread import KnownThread
from hh_tui.inbox.snapshot.query import Query

UNREADABLE: Final = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
    MsgspecError,
)
"""What reading JSON that is not ours can end in."""

SUM: Final = "sum"
"""The checksum of a write, over the rest of its JSON: a letter goes as it was decided, or not at all."""


_KEYS: Final = {
    *("id", "source", "negotiation", "action", "form", "decided_at", "known_messages", "seen_at", "account"),
    *("batch", "not_before", "invitation"),
}
"""What the JSON of a write that has no checksum consists of."""


class Altered(ValueError):
    """A write that can be read and is not what was written. `operation` is as it reads now."""

    def __init__(self, operation: Operation) -> None:
        super().__init__(operation.id)
        self.operation = operation


def as_json(value: Any) -> str:
    """Compact and ASCII."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"), allow_nan=False)


def operation_as_json(operation: Operation) -> str:
    """A write, with the row and the action it was decided on."""
    source = operation.source
    return sealed(
        {
            "id": operation.id,
            "source": [source.vacancy_id, source.collection_id, source.url],
            "negotiation": as_builtins(operation.negotiation),
            "action": None if operation.action is None else as_builtins(operation.action),
            "form": operation.form,
            "decided_at": operation.decided_at.isoformat(),
            "known_messages": sorted(operation.known.ids),
            "seen_at": _written(operation.seen_at),
            "account": operation.account,
            "batch": operation.batch,
            "not_before": _written(operation.not_before),
            "invitation": None if operation.invitation is None else asdict(operation.invitation),
            "sent_before": _written(operation.sent_before),
            "known_way": operation.known.way,
            "known_equals": [at.isoformat() for at in operation.known.equals],
            "sprint": operation.sprint,
            "wording": operation.wording,
        }
    )


def sealed(written: Mapping[str, Any]) -> str:
    """A write as JSON, with its checksum."""
    return as_json({**written, SUM: crc32(as_json(written).encode())})


def operation_from_json(text: str) -> Operation:
    """The write; raises one of UNREADABLE, Altered among them. One without a checksum is taken as it is."""
    found = json.loads(text)
    total = found.pop(SUM, None)
    operation = _operation(found)
    if crc32(as_json(found).encode()) != total and (total is not None or found.keys() - _KEYS):
        raise Altered(operation)
    return operation


def _operation(found: dict[str, Any]) -> Operation:
    vacancy_id, collection_id, url = found["source"]
    action = found.get("action")
    return Operation(
        id=found["id"],
        source=Query(vacancy_id, collection_id, url),
        negotiation=parsed(Negotiation, found["negotiation"]),
        action=None if action is None else parsed(Action, action),
        form=tuple((name, value) for name, value in found["form"]),
        decided_at=datetime.fromisoformat(found["decided_at"]),
        known=_known(found),
        seen_at=_moment(found.get("seen_at")),
        account=found.get("account") or "",
        batch=found.get("batch") or "",
        not_before=_moment(found.get("not_before")),
        invitation=None if found.get("invitation") is None else Invitation(**found["invitation"]),
        sent_before=_moment(found.get("sent_before")),
        sprint=found.get("sprint") or "",
        wording=found.get("wording") or "",
    )


def _known(found: dict[str, Any]) -> KnownThread:
    """A write without a way has the ids of negotiation messages."""
    return KnownThread(
        found.get("known_way") or "negotiations",
        frozenset(found.get("known_messages") or ()),
        tuple(datetime.fromisoformat(at) for at in found.get("known_equals") or ()),
    )


def error_as_json(error: HHError, fresh: Negotiation | None = None) -> str:
    """An error by the name of its class, with everything a person is told of it.

    `fresh` is the negotiation as it was found, where that is what the error is about.
    """
    written: dict[str, Any] = {"kind": type(error).__name__, "values": error.values}
    if isinstance(error, Refused):
        written["refused"] = [error.status, error.type, error.value, error.request_id]
    if isinstance(error, CaptchaRequired):
        written["captcha_url"] = error.captcha_url
    elif isinstance(error, BadArgument):
        written["reason"] = error.reason
    if fresh is not None:
        written["fresh"] = as_builtins(fresh)
    return as_json(written)


def error_from_json(text: str) -> HHError:
    """The error; a plain HHError where its class is not known here. Raises one of UNREADABLE."""
    found = json.loads(text)
    kind = next((one for one in _tree(HHError) if one.__name__ == found["kind"]), HHError)
    if not issubclass(kind, Refused):
        return kind(**found.get("values", {}))
    status, type_, value, request_id = found["refused"]
    error = kind(status, type_, value, request_id)
    if isinstance(error, CaptchaRequired):
        error.captcha_url = found.get("captcha_url", "")
    elif isinstance(error, BadArgument):
        error.reason = found.get("reason", "")
    return error


def fresh_from_json(text: str) -> Negotiation | None:
    """The negotiation that was found, from the JSON of an error; raises one of UNREADABLE."""
    fresh = json.loads(text).get("fresh")
    return None if fresh is None else parsed(Negotiation, fresh)


def values_from_json(text: str) -> Values:
    """What was typed into a form; raises one of UNREADABLE."""
    found = json.loads(text)
    return {str(name): value for name, value in found.items() if isinstance(value, str | bool)}


def _tree(kind: type[HHError]) -> Iterator[type[HHError]]:
    yield kind
    for sub in kind.__subclasses__():
        yield from _tree(sub)


def _written(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _moment(written: str | None) -> datetime | None:
    return None if written is None else datetime.fromisoformat(written)
