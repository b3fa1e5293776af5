"""Scripted misfortune: answers that go wrong on purpose."""

import gzip
import re
from dataclasses import dataclass, field
from typing import Any, Literal

import httpx

Exceptional = Literal["connect", "read", "timeout", "half"]

_RAISED: dict[str, type[httpx.TransportError]] = {
    "connect": httpx.ConnectError,
    "read": httpx.ReadError,
    "timeout": httpx.ReadTimeout,
    "half": httpx.RemoteProtocolError,
}


@dataclass(slots=True)
class Fault:
    """One misfortune for the next ``times`` requests that match.

    With ``after`` the request is processed first and its answer is lost; so it is with half a body, always.
    ``delay`` is in seconds and counts behind the socket only. With neither status nor exception, only the
    delay is the fault. With ``after_write`` it begins once a write has come in.
    With ``megabytes`` the body is a thousandth of that, packed, and as long as that when it is unpacked.
    """

    method: str
    path: re.Pattern[str]
    times: int = 1
    status: int | None = None
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    exception: Exceptional | None = None
    after: bool = False
    delay: float = 0.0
    after_write: bool = False
    megabytes: int = 0

    def hits(self, method: str, path: str) -> bool:
        """Whether a request meets it."""
        return not self.after_write and self.method in (method, "*") and bool(self.path.search(path))

    @property
    def processed(self) -> bool:
        """Whether the request does its work all the same."""
        return self.after or self.exception == "half" or (self.status is None and self.exception is None)

    def error(self, request: httpx.Request) -> httpx.TransportError | None:
        """Return the exception a client in the same process meets."""
        if self.exception is None:
            return None
        return _RAISED[self.exception](f"scripted: {self.exception}", request=request)

    def answer(self) -> httpx.Response | None:
        """Return the scripted answer, if there is one."""
        if self.status is None:
            return None
        if self.megabytes:
            packed = gzip.compress(bytes(self.megabytes * 2**20))
            headers = {"content-type": "application/json", "content-encoding": "gzip"}
            return httpx.Response(self.status, headers=headers, stream=httpx.ByteStream(packed))
        if self.body is None or isinstance(self.body, str | bytes):
            return httpx.Response(self.status, content=self.body or b"", headers=self.headers)
        return httpx.Response(self.status, json=self.body, headers=self.headers)


class Faults:
    """The misfortunes still to come, in the order they were added."""

    def __init__(self) -> None:
        self._coming: list[Fault] = []

    def add(self, method: str, path_regex: str, times: int = 1, **wanted: Any) -> Fault:
        """Script a misfortune for a method (``*`` is any) and paths the pattern is found in.

        ``wanted`` are further fields of ``Fault``: status, body, headers, exception, after, delay,
        after_write and megabytes.
        """
        fault = Fault(method, re.compile(path_regex), times, **wanted)
        self._coming.append(fault)
        return fault

    def clear(self) -> None:
        """Let everything go well again."""
        self._coming.clear()

    def take(self, method: str, path: str) -> Fault | None:
        """Return the misfortune that hits a request, and count it."""
        found = next((fault for fault in self._coming if fault.hits(method, path)), None)
        if found is not None:
            found.times -= 1
            if found.times <= 0:
                self._coming.remove(found)
        if method not in ("GET", "HEAD"):
            for fault in self._coming:
                fault.after_write = False
        return found
