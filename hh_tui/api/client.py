"""The one entry to hh.ru's employer API."""

from functools import cached_property
from typing import TYPE_CHECKING, Final

from hh_tui.api.account import AccountResource
from hh_tui.api.calls import CallResource
from hh_tui.api.chat_files import ChatFileResource
from hh_tui.api.chats import ChatResource
from hh_tui.api.comments import CommentResource
from hh_tui.api.connection import Connection
from hh_tui.api.dictionaries import DictionaryResource
from hh_tui.api.employer import EmployerResource
from hh_tui.api.messages import MessageResource
from hh_tui.api.negotiations import NegotiationResource
from hh_tui.api.resumes import ResumeResource
from hh_tui.api.templates import TemplateResource
from hh_tui.api.vacancies import VacancyResource

if TYPE_CHECKING:
    from hh_tui.api.resume_search import ResumeSearchResource


class HHClient:
    """hh.ru for an employer. Every operation raises `hh_tui.errors.HHError` and nothing else.

    They stand by noun: `client.negotiations.page(…)`, one short method each.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.account: Final = AccountResource(connection)
        self.employer: Final = EmployerResource(connection)
        self.vacancies: Final = VacancyResource(connection)
        self.negotiations: Final = NegotiationResource(connection)
        self.messages: Final = MessageResource(connection)
        self.chats: Final = ChatResource(connection)
        self.chat_files: Final = ChatFileResource(connection)
        self.calls: Final = CallResource(connection)
        self.templates: Final = TemplateResource(connection)
        self.comments: Final = CommentResource(connection)
        self.resumes: Final = ResumeResource(connection)
        self.dictionaries: Final = DictionaryResource(connection)

    @cached_property
    def resume_search(self) -> "ResumeSearchResource":
        """The resume base; imported by the first who searches it."""
        from hh_tui.api.resume_search import ResumeSearchResource

        return ResumeSearchResource(self._connection)

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
