"""The person at the keyboard: accounts, limits, paid access."""

import pytest

from hh_tui.errors import NotFound, NotPaid, Refused
from tests.api.desk import EMPLOYER, MANAGER, Desk, refusing


async def test_the_account_says_who_works_and_where() -> None:
    async with Desk() as desk:
        me = await desk.client.account.me()
        assert me.is_employer
        assert me.auth_type == "employer"
        assert me.employer is not None
        assert me.employer.id == EMPLOYER
        assert me.manager is not None
        assert (me.manager.id, me.manager.is_main_contact_person) == (MANAGER, True)
        assert me.email
        assert me.phone


async def test_requests_act_as_the_working_account_chosen() -> None:
    async with Desk() as desk:
        accounts = await desk.client.account.manager_accounts()
        assert [one.id for one in accounts.items] == [accounts.primary_account_id]
        assert "x-manager-account-id" not in desk.last.headers
        assert accounts.items[0].id != MANAGER, "the header wants the id from this list"
        desk.client.manager_account = accounts.items[0].id
        await desk.client.account.me()
        assert desk.last.headers["x-manager-account-id"] == accounts.items[0].id
        desk.client.manager_account = None
        await desk.client.account.me()
        assert "x-manager-account-id" not in desk.last.headers


async def test_a_foreign_working_account_is_refused() -> None:
    async with Desk() as desk:
        desk.client.manager_account = MANAGER
        with pytest.raises(Refused) as caught:
            await desk.client.account.me()
        assert caught.value.value == "manager_extra_account_not_found"


async def test_limits_access_and_services() -> None:
    async with Desk() as desk:
        limits = await desk.client.account.resume_limits(EMPLOYER, MANAGER)
        assert limits.left is not None
        assert limits.left.resume_view == 500
        access = await desk.client.account.method_access(EMPLOYER, MANAGER)
        assert [group.id for group in access.items if group.is_open] == ["1", "2", "3", "4"]
        services = await desk.client.account.payable_services(EMPLOYER)
        assert services.items[0].service_type is not None
        assert services.items[0].balance is None
        assert services.items[0].expires_at is not None


async def test_limits_of_others_are_refused() -> None:
    async with Desk() as desk:
        with pytest.raises(Refused):
            await desk.client.account.resume_limits(EMPLOYER, "7310456")


async def test_managers_are_searched() -> None:
    async with Desk() as desk:
        assert len(await desk.client.employer.managers(EMPLOYER)) == 4
        assert ("per_page", "200") in desk.query()
        assert "search_text" not in dict(desk.query())
        found = await desk.client.employer.managers(EMPLOYER, "сомов")
        assert [one.name for one in found] == ["Сомов Илья Андреевич"]


async def test_statistics_of_the_employer_and_of_a_manager() -> None:
    async with Desk() as desk:
        all_of_us = await desk.client.employer.statistics(EMPLOYER)
        mine = await desk.client.employer.manager_statistics(EMPLOYER, MANAGER)
        assert all_of_us.received > mine.received > 0
        assert mine.politeness is not None
        assert 0 <= mine.politeness.index <= 100
        with pytest.raises(NotFound):
            await desk.client.employer.manager_statistics(EMPLOYER, "1")


async def test_what_is_not_paid_for_has_a_name() -> None:
    async with Desk() as desk:
        desk.server.faults.add(
            "GET", "/negotiations", **refusing(403, "api_access_payment", "action_must_be_payed")
        )
        with pytest.raises(NotPaid):
            await desk.client.negotiations.board("1")
