"""What reads of accounts bring, and another account or login."""

from typing import TYPE_CHECKING

from hh_tui.api.models import Account, ManagerAccounts, Vacancy
from hh_tui.errors import HHError
from hh_tui.inbox.lists.vacancy_scope import EVERYTHING, VacancyScope
from hh_tui.inbox.snapshot.view_budget import ViewBudget
from hh_tui.store.store import Store
from hh_tui.ui.events.event import Event

if TYPE_CHECKING:
    from hh_tui.api.client import HHClient
    from hh_tui.api.models import Statistics
    from hh_tui.api.models.found_resume import SavedSearch


class AccountRead(Event, frozen=True):
    """Who we are, and our active vacancies."""

    account: Account
    vacancies: tuple[Vacancy, ...]
    scope: VacancyScope = EVERYTHING
    """Which of the active ones they are."""


class ArchiveRead(Event, frozen=True):
    """The archived vacancies of the managers of this scope, one's own where it names none."""

    vacancies: tuple[Vacancy, ...]
    scope: VacancyScope = EVERYTHING
    refused: tuple[str, ...] = ()
    """The managers, by id, whose archived vacancies hh.ru does not show."""
    quietly: bool = False
    """Whether the person has not asked for it."""


class ManagerAccountsRead(Event, frozen=True):
    """The working accounts of the person; None where they could not be read."""

    accounts: ManagerAccounts | None


class AccountAnswered(Event, frozen=True):
    """The working account that was chosen can be used; None is the primary one."""

    account_id: str | None
    account: Account


class AccountRefused(Event, frozen=True):
    """The working account that was chosen can't be used."""

    name: str
    error: HHError


class AccountGivenUp(Event, frozen=True):
    """The working account in use can't be used; the primary one, `account`, answers."""

    error: HHError
    account: Account


class LoginAnswered(Event, frozen=True):
    """The login of another profile can be used: by this client, with this store where logins have stores.

    Nothing is changed yet: whoever hears it takes both up, or closes both.
    """

    profile: str
    client: "HHClient"
    store: Store | None


class LoginChanged(Event, frozen=True):
    """Everything is read with the login of another profile now, and nothing of the one before holds."""

    profile: str


class StatisticsRead(Event, frozen=True):
    """What hh.ru counts of us; None for what it does not tell. `account` is the manager it was asked for.

    `views` are None where those known come of a newer answer, too.
    """

    account: str
    statistics: "Statistics | None"
    views: ViewBudget | None


class SavedSearchesRead(Event, frozen=True):
    """The searches for people that hh.ru keeps; None where the resume base was not bought.

    `account` is whose they are, as `Inbox.who` tells it without a working account.
    """

    account: str
    searches: "tuple[SavedSearch, ...] | None"


class SavedSearchSeen(Event, frozen=True):
    """The people of a saved search were listed: hh.ru counts none of them as new any more."""

    search_id: str


class AccountLeft(Event, frozen=True):
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
    | SavedSearchesRead
    | SavedSearchSeen
    | AccountLeft
)
