"""A moment as both databases write it."""

from datetime import UTC, datetime


def stamp(moment: datetime) -> str:
    """In UTC, and of one length, so that texts sort as times do."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
