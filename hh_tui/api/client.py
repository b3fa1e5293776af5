"""The employer's operations, one short method each."""

from typing import Any, Final, TypeVar
from urllib.parse import quote

from pydantic import BaseModel, ValidationError

from hh_tui.api.connection import Connection, Pairs
from hh_tui.api.models import (
    Account,
    Action,
    Address,
    Board,
    FilledTemplate,
    Message,
    Negotiation,
    Page,
    Template,
    Vacancy,
)
from hh_tui.errors import UnreadableAnswer

M = TypeVar("M", bound=BaseModel)

PER_PAGE: Final = 50
"""The longest page that negotiations and active vacancies come in."""

MESSAGES_PER_PAGE: Final = 50
PAGES_AT_MOST: Final = 400
"""A list that claims more pages than this is not followed further."""


class HHClient:
    """hh.ru for an employer. Every method raises `hh_tui.errors.HHError` and nothing else."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def aclose(self) -> None:
        """Close the connection."""
        await self._connection.aclose()

    async def _get(self, model: type[M], address: str, **params: str | int) -> M:
        payload: Any = await self._connection.read(address, params)
        try:
            return model.model_validate(payload)
        except (ValidationError, RecursionError) as error:
            raise UnreadableAnswer(status=200) from error

    async def _all(self, model: type[Page[M]], address: str, per_page: int) -> tuple[M, ...]:
        """Every page of a list, in order."""
        items: list[M] = []
        for number in range(PAGES_AT_MOST):
            page = await self._get(model, address, page=number, per_page=per_page)
            items += page.items
            if page.is_last:
                break
        return tuple(items)

    async def me(self) -> Account:
        """Who the token belongs to (get-current-user-info)."""
        return await self._get(Account, "/me")

    async def active_vacancies(self, employer_id: str) -> tuple[Vacancy, ...]:
        """All active vacancies of the manager (get-active-vacancy-list)."""
        return await self._all(Page[Vacancy], f"/employers/{_part(employer_id)}/vacancies/active", PER_PAGE)

    async def archived_vacancies(self, employer_id: str) -> tuple[Vacancy, ...]:
        """All archived vacancies of the manager (get-archived-vacancies)."""
        return await self._all(Page[Vacancy], f"/employers/{_part(employer_id)}/vacancies/archived", 1000)

    async def board(self, vacancy_id: str) -> Board:
        """The collections of a vacancy with their counters (get-negotiations)."""
        return await self._get(
            Board, "/negotiations", vacancy_id=vacancy_id, with_generated_collections="true"
        )

    async def negotiations(self, collection_url: str, page: int = 0) -> Page[Negotiation]:
        """A page of a collection, by the collection's own url (get-collection-negotiations-list)."""
        return await self._get(Page[Negotiation], collection_url, page=page, per_page=PER_PAGE)

    async def negotiation(self, negotiation_id: str) -> Negotiation:
        """One negotiation as it is now; does not count as viewing it (get-negotiation-item)."""
        return await self._get(Negotiation, f"/negotiations/{_part(negotiation_id)}")

    async def messages(self, negotiation: Negotiation) -> tuple[Message, ...]:
        """The whole thread, oldest first; marks the response as viewed (get-negotiation-messages)."""
        return await self._all(Page[Message], _thread_address(negotiation), MESSAGES_PER_PAGE)

    async def write(self, negotiation: Negotiation, text: str) -> None:
        """Send a letter into the thread (send-negotiation-message)."""
        await self._connection.write("POST", _thread_address(negotiation), [("message", text)])

    async def perform(self, action: Action, form: Pairs) -> None:
        """Carry out an action by its own method and url (change-negotiation-action)."""
        await self._connection.write(action.method, action.url, form)

    async def filled_template(self, template: Template) -> FilledTemplate:
        """A template with this candidate's values in it (get-negotiation-message-templates)."""
        return await self._get(FilledTemplate, template.url)

    async def addresses(self, employer_id: str) -> tuple[Address, ...]:
        """The employer's addresses (get-employer-addresses)."""
        page = await self._get(Page[Address], f"/employers/{_part(employer_id)}/addresses")
        return page.items


def _part(identifier: str) -> str:
    """An id as one part of a path, whatever characters it has."""
    return quote(identifier, safe="")


def _thread_address(negotiation: Negotiation) -> str:
    return negotiation.messages_url or f"/negotiations/{_part(negotiation.id)}/messages"
