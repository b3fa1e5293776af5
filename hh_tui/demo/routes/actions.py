"""Actions on negotiations: one, or up to fifty at once."""

from hh_tui.demo.call import Answer, Call
from hh_tui.demo.moves import Wish, check, chosen, perform
from hh_tui.demo.refusal import bad_argument, negotiations_refusal
from hh_tui.demo.routes.negotiations import topic_of

_BULK = 50  # negotiations at once


def put_action(call: Call) -> Answer:
    """change-negotiation-action."""
    topic = topic_of(call, call.path["nid"], anyones=True)
    perform(call.world, topic, chosen(topic, call.path["collection"]), wish_of(call))
    return Answer(204)


def put_bulk(call: Call) -> Answer:
    """put-negotiations-collection-to-next-state; all of them, or none."""
    wanted = wanted_topics(call)
    if len(wanted) > _BULK:
        raise bad_argument("topic_id", "too_many_bulk_items")
    topics = [topic_of(call, nid, anyones=True) for nid in dict.fromkeys(wanted)]
    if len({topic.vacancy.id for topic in topics}) > 1:
        raise negotiations_refusal("application_denied")
    wish = wish_of(call)
    moves = [(topic, chosen(topic, call.path["collection"])) for topic in topics]
    for topic, action in moves:
        check(topic, action, wish)
    for topic, action in moves:
        perform(call.world, topic, action, wish)
    return Answer(204)


def wanted_topics(call: Call) -> list[str]:
    """Return the negotiation ids a write names."""
    wanted = call.all_given("topic_id")
    if not wanted:
        raise bad_argument("topic_id")
    return wanted


def wish_of(call: Call) -> Wish:
    """Return the arguments of an action."""
    return Wish(
        message=call.given("message"),
        address_id=call.given("address_id"),
        send_sms=call.given("send_sms") == "true",
    )
