"""The reads of inviting: where to, whom, and where the new negotiation is."""

from dataclasses import dataclass
from functools import partial

from textual import work
from textual.message import Message

from hh_tui.api.models import Board, Invitable, Negotiation, Page, Resume
from hh_tui.errors import BadArgument, HHError, NotFound
from hh_tui.inbox.decisions.invitation import Invitation
from hh_tui.inbox.lists.likely_lists import likely
from hh_tui.inbox.snapshot.query import Query
from hh_tui.outbox.invite import existing
from hh_tui.ui.events import ReadFailed
from hh_tui.ui.screens.scheduling import SchedulingScreen

LOOKS = 4
"""Collections whose first page is looked at for a negotiation."""


@dataclass(frozen=True, slots=True)
class Way:
    """The way to a negotiation that an invitation made or met; its id where it is known already."""

    invitation: Invitation
    negotiation_id: str | None = None


@dataclass
class PlacesRead(Message):
    """The vacancies to invite a resume to; `spare` when who it is was not looked at."""

    resume: Resume
    places: tuple[Invitable, ...]
    spare: bool


@dataclass
class HeadRead(Message):
    """Who it is, and what there was to choose from."""

    resume: Resume
    places: tuple[Invitable, ...]


@dataclass
class WayRead(Message):
    """The negotiation in its list; `position` is where the person was when nobody asked to be taken there."""

    way: Way
    board: Board
    query: Query
    page: Page[Negotiation]
    place: int
    alone: bool
    position: object


@dataclass
class WayLost(Message):
    """Where the negotiation is can't be found out."""

    way: Way


@dataclass
class Unknown(Message):
    """hh.ru knows no such resume."""


class InvitingReads(SchedulingScreen):
    """Asks the API worker; nothing here spends anything but `read_head`, which says so before."""

    @work(group="places", exclusive=True, exit_on_error=False)
    async def read_places(self, employer_id: str, resume: Resume, *, spare: bool) -> None:
        """Where this resume can be invited to. The candidate notices nothing."""
        client = self.worker.client
        try:
            places = await self.worker.read(
                partial(client.vacancies_to_invite_to, employer_id, resume.id or "")
            )
        except (BadArgument, NotFound):
            self.post_message(Unknown())
        except HHError as error:
            self.post_message(ReadFailed(error))
        else:
            self.post_message(PlacesRead(resume, places, spare))

    @work(group="head", exclusive=True, exit_on_error=False)
    async def read_head(self, resume: Resume, places: tuple[Invitable, ...]) -> None:
        """The resume itself: a view out of the daily limit, and the candidate sees it."""
        try:
            found = await self.worker.read(partial(self.worker.client.resume, Resume(id=resume.id)))
        except NotFound:
            self.post_message(Unknown())
        except HHError as error:
            self.post_message(ReadFailed(error))
        else:
            self.post_message(HeadRead(found.model_copy(update={"id": resume.id}), places))

    @work(group="way", exclusive=True, exit_on_error=False)
    async def read_way(self, way: Way, position: object) -> None:
        """The list that holds the negotiation, or the negotiation alone. The candidate notices nothing."""
        client, vacancy_id = self.worker.client, way.invitation.vacancy_id
        try:
            found = way.negotiation_id or await self.worker.read(partial(existing, client, way.invitation))
            if found is None:
                self.post_message(WayLost(way))
                return
            negotiation = await self.worker.read(partial(client.negotiation, found))
            board = await self.worker.read(partial(client.board, vacancy_id))
            queries = likely(board, vacancy_id, negotiation)
            for query in queries[:LOOKS]:
                page = await self.worker.read(partial(client.negotiations, query.url, 0))
                ids = [one.id for one in page.items]
                if found in ids:
                    place = ids.index(found)
                    self.post_message(WayRead(way, board, query, page, place, alone=False, position=position))
                    return
        except HHError as error:
            self.post_message(ReadFailed(error))
            return
        if not queries:
            self.post_message(WayLost(way))
            return
        alone = Page[Negotiation](items=(negotiation,), found=1, page=0, pages=1, per_page=1)
        self.post_message(WayRead(way, board, queries[0], alone, 0, alone=True, position=position))
