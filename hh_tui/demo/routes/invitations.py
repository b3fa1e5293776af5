"""Inviting those who have not answered."""

from hh_tui.demo.call import Answer, Call
from hh_tui.demo.payloads.invitations import INVITING
from hh_tui.demo.refusal import bad_argument, negotiations_refusal
from hh_tui.demo.resume_ids import person_of
from hh_tui.demo.routes.actions import wish_of


def post_invitation(call: Call) -> Answer:
    """invite-applicant-to-vacancy; the new negotiation is named by the Location header."""
    world = call.world
    vacancy = world.vacancy(call.given("vacancy_id") or "")
    if vacancy is None:
        raise bad_argument("vacancy_id")
    key = person_of(call.given("resume_id") or "")
    if key is None or not world.knows(key):
        raise bad_argument("resume_id")
    stage = vacancy.pipeline.stage(INVITING)
    if vacancy.archived or stage is None:
        raise negotiations_refusal("invalid_vacancy")
    if world.met(vacancy, key):
        raise negotiations_refusal("already_applied")
    topic = world.invite(vacancy, key, stage, wish_of(call).message)
    headers = {"location": f"/negotiations/{topic.id}", "content-type": "text/html; charset=utf-8"}
    return Answer(201, headers=headers)
