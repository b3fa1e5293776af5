"""What the stand-in remembers of a request: never the token."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Received:
    """One request as it came in; not ``processed`` when a scripted misfortune came before its work.

    ``json`` is the decoded body of requests that send JSON.
    """

    method: str
    path: str
    query: list[tuple[str, str]]
    form: list[tuple[str, str]]
    headers: dict[str, str]
    at: datetime
    processed: bool = True
    json: Any = None
