"""Inviting those who have not answered."""

from hh_tui.demo.call import Answer, Call
from hh_tui.demo.company import company
from hh_tui.demo.moves import Wish
from hh_tui.demo.payloads.invitations import INVITING
from hh_tui.demo.refusal import bad_argument, negotiations_refusal
from hh_tui.demo.reluctance import CLOSED, REFUSALS, REMOVED_ADDRESS, temper
from hh_tui.demo.resume_ids import person_of
from hh_tui.demo.routes.actions import wish_of
from hh_tui.demo.threads import LONGEST


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
    wish = wish_of(call)
    _check(wish)
    if reluctance := REFUSALS.get(temper(key)):
        raise negotiations_refusal(reluctance)
    if temper(key) == CLOSED:
        raise negotiations_refusal("not_enough_purchased_services")
    if world.invited_today >= world.resume_access.invitations:
        raise negotiations_refusal("limit_exceeded")
    topic = world.invite(vacancy, key, stage, wish.message, wish.address_id)
    headers = {"location": f"/negotiations/{topic.id}", "content-type": "text/html; charset=utf-8"}
    return Answer(201, headers=headers)


def _check(wish: Wish) -> None:
    """Refuse a letter that is none, and what needs one."""
    if wish.message is None and (wish.address_id or wish.send_sms):
        raise negotiations_refusal("message_cannot_be_empty")
    if wish.message is not None and not wish.message.strip():
        raise negotiations_refusal("empty_message")
    if wish.message is not None and len(wish.message) > LONGEST:
        raise negotiations_refusal("too_long_message")
    places = {address.id for address in company().addresses} - {REMOVED_ADDRESS}
    if wish.address_id and wish.address_id not in places:
        raise negotiations_refusal("address_not_found")
