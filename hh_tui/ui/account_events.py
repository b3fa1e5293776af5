"""What reads of accounts bring: those there are, and what became of acting as another one."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hh_tui.api.models import Account, ManagerAccounts
from hh_tui.errors import HHError
from hh_tui.store.store import Store
from hh_tui.ui.events import InboxEvent

if TYPE_CHECKING:
    from hh_tui.api.client import HHClient


@dataclass
class ManagerAccountsRead(InboxEvent):
    """The working accounts of the person; None where they could not be read."""

    accounts: ManagerAccounts | None


@dataclass
class AccountAnswered(InboxEvent):
    """The working account that was chosen can be used; None is the primary one."""

    account_id: str | None
    account: Account


@dataclass
class AccountRefused(InboxEvent):
    """The working account that was chosen can't be used."""

    name: str
    error: HHError


@dataclass
class AccountGivenUp(InboxEvent):
    """The working account in use can't be used; the primary one, `account`, answers."""

    error: HHError
    account: Account


@dataclass
class LoginAnswered(InboxEvent):
    """The login of another profile can be used: by this client, with this store where logins have stores.

    Nothing is changed yet: whoever hears it takes both up, or closes both.
    """

    profile: str
    client: "HHClient"
    store: Store | None


@dataclass(frozen=True, slots=True)
class LoginChanged:
    """Everything is read with the login of another profile now, and nothing of the one before holds."""

    profile: str
