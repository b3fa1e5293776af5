"""Moments at which negotiations were opened here, apart from what the server takes for viewed."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Final

KIND: Final = "opened"
"""Under which it is remembered."""


class OpenedLog(Mapping[str, datetime]):
    """Moments in UTC by negotiation id; immutable."""

    __slots__ = ("_moments",)

    def __init__(self, moments: Mapping[str, datetime] | None = None) -> None:
        self._moments = dict(moments or {})

    @classmethod
    def recalled(cls, texts: Mapping[str, str]) -> "OpenedLog":
        """From what was remembered; what is no moment is left out."""
        return cls({key: moment for key, text in texts.items() if (moment := _moment(text)) is not None})

    def opened(self, negotiation_id: str, at: datetime) -> "OpenedLog":
        """With one more look at a candidate: the latest counts."""
        return OpenedLog({**self._moments, negotiation_id: at})

    def __getitem__(self, negotiation_id: str) -> datetime:
        return self._moments[negotiation_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._moments)

    def __len__(self) -> int:
        return len(self._moments)


def text_of(at: datetime) -> str:
    """A moment as it is remembered."""
    return at.astimezone(UTC).isoformat(timespec="seconds")


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo is not None else None
