"""Performing an action on a negotiation: what is offered, what is refused, what changes."""

from dataclasses import dataclass

from hh_tui.demo.company import company
from hh_tui.demo.refusal import Refusal, negotiations_refusal
from hh_tui.demo.stages import Action
from hh_tui.demo.threads import LONGEST
from hh_tui.demo.topic import Change, Topic
from hh_tui.demo.world import World

# What stops a letter that comes with a move; no_invitation does not: the move may be the invitation.
_LETTER_STOPS = ("archived", "resume_deleted", "disabled_by_employer", "in_a_row_limit", "overall_limit")


@dataclass(frozen=True, slots=True)
class Wish:
    """The arguments of an action as the client gave them."""

    message: str | None = None
    address_id: str | None = None
    send_sms: bool = False


def offered(topic: Topic) -> list[Action]:
    """Return the actions open to a negotiation: none once its vacancy is archived."""
    return [] if topic.vacancy.archived else topic.vacancy.pipeline.offered(topic.stage.id, topic.sub)


def chosen(topic: Topic, action_id: str) -> Action:
    """Return the offered action of that id, or the one it is a sub-action of.

    A stage id that no action bears leads to the first action into that stage, as the bulk operation needs.
    """
    if topic.vacancy.archived or not topic.vacancy.accessible:
        raise negotiations_refusal("invalid_vacancy")
    open_now = offered(topic)
    for action in open_now:
        if action_id == action.id or action_id in (sub.id for sub in action.subs):
            return action
    into = [action for action in open_now if action.to == action_id and action.enabled and not action.sub]
    if into:
        return into[0]
    raise negotiations_refusal("wrong_state")


def check(topic: Topic, action: Action, wish: Wish) -> None:
    """Refuse what the server would refuse, changing nothing; actions are offered without a resume, too."""
    if topic.resume_hidden:
        raise negotiations_refusal("resume_not_found")
    if not action.enabled:
        raise negotiations_refusal("edit_forbidden")
    if wish.message is not None and not wish.message.strip():
        raise negotiations_refusal("empty_message")
    if wish.message is None and (action.message == "required" or wish.send_sms or wish.address_id):
        raise negotiations_refusal("message_cannot_be_empty")
    if wish.message is None:
        return
    if action.message == "none":
        raise Refusal(400, [{"type": "bad_argument", "value": "message"}])
    if len(wish.message) > LONGEST:
        raise negotiations_refusal("too_long_message")
    if topic.messaging_status in _LETTER_STOPS:
        raise negotiations_refusal(topic.messaging_status)
    if wish.address_id and wish.address_id not in {address.id for address in company().addresses}:
        raise negotiations_refusal("address_not_found")


def perform(world: World, topic: Topic, action: Action, wish: Wish) -> None:
    """Perform an action: the stage changes at once, the applicant learns of it by a letter only."""
    check(topic, action, wish)
    stage = topic.vacancy.pipeline.stage(action.to) if action.to else None
    if stage is not None:
        topic.stage, topic.sub = stage, action.sub
        topic.open()
        topic.updated_at = world.now
        topic.changes.append(Change(stage, world.now, with_message=wish.message is not None))
    if wish.message is not None:
        state = topic.stage.public if stage is not None else "text"
        if topic.messaging_status == "no_invitation" and topic.stage.public == "invitation":
            topic.messaging_status = "ok"
        if state != "text":
            topic.public = state
        world.write(topic, wish.message, state=state, address_id=wish.address_id)
    world.touched(topic)
