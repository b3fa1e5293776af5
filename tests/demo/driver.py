"""How the tests speak to a stand-in: a client of its own, and a clock that stands still until moved."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from hh_tui.demo import TOKEN, StandIn
from hh_tui.demo.readings import Readings

API = "https://api.hh.ru"
AGENT = "tests/1.0 (tests@example.com)"


class HandClock:
    """A clock moved by hand."""

    def __init__(self) -> None:
        self.now = datetime(2026, 5, 12, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **span: float) -> None:
        self.now += timedelta(**span)


def headers() -> dict[str, str]:
    return {"authorization": f"Bearer {TOKEN}", "user-agent": AGENT}


class Recruiter:
    """A client of a stand-in, in the same process, and what a recruiter does with it."""

    def __init__(self, size: str = "S", seed: int = 7, **options: Any) -> None:
        self.clock = HandClock()
        options.setdefault("readings", Readings())
        self.standin = StandIn(size, seed, self.clock, **options)
        self.world = self.standin.world
        transport = httpx.MockTransport(self.standin.handle)
        self.http = httpx.Client(transport=transport, base_url=API, headers=headers())
        self.employer = "4181920"

    def get(self, path: str, **query: Any) -> Any:
        response = self.http.get(path, params=query) if query else self.http.get(path)
        assert response.status_code == 200, response.text
        return response.json()

    def vacancy(self, place: int) -> dict[str, Any]:
        found: dict[str, Any] = self.vacancies()[place]
        return found

    def vacancies(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.get(f"/employers/{self.employer}/vacancies/active", per_page=50)[
            "items"
        ]
        return found

    def collections(self, vacancy_id: str, **query: str) -> dict[str, Any]:
        found: dict[str, Any] = self.get("/negotiations", vacancy_id=vacancy_id, **query)
        return found

    def counters(self, vacancy_id: str, collection: str) -> dict[str, int]:
        board = self.collections(vacancy_id)["collections"]
        counters: dict[str, int] = next(entry["counters"] for entry in board if entry["id"] == collection)
        return counters

    def topic(self, nid: str) -> dict[str, Any]:
        found: dict[str, Any] = self.get(f"/negotiations/{nid}")
        return found

    def messages(self, nid: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.get(f"/negotiations/{nid}/messages", per_page=50)["items"]
        return found

    def write(self, nid: str, text: str) -> httpx.Response:
        return self.http.post(f"/negotiations/{nid}/messages", data={"message": text})

    def act(self, nid: str, action: str, **arguments: str) -> httpx.Response:
        """Perform an action by the url its negotiation gives."""
        found = next(entry for entry in self.topic(nid)["actions"] if entry["id"] == action)
        return self.http.request(found["method"], found["url"], data=arguments)

    def a_response(self, place: int = 0, *, status: str = "ok", collection: str = "response") -> str:
        """Return a negotiation with a resume, of a collection of the vacancy at a place."""
        ids = self.world.topics_of(self.vacancy(place)["id"], collection)
        topics = map(self.world.topic, ids)
        return next(one.id for one in topics if one.messaging_status == status and not one.resume_hidden)

    def with_resume(self, place: int = 0, collection: str = "response") -> list[str]:
        """Return the negotiations of a collection whose resume is to be seen."""
        ids = self.world.topics_of(self.vacancy(place)["id"], collection)
        return [nid for nid in ids if not self.world.topic(nid).resume_hidden]


def refusal(response: httpx.Response) -> tuple[int, str, str | None]:
    """Return the status, type and value of an error answer."""
    body = response.json()
    assert body["request_id"]
    error = body["errors"][0]
    return response.status_code, error["type"], error.get("value")
