"""Vacancies a resume may be invited to: ``get-active-vacancy-list`` with ``resume_id``."""

from dataclasses import replace
from typing import Any

from hh_tui.demo.call import API
from hh_tui.demo.payloads.actions import arguments_payload
from hh_tui.demo.payloads.names import state_name
from hh_tui.demo.payloads.vacancies import short_payload
from hh_tui.demo.stages import Action
from hh_tui.demo.topic import Topic
from hh_tui.demo.vacancies import Vacancy

Payload = dict[str, Any]

INVITING = "phone_interview"


def match_payload(
    vacancy: Vacancy, resume: str, met: Topic | None, locale: str, *, open_to_us: bool = True
) -> Payload:
    """Return a vacancy with the ways to invite a resume to it; none if they have met already.

    Without the services it takes, ``open_to_us`` is false: then there is no way either.
    """
    actions = [action for action in vacancy.pipeline.actions if action.id == INVITING]
    manager = vacancy.manager
    return short_payload(vacancy, locale) | {
        "can_invite": met is None and open_to_us,
        "manager": {
            "id": manager.id,
            "first_name": manager.first_name,
            "last_name": manager.last_name,
            "middle_name": manager.middle_name or None,
        },
        "negotiations_state": {"id": met.public, "name": state_name(met.public, locale)} if met else None,
        "employer_negotiations_state": _employer_state(met, locale),
        "negotiations_actions": []
        if met or not open_to_us
        else [_invitation(vacancy, action, resume, locale) for action in actions],
        "templates": [],
    }


def _employer_state(met: Topic | None, locale: str) -> Payload | None:
    return {"id": met.stage.state, "name": met.stage.name.said(locale)} if met else None


def _invitation(vacancy: Vacancy, action: Action, resume: str, locale: str) -> Payload:
    stage = vacancy.pipeline.stage(INVITING)
    wanted: list[Payload] = [
        {"id": name, "required": True, "required_arguments": []} for name in ("resume_id", "vacancy_id")
    ]
    letter = f"{API}/message_templates/invite?vacancy_id={vacancy.id}&resume_id={resume}"
    return {
        "id": action.id,
        "name": action.name.said(locale),
        "enabled": True,
        "hidden": False,
        "method": "POST",
        "url": f"{API}/negotiations/{INVITING}",
        "arguments": wanted + arguments_payload(replace(action, address=True)),
        "templates": [{"id": "invite", "name": action.name.said(locale), "quick": False, "url": letter}],
        "resulting_employer_state": {"id": stage.state, "name": stage.name.said(locale)} if stage else None,
    }
