"""A stand-in whose people are the same at whatever hour a test runs against the wall clock."""

from datetime import timedelta

from hh_tui.demo import StandIn
from hh_tui.demo.moments import MOSCOW, wall_clock


def standin(size: str = "S") -> StandIn:
    """The clock goes with the wall; what was written beforehand ends at the last noon in Moscow.

    Responses come by day: with the present hour as the end, another person stands first in each of them.
    """
    now = wall_clock().astimezone(MOSCOW)
    noon = now.replace(hour=12, minute=0, second=0, microsecond=0)
    return StandIn(size, began=noon if noon <= now else noon - timedelta(days=1))
