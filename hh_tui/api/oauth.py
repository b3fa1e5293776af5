"""The token endpoint: a code or a refresh token in, a pair of tokens out."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Final

import httpx
import msgspec
from msgspec import Meta, MsgspecError, Struct

from hh_tui.api.error_response import grant_refusal
from hh_tui.api.expected_answer import OK
from hh_tui.api.headers import TIMEOUT, agent, lost
from hh_tui.api.origin import Origin
from hh_tui.errors import UnreadableAnswer
from hh_tui.system.secret import Secret
from hh_tui.tokens.pair import TokenPair

_TOKEN: Final = re.compile(r"[\x21-\x7e]{1,4096}")
"""What fits into a header."""


class Application(Struct, frozen=True, kw_only=True):
    """A person's own application, as registered at dev.hh.ru. Its repr hides the secret."""

    client_id: str
    client_secret: Secret
    redirect_uri: str


class _Given(Struct, frozen=True):
    """The answer: seconds of life, and two tokens that fit into a header. Its repr hides both."""

    access_token: Secret
    refresh_token: Secret
    expires_in: Annotated[int, Meta(gt=0, le=10**9)]


def _token(kind: type[Secret], value: Any) -> Secret:
    if isinstance(value, str) and _TOKEN.fullmatch(value):
        return kind(value)
    raise ValueError("no token")


class TokenEndpoint:
    """`POST /token` of one origin, and of no other.

    Both methods raise NotAuthorized by its subclasses, NetworkError, ServerError or UnreadableAnswer.
    """

    def __init__(
        self,
        origin: Origin,
        *,
        contact: str,
        transport: httpx.AsyncBaseTransport | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.origin = origin
        self._contact = contact
        self._transport = transport
        self._clock = clock

    async def exchange(self, application: Application, code: str, verifier: str) -> TokenPair:
        """The tokens for the code that a browser brought."""
        return await self._ask(
            {
                "grant_type": "authorization_code",
                "client_id": application.client_id,
                "client_secret": application.client_secret.reveal(),
                "redirect_uri": application.redirect_uri,
                "code": code,
                "code_verifier": verifier,
            }
        )

    async def refresh(self, pair: TokenPair) -> TokenPair:
        """The next pair; the one given is spent afterwards. Only after expiry, says hh.ru."""
        return await self._ask({"grant_type": "refresh_token", "refresh_token": pair.refresh.reveal()})

    async def _ask(self, form: dict[str, str]) -> TokenPair:
        request = httpx.Request(
            "POST",
            self.origin.resolve("/token"),
            data=form,
            headers=agent(self._contact),
            extensions={"timeout": TIMEOUT.as_dict()},
        )
        try:
            response = await self._sent(request)
        except httpx.RequestError as error:
            raise lost(error, self.origin.host) from error
        if not OK.matches(response):
            raise grant_refusal(response)
        try:
            given = msgspec.json.decode(response.content, type=_Given, strict=False, dec_hook=_token)
        except (MsgspecError, UnicodeError, RecursionError):
            # The cause would hold the answer's text, and with it a token.
            raise UnreadableAnswer(status=response.status_code) from None
        now = self._clock()
        return TokenPair(
            access=given.access_token,
            refresh=given.refresh_token,
            origin=str(self.origin.base),
            obtained_at=now,
            expires_at=now + timedelta(seconds=given.expires_in),
        )

    async def _sent(self, request: httpx.Request) -> httpx.Response:
        if self._transport is None:
            async with httpx.AsyncClient(timeout=TIMEOUT) as client:
                return await client.send(request)
        response = await self._transport.handle_async_request(request)
        response.request = request
        await response.aread()
        return response
