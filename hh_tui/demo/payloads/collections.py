"""Collections of a vacancy: ``get-negotiations``."""

from typing import Any

from hh_tui.demo.call import API
from hh_tui.demo.roster import ORDERS
from hh_tui.demo.stages import Stage
from hh_tui.demo.vacancies import Vacancy
from hh_tui.demo.words import Name
from hh_tui.demo.world import World

Payload = dict[str, Any]

ORDER_NAMES = {
    "created_at": Name("по дате отклика", "by response date"),
    "last_change_time_except_employer_inbox": Name("по дате изменения", "by last change"),
    "relevance": Name("по соответствию", "by relevance"),
}
GENERATED = {
    "relevant_responses": Name("Подходящие отклики", "Relevant responses"),
    "by_location": Name("Живут рядом", "Living nearby"),
}


def collections_payload(world: World, vacancy: Vacancy, locale: str, *, generated: bool) -> Payload:
    """Return the collections of a vacancy in the server's order, counted from the state."""
    board = _Board(world, vacancy, locale)
    return {
        "collections": [board.collection(stage) for stage in vacancy.pipeline.stages],
        "generated_collections": [board.generated(key) for key in GENERATED] if generated else [],
        "employer_states": [
            {"id": stage.state, "name": stage.name.said(locale)} for stage in vacancy.pipeline.stages
        ],
    }


def order_payload(order: str, locale: str) -> Payload:
    """Return an order type by id and name."""
    return {"id": order, "name": ORDER_NAMES[order].said(locale)}


class _Board:
    """The collections of one vacancy in one language."""

    def __init__(self, world: World, vacancy: Vacancy, locale: str) -> None:
        self._roster = world.roster(vacancy)
        self._vacancy = vacancy
        self._locale = locale

    def collection(self, stage: Stage) -> Payload:
        """Return the collection of a stage."""
        payload = self._common(stage.id, stage.name) | {"description": stage.about}
        if stage.hidden:
            payload["hidden"] = True
        if stage.subs:
            payload["sub_collections"] = [
                self._common(sub.id, sub.name) | {"root_collection": sub.root} for sub in stage.subs
            ]
        return payload

    def generated(self, collection: str) -> Payload:
        """Return a collection the server makes by a rule of its own."""
        return self._common(collection, GENERATED[collection]) | {"description": ""}

    def _common(self, collection: str, name: Name) -> Payload:
        url = f"{API}/negotiations/{collection}?vacancy_id={self._vacancy.id}"
        return {
            "id": collection,
            "name": name.said(self._locale),
            "url": url,
            "counters": self._roster.counters(collection)._asdict(),
            "order_types": [
                order_payload(order, self._locale) | {"url": f"{url}&order_by={order}"} for order in ORDERS
            ],
        }
