"""What reads of accounts bring, and another account or login."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hh_tui.api.models import (
    Account,
    ManagerAccounts,
    ResumeLimits,
    Statistics,
    Vacancy,
)
from hh_tui.errors import HHError
from hh_tui.inbox.lists.vacancy_scope import EVERYTHING, VacancyScope
from hh_tui.store.store import Store

if TYPE_CHECKING:
    from hh_tui.api.client import HHClient


@dataclass(frozen=True, slots=True)
class AccountRead:
    """Who we are, and our active vacancies."""

    account: Account
    vacancies: tuple[Vacancy, ...]
    scope: VacancyScope = EVERYTHING
    """Which of the active ones they are."""


@dataclass(frozen=True, slots=True)
class ArchiveRead:
    """The archived vacancies."""

    vacancies: tuple[Vacancy, ...]


@dataclass(frozen=True, slots=True)
class ManagerAccountsRead:
    """The working accounts of the person; None where they could not be read."""

    accounts: ManagerAccounts | None


@dataclass(frozen=True, slots=True)
class AccountAnswered:
    """The working account that was chosen can be used; None is the primary one."""

    account_id: str | None
    account: Account


@dataclass(frozen=True, slots=True)
class AccountRefused:
    """The working account that was chosen can't be used."""

    name: str
    error: HHError


@dataclass(frozen=True, slots=True)
class AccountGivenUp:
    """The working account in use can't be used; the primary one, `account`, answers."""

    error: HHError
    account: Account


@dataclass(frozen=True, slots=True)
class LoginAnswered:
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


@dataclass(frozen=True, slots=True)
class StatisticsRead:
    """What hh.ru counts of us; None for what it does not tell. `account` is the manager it was asked for."""

    account: str
    statistics: Statistics | None
    limits: ResumeLimits | None


@dataclass(frozen=True, slots=True)
class AccountLeft:
    """Another account is about to be read: nothing of the one before is shown."""


AccountEvent = (
    AccountRead
    | ArchiveRead
    | ManagerAccountsRead
    | AccountAnswered
    | AccountRefused
    | AccountGivenUp
    | LoginAnswered
    | LoginChanged
    | StatisticsRead
    | AccountLeft
)
