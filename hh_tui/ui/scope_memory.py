"""Which vacancies a person wants to see, kept on this machine for each working account."""

from hh_tui.api.models import Account
from hh_tui.inbox.lists.vacancy_scope import KIND, VacancyScope, from_text, to_text
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.ui.person_store import PersonStore
from hh_tui.worker.session import ApiWorker


class ScopeMemory:
    """Asked with the account, which may be known before the snapshot knows it."""

    def __init__(self, session: ApiWorker, disk: PersonStore) -> None:
        self._session = session
        self._disk = disk

    def of(self, account: Account) -> VacancyScope:
        """What was chosen as this account; all vacancies where nothing was."""
        return from_text(self._disk.remembered(KIND).get(self._who(account), ""))

    def keep(self, account: Account, scope: VacancyScope) -> None:
        """Remember a choice."""
        self._disk.remember(KIND, self._who(account), to_text(scope))

    def _who(self, account: Account) -> str:
        return Inbox(account=account).who(self._session.manager_account)
