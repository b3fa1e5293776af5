"""Reads for an invitation: its vacancies, the resume, and where the new negotiation is."""

from collections.abc import Callable
from functools import partial

from textual.worker import Worker

from hh_tui.api.models import Invitable, Resume
from hh_tui.errors import BadArgument, HHError, NotFound
from hh_tui.outbox.invite import existing
from hh_tui.system.structs import replace
from hh_tui.ui.events import (
    AnyEvent,
    InvitableRead,
    Invited,
    InvitedLost,
    InvitedRead,
    ReadFailed,
    ResumeSeen,
    ResumeUnknown,
)
from hh_tui.ui.tasks import Tasks
from hh_tui.ui.whereabouts import whereabouts
from hh_tui.worker.session import ApiWorker


class InviteReads:
    """Asks the API worker; nothing here spends anything but `resume`, which the person is told before."""

    def __init__(self, session: ApiWorker, tasks: Tasks, post: Callable[[AnyEvent], object]) -> None:
        self._session = session
        self._tasks = tasks
        self._post = post

    def places(self, employer_id: str, resume: Resume, *, unseen: bool) -> Worker[None]:
        """Where this resume can be invited to. The candidate notices nothing."""
        return self._tasks.start(
            partial(self._read_places, employer_id, resume, unseen=unseen), group="invitable"
        )

    async def _read_places(self, employer_id: str, resume: Resume, *, unseen: bool) -> None:
        call = partial(self._session.client.vacancies.to_invite_to, employer_id, resume.id or "")
        try:
            places = await self._session.read(call)
        except (BadArgument, NotFound):
            self._post(ResumeUnknown())
        except HHError as error:
            self._post(ReadFailed(error))
        else:
            self._post(InvitableRead(resume, places, unseen))

    def resume(self, resume: Resume, places: tuple[Invitable, ...]) -> Worker[None]:
        """The resume itself: a view out of the daily limit, and the candidate sees it."""
        return self._tasks.start(partial(self._read_resume, resume, places), group="resume")

    async def _read_resume(self, resume: Resume, places: tuple[Invitable, ...]) -> None:
        try:
            found = await self._session.read(partial(self._session.client.resumes.full, Resume(id=resume.id)))
        except NotFound:
            self._post(ResumeUnknown())
        except HHError as error:
            self._post(ReadFailed(error))
        else:
            self._post(ResumeSeen(replace(found, id=resume.id), places))

    def invited(self, invited: Invited, position: object) -> Worker[None]:
        """The list that holds the negotiation, or the negotiation alone. The candidate notices nothing."""
        return self._tasks.start(partial(self._read_invited, invited, position), group="invited")

    async def _read_invited(self, invited: Invited, position: object) -> None:
        session, vacancy_id = self._session, invited.invitation.vacancy_id
        try:
            found = invited.negotiation_id or await session.read(
                partial(existing, session.client, invited.invitation)
            )
            if found is None:
                self._post(InvitedLost(invited))
                return
            where = await whereabouts(session, vacancy_id, found)
        except HHError as error:
            self._post(ReadFailed(error))
            return
        self._post(InvitedLost(invited) if where is None else InvitedRead(invited, found, where, position))
