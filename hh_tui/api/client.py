"""The one entry to hh.ru's employer API."""

from typing import Final

from hh_tui.api.account import AccountOperations
from hh_tui.api.chat_files import ChatFileOperations
from hh_tui.api.chats import ChatOperations
from hh_tui.api.comments import CommentOperations
from hh_tui.api.connection import Connection
from hh_tui.api.dictionaries import DictionaryOperations
from hh_tui.api.employer import EmployerOperations
from hh_tui.api.messages import MessageOperations
from hh_tui.api.negotiations import NegotiationOperations
from hh_tui.api.resumes import ResumeOperations
from hh_tui.api.templates import TemplateOperations
from hh_tui.api.vacancies import VacancyOperations


class HHClient:
    """hh.ru for an employer. Every operation raises `hh_tui.errors.HHError` and nothing else.

    They stand by noun: `client.negotiations.page(…)`, one short method each.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.account: Final = AccountOperations(connection)
        self.employer: Final = EmployerOperations(connection)
        self.vacancies: Final = VacancyOperations(connection)
        self.negotiations: Final = NegotiationOperations(connection)
        self.messages: Final = MessageOperations(connection)
        self.chats: Final = ChatOperations(connection)
        self.chat_files: Final = ChatFileOperations(connection)
        self.templates: Final = TemplateOperations(connection)
        self.comments: Final = CommentOperations(connection)
        self.resumes: Final = ResumeOperations(connection)
        self.dictionaries: Final = DictionaryOperations(connection)

    @property
    def host(self) -> str:
        """The host, as a person knows the server."""
        return self._connection.origin.host

    @property
    def manager_account(self) -> str | None:
        """The working account to act as, an id from `manager_accounts`; None is the primary one."""
        return self._connection.manager_account

    @manager_account.setter
    def manager_account(self, account_id: str | None) -> None:
        self._connection.manager_account = account_id

    async def aclose(self) -> None:
        """Close the connection."""
        await self._connection.aclose()
