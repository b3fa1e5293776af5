"""How requests travel: few at once, not too fast, reads shared and repeated, writes sent once."""

import asyncio
import math
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import nullcontext
from datetime import UTC, datetime
from typing import Final, TypeVar

import httpx
from msgspec import Struct

from hh_tui.api.body import ANSWER_AT_MOST, each_told, plain, unpacked, whole
from hh_tui.api.cooldown import Cooldown, retry_after
from hh_tui.api.error_response import refusal
from hh_tui.api.headers import PIECEWISE, TIMEOUT, UPLOAD
from hh_tui.api.log import RequestLog
from hh_tui.api.rate_limit import PER_SECOND, RateLimit
from hh_tui.api.silence import Silence
from hh_tui.api.single_flight import SingleFlight
from hh_tui.api.trusted_servers import trusted_servers
from hh_tui.errors import AnswerTooLong, ConfigError, HHError, RateLimited, Refused

AT_ONCE: Final = 6
TRIES: Final = 3
FIRST_PAUSE: Final = 0.3
LONGEST_PAUSE: Final = 10.0
"""Seconds before the second try, doubled for the next one; and what Retry-After may keep a caller waiting."""

FILE_TIMEOUT: Final = 600.0
"""Seconds for a file to come, or to go."""

_FAILING: Final = frozenset({500, 502, 503, 504})
_SIGNIFICANT: Final = ("authorization", "accept", "x-manager-account-id", "if-none-match")


def network(*, proxied: bool = True) -> httpx.AsyncBaseTransport:
    """The network as the environment has it: pooled connections, through a proxy where one is set.

    Without `proxied` no proxy is asked: what is not encrypted is sent to nobody else.
    Raises ConfigError for a proxy that can't be used.
    """
    try:
        return _Network(proxied=proxied)
    except (ImportError, ValueError) as error:
        raise ConfigError(where="ALL_PROXY / HTTPS_PROXY", what=str(error)) from error


