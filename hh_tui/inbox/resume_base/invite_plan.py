"""Inviting several people to one vacancy: who can be, who can't and why, and an operation for each."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from uuid import uuid4

from msgspec import Struct, field

from hh_tui.api.models import Action, Invitable, Negotiation
from hh_tui.inbox.decisions.forms import MESSAGE, Form
from hh_tui.inbox.decisions.invitation import Invitation
from hh_tui.inbox.decisions.operation import Operation, letter_of
from hh_tui.inbox.decisions.outbox import Outbox, Stage
from hh_tui.inbox.letters.personal import complete_letter, own_variables
from hh_tui.inbox.letters.variables import Facts
from hh_tui.inbox.snapshot.query import Query
from hh_tui.system.structs import replace

Body = tuple[tuple[str, str], ...]
Pair = tuple[str, str]
"""A resume's id and a vacancy's; or the name of a vacancy and of a stage there."""


class Obstacle(StrEnum):
    """Why somebody is not invited."""

    MET = "met"
    """They are on the vacancy already."""
    WAITING = "waiting"
    """An invitation there is on its way, or may have gone."""
    CLOSED = "closed"
    """hh.ru offers no way."""
    ANOTHER_WAY = "another"
    """hh.ru offers other ways than the one that is taken for all."""
    LACKING = "lacking"
    """For them the action takes other values than those of the form."""
    UNKNOWN = "unknown"
    """hh.ru did not say whether they can be invited."""


class Invitee(Struct, frozen=True):
    """Somebody who can be invited: the negotiation to come, with the action that makes it."""

    new: Negotiation
    action: Action
    invitation: Invitation


class LeftOut(Struct, frozen=True):
    """Somebody who can't; `stage` is how far they are on the vacancy, where that is why."""

    negotiation: Negotiation
    obstacle: Obstacle
    stage: str = ""


class InvitePlan(Struct, frozen=True):
    """Everybody by what becomes of them; `met` is where else they are, by resume id, as `met_elsewhere`."""

    invitees: tuple[Invitee, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    met: Mapping[str, tuple[Pair, ...]] = field(default_factory=dict)


def on_their_way(outbox: Outbox) -> set[Pair]:
    """Whom an open write invites where; one that failed may have gone all the same."""
    return {
        (one.operation.invitation.resume_id, one.operation.invitation.vacancy_id)
        for one in outbox.entries
        if one.operation.invitation is not None and (one.stage is not Stage.FAILED or one.may_have_gone)
    }


def stage_of(place: Invitable) -> str:
    """How far somebody has come on a vacancy; empty where they have not been there."""
    state = place.employer_negotiations_state or place.negotiations_state
    return (state.name or state.id) if state else ""


def at_vacancy(answers: Mapping[str, Sequence[Invitable]], vacancy_id: str) -> Mapping[str, Invitable | None]:
    """What hh.ru says of one vacancy, out of what it says of all of them for each resume's id."""
    return {
        key: next((one for one in places if one.id == vacancy_id), None) for key, places in answers.items()
    }


def met_elsewhere(
    answers: Mapping[str, Sequence[Invitable]], vacancy_id: str
) -> Mapping[str, tuple[Pair, ...]]:
    """The other active vacancies that somebody is on, by name, with the stage; nobody who is on none."""
    found = {
        key: tuple(
            (one.name or one.id, stage) for one in places if one.id != vacancy_id and (stage := stage_of(one))
        )
        for key, places in answers.items()
    }
    return {key: met for key, met in found.items() if met}


def plan(
    people: Sequence[Negotiation],
    places: Mapping[str, Invitable | None],
    vacancy: tuple[str, str],
    action_id: str | None,
    pending: Collection[Pair],
) -> InvitePlan:
    """Who can be invited to the `vacancy` (id and name) by the action of this id.

    Without an id the first action of the first of them is taken for all: one letter goes with one action.
    `places` is what hh.ru says of the vacancy for each resume's id, None where it does not offer it; who is
    not in it could not be asked about. `pending` are invitations that are on their way.
    """
    invitees: list[Invitee] = []
    left_out: list[LeftOut] = []
    for one in people:
        place = places.get(one.id)
        if (one.id, vacancy[0]) in pending:
            left_out.append(LeftOut(one, Obstacle.WAITING))
        elif one.id not in places:
            left_out.append(LeftOut(one, Obstacle.UNKNOWN))
        elif place is None:
            left_out.append(LeftOut(one, Obstacle.CLOSED))
        elif stage := stage_of(place):
            left_out.append(LeftOut(one, Obstacle.MET, stage))
        elif (action := _action(place, action_id)) is None:
            ways = action_id is not None and _action(place, None) is not None
            left_out.append(LeftOut(one, Obstacle.ANOTHER_WAY if ways else Obstacle.CLOSED))
        else:
            action_id = action.id
            invitation = Invitation(one.id, *vacancy)
            new = invitation.begun(one.resume, place)
            invitees.append(Invitee(new, action, invitation))
    return InvitePlan(tuple(invitees), tuple(left_out))


def _action(place: Invitable, action_id: str | None) -> Action | None:
    ways = [one for one in place.negotiations_actions if one.enabled and not one.hidden]
    return next((one for one in ways if action_id in (None, one.id)), None)


def form_for_all(invitee: Invitee) -> Form:
    """The form of the action without anything that is one person's own."""
    whole = Form.of(invitee.action, invitee.new, invitee.invitation.vacancy_id)
    return replace(whole, known=())


def lacking(invitees: Sequence[Invitee], body: Body) -> tuple[LeftOut, ...]:
    """Those whose action does not go with what the first one's form gave: it takes more, or less."""
    return tuple(LeftOut(one.new, Obstacle.LACKING) for one in invitees if not _takes(one, body))


def _takes(one: Invitee, body: Body) -> bool:
    form = Form.of(one.action, one.new, one.invitation.vacancy_id)
    known = {argument.id for argument in one.action.arguments}
    missing = form.missing(dict(body), silent=letter_of(body) is None)
    return not missing and all(name in known for name, _ in body)


def operations(
    invitees: Sequence[Invitee],
    body: Body,
    facts: Callable[[Negotiation], Facts],
    decided_at: datetime,
    account: str,
) -> dict[str, Operation]:
    """An invitation for each, by the resume's id; together they are taken back and reported.

    A letter that addresses everybody is filled in for each; who has no value for it is left out, as is who is
    `lacking`. `decided_at` is in UTC, `account` the working account that decides.
    """
    words, together = letter_of(body) or "", uuid4().hex
    is_personal = bool(own_variables(words))
    found: dict[str, Operation] = {}
    for one in invitees:
        letter = complete_letter(words, facts(one.new)) if is_personal else words
        if letter is None or not _takes(one, body):
            continue
        form = tuple((name, letter if name == MESSAGE else value) for name, value in body)
        found[one.invitation.resume_id] = Operation(
            uuid4().hex,
            Query(one.invitation.vacancy_id, "", ""),
            one.new,
            one.action,
            form,
            decided_at,
            account=account,
            invitation=one.invitation,
            sprint=together if len(invitees) > 1 else "",
            wording=words if is_personal else "",
        )
    return found
