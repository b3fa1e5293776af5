"""One connection to the API: requests out, decoded answers or typed errors in."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import httpx

from hh_tui import __version__
from hh_tui.api.auth import TokenAuth
from hh_tui.api.origin import Origin
from hh_tui.api.refusal import refusal
from hh_tui.errors import AnswerLost, Unreachable, UnreadableAnswer

Pairs = Sequence[tuple[str, str]]

TIMEOUT: Final = httpx.Timeout(20.0, connect=8.0)
"""Seconds: for an answer, and for the connection to stand."""


class Connection:
    """Sends requests to one origin with one token.

    `contact` goes into HH-User-Agent, which hh.ru demands in the form `name/version (mail)`.
    `language` is the language of the dictionary values in answers.
    """

    def __init__(
        self,
        origin: Origin,
        token: str,
        *,
        contact: str,
        language: str = "ru",
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self.origin = origin
        self._locale = language.upper()
        self._http = httpx.AsyncClient(
            auth=TokenAuth(token, origin),
            headers={"HH-User-Agent": f"hh-tui/{__version__} ({contact})", "Accept": "application/json"},
            timeout=TIMEOUT,
            transport=transport,
        )

    async def aclose(self) -> None:
        """Close all connections."""
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
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError) as error:
            raise Unreachable(host=self.origin.host) from error
        except httpx.TransportError as error:
            raise AnswerLost(host=self.origin.host) from error
        except httpx.RequestError as error:
            raise UnreadableAnswer(status=0) from error
        if not response.is_success:
            raise refusal(response)
        return response
