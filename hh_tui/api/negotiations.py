"""Negotiations: their collections, pages of them, and what is done with them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from hh_tui.api.connection import Pairs
from hh_tui.api.expected_answer import CREATED_AT, NO_CONTENT
from hh_tui.api.filters import NO_FILTERS, Filters
from hh_tui.api.limits import BULK, PER_PAGE
from hh_tui.api.models import Action, Board, Negotiation, Page
from hh_tui.api.resource import Resource, part
from hh_tui.errors import BadArgument
from hh_tui.i18n.text import one_line

if TYPE_CHECKING:
    from hh_tui.api.models import Solution


class NegotiationResource(Resource):
    """Operations on negotiations."""

    async def board(self, vacancy_id: str) -> Board:
        """The collections of a vacancy with their counters (get-negotiations)."""
        return await self._get(
            Board,
            "/negotiations",
            vacancy_id=vacancy_id,
            with_generated_collections="true",
            with_job_search_status="true",
        )

    async def page(
        self,
        collection_url: str,
        page: int = 0,
        *,
        filters: Filters = NO_FILTERS,
        order_by: str | None = None,
    ) -> Page[Negotiation]:
        """A page of a collection, by the collection's own url (get-collection-negotiations-list).

        `order_by` is one of the collection's order types; those have urls of their own, too. The job search
        status comes only where it is asked for; a server that does not know the parameter ignores it.
        """
        return await self._get(
            Page[Negotiation],
            collection_url,
            **filters.params(),
            order_by=order_by,
            with_job_search_status="true",
            page=page,
            per_page=PER_PAGE,
        )

    async def one(self, negotiation_id: str) -> Negotiation:
        """One negotiation as it is now; does not count as viewing it (get-negotiation-item)."""
        return await self._get(Negotiation, f"/negotiations/{part(negotiation_id)}")

    async def perform(self, action: Action, form: Pairs) -> None:
        """Carry out an action by its own method and url (change-negotiation-action)."""
        await self._connection.write(action.method, action.url, form, NO_CONTENT)

    async def perform_on_all(self, action: Action, negotiation_ids: Sequence[str], form: Pairs = ()) -> None:
        """Carry out an action on up to 50 negotiations of a vacancy.

        Operation put-negotiations-collection-to-next-state.

        `action` is the offer of any of them: its url without the negotiation's id is where this goes.
        Either all of them are moved or none. Raises BadArgument, unsent, for none or more than 50.
        """
        if not 0 < len(negotiation_ids) <= BULK:
            raise BadArgument(400, "bad_argument", "topic_id")
        topics = [("topic_id", one) for one in negotiation_ids]
        await self._connection.write(action.method, _collection_of(action), [*topics, *form], NO_CONTENT)

    async def invite(self, action: Action, resume_id: str, vacancy_id: str, form: Pairs = ()) -> str | None:
        """Invite someone who has not answered; returns the negotiation's id (invite-applicant-to-vacancy).

        `action` is one of the `negotiations_actions` of a vacancy to invite to. This can spend a contact.
        None means that it went well, and that the address in the answer is none of a negotiation.
        """
        who = [("resume_id", resume_id), ("vacancy_id", vacancy_id)]
        headers = await self._connection.write(action.method, action.url, [*who, *form], CREATED_AT)
        return _last_part(headers.get("Location", ""))

    async def mark_read(self, negotiation_ids: Sequence[str]) -> None:
        """Mark negotiations of one vacancy as viewed and read (post-negotiations-topics-read)."""
        await self._connection.write(
            "POST", "/negotiations/read", [("topic_id", one) for one in negotiation_ids], NO_CONTENT
        )

    async def test_solution(self, negotiation: Negotiation) -> "Solution":
        """What the candidate answered in the vacancy's test (get-negotiation-test-results)."""
        from hh_tui.api.models import SolutionAnswer

        url = negotiation.test_result.url if negotiation.test_result else None
        address = url or f"/negotiations/{part(negotiation.id)}/test/solution"
        return (await self._get(SolutionAnswer, address)).test_result


def _collection_of(action: Action) -> str:
    """An action's address without its last part, the negotiation's id, and without a query."""
    return action.url.partition("?")[0].rstrip("/").rpartition("/")[0]


def _last_part(location: str) -> str | None:
    """The id at the end of a Location header."""
    try:
        path = urlsplit(location).path
    except ValueError:
        return None
    return one_line(unquote(path.rstrip("/").rpartition("/")[2])) or None
