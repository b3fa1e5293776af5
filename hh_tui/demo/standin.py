"""The stand-in itself: takes a request, answers as hh.ru's employer API would."""

import json
import os
import re
from datetime import datetime
from functools import partial
from typing import Any

import httpx
import msgspec

from hh_tui.demo import hostile as hostility
from hh_tui.demo import routes
from hh_tui.demo.call import Answer, Call, form_of
from hh_tui.demo.faults import Fault, Faults
from hh_tui.demo.grants import Grants
from hh_tui.demo.life import Life
from hh_tui.demo.moments import Clock, wall_clock
from hh_tui.demo.readings import SETTING, Readings
from hh_tui.demo.received import Received
from hh_tui.demo.refusal import Refusal, not_found, token_refusal
from hh_tui.demo.routes.chat_files import FILES, UPLOADS
from hh_tui.demo.routes.oauth import OPEN
from hh_tui.demo.world import World
from hh_tui.settings.api_url import HOME_SITE, SITES

_SECRET = frozenset({"client_secret", "code", "code_verifier", "refresh_token"})


_AGENT = re.compile(r"[^/()\s]+/[^/()\s]+ \([^@()\s]+@[^@()\s]+\)")
"""``MyApp/1.0 (mail@example.com)``."""


class StandIn:
    """A stateful hh.ru for one employer, the same for the same ``size``, ``seed`` and ``clock``.

    ``alive`` lets applicants answer and new ones come as the clock goes on (``arrivals_per_hour`` on
    average); ``hostile`` spoils what is served. ``readings`` decide what the documents leave open; without
    them the environment does (``HH_DEMO_STRICT``). ``began`` is the moment at which everything written down
    beforehand ends; the present one unless given.
    """

    def __init__(
        self,
        size: str = "M",
        seed: int = 7,
        clock: Clock = wall_clock,
        hostile: bool = False,
        *,
        alive: bool = False,
        arrivals_per_hour: float = 4.0,
        readings: Readings | None = None,
        began: datetime | None = None,
    ) -> None:
        readings = readings or Readings.of(os.environ.get(SETTING, ""))
        self._world = World(size, seed, clock, readings, began)
        self._life = Life(alive, arrivals_per_hour)
        self._world.letter_listeners.append(partial(self._life.letter_sent, self._world))
        self.faults = Faults()
        self.received: list[Received] = []
        self._hostile = hostile
        self._answered = 0

    @property
    def world(self) -> World:
        """Everything it knows, for whoever stands outside: to read, and to change."""
        return self._world

    @property
    def grants(self) -> Grants:
        """Codes and tokens, and what becomes of them."""
        return self.world.grants

    @property
    def writes(self) -> list[Received]:
        """The requests received that were not reads."""
        return [request for request in self.received if request.method not in ("GET", "HEAD")]

    def expire_token(self) -> None:
        """Let every access token run out now; a refresh brings new ones."""
        with self.world.lock:
            self.grants.expire()

    def handle(self, request: httpx.Request) -> httpx.Response:
        """Answer a request; scripted misfortune comes first."""
        with self._world.lock:
            fault = self.fault_for(request)
            if fault is None:
                return self.process(request)
            response = self.suffer(request, fault)
            error = fault.error(request)
            if error is not None:
                raise error
            return response

    def fault_for(self, request: httpx.Request) -> Fault | None:
        """Return the misfortune a request meets, if any."""
        with self._world.lock:
            return self.faults.take(request.method, request.url.path)

    def suffer(self, request: httpx.Request, fault: Fault) -> httpx.Response:
        """Let a request meet a misfortune; returns what would be answered if the answer gets through."""
        with self._world.lock:
            response = httpx.Response(200)
            if fault.processed:
                response = self.process(request)
            elif fault.exception != "connect":
                self._receive(request, processed=False)
            return fault.answer() or response

    def process(self, request: httpx.Request) -> httpx.Response:
        """Answer a request as if nothing could go wrong."""
        with self._world.lock:
            self._answered += 1
            self._life.advance(self._world)
            call = self._receive(request)
            try:
                answer = self._answer(request, call)
            except Refusal as refusal:
                answer = self._refused(refusal)
            body = hostility.spoilt(answer.body) if self._hostile and answer.status == 200 else answer.body
            return _response(request, answer, _on_site(call, body))

    def _receive(self, request: httpx.Request, *, processed: bool = True) -> Call:
        headers = {
            name: request.headers.get(name, "") for name in ("user-agent", "hh-user-agent", "if-none-match")
        }
        form = form_of(request.headers.get("content-type", ""), request.content)
        query = list(request.url.params.multi_items())
        headers["x-manager-account-id"] = request.headers.get("x-manager-account-id", "")
        told = {name: value for name, value in headers.items() if value and name != "if-none-match"}
        kept = [(name, value) for name, value in form if name not in _SECRET]
        seen = Received(
            request.method, request.url.path, query, kept, told, self._world.now, processed, _json(request)
        )
        self.received.append(seen)
        headers["authorization"] = request.headers.get("authorization", "")
        headers |= {name: request.headers.get(name, "") for name in ("host", "content-type")}
        return Call(self._world, {}, query, form, request.content, headers)

    def _answer(self, request: httpx.Request, call: Call) -> Answer:
        self._check(request, call)
        method = "GET" if request.method == "HEAD" else request.method
        found = routes.find(method, request.url.path)
        if found is None:
            raise not_found()
        operation, parts = found
        call.path.update(parts)
        return operation(call)

    def _check(self, request: httpx.Request, call: Call) -> None:
        _check_agent(request, call)
        if (request.method, request.url.path) in OPEN or request.url.path.startswith((UPLOADS, FILES)):
            return
        kind, _, token = call.headers["authorization"].partition(" ")
        if trouble := self._world.grants.trouble_with(token if kind.lower() == "bearer" else ""):
            raise token_refusal(trouble, forbidden=self._world.readings.tokens_forbidden)
        account = call.headers["x-manager-account-id"]
        if account and account not in self._world.accounts:
            raise Refusal(
                403, [{"type": "manager_extra_accounts", "value": "manager_extra_account_not_found"}]
            )

    def _refused(self, refusal: Refusal) -> Answer:
        request_id = f"{self._answered:032x}"
        return Answer(refusal.status, {"request_id": request_id, "errors": refusal.errors})


