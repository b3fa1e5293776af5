"""Inviting: the write itself, and finding out by reading what became of it."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hh_tui.api.models import Resume
from hh_tui.errors import HHError, NotCarriedOut, Unsettled
from hh_tui.i18n.text import one_line
from hh_tui.inbox.decisions.invitation import Invitation
from hh_tui.inbox.decisions.operation import Operation

if TYPE_CHECKING:
    from hh_tui.api.client import HHClient
    from hh_tui.api.models import MetVacancy

KNOWN_ANYWAY = frozenset({"resume_id", "vacancy_id"})
"""Arguments that every invitation has."""


async def invite(client: "HHClient", operation: Operation, invitation: Invitation) -> str | None:
    """Send an invitation once (invite-applicant-to-vacancy). Raises HHError.

    Returns the new negotiation's id, None where the answer does not say.
    """
    if operation.action is None:
        raise ValueError("an invitation needs its action")
    form = [(name, value) for name, value in operation.form if name not in KNOWN_ANYWAY]
    return await client.negotiations.invite(
        operation.action, invitation.resume_id, invitation.vacancy_id, form
    )


async def settle(client: "HHClient", invitation: Invitation) -> str | None:
    """Find out whether an unanswered invitation took place: the negotiation's id, None where it is not known.

    Reads get-active-vacancy-list for the resume, and get-resume-negotiations-history.

    Before it was sent the two had not met. The vacancies to invite to say whether they have by now; where
    they are silent the resume's history does, which is part of a paid service. Raises NotCarriedOut,
    Unsettled where neither tells, and any other HHError of the reading.
    """
    account = await client.account.me()
    if account.employer is not None:
        places = await client.vacancies.to_invite_to(account.employer.id, invitation.resume_id)
        place = next((one for one in places if one.id == invitation.vacancy_id), None)
        if place is not None and place.negotiations_state is None and place.can_invite:
            raise NotCarriedOut()
        if place is not None and place.negotiations_state is not None:
            return await existing(client, invitation)
    try:
        met = await _met(client, invitation)
    except HHError as error:
        if error.repeatable:
            raise
        raise Unsettled() from error
    if met is None:
        raise Unsettled()
    return negotiation_id_of(met)


async def existing(client: "HHClient", invitation: Invitation) -> str | None:
    """The id of the negotiation of this resume on this vacancy (get-resume-negotiations-history).

    None where the history may not be read, or lacks it; raises nothing.
    """
    try:
        met = await _met(client, invitation)
    except HHError:
        return None
    return negotiation_id_of(met) if met is not None else None


async def _met(client: "HHClient", invitation: Invitation) -> "MetVacancy | None":
    history = await client.resumes.history(Resume(id=invitation.resume_id))
    return next((one for one in history if one.id == invitation.vacancy_id), None)


def negotiation_id_of(met: "MetVacancy") -> str | None:
    """The id in the addresses of a history entry, which hold only where it `can_edit`.

    The one of the messages has it; the other is described as the negotiation's own, and may be its list's.
    """
    if not met.can_edit:
        return None
    for address in (met.messages_url, met.negotiations_url):
        try:
            link = urlsplit(address or "")
        except ValueError:
            continue
        parts = link.path.strip("/").removesuffix("/messages").split("/")
        if parts[0] == "negotiations" and len(parts) == 2 and parts[1].isdigit():
            return one_line(parts[1])
    return None
