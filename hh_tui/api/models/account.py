"""The person at the keyboard (operation get-current-user-info)."""

from hh_tui.api.models.base import Flag, Id, Line, Maybe, Model


class Employer(Model, frozen=True):
    """The company."""

    id: Id
    name: Line = ""


class Manager(Model, frozen=True):
    """The manager of the company whose token is used."""

    id: Id
    has_admin_rights: Flag = False
    is_main_contact_person: Flag = False
    has_multiple_manager_accounts: Flag = False


class Account(Model, frozen=True):
    """Who the token belongs to."""

    id: Maybe[Id] = None
    first_name: Maybe[Line] = None
    last_name: Maybe[Line] = None
    middle_name: Maybe[Line] = None
    email: Maybe[Line] = None
    phone: Maybe[Line] = None
    auth_type: Maybe[Line] = None
    is_employer: Flag = False
    employer: Maybe[Employer] = None
    manager: Maybe[Manager] = None

    @property
    def name(self) -> str:
        """First and last name, as far as known."""
        return " ".join(part for part in (self.first_name, self.last_name) if part)
