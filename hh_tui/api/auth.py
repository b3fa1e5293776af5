"""The bearer token, and the guard that keeps it at home."""

from collections.abc import Generator

import httpx

from hh_tui.api.origin import Origin
from hh_tui.errors import ForeignOrigin


class TokenAuth(httpx.Auth):
    """Signs requests to the configured origin; a request to any other one raises ForeignOrigin unsent."""

    def __init__(self, token: str, origin: Origin) -> None:
        self._token = token
        self._origin = origin

    def __repr__(self) -> str:
        return f"TokenAuth(origin={self._origin.host!r})"

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Add the header, after a last look at where the request goes."""
        if not self._origin.owns(request.url):
            raise ForeignOrigin(host=request.url.host)
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request
