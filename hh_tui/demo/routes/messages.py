"""Messages of a negotiation."""

from hh_tui.demo.call import Answer, Call, page_of
from hh_tui.demo.payloads.messages import message_payload
from hh_tui.demo.refusal import negotiations_refusal
from hh_tui.demo.routes.actions import wanted_topics
from hh_tui.demo.routes.negotiations import topic_at, topic_of
from hh_tui.demo.threads import LONGEST

_SHORT, _LONG = 20, 50  # messages of a page


def get_messages(call: Call) -> Answer:
    """get-negotiation-messages; oldest first. The response counts as viewed and its messages as read.

    A message that was removed leaves a null in its place.
    """
    topic = topic_at(call)
    messages = call.world.thread(topic)
    if call.flag("with_text_only"):
        messages = [message for message in messages if message.text and not message.removed]
    most = _SHORT if call.world.readings.short_message_pages else _LONG
    items, envelope = page_of(call, messages, default=_SHORT, most=most)
    listed = [None if message.removed else message_payload(message, call.locale) for message in items]
    body = envelope | {"items": listed}
    topic.look()
    call.world.touched(topic)
    return Answer(body=body)


def post_message(call: Call) -> Answer:
    """send-negotiation-message; an employer gets an empty page back, or a null."""
    topic = topic_at(call)
    text = call.given("message")
    if text is None:
        raise negotiations_refusal("message_cannot_be_empty")
    if not text.strip():
        raise negotiations_refusal("empty_message")
    if len(text) > LONGEST:
        raise negotiations_refusal("too_long_message")
    if topic.vacancy.archived:
        raise negotiations_refusal("invalid_vacancy")
    if topic.messaging_status != "ok":
        raise negotiations_refusal(topic.messaging_status)
    call.world.write(topic, text)
    if call.world.readings.null_answers:
        return Answer(201, b"null")
    return Answer(201, headers={"content-type": "text/html; charset=utf-8"})


def post_read(call: Call) -> Answer:
    """post-negotiations-topics-read; all of them of one vacancy."""
    topics = [topic_of(call, nid) for nid in wanted_topics(call)]
    if len({topic.vacancy.id for topic in topics}) > 1:
        raise negotiations_refusal("application_denied")
    for topic in topics:
        topic.look()
        call.world.touched(topic)
    return Answer(204)
