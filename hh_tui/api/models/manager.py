"""Managers of the employer, and the working accounts one person may have.

Operations get-employer-managers and get-manager-accounts.
"""

from typing import Final

from hh_tui.api.models.account import Employer
from hh_tui.api.models.base import Count, Flag, Id, Items, Line, Maybe, Model, Named


class EmployerManager(Model, frozen=True):
    """Someone who recruits for the employer."""

    id: Id
    full_name: Maybe[Line] = None
    first_name: Maybe[Line] = None
    last_name: Maybe[Line] = None
    middle_name: Maybe[Line] = None
    email: Maybe[Line] = None
    position: Maybe[Line] = None
    area: Maybe[Named] = None
    vacancies_count: Count = 0
    is_main_contact_person: Flag = False

    @property
    def name(self) -> str:
        """The name in full, as far as known."""
        parts = (self.last_name, self.first_name, self.middle_name)
        return self.full_name or " ".join(part for part in parts if part)


PRIMARY_ACCOUNT: Final = ""
"""Names the account that is acted as when none is named."""


class ManagerAccount(Model, frozen=True):
    """A working account; its `id` is no manager's id, and can be acted as."""

    id: Id
    employer: Maybe[Employer] = None


class ManagerAccounts(Model, frozen=True):
    """All working accounts of a person, and which of them is in use."""

    items: Items[ManagerAccount] = ()
    current_account_id: Maybe[Id] = None
    primary_account_id: Maybe[Id] = None
    is_primary_account_blocked: Flag = False
