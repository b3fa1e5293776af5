"""One connection to the API: requests out, decoded answers or typed errors in."""

from collections.abc import Mapping, Sequence
from typing import Any

import httpx

from hh_tui.api.auth import StoredToken, TokenAuth
from hh_tui.api.manners import TIMEOUT, agent, lost
from hh_tui.api.origin import Origin
from hh_tui.api.refusal import refusal
from hh_tui.errors import UnreadableAnswer

Pairs = Sequence[tuple[str, str]]


class Connection:
    """Sends requests to one origin with one token, a ready or a stored one.

    `contact` goes into HH-User-Agent, which hh.ru demands in the form `name/version (mail)`.
    `language` is the language of the dictionary values in answers.
    """

    def __init__(
        self,
        origin: Origin,
        token: str | StoredToken,
        *,
        contact: str,
        language: str = "ru",
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self.origin = origin
        self._locale = language.upper()
        self._token = token
        self._http = httpx.AsyncClient(
            auth=TokenAuth(token, origin),
            headers=agent(contact),
            timeout=TIMEOUT,
            transport=transport,
        )

    async def aclose(self) -> None:
        """Close all connections, after a refresh that is under way."""
        if isinstance(self._token, StoredToken):
            await self._token.aclose()
        await self._http.aclose()

    async def read(self, address: str, params: Mapping[str, str | int] | None = None) -> Any:
        """GET an address of the API and decode its JSON.

        Raises NetworkError, ServerError, Refused, UnreadableAnswer or ForeignOrigin.
        """
        response = await self._send("GET", address, params=params)
        try:
            return response.json()
        except (ValueError, RecursionError) as error:
            raise UnreadableAnswer(status=response.status_code) from error

    async def write(self, method: str, address: str, form: Pairs) -> httpx.Headers:
        """Send a form; the body of the answer is of no interest. Returns the answer's headers.

        Never repeated here: on an error with `outcome_unknown` the caller settles it by reading.
        """
        body: dict[str, list[str]] = {}
        for name, value in form:
            body.setdefault(name, []).append(value)
        response = await self._send(method, address, data=body)
        return response.headers

    async def _send(
        self,
        method: str,
        address: str,
        *,
        params: Mapping[str, str | int] | None = None,
        data: Mapping[str, list[str]] | None = None,
    ) -> httpx.Response:
        url = self.origin.resolve(address).copy_merge_params({**(params or {}), "locale": self._locale})
        try:
            response = await self._http.request(method, url, data=data)
        except httpx.RequestError as error:
            raise lost(error, self.origin.host) from error
        if not response.is_success:
            raise refusal(response)
        return response
