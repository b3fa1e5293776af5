"""Whose vacancies a list is asked for: one's own, those of certain managers, or all one has a right to."""

from hh_tui.demo.call import Call
from hh_tui.demo.company import company
from hh_tui.demo.refusal import bad_argument, not_found
from hh_tui.demo.vacancies import Vacancy

_WAYS = ("manager_id", "manager_ids", "all_accessible")


def of_managers(call: Call, found: list[Vacancy]) -> list[Vacancy]:
    """Keep the vacancies of the managers asked for; without a word about them, our own.

    The three ways to ask exclude one another. Raises Refusal for managers we have no right for.
    """
    ways = [way for way in _WAYS if call.asked(way) is not None]
    if len(ways) > 1:
        raise bad_argument(ways[1])
    if call.flag("all_accessible"):
        return [vacancy for vacancy in found if vacancy.accessible]
    wanted = _several(call) or call.all_asked("manager_id")[-1:] or [company().me.id]
    if not set(wanted) <= {manager.id for manager in company().team}:
        raise not_found()
    return [vacancy for vacancy in found if vacancy.manager.id in wanted]


def _several(call: Call) -> list[str]:
    """Return the managers of ``manager_ids`` in the one encoding that holds."""
    values = call.all_asked("manager_ids")
    if call.world.readings.managers_repeated:
        return values
    return values[-1].split(",") if values else []
