"""The other typed client of hh.ru, pointed at a stand-in in the same process."""

import httpx
from aiohh.api.client import AiohhAPI
from aiohh.client.session.base import BaseSession, Request, Response

from hh_tui.demo import StandIn


class InProcess(BaseSession):
    """Its transport."""

    def __init__(self, standin: StandIn) -> None:
        super().__init__()
        self._http = httpx.Client(transport=httpx.MockTransport(standin.handle))

    async def send(self, request: Request) -> Response:
        assert request.data is None, "reads send no form"
        answer = self._http.request(
            request.http_method.value,
            request.url,
            headers=request.headers,
            params=httpx.QueryParams(tuple(request.params)),
            json=request.json,
        )
        return Response(answer.status_code, answer.content)

    async def close(self) -> None:
        self._http.close()


def in_process(standin: StandIn, token: str) -> AiohhAPI:
    """The client, logged in with a token."""
    return AiohhAPI(
        user_agent="tests/1.0 (tests@example.com)", access_token=token, session=InProcess(standin)
    )
