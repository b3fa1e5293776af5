"""Moments as hh.ru writes them: Moscow time, the offset without a colon."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

Clock = Callable[[], datetime]

MOSCOW = timezone(timedelta(hours=3))


def stamp(moment: datetime) -> str:
    """Return ``moment`` as ``2026-05-12T18:14:00+0300``."""
    return moment.astimezone(MOSCOW).strftime("%Y-%m-%dT%H:%M:%S%z")


def wall_clock() -> datetime:
    """Return the present moment, in UTC."""
    return datetime.now(UTC)
