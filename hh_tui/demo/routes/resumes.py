"""Resumes and their history with the employer."""

from urllib.parse import quote

from hh_tui.demo.call import Answer, Call
from hh_tui.demo.documents import pdf, rtf
from hh_tui.demo.payloads.full_resumes import Besides, full_payload, history_payload
from hh_tui.demo.people import Person
from hh_tui.demo.refusal import Refusal, not_found
from hh_tui.demo.resume_ids import person_of
from hh_tui.demo.strangers import is_stranger


def get_resume(call: Call) -> Answer:
    """get-resume; with ``topic_id`` the response counts as viewed, without it does not.

    The address of ``get_with_contact`` spends a contact: from then on the contacts are open.
    """
    world = call.world
    who = _who(call)
    nid = call.asked("topic_id")
    topic = world.find(nid) if nid else None
    if nid and (topic is None or topic.person != who.key or topic.resume_hidden):
        raise not_found()
    access = world.resume_access
    if not access.may_view(who.key, world.now):
        raise Refusal(429, [{"type": "resumes", "value": "view_limit_exceeded"}])
    if not access.search and is_stranger(who.key):
        raise Refusal(403, [{"type": "api_access_payment", "value": "action_must_be_payed"}])
    if call.flag("with_contact") and who.key not in world.contacts_opened:
        if access.contacts <= 0:
            raise Refusal(403, [{"type": "resumes", "value": "quota_exceeded"}])
        access.contacts -= 1
        world.contacts_opened[who.key] = world.now
    besides = Besides(
        status=call.flag("with_job_search_status"),
        creds=call.flag("with_creds"),
        history=call.flag("with_negotiations_history"),
    )
    body = full_payload(world, who, topic, call.locale, besides)
    access.view(who.key, world.now)
    if topic is not None:
        topic.open()
        world.touched(topic)
    return Answer(body=body)


def get_history(call: Call) -> Answer:
    """get-resume-negotiations-history."""
    return Answer(body=history_payload(call.world, _who(call), call.locale))


def get_file(call: Call) -> Answer:
    """Give the resume as a file; its name holds the candidate's."""
    who = _who(call)
    kind = call.path["file"].rpartition(".")[2]
    if kind == "pdf":
        body = pdf(call.path["resume_id"])
    elif kind == "rtf":
        body = rtf(who, call.world.career(who))
    else:
        raise not_found()
    name = f"filename*=UTF-8''{quote(f'{who.last_name} {who.first_name}.{kind}')}"
    headers = {"content-type": f"application/{kind}", "content-disposition": f"attachment; {name}"}
    return Answer(body=body, headers=headers)


def _who(call: Call) -> Person:
    key = person_of(call.path["resume_id"])
    if key is None or not call.world.knows(key):
        raise not_found()
    return call.world.person(key)
