"""The employer: its managers, addresses and statistics."""

from typing import TYPE_CHECKING, Final

from hh_tui.api.models import Address, EmployerManager, Named, Page, PartialTuple
from hh_tui.api.resource import Resource, part

if TYPE_CHECKING:
    from hh_tui.api.models import Statistics

MANAGERS_PER_PAGE: Final = 200
"""The longest page that managers come in."""


class EmployerResource(Resource):
    """Operations on the company as a whole."""

    async def managers(self, employer_id: str, search_text: str = "") -> tuple[EmployerManager, ...]:
        """All managers, or those a search finds (get-employer-managers)."""
        address = f"/employers/{part(employer_id)}/managers"
        return await self._all(
            Page[EmployerManager], address, MANAGERS_PER_PAGE, search_text=search_text or None
        )

    async def departments(self, employer_id: str) -> tuple[Named, ...]:
        """The departments that vacancies are published for (get-employer-departments)."""
        page = await self._get(Page[Named], f"/employers/{part(employer_id)}/departments")
        return PartialTuple.of(page.items, page.unreadable)

    async def addresses(self, employer_id: str) -> tuple[Address, ...]:
        """The employer's addresses (get-employer-addresses)."""
        page = await self._get(Page[Address], f"/employers/{part(employer_id)}/addresses")
        return PartialTuple.of(page.items, page.unreadable)

    async def statistics(self, employer_id: str) -> "Statistics":
        """How the employer answered in the last 30 days (get-negotiations-statistics-employer)."""
        from hh_tui.api.models import EmployerStatistics

        address = f"/employers/{part(employer_id)}/negotiations_statistics"
        return (await self._get(EmployerStatistics, address)).employer_statistics

    async def manager_statistics(self, employer_id: str, manager_id: str) -> "Statistics":
        """How a manager answered in the last 30 days (get-negotiations-statistics-manager).

        One's own; those of others for the main contact person only.
        """
        from hh_tui.api.models import ManagerStatistics

        address = f"/employers/{part(employer_id)}/managers/{part(manager_id)}/negotiations_statistics"
        return (await self._get(ManagerStatistics, address)).manager_statistics
