"""One connection to the API: requests out, decoded answers or typed errors in."""

import re
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from typing import Any, Final

import httpx

from hh_tui.api.auth import StoredToken, TokenAuth
from hh_tui.api.error_response import is_page, refusal
from hh_tui.api.expected_answer import ExpectedAnswer
from hh_tui.api.file_body import FileBody
from hh_tui.api.headers import PIECEWISE, TIMEOUT, UPLOAD, agent, lost
from hh_tui.api.origin import Origin
from hh_tui.api.silence import Silence
from hh_tui.errors import BadArgument, HHError, Refused, Unreachable, UnreadableAnswer
from hh_tui.settings.api_url import HOME_SITE

Pairs = Sequence[tuple[str, str]]
Params = Mapping[str, str | int | Sequence[str]]
"""A query: a name with several values is sent once for each of them."""


_LOGIN: Final = "file_login"
"""Our own name for a file that hh.ru gives only to who is logged in there."""

_METHOD: Final = re.compile("[A-Za-z]{3,10}")


class Connection:
    """Sends requests to one origin with one token, a ready or a stored one.

    `contact` goes into HH-User-Agent, which hh.ru demands in the form `name/version (mail)`.
    `language` is the language of the dictionary values in answers.
    `manager_account` is the working account to act as, an id from `HHClient.manager_accounts`; None is the
    primary one. It can be set at any time and counts from the next request on.
    `site` is the one of hh.ru's sites whose pages the links in answers lead to.
    `silence` is what the `transport` knows of a server that does not answer.
    """

    def __init__(
        self,
        origin: Origin,
        token: str | StoredToken,
        *,
        contact: str,
        language: str = "ru",
        site: str = HOME_SITE,
        transport: httpx.AsyncBaseTransport | None = None,
        silence: Silence | None = None,
    ) -> None:
        self.origin = origin
        self.silence = silence or Silence()
        self.manager_account: str | None = None
        self._shown_in = {"locale": language.upper(), **({"host": site} if site != HOME_SITE else {})}
        self._token = token
        self._http = httpx.AsyncClient(
            auth=TokenAuth(token, origin),
            headers=agent(contact),
            timeout=TIMEOUT,
            transport=transport,
        )

    @property
    def unsaved_token(self) -> HHError | None:
        """Why a renewed token is in memory alone; None where it is on the disk."""
        return self._token.unsaved if isinstance(self._token, StoredToken) else None

    async def aclose(self) -> None:
        """Close all connections, after a refresh that is under way."""
        if isinstance(self._token, StoredToken):
            await self._token.aclose()
        await self._http.aclose()

    async def read(self, address: str, params: Params | None = None) -> Any:
        """GET an address of the API and decode its JSON.

        Raises NetworkError, ServerError, Refused, UnreadableAnswer or ForeignOrigin.
        """
        return _decoded(await self._send("GET", address, params=params))

    async def body(
        self, address: str, params: Params | None = None, *, account_id: str | None = None
    ) -> bytes:
        """GET an address of the API: the JSON as it came. `account_id` as for `_request`.

        Raises NetworkError, ServerError, Refused or ForeignOrigin.
        """
        return (await self._send("GET", address, params=params, account_id=account_id)).content

    async def read_changed(self, address: str, tag: str) -> tuple[Any, str] | None:
        """GET what may have been kept under an entity tag: the JSON and its new tag, or None if unchanged.

        An empty `tag` asks for the whole. Raises what `read` does.
        """
        headers = {"If-None-Match": tag} if tag and tag.isascii() else {}
        response = await self._send("GET", address, headers=headers)
        if response.status_code == httpx.codes.NOT_MODIFIED:
            return None
        return _decoded(response), response.headers.get("ETag", "")

    async def write(self, method: str, address: str, form: Pairs, expected: ExpectedAnswer) -> httpx.Headers:
        """Send a form; the body of the answer is of no interest. Returns the answer's headers.

        Never repeated here: on an error with `outcome_unknown` the caller settles it by reading. Any answer
        but the expected one and the API's refusals raises UnreadableAnswer, which is such an error.
        """
        return (await self._send(method, address, expected, data=_fields(form))).headers

    async def exchange(
        self, method: str, address: str, form: Pairs = (), *, expected: ExpectedAnswer, json: Any = None
    ) -> Any:
        """Send a form, or JSON in its place, and decode the JSON that comes back; None for an empty body.

        Never repeated here either, with the errors of `write`.
        """
        body: dict[str, Any] = {"data": _fields(form)} if json is None else {"json": json}
        response = await self._send(method, address, expected, **body)
        return response.json() if response.content.strip() else None

    async def upload(self, address: str, body: FileBody) -> Any:
        """POST a file to an address from an answer and decode the JSON that comes back.

        Never repeated here. Raises ForeignOrigin for a host that takes no files of hh.ru, Refused with
        `upload_unauthorized` where the server of files answers with a page that it lets nobody in, and the
        errors of `write`.
        """
        url = self.origin.resolve_files(address)
        request = self._http.build_request("POST", url, headers=body.headers, content=body)
        request.extensions = {**request.extensions, UPLOAD: True}
        with self._named_errors(url.host):
            response = await self._http.send(request)
        if response.is_success:
            return _decoded(response)
        if response.status_code == httpx.codes.FORBIDDEN and is_page(response):
            raise Refused(response.status_code, "upload", "upload_unauthorized")
        raise refusal(response)

    @asynccontextmanager
    async def open(self, address: str) -> AsyncIterator[httpx.Response]:
        """GET a file: an answer whose body is still to come. Raises what `read` does, also while it comes."""
        request = self._request("GET", address, headers={"Accept": "*/*"})
        async with self._opened(request) as response:
            yield response

    @asynccontextmanager
    async def open_file(self, address: str) -> AsyncIterator[httpx.Response]:
        """GET a file of a chat: from the API, or without the token from another host of hh.ru.

        Raises Refused with `file_login` where a page of a login comes in its place, ForeignOrigin for any
        other host, and what `open` does.
        """
        url = self.origin.resolve_files(address)
        if self.origin.owns(url):
            async with self.open(address) as response:
                yield response
            return
        request = self._http.build_request("GET", url, headers={"Accept": "*/*"})
        del request.headers["HH-User-Agent"]
        async with self._opened(request, signed=False) as response:
            if "html" in response.headers.get("Content-Type", ""):
                raise Refused(response.status_code, "file", _LOGIN)
            yield response

    @asynccontextmanager
    async def _opened(self, request: httpx.Request, *, signed: bool = True) -> AsyncIterator[httpx.Response]:
        request.extensions = {**request.extensions, PIECEWISE: True}
        auth = httpx.USE_CLIENT_DEFAULT if signed else None
        with self._named_errors(request.url.host):
            response = await self._http.send(request, stream=True, auth=auth)
            try:
                if not signed and response.is_redirect:
                    raise Refused(response.status_code, "file", _LOGIN)
                if not response.is_success:
                    await response.aread()
                    raise refusal(response)
                yield response
            finally:
                await response.aclose()

    def _request(
        self,
        method: str,
        address: str,
        *,
        params: Params | None = None,
        account_id: str | None = None,
        **content: Any,
    ) -> httpx.Request:
        """A request as the working account in use, or as `account_id`; an empty one is the primary account.

        Raises BadArgument for what makes no request: no method, a query too long, half a character.
        """
        here = self.origin.resolve(address)
        if not _METHOD.fullmatch(method):
            raise BadArgument(400, "bad_argument", "method")
        try:
            url = here.copy_merge_params({**(params or {}), **self._shown_in})
            request = self._http.build_request(method, url, **content)
        except (httpx.InvalidURL, UnicodeError) as error:
            raise BadArgument(400, "bad_argument") from error
        if acting := self.manager_account if account_id is None else account_id:
            request.headers["X-Manager-Account-Id"] = acting
        return request

    async def _send(
        self, method: str, address: str, expected: ExpectedAnswer | None = None, **content: Any
    ) -> httpx.Response:
        """Without an `expected` answer, as for reads, every success will do."""
        request = self._request(method, address, **content)
        with self._named_errors(self.origin.host):
            response = await self._http.send(request)
        # It has been read; an answer and its stream that hold each other would keep a page for long.
        response.stream = httpx.ByteStream(b"")
        asked_for_news = "If-None-Match" in request.headers
        if expected is not None:
            if expected.matches(response):
                return response
        elif response.is_success or (asked_for_news and response.status_code == httpx.codes.NOT_MODIFIED):
            return response
        raise refusal(response)

    @contextmanager
    def _named_errors(self, host: str) -> Iterator[None]:
        """Errors of the way there and back, by the names of ours; what finds it closed has not left."""
        if self._http.is_closed:
            raise Unreachable(host=host)
        try:
            yield
        except httpx.RequestError as error:
            raise lost(error, host) from error


def _fields(form: Pairs) -> dict[str, list[str]]:
    """A form with the values of each field together, as httpx takes it."""
    fields: dict[str, list[str]] = {}
    for name, value in form:
        fields.setdefault(name, []).append(value)
    return fields


def _decoded(response: httpx.Response) -> Any:
    try:
        return response.json()
    except (ValueError, RecursionError) as error:
        raise UnreadableAnswer(status=response.status_code) from error
