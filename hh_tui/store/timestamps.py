"""A moment as both databases write it."""

from datetime import UTC, datetime


def stamp(moment: datetime) -> str:
    """In UTC, and of one length, so that texts sort as times do."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment(text: str) -> datetime:
    """A moment in UTC. Raises ValueError, TypeError or OverflowError for one that we did not write."""
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError(text)
    return found.astimezone(UTC)
