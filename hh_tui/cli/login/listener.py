"""The browser's way back: one page on the loopback port of the redirect address."""

import asyncio
import html
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Final

import httpx

from hh_tui.errors import LoginError, LoginTimeout, NotRedirect, PortTaken, WrongState
from hh_tui.settings.api_url import is_loopback

TIMEOUT: Final = 300.0
"""Seconds for a person to log in at hh.ru, second factor and all."""

_SLOW: Final = 10.0
"""Seconds for a browser to say what it wants."""

_HEADERS: Final = (
    "Content-Type: text/html; charset=utf-8",
    "Referrer-Policy: no-referrer",
    "Cache-Control: no-store",
    "Connection: close",
)

_LONGEST: Final = 16_384
"""Bytes of a request line."""


def can_listen(redirect_uri: str) -> bool:
    """Whether the browser's answer can be caught here: plain http to this machine, with a port."""
    try:
        url = httpx.URL(redirect_uri)
    except (httpx.InvalidURL, ValueError):
        return False
    return url.scheme == "http" and is_loopback(url.host) and url.port is not None


class RedirectListener:
    """Waits for the one request that carries hh.ru's answer to this login.

    `code_in` finds the code in an address and raises LoginError where there is none; an address that belongs
    to no login or to another one (NotRedirect, WrongState) is answered with an error and waiting goes on: any
    page in the browser can send a request here. `accepted` and `rejected` are the texts of the two pages.
    """

    def __init__(
        self, redirect_uri: str, code_in: Callable[[str], str], *, accepted: str, rejected: str
    ) -> None:
        self._redirect = httpx.URL(redirect_uri)
        self._code_in = code_in
        self._accepted = accepted
        self._rejected = rejected
        self._code: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._connections: dict[asyncio.Task[None], asyncio.StreamWriter] = {}

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Listen while the context lasts; connections that are still open then are dropped.

        Raises PortTaken.
        """
        url = self._redirect
        try:
            server = await asyncio.start_server(self._connected, url.host, url.port, limit=_LONGEST)
        except OSError as error:
            raise PortTaken(port=url.port or 0) from error
        try:
            yield
        finally:
            server.close()
            await self._drop()

    async def code(self, seconds: float = TIMEOUT) -> str:
        """The code that the browser brought.

        Raises LoginTimeout after `seconds`, LoginRefused when the person did not grant access.
        """
        try:
            async with asyncio.timeout(seconds):
                return await self._code
        except TimeoutError as error:
            raise LoginTimeout(minutes=max(1, round(seconds / 60))) from error

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """A task of our own for each connection: asyncio prints the traceback of one that it cancelled."""
        task = asyncio.create_task(self._answer(reader, writer))
        self._connections[task] = writer
        task.add_done_callback(self._connections.pop)

    async def _drop(self) -> None:
        """End what is open: pages that were answered are closed already."""
        open_now = dict(self._connections)
        for task, writer in open_now.items():
            task.cancel()
            writer.transport.abort()
        await asyncio.gather(*open_now, return_exceptions=True)

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(_SLOW):
                line = (await reader.readline()).decode("latin-1")
                while (await reader.readline()).strip():
                    pass
                status, text = self._heard(line)
                body = html.escape(text).encode()
                head = [f"HTTP/1.1 {status}", *_HEADERS, f"Content-Length: {len(body)}", "", ""]
                writer.write("\r\n".join(head).encode() + body)
                await writer.drain()
        except (TimeoutError, ValueError, OSError):
            writer.transport.abort()
        finally:
            writer.close()

    def _heard(self, line: str) -> tuple[str, str]:
        """Status and text of the page for a request line; a browser also asks for icons."""
        method, _, rest = line.partition(" ")
        target = rest.partition(" ")[0]
        path, _, query = target.partition("?")
        if method != "GET" or path != (self._redirect.path or "/") or not query:
            return "404 Not Found", ""
        try:
            code = self._code_in(str(self._redirect.copy_with(raw_path=target.encode("latin-1"))))
        except (NotRedirect, WrongState, httpx.InvalidURL):
            return "400 Bad Request", self._rejected
        except LoginError as error:
            self._settle(error)
        else:
            self._settle(code)
        return "200 OK", self._accepted

    def _settle(self, outcome: str | LoginError) -> None:
        """The first answer counts."""
        if self._code.done():
            return
        if isinstance(outcome, LoginError):
            self._code.set_exception(outcome)
        else:
            self._code.set_result(outcome)
