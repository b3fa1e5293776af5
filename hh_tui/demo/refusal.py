"""Answers that say no, in the shape hh.ru documents."""

from typing import Any


class Refusal(Exception):
    """An error answer: an HTTP status and the entries of ``errors``."""

    def __init__(self, status: int, errors: list[dict[str, Any]]) -> None:
        super().__init__(status, errors)
        self.status = status
        self.errors = errors


def not_found() -> Refusal:
    """There is no such thing."""
    return Refusal(404, [{"type": "not_found"}])


def no_topic() -> Refusal:
    """There is no such negotiation."""
    return Refusal(404, [{"type": "negotiations", "value": "topic_not_found"}])


def bad_argument(name: str, reason: str | None = None) -> Refusal:
    """A parameter is missing or wrong."""
    entry = {"type": "bad_argument", "value": name}
    return Refusal(400, [entry | {"reason": reason} if reason else entry])


def negotiations_refusal(value: str) -> Refusal:
    """A rule of negotiations stands against it; ``value`` names the rule."""
    return Refusal(403, [{"type": "negotiations", "value": value}])


def token_refusal(value: str, *, forbidden: bool = False) -> Refusal:
    """The token is not good; ``value`` says how, under either of the two documented types."""
    return Refusal(403, [{"type": "forbidden" if forbidden else "oauth", "value": value}])
