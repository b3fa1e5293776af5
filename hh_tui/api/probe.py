"""One request without a token: whether the server answers, in how many milliseconds, and its clock."""

import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx
from msgspec import Struct

from hh_tui.api.headers import TIMEOUT, agent, lost
from hh_tui.api.origin import Origin


class ServerProbe(Struct, frozen=True):
    """Any answer is one, whatever its status. `date` is the server's clock, None when it does not tell."""

    status: int
    milliseconds: int
    date: datetime | None


async def probe(origin: Origin, transport: httpx.AsyncBaseTransport, contact: str) -> ServerProbe:
    """Ask for something small that needs no token. Raises NetworkError."""
    request = httpx.Request(
        "GET",
        origin.resolve("/locales"),
        headers=agent(contact),
        extensions={"timeout": TIMEOUT.as_dict()},
    )
    began = time.monotonic()
    try:
        response = await transport.handle_async_request(request)
        await response.aread()
    except httpx.RequestError as error:
        raise lost(error, origin.host) from error
    try:
        date = parsedate_to_datetime(response.headers.get("date", ""))
    except (ValueError, TypeError):
        date = None
    if date is not None and date.tzinfo is None:
        date = date.replace(tzinfo=UTC)
    return ServerProbe(response.status_code, round((time.monotonic() - began) * 1000), date)
