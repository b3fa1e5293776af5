"""A stand-in whose answers are changed on their way: answers of shapes that it does not give by itself."""

import json
from collections.abc import Callable
from typing import Any

import httpx

from hh_tui.demo import StandIn

Change = Callable[[httpx.Request, Any], Any]
"""Gets a request and the decoded answer to it; returns what is answered in its place."""


def reshaped(server: StandIn, change: Change) -> httpx.MockTransport:
    """A transport to the stand-in; answers of 200 with JSON go through `change`."""

    async def handle(request: httpx.Request) -> httpx.Response:
        answer = server.handle(request)
        if request.method != "GET" or answer.status_code != 200 or not answer.content:
            return answer
        payload = change(request, json.loads(answer.content))
        return payload if isinstance(payload, httpx.Response) else httpx.Response(200, json=payload)

    return httpx.MockTransport(handle)
