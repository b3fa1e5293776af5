"""One request as the routes see it, and the answer they give."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from hh_tui.demo.refusal import Refusal, bad_argument
from hh_tui.demo.words import Name
from hh_tui.demo.world import World

API = "https://api.hh.ru"
SITE = "https://hh.ru"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a route answers; a ``body`` of None is an empty one, bytes go as they are, the rest as JSON."""

    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Call:
    """One request: the world, the parts of its path by name, query, form, headers."""

    world: World
    path: dict[str, str]
    query: list[tuple[str, str]]
    form: list[tuple[str, str]]
    body: bytes
    headers: dict[str, str]

    @property
    def locale(self) -> str:
        """The language of names: RU or EN."""
        return "EN" if self.asked("locale") == "EN" else "RU"

    def said(self, name: Name) -> str:
        """Return a name in the language of the request."""
        return name.said(self.locale)

    def asked(self, name: str) -> str | None:
        """Return a query parameter; the last one wins."""
        return dict(self.query).get(name)

    def all_asked(self, name: str) -> list[str]:
        """Return every value of a repeatable query parameter."""
        return [value for key, value in self.query if key == name]

    def given(self, name: str) -> str | None:
        """Return an argument of a write: from the form, or else from the query."""
        return dict(self.query + self.form).get(name)

    def all_given(self, name: str) -> list[str]:
        """Return every value of a repeatable argument of a write."""
        return [value for key, value in self.query + self.form if key == name]

    def flag(self, name: str) -> bool:
        """Return whether a query parameter is true."""
        return self.asked(name) in ("true", "1")

    def number(self, name: str, default: int, *, most: int | None = None) -> int:
        """Return a whole, non-negative query parameter, refusing what is none or above ``most``."""
        text = self.asked(name)
        if text is None:
            return default
        if not (text.isascii() and text.isdigit()) or (most is not None and int(text) > most):
            raise bad_argument(name)
        return int(text)

    def json(self) -> dict[str, Any]:
        """Return the body as a JSON object."""
        try:
            value = json.loads(self.body)
        except ValueError:
            value = None
        if not isinstance(value, dict):
            raise Refusal(400, [{"type": "bad_json_data", "pointer": "", "reason": "invalid"}])
        return value


def form_of(content_type: str, body: bytes) -> list[tuple[str, str]]:
    """Return the fields of a form-encoded body."""
    if not content_type.startswith("application/x-www-form-urlencoded"):
        return []
    return parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)


def page_of(call: Call, items: list[Any], *, default: int, most: int) -> tuple[list[Any], dict[str, Any]]:
    """Return the asked page of ``items`` and the envelope that goes with it."""
    per_page = call.number("per_page", default, most=most)
    if per_page == 0:
        raise bad_argument("per_page")
    page = call.number("page", 0)
    pages = max(1, -(-len(items) // per_page))
    envelope = {"found": len(items), "pages": pages, "page": page, "per_page": per_page}
    return items[page * per_page : (page + 1) * per_page], envelope
