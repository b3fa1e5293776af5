"""Negotiations: in collections, and one by one."""

from typing import Any

from hh_tui.demo.call import API, SITE
from hh_tui.demo.chats import chat_id
from hh_tui.demo.moments import stamp
from hh_tui.demo.payloads.actions import actions_payload, template_payloads
from hh_tui.demo.payloads.gaps import with_gaps
from hh_tui.demo.payloads.names import state_name
from hh_tui.demo.payloads.relevance import chat_bot, relevant_experience
from hh_tui.demo.payloads.resumes import short_payload
from hh_tui.demo.payloads.vacancies import short_payload as vacancy_payload
from hh_tui.demo.topic import Topic
from hh_tui.demo.world import World

Payload = dict[str, Any]

_CHATLESS = ("CLICKME_CPA",)  # sources whose negotiations have no chat

_OPTIONAL = (
    "resume",
    "funnel_stage",
    "test_result",
    "chat_bot",
    "relevant_experience",
    "chat_id",
    "professional_roles",
)
"""Fields a negotiation may lack where it could have null."""


def topic_payload(world: World, topic: Topic, locale: str, *, with_status: bool = False) -> Payload:
    """Return a negotiation as ``get-collection-negotiations-list`` lists it."""
    shown = not topic.resume_hidden
    payload = {
        "id": topic.id,
        "chat_id": None if topic.source in _CHATLESS else int(chat_id(topic)),
        "state": {"id": topic.public, "name": state_name(topic.public, locale)},
        "employer_state": {"id": topic.stage.state, "name": topic.stage.name.said(locale)},
        "created_at": stamp(topic.created_at),
        "updated_at": stamp(topic.updated_at),
        "has_updates": topic.has_updates,
        "viewed_by_opponent": topic.viewed_by_opponent,
        "messaging_status": topic.messaging_status,
        "counters": {"messages": topic.count, "unread_messages": topic.unread},
        "source": topic.source,
        "applicant_question_state": topic.asked_first,
        "professional_roles": [{"id": topic.vacancy.trade.role[0]}] if topic.number % 5 else None,
        "funnel_stage": _funnel_stage(topic, locale),
        "test_result": _test_result(topic),
        "chat_bot": chat_bot(world, topic) if shown else None,
        "relevant_experience": relevant_experience(world, topic) if shown else None,
        "actions": actions_payload(topic, locale, bare_parents=world.readings.parents_without_url),
        "templates": template_payloads(topic, ("invite_after_response", "discard_after_response"), locale),
        "resume": short_payload(world, topic, locale, with_status=with_status) if shown else None,
        "tags": [{"id": "RELEVANT"}] if topic.number % 19 == 2 else [],
    }
    if not world.readings.addresses_left_out:
        payload["url"] = f"{API}/negotiations/{topic.id}"
        payload["messages_url"] = f"{API}/negotiations/{topic.id}/messages"
    return with_gaps(payload, topic.number * 2_654_435_761 >> 5, *_OPTIONAL)


def topic_item_payload(world: World, topic: Topic, locale: str) -> Payload:
    """Return a negotiation as ``get-negotiation-item`` gives it: with its vacancy."""
    return topic_payload(world, topic, locale) | {"vacancy": vacancy_payload(topic.vacancy, locale)}


def mark_of(score: int) -> str:
    """Return the mark a test score of 0 to 100 earns."""
    return "UNFAIR" if score < 15 else "FAIR" if score < 45 else "GOOD" if score < 80 else "EXCELLENT"


def _funnel_stage(topic: Topic, locale: str) -> Payload | None:
    if topic.stage.public == "response":
        return None
    subs = (sub for sub in topic.stage.subs if sub.id == topic.sub)
    sub = next(subs, None)
    return {
        "id": topic.stage.id,
        "state": {"id": topic.stage.state, "name": topic.stage.name.said(locale)},
        "substate": {"name": sub.name.said(locale)} if sub else None,
    }


def _test_result(topic: Topic) -> Payload | None:
    if topic.score is None:
        return None
    return {
        "score": topic.score,
        "mark": mark_of(topic.score),
        "url": f"{API}/negotiations/{topic.id}/test/solution",
        "alternate_url": f"{SITE}/employer/negotiations/test/{topic.id}",
    }
