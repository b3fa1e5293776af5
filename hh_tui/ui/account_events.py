"""What reads of accounts bring: those there are, and what became of acting as another one."""

from dataclasses import dataclass

from hh_tui.api.models import Account, ManagerAccounts
from hh_tui.errors import HHError
from hh_tui.ui.events import InboxEvent


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
class AccountChanged(InboxEvent):
    """From now on everything is read with the login of another profile."""

    profile: str
