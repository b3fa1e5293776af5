"""Actions a negotiation is offered, and the templates of their letters."""

from functools import cache
from typing import Any

from hh_tui.demo.call import API
from hh_tui.demo.moves import offered
from hh_tui.demo.stages import Action
from hh_tui.demo.templates import templates
from hh_tui.demo.topic import Topic

Payload = dict[str, Any]


def actions_payload(topic: Topic, locale: str, *, bare_parents: bool = False) -> list[Payload]:
    """Return the actions of a negotiation in the server's order.

    With ``bare_parents`` what cannot be carried out has no address: disabled actions, and hidden ones, which
    are then carried out by a sub-action.
    """
    payloads = [_action(topic, action, locale) for action in offered(topic)]
    if bare_parents:
        for payload in payloads:
            _strip(payload)
    return payloads


def _strip(payload: Payload) -> None:
    if payload["hidden"]:
        payload["sub_actions"] = [{name: payload[name] for name in ("id", "name", "method", "url")}]
    if payload["hidden"] or not payload["enabled"]:
        payload["method"] = payload["url"] = None


def template_payloads(topic: Topic, names: tuple[str, ...], locale: str) -> list[Payload]:
    """Return letters by the ids that actions name."""
    found = [templates()[name] for name in names]
    return [
        {
            "id": template.name_id,
            "name": template.name.said(locale),
            "quick": template.quick,
            "url": f"{API}/message_templates/{template.name_id}?topic_id={topic.id}",
        }
        for template in found
    ]


def _action(topic: Topic, action: Action, locale: str) -> Payload:
    stage = topic.vacancy.pipeline.stage(action.to) if action.to else None
    payload: Payload = {
        "id": action.id,
        "name": action.name.said(locale),
        "enabled": action.enabled,
        "hidden": action.hidden,
        "method": "PUT",
        "url": f"{API}/negotiations/{action.id}/{topic.id}",
        "arguments": _arguments(action.message, action.extra, address=action.address, sms=action.sms),
        "templates": template_payloads(topic, action.templates, locale),
        "resulting_employer_state": {"id": stage.state, "name": stage.name.said(locale)} if stage else None,
    }
    if action.subs:
        payload["sub_actions"] = [
            {
                "id": sub.id,
                "name": sub.name.said(locale),
                "method": "PUT",
                "url": f"{API}/negotiations/{sub.id}/{topic.id}",
            }
            for sub in action.subs
        ]
    return payload


def arguments_payload(action: Action) -> list[Payload]:
    """Return what an action takes, and what each of it needs beside it."""
    return list(_arguments(action.message, action.extra, address=action.address, sms=action.sms))


@cache
def _arguments(message: str, extra: str | None, *, address: bool, sms: bool) -> tuple[Payload, ...]:
    arguments = []
    if message != "none":
        arguments.append(_argument("message", required=message == "required"))
    if address:
        arguments.append(_argument("address_id", needs="message"))
    if sms:
        arguments.append(_argument("send_sms", needs="message"))
    if extra:
        arguments.append(_argument(extra))
    return tuple(arguments)


def _argument(name: str, *, required: bool = False, needs: str | None = None) -> Payload:
    return {"id": name, "required": required, "required_arguments": [{"id": needs}] if needs else []}
