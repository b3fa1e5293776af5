"""Reads for those who await a reply: each vacancy in turn, then further pages of whoever waits longest."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import Final

from hh_tui.api.models import Negotiation, Page, Vacancy
from hh_tui.errors import (
    AccountUnavailable,
    BadUserAgent,
    CaptchaRequired,
    HHError,
    NetworkError,
    NotAuthorized,
    Refused,
)
from hh_tui.inbox.lists.awaiting import ListSource, Portion, sources
from hh_tui.system.structs import replace
from hh_tui.ui.events import AnyEvent, ChatsCounted, LookFailed, PortionRead, VacancyLooked
from hh_tui.worker.priority_semaphore import Urgency
from hh_tui.worker.session import ApiWorker

CORRECTIONS: Final = 3
"""Pages asked for at most until a source gives its end: its counter can be out of date."""

_STOPS = (BadUserAgent, NotAuthorized, AccountUnavailable, CaptchaRequired, NetworkError)
"""Errors that every other vacancy would meet as well."""


class AwaitingReads:
    """Asks the API worker; what is read goes to `post` with the stamp of the look it belongs to."""

    def __init__(
        self, session: ApiWorker, post: Callable[[AnyEvent], object], clock: Callable[[], datetime]
    ) -> None:
        self._session = session
        self._post = post
        self._clock = clock

    async def look_around(self, vacancies: tuple[Vacancy, ...], stamp: datetime) -> None:
        """Each vacancy in turn: its collections, then the end of every list where somebody can wait."""
        session, post = self._session, self._post
        try:
            unread = await session.unread_chats()
        except HHError as error:
            post(LookFailed(stamp, error))
            return
        if unread is not None:
            post(ChatsCounted(stamp, unread.count))
        for vacancy in unread.first(vacancies) if unread else vacancies:
            try:
                portions, is_whole = await self._look_at(vacancy)
            except _STOPS as error:
                post(LookFailed(stamp, error))
                return
            post(VacancyLooked(stamp, portions, self._clock(), is_whole))

    async def _look_at(self, vacancy: Vacancy) -> tuple[tuple[Portion, ...], bool]:
        """The end of every list of a vacancy that can be read, and whether these are all of them.

        Raises those errors that every other vacancy would meet as well.
        """
        session = self._session
        portions: list[Portion] = []
        try:
            board = await session.read(partial(session.client.negotiations.board, vacancy.id), Urgency.SOON)
        except _STOPS:
            raise
        except HHError:
            return (), False
        wanted = sources(vacancy.id, board)
        for source in wanted:
            try:
                portions.append(await self._portion(source))
            except _STOPS:
                raise
            except HHError:
                continue
        return tuple(portions), len(portions) == len(wanted)

    async def read_on(self, source: ListSource, stamp: datetime) -> None:
        """The next page of a source."""
        try:
            portion = await self._portion(source)
        except HHError as error:
            self._post(LookFailed(stamp, error))
        else:
            self._post(PortionRead(stamp, portion, self._clock()))

    async def _portion(self, source: ListSource) -> Portion:
        """The next page of a source; the deepest there is where hh.ru goes no deeper."""
        after = source
        for _ in range(CORRECTIONS):
            try:
                page = await self._session.read(self._page_of(after), Urgency.SOON)
            except Refused as error:
                if not (error.is_bad_request and after.can_be_cut):
                    raise
                after = after.cut()
                continue
            after = after.read(page)
            if page.items or after.page is None:
                return Portion(source, after, page.items, page)
        return Portion(source, replace(after, page=None), ())

    def _page_of(self, source: ListSource) -> Callable[[], Awaitable[Page[Negotiation]]]:
        return partial(
            self._session.client.negotiations.page,
            source.query.url,
            source.page or 0,
            filters=source.filters,
            order_by=source.order,
        )