def _check_agent(request: httpx.Request, call: Call) -> None:
    """Refuse a request without a name, or with one of another form than hh.ru wants.

    Of two headers its own one counts. A browser at a page of the site, and the hosts of files, may say what
    they like.
    """
    agent = call.headers["hh-user-agent"] or call.headers["user-agent"]
    if not agent:
        raise Refusal(400, [{"type": "bad_user_agent", "value": "unset"}])
    elsewhere = request.url.path.startswith(("/oauth/authorize", UPLOADS, FILES))
    if not (elsewhere or _AGENT.fullmatch(agent)):
        raise Refusal(400, [{"type": "bad_user_agent", "value": "blacklisted"}])


def _json(request: httpx.Request) -> Any:
    """Return the JSON a request sends, if it does."""
    if not request.headers.get("content-type", "").startswith("application/json"):
        return None
    try:
        return json.loads(request.content)
    except ValueError:
        return None


def _on_site(call: Call, body: Any) -> Any:
    """The body with the links to pages of the site that was asked for."""
    site = call.asked("host")
    if body is None or isinstance(body, bytes) or site not in SITES or site == HOME_SITE:
        return body
    return msgspec.json.encode(body).replace(b'"https://hh.ru/', f'"https://{site}/'.encode())


def _response(request: httpx.Request, answer: Answer, body: Any) -> httpx.Response:
    headers = {"content-type": "application/json; charset=UTF-8"} | answer.headers
    content = body if isinstance(body, bytes) else b"" if body is None else msgspec.json.encode(body)
    if answer.status in (204, 304):
        del headers["content-type"]
    return httpx.Response(
        answer.status, headers=headers, content=b"" if request.method == "HEAD" else content
    )
