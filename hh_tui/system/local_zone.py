"""The person's own time zone, with its changes of clocks."""

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo


class SystemZone(tzinfo):
    """The zone that the system keeps its clock in: TZ, the setting of the system, whatever it goes by.

    The C library is asked about each moment, so that a moment half a year away has the offset of then. One
    that it knows nothing of has today's.
    """

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """The offset at a local time; `fold` tells apart the two that read alike."""
        return None if moment is None else _asked(moment.replace(tzinfo=None)).utcoffset()

    def dst(self, moment: datetime | None) -> timedelta | None:
        """Not known."""
        return None

    def tzname(self, moment: datetime | None) -> str | None:
        """What the system calls it then."""
        return None if moment is None else _asked(moment.replace(tzinfo=None)).tzname()

    def fromutc(self, moment: datetime) -> datetime:
        """The local time of a moment given in UTC."""
        asked = _asked(moment.replace(tzinfo=UTC))
        local = asked.replace(tzinfo=self, fold=0)
        return local if local.utcoffset() == asked.utcoffset() else local.replace(fold=1)


def local_zone(name: str | None = None) -> tzinfo:
    """The zone of this name, as the settings have checked it; without one the system's."""
    return ZoneInfo(name) if name else SystemZone()


def is_zone(name: str) -> bool:
    """Whether a zone of this name is known here."""
    try:
        ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        return False
    return True


def _asked(moment: datetime) -> datetime:
    """The moment with the offset that it has here; without a zone it is a local one."""
    try:
        return moment.astimezone()
    except OSError:  # Windows knows nothing before 1970
        now = datetime.now(UTC).astimezone().tzinfo
        return moment.astimezone(now) if moment.tzinfo else moment.replace(tzinfo=now)
