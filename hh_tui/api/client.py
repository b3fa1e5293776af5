"""The one entry to hh.ru's employer API."""

from functools import cached_property
from typing import TYPE_CHECKING, Final

from hh_tui.api.account import AccountResource
from hh_tui.api.connection import Connection
from hh_tui.api.employer import EmployerResource
from hh_tui.api.negotiations import NegotiationResource
from hh_tui.api.vacancies import VacancyResource
from hh_tui.errors import HHError

if TYPE_CHECKING:
    from hh_tui.api.calls import CallResource
    from hh_tui.api.chat_files import ChatFileResource
    from hh_tui.api.chats import ChatResource
    from hh_tui.api.comments import CommentResource
    from hh_tui.api.dictionaries import DictionaryResource
    from hh_tui.api.messages import MessageResource
    from hh_tui.api.resume_search import ResumeSearchResource
    from hh_tui.api.resumes import ResumeResource
    from hh_tui.api.templates import TemplateResource


class HHClient:
    """hh.ru for an employer. Every operation raises `hh_tui.errors.HHError` and nothing else.

    They stand by noun: `client.negotiations.page(…)`, one short method each. Those that a start does not need
    are imported when they are first asked for.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.account: Final = AccountResource(connection)
        self.employer: Final = EmployerResource(connection)
        self.vacancies: Final = VacancyResource(connection)
        self.negotiations: Final = NegotiationResource(connection)

    @cached_property
    def messages(self) -> "MessageResource":
        """Messages of negotiations."""
        from hh_tui.api.messages import MessageResource

        return MessageResource(self._connection)

    @cached_property
    def chats(self) -> "ChatResource":
        """Chats."""
        from hh_tui.api.chats import ChatResource

        return ChatResource(self._connection)

    @cached_property
    def chat_files(self) -> "ChatFileResource":
        """Files of chats."""
        from hh_tui.api.chat_files import ChatFileResource

        return ChatFileResource(self._connection)

    @cached_property
    def calls(self) -> "CallResource":
        """Calls."""
        from hh_tui.api.calls import CallResource

        return CallResource(self._connection)

    @cached_property
    def templates(self) -> "TemplateResource":
        """Templates of letters."""
        from hh_tui.api.templates import TemplateResource

        return TemplateResource(self._connection)

    @cached_property
    def comments(self) -> "CommentResource":
        """Comments on people."""
        from hh_tui.api.comments import CommentResource

        return CommentResource(self._connection)

    @cached_property
    def resumes(self) -> "ResumeResource":
        """Whole resumes."""
        from hh_tui.api.resumes import ResumeResource

        return ResumeResource(self._connection)

    @cached_property
    def dictionaries(self) -> "DictionaryResource":
        """Dictionaries."""
        from hh_tui.api.dictionaries import DictionaryResource

        return DictionaryResource(self._connection)

    @cached_property
    def resume_search(self) -> "ResumeSearchResource":
        """The resume base."""
        from hh_tui.api.resume_search import ResumeSearchResource

        return ResumeSearchResource(self._connection)

    @property
    def host(self) -> str:
        """The host, as a person knows the server."""
        return self._connection.origin.host

    @property
    def silence(self) -> float:
        """Seconds for which the server has answered nothing it was asked; 0.0 while all is well."""
        return self._connection.silence.seconds

    @property
    def unsaved_token(self) -> HHError | None:
        """Why a renewed token is in memory alone; None where it is on the disk."""
        return self._connection.unsaved_token

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