class _Network(httpx.AsyncBaseTransport):
    """A client of httpx, because only that reads the proxies of the environment."""

    def __init__(self, *, proxied: bool) -> None:
        limits = httpx.Limits(max_connections=AT_ONCE, max_keepalive_connections=AT_ONCE)
        trusted = trusted_servers(encrypted=proxied)
        self._client = httpx.AsyncClient(limits=limits, timeout=TIMEOUT, trust_env=proxied, verify=trusted)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send as it is: no redirects, no sign of whose it is beyond what it carries.

        What waited for its turn until the pool was closed raises ConnectError: it has not left.
        """
        if self._client.is_closed:
            raise httpx.ConnectError("closed", request=request)
        return await self._client.send(request, stream=True, auth=None, follow_redirects=False)

    async def aclose(self) -> None:
        """Close the pool."""
        await self._client.aclose()


class _Answer(Struct, frozen=True):
    """A whole answer, its body unpacked."""

    status: int
    headers: httpx.Headers
    body: bytes

    def response(self, request: httpx.Request) -> httpx.Response:
        return httpx.Response(
            self.status, headers=self.headers, stream=httpx.ByteStream(self.body), request=request
        )


_Outcome = TypeVar("_Outcome", bound="_Answer | httpx.Response")
"""What a read ends in: a whole answer, or one whose body is still to come."""


class _StreamedBody(httpx.AsyncByteStream):
    """A body that is still to come; `left` is called once, when it is closed.

    `clock` counts seconds: a body that takes longer than `FILE_TIMEOUT` raises ReadTimeout.
    """

    def __init__(
        self, response: httpx.Response, left: Callable[[], object], clock: Callable[[], float]
    ) -> None:
        self._response = response
        self._left: Callable[[], object] | None = left
        self._clock = clock

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """The pieces, unpacked."""
        began = self._clock()
        async for piece in unpacked(self._response.stream, self._response.headers):  # type: ignore[arg-type]
            if self._clock() - began > FILE_TIMEOUT:
                raise httpx.ReadTimeout("too long")
            yield piece

    async def aclose(self) -> None:
        """Hang up, and let the next one in."""
        left, self._left = self._left, None
        if left is not None:
            try:
                await self._response.aclose()
            finally:
                left()


async def _read(
    response: httpx.Response, request: httpx.Request, at_most: int, heard: Callable[[], None]
) -> _Answer:
    """All of an answer; `heard` is called for each piece. Raises AnswerTooLong, and httpx.RequestError."""
    try:
        if not isinstance(response.stream, httpx.AsyncByteStream):
            raise httpx.ReadError("an answer that can't be awaited", request=request)
        body = await whole(each_told(response.stream, heard), response.headers, at_most)
    finally:
        await response.aclose()
    return _Answer(response.status_code, plain(response.headers), body)


class RetryingTransport(httpx.AsyncBaseTransport):
    """Limits the rate, repeats reads and bounds their time, on top of another transport.

    At most `AT_ONCE` requests at once and `per_second` on average. Identical reads under way share one
    answer, unless a write ended since the first one began: its answer may not know of it. A read that met a
    busy or failing server, or no connection, is tried again, after what Retry-After says or a jittered pause;
    a write never is. A 429 is a pause for everything that goes to the same origin: what waits for a short one
    waits here, what would wait for longer than `LONGEST_PAUSE` is answered in the server's place by 429 and a
    Retry-After of what is left. A piecewise answer is tried again only until it begins, and it counts as
    under way until it is closed. Nothing else, but a file that is sent, takes longer than `timeout` seconds:
    what had not left by then raises PoolTimeout, anything else ReadTimeout. An answer is unpacked here, and
    raises AnswerTooLong beyond `at_most` bytes; how much of a piecewise one is wanted is its reader's to
    know. Tests put their own `clock`, `sleep`, `chance` and `now` in the place of the world's.
    """

    def __init__(
        self,
        inner: httpx.AsyncBaseTransport,
        *,
        log: RequestLog | None = None,
        per_second: float = PER_SECOND,
        timeout: float = 40.0,
        at_most: int = ANSWER_AT_MOST,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
        chance: Callable[[], float] = random.random,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._inner = inner
        self._log = log
        self._timeout = timeout
        self._at_most = at_most
        self._clock = clock
        self._sleep = sleep
        self._chance = chance
        self._now = now
        self._rate_limit = RateLimit(per_second, clock, sleep)
        self._connections = asyncio.Semaphore(AT_ONCE)
        self._cooldowns: dict[str, Cooldown] = {}
        self._single_flight: SingleFlight[tuple[str | None, ...], _Answer] = SingleFlight()
        self.silence = Silence(clock)
        """Whether the server answers at all; a file that is sent is no question."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request. Raises httpx.RequestError and AnswerTooLong."""
        if request.extensions.get(PIECEWISE):
            with self.silence.asking():
                answer = await self._with_retries(request, lambda: self._streamed(request))
            return answer.response(request) if isinstance(answer, _Answer) else answer
        if request.method not in ("GET", "HEAD"):
            try:
                whole_answer = await self._in_time(request, self._once)
            finally:
                self._single_flight.outdate()
        else:
            key = (request.method, str(request.url), *(request.headers.get(name) for name in _SIGNIFICANT))
            whole_answer = await self._single_flight.join(key, lambda: self._in_time(request, self._again))
        return whole_answer.response(request)

    async def aclose(self) -> None:
        """Close the connections and the log."""
        await self._inner.aclose()
        if self._log:
            self._log.close()

    async def _in_time(
        self, request: httpx.Request, send: Callable[[httpx.Request, list[bool]], Awaitable[_Answer]]
    ) -> _Answer:
        left: list[bool] = []
        try:
            # A file takes as long as one of theirs may take to come.
            async with asyncio.timeout(FILE_TIMEOUT if request.extensions.get(UPLOAD) else self._timeout):
                with self.silence.asking():
                    return await send(request, left)
        except TimeoutError as error:
            kind = httpx.ReadTimeout if left else httpx.PoolTimeout
            raise kind("too long", request=request) from error

    async def _with_retries(
        self, request: httpx.Request, once: Callable[[], Awaitable[_Outcome]]
    ) -> _Outcome:
        """What `once` brings, called again where that can help: it is a read."""
        for attempt in range(1, TRIES):
            try:
                answer = await once()
            except httpx.TransportError:
                await self._sleep(self._pause(attempt))
                continue
            if not isinstance(answer, _Answer) or not await self._is_to_repeat(answer, request, attempt):
                return answer
        return await once()

    async def _again(self, request: httpx.Request, left: list[bool]) -> _Answer:
        return await self._with_retries(request, lambda: self._once(request, left))

    def _pause(self, attempt: int) -> float:
        """Seconds before the next try."""
        return FIRST_PAUSE * 2.0 ** (attempt - 1) * (0.5 + self._chance())

    async def _is_to_repeat(self, answer: _Answer, request: httpx.Request, attempt: int) -> bool:
        """Whether a read is sent once more; waits for a failing server, the way out waits for a busy one."""
        if answer.status == 429:
            return _is_busy(answer, request) and self._cooldown(request).left <= LONGEST_PAUSE
        asked = retry_after(answer.headers, self._now())
        if answer.status not in _FAILING or (asked or 0) > LONGEST_PAUSE:
            return False
        await self._sleep((asked or 0) + self._pause(attempt))
        return True

    async def _streamed(self, request: httpx.Request) -> _Answer | httpx.Response:
        """An answer whose body is still to come; an unhappy one is read whole."""
        if (refused := await self._cooled(request)) is not None:
            return refused
        response = await self._begun(request)
        if response.is_success:
            return response
        answer = await _read(response, request, self._at_most, self.silence.heard)
        self._note_answer(answer, request)
        return answer

    async def _begun(self, request: httpx.Request) -> httpx.Response:
        """An answer from its headers on; its connection is free again once it is closed."""
        await self._rate_limit.acquire()
        await self._connections.acquire()
        began, outcome, request_id = self._clock(), "cancelled", ""
        try:
            async with asyncio.timeout(self._timeout):
                with self.silence.request():
                    response = await self._inner.handle_async_request(request)
            if not isinstance(response.stream, httpx.AsyncByteStream):
                raise httpx.ReadError("an answer that can't be awaited", request=request)
            outcome, request_id = str(response.status_code), response.headers.get("x-request-id", "")
        except TimeoutError as error:
            self._connections.release()
            outcome = httpx.ReadTimeout.__name__
            raise httpx.ReadTimeout("too long", request=request) from error
        except BaseException as error:
            self._connections.release()
            outcome = type(error).__name__ if isinstance(error, httpx.TransportError) else outcome
            raise
        finally:
            if self._log:
                spent = (self._clock() - began) * 1000
                self._log.note(request.method, request.url.path, outcome, spent, request_id)
        stream = _StreamedBody(response, self._connections.release, self._clock)
        return httpx.Response(
            response.status_code, headers=plain(response.headers), stream=stream, request=request
        )

    async def _once(self, request: httpx.Request, left: list[bool]) -> _Answer:
        await self._rate_limit.acquire()
        async with self._connections:
            if (refused := await self._cooled(request)) is not None:
                return refused
            began = self._clock()
            outcome, request_id = "cancelled", ""
            left.append(True)
            try:
                with nullcontext() if request.extensions.get(UPLOAD) else self.silence.request():
                    response = await self._inner.handle_async_request(request)
                    self.silence.heard()
                    answer = await _read(response, request, self._at_most, self.silence.heard)
                self._note_answer(answer, request)
                outcome = str(answer.status)
                request_id = answer.headers.get("x-request-id", "") or _request_id(answer, request)
            except (httpx.RequestError, AnswerTooLong) as error:
                outcome = type(error).__name__
                raise
            finally:
                if self._log:
                    spent = (self._clock() - began) * 1000
                    self._log.note(request.method, request.url.path, outcome, spent, request_id)
        return answer

    def _cooldown(self, request: httpx.Request) -> Cooldown:
        origin = f"{request.url.scheme}://{request.url.netloc.decode('ascii')}"
        return self._cooldowns.setdefault(origin, Cooldown(self._clock, FIRST_PAUSE))

    async def _cooled(self, request: httpx.Request) -> _Answer | None:
        """Wait for a short pause of the origin to be over; the answer in its place while it is a long one."""
        cooldown = self._cooldown(request)
        while (left := cooldown.left) > 0:
            if left > LONGEST_PAUSE:
                return _Answer(429, httpx.Headers({"Retry-After": str(math.ceil(left))}), b"")
            await self._sleep(left)
        return None

    def _note_answer(self, answer: _Answer, request: httpx.Request) -> None:
        """Begin the pause that a busy server asked for, with random seconds more.

        Not all clients return at once then.
        """
        if answer.status == 429 and _is_busy(answer, request):
            asked, spread = retry_after(answer.headers, self._now()), 0.5 + self._chance()
            asked = None if asked is None else asked + FIRST_PAUSE * spread
            self._cooldown(request).begin(asked, spread)


def _error(answer: _Answer, request: httpx.Request) -> HHError | None:
    """What an unhappy answer stands for, as far as its body can be read."""
    response = answer.response(request)
    try:
        response.read()
    except httpx.DecodingError:
        return None
    return refusal(response)


def _request_id(answer: _Answer, request: httpx.Request) -> str:
    error = _error(answer, request) if 400 <= answer.status < 500 else None
    return error.request_id if isinstance(error, Refused) else ""


def _is_busy(answer: _Answer, request: httpx.Request) -> bool:
    """Whether a 429 asks for a pause; the limits of a day are not over in a minute."""
    return isinstance(_error(answer, request), RateLimited)
