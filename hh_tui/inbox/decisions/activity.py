"""What was done, as figures: by day, and how long candidates waited for it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta, tzinfo
from itertools import pairwise
from typing import Final

from hh_tui.inbox.decisions.decision_log import LoggedDecision
from hh_tui.inbox.decisions.outbox import Stage

BANDS: Final = (timedelta(days=1), timedelta(days=3), timedelta(days=7))
"""Ends of the spans of time that those who wait are counted by; the last span has none."""


def per_day(
    decisions: Iterable[LoggedDecision], zone: tzinfo, today: date, days: int
) -> list[tuple[date, int]]:
    """How much was done on each of the last `days`, in the zone of the person, the earliest first."""
    done = Counter(one.at.astimezone(zone).date() for one in decisions if one.stage is Stage.DONE)
    every = [today - timedelta(days=back) for back in reversed(range(days))]
    return [(day, done[day]) for day in every]


def time_to_state(decisions: Iterable[LoggedDecision]) -> Mapping[str, tuple[timedelta, int]]:
    """Of each employer state that candidates were moved to, by name: the median time since they answered, and
    of how many that is. A candidate counts with the first time."""
    first: dict[tuple[str, str], timedelta] = {}
    for one in decisions:
        if one.stage is Stage.DONE and one.action and one.responded_at is not None:
            first.setdefault((one.state or one.action, one.negotiation_id), one.at - one.responded_at)
    times: dict[str, list[timedelta]] = {}
    for (state, _), time in first.items():
        times.setdefault(state, []).append(time)
    return {state: (_median(every), len(every)) for state, every in times.items()}


def _median(times: list[timedelta]) -> timedelta:
    from statistics import median

    return timedelta(seconds=median(one.total_seconds() for one in times))


def horizon(responses: Sequence[tuple[datetime, datetime]]) -> datetime | None:
    """What no response further down the list can be later than; None where the order tells nothing of it.

    `responses` are those loaded, in the order of the list: when each came, and when it changed last. A list
    goes on as it began, by the one or by the other, and no response changed before it came.
    """
    for by in (0, 1):
        moments = [one[by] for one in responses]
        if moments and all(later >= moment for later, moment in pairwise(moments)):
            return moments[-1]
    return None


def unsure_bands(now: datetime, until: datetime | None) -> list[bool]:
    """Of each of the bands, whether a response can be in it that came until then; None is at any time."""
    return [*(until is None or now - end <= until for end in BANDS), True]


def waiting_bands(since: Iterable[datetime], now: datetime) -> list[int]:
    """How many have waited up to the end of each of the BANDS, and how many longer; moments in UTC."""
    counted = [0] * (len(BANDS) + 1)
    for moment in since:
        waited = now - moment
        counted[sum(waited > end for end in BANDS)] += 1
    return counted
