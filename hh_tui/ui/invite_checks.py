"""Asking hh.ru, before an invitation, where somebody can be invited and whether they were there before."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from hh_tui.api.models import Invitable, Negotiation, broken_in, untold_in
from hh_tui.errors import BadUserAgent, CaptchaRequired, HHError, LimitReached, NotAuthorized, NotPaid
from hh_tui.worker.session import ApiWorker

FOR_ALL: Final = (BadUserAgent, NotAuthorized, NotPaid, LimitReached, CaptchaRequired)
"""Errors that say nothing of the person who was asked about: everybody else would meet them."""

TRIES: Final = 3
"""People who can't be asked about, while nobody can be, until no more are asked about."""

Places = tuple[Invitable, ...]


class InviteChecks:
    """Reads only: nothing is spent, and candidates notice nothing."""

    def __init__(self, session: ApiWorker) -> None:
        self._session = session

    async def places(self, employer_id: str, people: Sequence[Negotiation]) -> tuple[str, Places]:
        """Vacancies to invite to (get-active-vacancy-list), and the id of the person they were told for.

        It is the first one whom hh.ru tells them for. Raises HHError where that is none of the first few.
        """
        for place, one in enumerate(people[:TRIES], 1):
            try:
                return one.id, await self._places(employer_id, one.id)
            except FOR_ALL:
                raise
            except HHError:
                if place == min(TRIES, len(people)):
                    raise
        raise ValueError("nobody was asked about")

    async def each(
        self,
        employer_id: str,
        people: Sequence[Negotiation],
        vacancy_id: str,
        known: Mapping[str, Places],
        told: Callable[[int, int], object],
    ) -> dict[str, Places]:
        """What hh.ru says of all vacancies for each of them, by resume id; who is `known` is not asked about.

        Who could not be asked about is not in it, nor whose answer is not whole and lacks this vacancy.
        `told` gets how many were answered for and how many could not be. Raises HHError where nobody else
        can be asked about either.
        """
        found, failed, answers = dict(known), list[str](), 0

        async def ask(one: Negotiation) -> None:
            nonlocal answers
            try:
                places = await self._places(employer_id, one.id)
            except FOR_ALL:
                raise
            except HHError:
                failed.append(one.id)
                if not answers and len(failed) == TRIES:
                    raise
            else:
                answers += 1
                is_whole = not (broken_in(places) or untold_in(places))
                if is_whole or any(other.id == vacancy_id for other in places):
                    found[one.id] = places
                else:
                    failed.append(one.id)
            told(len(found), len(failed))

        asked = [asyncio.ensure_future(ask(one)) for one in people if one.id not in found]
        try:
            await asyncio.gather(*asked)
        finally:
            for one in asked:
                one.cancel()
        return found

    async def _places(self, employer_id: str, resume_id: str) -> Places:
        client = await self._session.connected()
        return await self._session.read(partial(client.vacancies.to_invite_to, employer_id, resume_id))
