"""What the checks read of hh.ru's answers (manager accounts, method access, limits of resume views)."""

from typing import Any, TypeVar

from hh_tui.api.connection import Connection
from hh_tui.api.models.account import Employer
from hh_tui.api.models.base import Count, Flag, Id, Items, Line, Maybe, Model
from hh_tui.api.models.reading import WrongShape, parsed
from hh_tui.errors import UnreadableAnswer

M = TypeVar("M", bound=Model)


class WorkingAccount(Model, frozen=True):
    """One of the person's working accounts."""

    id: Id
    employer: Maybe[Employer] = None


class WorkingAccounts(Model, frozen=True):
    """All of them, the primary one, and the one in use."""

    items: Items[WorkingAccount] = ()
    current_account_id: Maybe[Id] = None
    primary_account_id: Maybe[Id] = None
    is_primary_account_blocked: Flag = False

    def named(self, account_id: str | None) -> WorkingAccount | None:
        """The one with this id, when it is among them."""
        return next((one for one in self.items if one.id == account_id), None)


class Bought(Model, frozen=True):
    """Whether a group of methods is paid for."""

    has_access: Flag = False


class MethodGroup(Model, frozen=True):
    """Methods that are sold together."""

    id: Id
    description: Line = ""
    access: Maybe[Bought] = None

    @property
    def is_open(self) -> bool:
        """Whether it may be used."""
        return self.access is not None and self.access.has_access


class MethodAccess(Model, frozen=True):
    """All groups."""

    items: Items[MethodGroup] = ()


class Views(Model, frozen=True):
    """Resume views of a day."""

    resume_view: Count = 0
    resume_view_from_api: Count = 0


class ResumeLimits(Model, frozen=True):
    """How many there are, and how many are left."""

    limits: Maybe[Views] = None
    left: Maybe[Views] = None


async def read(connection: Connection, model: type[M], address: str) -> M:
    """One answer as a model. Raises HHError."""
    payload: Any = await connection.read(address)
    try:
        return parsed(model, payload)
    except WrongShape as error:
        raise UnreadableAnswer(status=200) from error
