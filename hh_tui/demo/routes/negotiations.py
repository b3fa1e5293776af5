"""Collections of negotiations, their lists, one negotiation."""

from hh_tui.demo.call import Answer, Call, page_of
from hh_tui.demo.filters import kept
from hh_tui.demo.payloads.collections import GENERATED, collections_payload, order_payload
from hh_tui.demo.payloads.topics import topic_item_payload, topic_payload
from hh_tui.demo.refusal import bad_argument, no_topic, not_found
from hh_tui.demo.roster import ORDERS
from hh_tui.demo.topic import Topic
from hh_tui.demo.vacancies import Vacancy

_DEPTH = 2_000  # negotiations that pages of a collection reach


def get_collections(call: Call) -> Answer:
    """get-negotiations."""
    vacancy = asked_vacancy(call)
    generated = call.flag("with_generated_collections")
    return Answer(body=collections_payload(call.world, vacancy, call.locale, generated=generated))


def get_list(call: Call) -> Answer:
    """get-collection-negotiations-list; a collection this vacancy has not is a negotiation id, or nothing."""
    collection = call.path["collection"]
    if collection.isdigit():
        return _get_topic(call, collection)
    vacancy = asked_vacancy(call)
    pipeline = vacancy.pipeline
    if not (pipeline.stage(collection) or pipeline.sub(collection) or collection in GENERATED):
        raise not_found()
    order = call.asked("order_by") or vacancy.order
    if order not in ORDERS:
        raise bad_argument("order_by")
    roster = call.world.roster(vacancy)
    found = kept(call, collection, roster.listed(collection, order))
    items, envelope = page_of(call, found, default=20, most=50)
    readings = call.world.readings
    if readings.depth_limited and envelope["page"] * envelope["per_page"] >= _DEPTH:
        raise bad_argument("page")
    with_status = call.flag("with_job_search_status") and not readings.lists_without_status
    listed = [topic_payload(call.world, topic, call.locale, with_status=with_status) for topic in items]
    more = {"ordered_by": order_payload(order, call.locale), "hidden_count": roster.hidden_count(collection)}
    return Answer(body=envelope | {"items": listed} | more)


def topic_at(call: Call) -> Topic:
    """Return the negotiation the path names."""
    return topic_of(call, call.path["nid"])


def topic_of(call: Call, nid: str, *, anyones: bool = False) -> Topic:
    """Return the negotiation of an id, refusing ids of none; ``anyones`` takes those we have no right to."""
    topic = call.world.find(nid)
    if topic is None or not (anyones or topic.vacancy.accessible):
        raise not_found() if call.world.readings.plain_not_found else no_topic()
    return topic


def asked_vacancy(call: Call) -> Vacancy:
    """Return the vacancy the query names."""
    vacancy_id = call.asked("vacancy_id")
    if vacancy_id is None or not vacancy_id.isdigit():
        raise bad_argument("vacancy_id")
    vacancy = call.world.vacancy(vacancy_id)
    if vacancy is None or not vacancy.accessible:
        raise not_found()
    return vacancy


def _get_topic(call: Call, nid: str) -> Answer:
    """get-negotiation-item; marks nothing as viewed."""
    return Answer(body=topic_item_payload(call.world, topic_of(call, nid), call.locale))
