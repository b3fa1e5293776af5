"""Fields without a value: null in one payload, left out of the next one, as hh.ru has both."""

from typing import Any

Payload = dict[str, Any]


def with_gaps(payload: Payload, draw: int, *names: str) -> Payload:
    """Leave some of the optional fields ``names`` out that are null: which ones, the bits of ``draw`` say."""
    for place, name in enumerate(names):
        if draw >> place & 1 and payload.get(name, 0) is None:
            del payload[name]
    return payload
