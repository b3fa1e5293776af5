"""A vacancy day by day: ``get-vacancy-stats``."""

from datetime import timedelta
from typing import Any

from hh_tui.demo.moments import MOSCOW
from hh_tui.demo.vacancies import Vacancy
from hh_tui.demo.words import chance
from hh_tui.demo.world import World

_DAYS = 5


def stats_payload(world: World, vacancy: Vacancy) -> list[dict[str, Any]]:
    """Return views and responses of the last days of the vacancy so far, the latest at the end."""
    came = [topic.created_at.astimezone(MOSCOW).date() for topic in world.roster(vacancy).topics]
    last = (vacancy.archived_at or world.now).astimezone(MOSCOW).date()
    days = [last - timedelta(days=back) for back in reversed(range(_DAYS))]
    return [
        {
            "date": day.isoformat(),
            "responses": came.count(day),
            "views": came.count(day) * 4 + chance(world.seed, "views", vacancy.number, day).randrange(30),
        }
        for day in days
    ]
