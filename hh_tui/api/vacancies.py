"""The employer's vacancies."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Final, TypeVar

from hh_tui.api.expected_answer import NO_CONTENT
from hh_tui.api.limits import ACTIVE_PER_PAGE
from hh_tui.api.models import (
    Invitable,
    OrderType,
    Page,
    PartialTuple,
    PreferredOrder,
    Vacancy,
    VacancyStats,
    broken_in,
)
from hh_tui.api.resource import Param, Resource, WholeList, part
from hh_tui.errors import NotFound, Refused

T = TypeVar("T")

ARCHIVED_PER_PAGE: Final = 1000
"""The longest pages that vacancies come in."""

_OTHERS: Final = frozenset({"page", "per_page", "text", "area", "order_by", "manager_id", "department_id"})
"""What active vacancies are asked for with, beside `all_accessible`."""

_OTHER_NAME: Final = {"manager_id": "manager_ids", "manager_ids": "manager_id"}
"""What a manager is asked for by; the newer one takes several, in an encoding that is not certain."""


class VacancyResource(Resource):
    """Operations on vacancies."""

    _knows_accessible = True
    _names_manager = "manager_id"

    async def active(
        self,
        employer_id: str,
        *,
        text: str | None = None,
        area: str | None = None,
        order_by: str | None = None,
        manager_ids: Sequence[str] = (),
        department_id: str | None = None,
    ) -> tuple[Vacancy, ...]:
        """All active vacancies: those one has a right to, or those of the managers named.

        Operation get-active-vacancy-list. Where the server refuses to tell colleagues' vacancies, one's own
        come alone. Managers are asked for one by one: how several of them are written is not certain.
        `text` is looked for in the names, `area` is an id, `order_by` a value of the dictionary
        employer_active_vacancies_order.
        """
        given = {"text": text, "area": area, "order_by": order_by, "department_id": department_id}

        async def read(**whose: Param) -> tuple[Vacancy, ...]:
            return await self._all(Page[Vacancy], _active(employer_id), ACTIVE_PER_PAGE, **given, **whose)

        if not manager_ids:
            return await self._accessible(read)
        found = [await read(**{self._names_manager: manager_id}) for manager_id in manager_ids]
        unique = {one.id: one for vacancies in found for one in vacancies}
        return PartialTuple.of(unique.values(), sum(broken_in(vacancies) for vacancies in found))

    async def within(
        self, employer_id: str, *, manager_ids: Sequence[str] = (), department_id: str | None = None
    ) -> tuple[tuple[Vacancy, ...], bool]:
        """The active vacancies of a department, of some managers or both, and whether they are those.

        Where the server refuses to narrow down so, or does not do it though it says nothing, this is False
        and beside it stand all vacancies one has a right to. Raises other HHErrors.
        """
        if (found := await self._narrowed(employer_id, manager_ids, department_id)) is not None:
            return found, True
        if manager_ids:
            # Not every list of parameters of 2026 has the older of the two names.
            before, self._names_manager = self._names_manager, _OTHER_NAME[self._names_manager]
            if (found := await self._narrowed(employer_id, manager_ids, department_id)) is not None:
                return found, True
            self._names_manager = before
        return await self.active(employer_id), False

    async def _narrowed(
        self, employer_id: str, manager_ids: Sequence[str], department_id: str | None
    ) -> tuple[Vacancy, ...] | None:
        """The same; None where the server does not narrow down so."""
        try:
            found = await self.active(employer_id, manager_ids=manager_ids, department_id=department_id)
        except Refused as error:
            if not (error.is_bad_request or isinstance(error, NotFound)):
                raise
            return None
        return None if any(_is_beside(one, manager_ids, department_id) for one in found) else found

    async def active_page(
        self,
        employer_id: str,
        page: int,
        *,
        manager_id: str | None = None,
        department_id: str | None = None,
    ) -> Page[Vacancy]:
        """One page of the active vacancies one has a right to, 50 at most (get-active-vacancy-list).

        With `manager_id` those of one manager, with `department_id` those of a department.
        """

        async def read(**whose: Param) -> Page[Vacancy]:
            return await self._get(
                Page[Vacancy],
                _active(employer_id),
                page=page,
                per_page=ACTIVE_PER_PAGE,
                department_id=department_id,
                **whose,
            )

        return await (read(**{self._names_manager: manager_id}) if manager_id else self._accessible(read))

    async def _accessible(self, read: Callable[..., Awaitable[T]]) -> T:
        """What `read` brings with `all_accessible`, or without it where the server has refused that once.

        A refusal that names another parameter has nothing to do with it; where none is named, it was this
        one if all goes well without it.
        """
        if not self._knows_accessible:
            return await read()
        try:
            return await read(all_accessible="true")
        except Refused as error:
            if not error.is_bad_request or error.value in _OTHERS:
                raise
        found = await read()
        self._knows_accessible = False
        return found

    async def archived(
        self, employer_id: str, *, order_by: str | None = None, manager_id: str | None = None
    ) -> tuple[Vacancy, ...]:
        """All archived vacancies of a manager, one's own by default (get-archived-vacancies).

        `order_by` is a value of the dictionary employer_archived_vacancies_order.
        """
        address = f"/employers/{part(employer_id)}/vacancies/archived"
        return await self._all(
            Page[Vacancy], address, ARCHIVED_PER_PAGE, order_by=order_by, manager_id=manager_id
        )

    async def archived_of(
        self, employer_id: str, manager_ids: Sequence[str]
    ) -> tuple[tuple[Vacancy, ...], tuple[str, ...]]:
        """The archived vacancies of these managers, one's own where none is named; and whose are not shown.

        The API takes one manager at a time, and tells that one has no right to theirs as it tells that there
        is no such manager.
        """
        if not manager_ids:
            return await self.archived(employer_id), ()
        found: list[tuple[Vacancy, ...]] = []
        refused: list[str] = []
        for manager_id in manager_ids:
            try:
                found.append(await self.archived(employer_id, manager_id=manager_id))
            except Refused as error:
                if not (error.is_bad_request or isinstance(error, NotFound)):
                    raise
                refused.append(manager_id)
        unique = {one.id: one for vacancies in found for one in vacancies}
        return PartialTuple.of(unique.values(), sum(map(broken_in, found))), tuple(refused)

    async def to_invite_to(self, employer_id: str, resume_id: str) -> tuple[Invitable, ...]:
        """Active vacancies that suit a resume, with the ways to invite it (get-active-vacancy-list).

        They are one's own. The API takes `resume_id` alone, and tells the first 20 then. Further pages are
        asked for all the same where it speaks of them; if it refuses that, or says the same again, what came
        before is kept, and `untold_in` tells how many are missing.
        """
        whole = WholeList[Invitable]()
        page = await self._get(Page[Invitable], _active(employer_id), resume_id=resume_id)
        whole.take(page)
        found, is_cut = page.found, False
        while not whole.is_over:
            try:
                page = await self._get(
                    Page[Invitable], _active(employer_id), resume_id=resume_id, page=whole.pages
                )
            except Refused as error:
                if not error.is_bad_request:
                    raise
                is_cut = True
                break
            is_cut = not whole.take(page) and not page.is_last
        missing = max(1, found - len(whole.items) - whole.unreadable) if is_cut else 0
        return PartialTuple.of(whole.items, whole.unreadable, missing)

    async def one(self, vacancy_id: str) -> Vacancy:
        """One vacancy; tells whether letters are allowed at all (get-vacancy)."""
        return await self._get(Vacancy, f"/vacancies/{part(vacancy_id)}")

    async def stats(self, vacancy_id: str) -> VacancyStats:
        """Views and responses of the last five days of its life (get-vacancy-stats)."""
        return await self._get(VacancyStats, f"/vacancies/{part(vacancy_id)}/stats")

    async def preferred_order(self, vacancy_id: str) -> OrderType:
        """The order its negotiations are listed in (get-pref-negotiations-order)."""
        return (await self._get(PreferredOrder, _order(vacancy_id))).order_type

    async def prefer_order(self, vacancy_id: str, order_id: str) -> None:
        """List its negotiations in another order from now on (put-pref-negotiations-order)."""
        await self._connection.write("PUT", _order(vacancy_id), [("order", order_id)], NO_CONTENT)


def _is_beside(vacancy: Vacancy, manager_ids: Sequence[str], department_id: str | None) -> bool:
    """Whether a vacancy tells of itself that it is none of those that were asked for."""
    manager, department = vacancy.manager, vacancy.department
    other_manager = bool(manager_ids) and manager is not None and manager.id not in manager_ids
    told = department.id if department is not None else None
    other_department = department_id is not None and told not in {None, department_id}
    return other_manager or other_department


def _active(employer_id: str) -> str:
    return f"/employers/{part(employer_id)}/vacancies/active"


def _order(vacancy_id: str) -> str:
    return f"/vacancies/{part(vacancy_id)}/preferred_negotiations_order"
