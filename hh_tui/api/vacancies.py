"""The employer's vacancies."""

from collections.abc import Sequence
from typing import Final

from hh_tui.api.expected_answer import NO_CONTENT
from hh_tui.api.limits import ACTIVE_PER_PAGE
from hh_tui.api.models import Invitable, OrderType, Page, PreferredOrder, Vacancy, VacancyStats
from hh_tui.api.resource import Operations, Param, WholeList, part
from hh_tui.errors import BadArgument

ARCHIVED_PER_PAGE: Final = 1000
"""The longest pages that vacancies come in."""


class VacancyOperations(Operations):
    """Operations on vacancies."""

    async def active_vacancies(
        self,
        employer_id: str,
        *,
        text: str | None = None,
        area: str | None = None,
        order_by: str | None = None,
        manager_ids: Sequence[str] = (),
    ) -> tuple[Vacancy, ...]:
        """All active vacancies: one's own, or those of the managers named (get-active-vacancy-list).

        `text` is looked for in the names, `area` is an id, `order_by` a value of the dictionary
        employer_active_vacancies_order.
        """
        return await self._all(
            Page[Vacancy],
            _active(employer_id),
            ACTIVE_PER_PAGE,
            text=text,
            area=area,
            order_by=order_by,
            **_managers(manager_ids),
        )

    async def active_vacancies_page(self, employer_id: str, page: int) -> Page[Vacancy]:
        """One page of one's own active vacancies, 50 at most (get-active-vacancy-list)."""
        return await self._get(Page[Vacancy], _active(employer_id), page=page, per_page=ACTIVE_PER_PAGE)

    async def archived_vacancies(
        self, employer_id: str, *, order_by: str | None = None, manager_id: str | None = None
    ) -> tuple[Vacancy, ...]:
        """All archived vacancies of a manager, one's own by default (get-archived-vacancies).

        `order_by` is a value of the dictionary employer_archived_vacancies_order.
        """
        address = f"/employers/{part(employer_id)}/vacancies/archived"
        return await self._all(
            Page[Vacancy], address, ARCHIVED_PER_PAGE, order_by=order_by, manager_id=manager_id
        )

    async def vacancies_to_invite_to(self, employer_id: str, resume_id: str) -> tuple[Invitable, ...]:
        """Active vacancies that suit a resume, with the ways to invite it (get-active-vacancy-list).

        The API takes `resume_id` alone. Further pages are asked for all the same where it speaks of them;
        if it refuses that, what came before is kept.
        """
        whole = WholeList[Invitable]()
        whole.take(await self._get(Page[Invitable], _active(employer_id), resume_id=resume_id))
        while not whole.is_over:
            try:
                page = await self._get(
                    Page[Invitable], _active(employer_id), resume_id=resume_id, page=whole.pages
                )
            except BadArgument:
                break
            whole.take(page)
        return whole.taken

    async def vacancy(self, vacancy_id: str) -> Vacancy:
        """One vacancy; tells whether letters are allowed at all (get-vacancy)."""
        return await self._get(Vacancy, f"/vacancies/{part(vacancy_id)}")

    async def vacancy_stats(self, vacancy_id: str) -> VacancyStats:
        """Views and responses of the last five days of its life (get-vacancy-stats)."""
        return await self._get(VacancyStats, f"/vacancies/{part(vacancy_id)}/stats")

    async def preferred_order(self, vacancy_id: str) -> OrderType:
        """The order its negotiations are listed in (get-pref-negotiations-order)."""
        return (await self._get(PreferredOrder, _order(vacancy_id))).order_type

    async def prefer_order(self, vacancy_id: str, order_id: str) -> None:
        """List its negotiations in another order from now on (put-pref-negotiations-order)."""
        await self._connection.write("PUT", _order(vacancy_id), [("order", order_id)], NO_CONTENT)


def _active(employer_id: str) -> str:
    return f"/employers/{part(employer_id)}/vacancies/active"


def _order(vacancy_id: str) -> str:
    return f"/vacancies/{part(vacancy_id)}/preferred_negotiations_order"


def _managers(ids: Sequence[str]) -> dict[str, Param]:
    """One manager goes by the older parameter, several by the newer one, which takes them comma-separated."""
    return {"manager_id": ids[0]} if len(ids) == 1 else {"manager_ids": ",".join(ids) or None}
