"""Who works here, and with what rights: the person, working accounts, limits, paid access."""

from typing import TYPE_CHECKING

from hh_tui.api.models import PRIMARY_ACCOUNT, Account, ManagerAccounts
from hh_tui.api.resource import Resource, part, read_as

if TYPE_CHECKING:
    from hh_tui.api.models import MethodAccess, PayableServices, ResumeLimits


class AccountResource(Resource):
    """Operations on the person at the keyboard."""

    async def me(self, account_id: str | None = None) -> Account:
        """Who the token belongs to, as the working account in use (get-current-user-info).

        With `account_id` as that one, which is the way to ask whether it can be used; an empty id is the
        primary account. Raises AccountUnavailable for one that can't, and any other HHError.
        """
        return read_as(Account, await self._connection.body("/me", account_id=account_id))

    async def manager_accounts(self) -> ManagerAccounts:
        """The working accounts that can be acted as (get-manager-accounts).

        Asked without an account: the one in use may be the reason why another is looked for.
        """
        body = await self._connection.body("/manager_accounts/mine", account_id=PRIMARY_ACCOUNT)
        return read_as(ManagerAccounts, body)

    async def resume_limits(self, employer_id: str, manager_id: str) -> "ResumeLimits":
        """Resumes a manager may still look at today; one's own only (get-employer-manager-limits)."""
        from hh_tui.api.models import ResumeLimits

        return await self._get(ResumeLimits, f"{_manager(employer_id, manager_id)}/limits/resume")

    async def method_access(self, employer_id: str, manager_id: str) -> "MethodAccess":
        """Which groups of paid methods are open (get-payable-api-method-access)."""
        from hh_tui.api.models import MethodAccess

        return await self._get(MethodAccess, f"{_manager(employer_id, manager_id)}/method_access")

    async def payable_services(self, employer_id: str) -> "PayableServices":
        """The paid services that run now (get-payable-api-actions)."""
        from hh_tui.api.models import PayableServices

        address = f"/employers/{part(employer_id)}/services/payable_api_actions/active"
        return await self._get(PayableServices, address)


def _manager(employer_id: str, manager_id: str) -> str:
    return f"/employers/{part(employer_id)}/managers/{part(manager_id)}"
