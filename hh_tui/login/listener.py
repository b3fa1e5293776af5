"""The browser's way back: one page on the loopback port of the redirect address."""

import asyncio
import html
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import httpx

from hh_tui.api.home import is_loopback
from hh_tui.errors import LoginTimeout, PortTaken

PATIENCE: Final = 300.0
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


class Listener:
    """Waits for the one request that carries hh.ru's answer; `said` is the page that the person sees then."""

    def __init__(self, redirect_uri: str, said: str) -> None:
        self._redirect = httpx.URL(redirect_uri)
        self._said = said
        self._address: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Listen while the context lasts. Raises PortTaken."""
        url = self._redirect
        try:
            server = await asyncio.start_server(self._answer, url.host, url.port, limit=_LONGEST)
        except OSError as error:
            raise PortTaken(port=url.port or 0) from error
        try:
            yield
        finally:
            server.close()

    async def address(self, patience: float = PATIENCE) -> str:
        """The whole address that the browser was led to. Raises LoginTimeout after `patience` seconds."""
        try:
            async with asyncio.timeout(patience):
                return await self._address
        except TimeoutError as error:
            raise LoginTimeout(minutes=max(1, round(patience / 60))) from error

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(_SLOW):
                line = (await reader.readline()).decode("latin-1")
                while (await reader.readline()).strip():
                    pass
                found = self._heard(line)
                body = html.escape(self._said).encode() if found else b""
                status = "200 OK" if found else "404 Not Found"
                head = [f"HTTP/1.1 {status}", *_HEADERS, f"Content-Length: {len(body)}", "", ""]
                writer.write("\r\n".join(head).encode() + body)
                await writer.drain()
        except (TimeoutError, ValueError, OSError):
            pass
        finally:
            writer.close()

    def _heard(self, line: str) -> bool:
        """Whether a request line is the one; a browser also asks for icons."""
        method, _, rest = line.partition(" ")
        target = rest.partition(" ")[0]
        path, _, query = target.partition("?")
        if method != "GET" or path != (self._redirect.path or "/") or not query:
            return False
        if not self._address.done():
            self._address.set_result(str(self._redirect.copy_with(raw_path=target.encode("latin-1"))))
        return True
