"""Letters the server offers, filled in, and the employer's own wordings."""

import re

from hh_tui.demo.call import Answer, Call
from hh_tui.demo.people import Person
from hh_tui.demo.refusal import Refusal, bad_argument, not_found
from hh_tui.demo.resume_ids import person_of
from hh_tui.demo.routes.vacancies import check_employer
from hh_tui.demo.templates import Template, filled, templates
from hh_tui.demo.vacancies import Vacancy
from hh_tui.demo.words import Name

_VARIABLES = {
    "Name": Name("Имя кандидата", "Candidate's name"),
    "Vacancy": Name("Вакансия", "Vacancy"),
    "HRName": Name("Имя рекрутера", "Recruiter's name"),
    "HRPhone": Name("Телефон рекрутера", "Recruiter's phone"),
    "HREmail": Name("Почта рекрутера", "Recruiter's e-mail"),
    "SiteName": Name("Сайт", "Site"),
    "Company": Name("Компания", "Company"),
}
_VARIABLE = re.compile(r"\[([^\[\]\n]*)\]")
_LONGEST = 5_000  # characters of an own wording


def get_template(call: Call) -> Answer:
    """get-negotiation-message-templates."""
    template = templates().get(call.path["template"])
    if template is None:
        raise not_found()
    vacancy, reader = _addressee(call)
    own = call.world.own_templates.get(template.mail_id)
    text, sms = filled(template.name_id, vacancy, reader, own)
    common = {"employer_state": template.employer_state, "template_modified": own is not None}
    body = {"mail": common | {"text": text}}
    if sms:
        body["sms"] = common | {"text": sms, "template_modified": False}
    return Answer(body=body)


def get_mail_templates(call: Call) -> Answer:
    """get-mail-templates; a bare array."""
    check_employer(call)
    return Answer(body=[_mail_template(call, template) for template in templates().values()])


def put_mail_template(call: Call) -> Answer:
    """put-mail-templates-item."""
    check_employer(call)
    mail_id = call.path["template_id"]
    template = next((one for one in templates().values() if one.mail_id == mail_id), None)
    if template is None:
        raise not_found()
    if not template.editable:
        raise Refusal(403, [{"type": "forbidden"}])
    text = call.json().get("text")
    if not isinstance(text, str):
        raise _wrong("required")
    if len(text) > _LONGEST:
        raise _wrong("too_long")
    if not set(_VARIABLE.findall(text)) <= set(_VARIABLES):
        raise _wrong("wrong_variable")
    call.world.own_templates[mail_id] = text
    return Answer(204)


def _wrong(reason: str) -> Refusal:
    return Refusal(400, [{"type": "bad_json_data", "pointer": "/text", "reason": reason}])


def _addressee(call: Call) -> tuple[Vacancy, Person]:
    """Return for whom a letter is: a negotiation, or else a vacancy with a resume.

    Raises Refusal for an archived vacancy, and for a resume that is hidden or deleted.
    """
    nid, vacancy_id, resume = call.asked("topic_id"), call.asked("vacancy_id"), call.asked("resume_id")
    if nid is not None:
        topic = call.world.find(nid)
        if topic is None or vacancy_id or resume or not topic.vacancy.accessible:
            raise bad_argument("topic_id")
        if topic.resume_hidden or topic.vacancy.archived:
            raise bad_argument("topic_id")
        return topic.vacancy, call.world.person(topic.person)
    vacancy = call.world.vacancy(vacancy_id or "")
    key = person_of(resume or "")
    if vacancy is None or vacancy.archived or not vacancy.accessible:
        raise bad_argument("vacancy_id")
    if key is None:
        raise bad_argument("resume_id")
    return vacancy, call.world.person(key)


def _mail_template(call: Call, template: Template) -> dict[str, object]:
    own = call.world.own_templates.get(template.mail_id)
    return {
        "id": template.mail_id,
        "name": call.said(template.name),
        "text": own or template.text,
        "type": "EMAIL",
        "employer_state": template.employer_state,
        "template_modified": own is not None,
        "editable": template.editable,
        "variables": [{"id": key, "name": call.said(name)} for key, name in _VARIABLES.items()],
    }
