"""Lines of the palette that begin a letter to the candidate under the cursor."""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from hh_tui.api.models import Action, MailTemplate, Negotiation, Template
from hh_tui.errors import HHError
from hh_tui.inbox.decisions import action_menu, target
from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.inbox.decisions.target import Target
from hh_tui.inbox.letters.step_letters import impersonal
from hh_tui.inbox.letters.variables import known, wording
from hh_tui.settings.locations import templates_folder
from hh_tui.ui.context import Context
from hh_tui.ui.presenters import palette
from hh_tui.ui.presenters.palette import PaletteLine
from hh_tui.ui.view import Pane

if TYPE_CHECKING:
    from hh_tui.inbox.letters.letter_offers import Letter, LetterOffer
    from hh_tui.ui.dialogs.sheet_reads import Beginning

Line = tuple[PaletteLine, Callable[[], object]]
"""A line to choose, and what it does."""


class LetterLines:
    """Templates by their names. `write` opens the composer with one, `decide` the form of an action.

    Letters are offered for one candidate in sight to whom nobody else is marked. The company's wordings are
    read once for an employer (get-mail-templates).
    """

    def __init__(
        self,
        context: Context,
        *,
        write: Callable[["Letter"], None],
        decide: Callable[[Target, Action, "Beginning"], None],
    ) -> None:
        self._context = context
        self._write = write
        self._decide = decide
        self._wordings: dict[str, tuple[MailTemplate, ...]] = {}

    def at_once(self) -> list[Line]:
        """What hh.ru lists for the candidate; nothing is read for it."""
        from hh_tui.inbox.letters.letter_offers import of_hh

        found = self._addressee()
        return [] if found is None else list(self._lines(found, of_hh(found, self._choices(found))))

    async def read(self) -> list[Line]:
        """One's own letters and the company's; what can't be read is left out."""
        from hh_tui.files.letter_templates import read_templates
        from hh_tui.inbox.letters.letter_offers import LetterOffer, of_company

        found = self._addressee()
        if found is None:
            return []
        own = await asyncio.to_thread(read_templates, templates_folder())
        offers = [LetterOffer(one) for one in own.templates]
        offers += of_company(await self._of_company(), self._choices(found))
        return list(self._lines(found, offers))

    async def _of_company(self) -> tuple[MailTemplate, ...]:
        account, session = self._context.inbox.account, self._context.session
        if account is None or account.employer is None:
            return ()
        employer_id = account.employer.id
        if employer_id not in self._wordings:
            try:
                read = await session.read(partial(session.client.templates.mail, employer_id))
            except HHError:
                return ()
            self._wordings[employer_id] = read
        return self._wordings[employer_id]

    def _addressee(self) -> Negotiation | None:
        context, row = self._context, self._context.inbox.selected
        in_sight = context.view.pane in {Pane.LIST, Pane.CANDIDATE}
        return row.negotiation if in_sight and row is not None and not context.inbox.selection else None

    def _choices(self, negotiation: Negotiation) -> tuple[ActionChoice, ...]:
        return tuple(self._context.view.shortcuts.marked(action_menu.menu(negotiation)))

    def _lines(self, negotiation: Negotiation, offers: Iterable["LetterOffer"]) -> Iterator[Line]:
        context, locked = self._context, self._context.inbox.lock(negotiation) is not None
        seen = target.in_list(context.inbox, negotiation)
        for offer in offers:
            line = palette.letter(context.render_context.tr, context.keymap, offer, locked=locked)
            if offer.choice is None:
                yield line, partial(self._begin, negotiation.id, offer.letter)
            elif seen is not None:
                yield line, partial(self._fill_in, seen, offer.choice.action, offer.letter)

    def _begin(self, negotiation_id: str, letter: "Letter") -> None:
        context, row = self._context, self._context.inbox.selected
        if row is None or row.id != negotiation_id:
            context.say("palette.gone", key=context.keys("actions"))
        else:
            self._write(letter)

    def _fill_in(self, seen: Target, action: Action, letter: "Letter") -> None:
        from hh_tui.ui.dialogs.sheet_reads import Beginning

        if isinstance(letter, Template):
            begun = Beginning(letter.name, letter)
        elif isinstance(letter, MailTemplate):
            inbox = self._context.inbox
            vacancy = inbox.vacancy_by_id(seen.source.vacancy_id)
            facts = known(inbox.account, vacancy.name if vacancy else "", seen.negotiation)
            worded = wording if facts.get("name") else impersonal
            begun = Beginning(letter.name, text=worded(letter, facts))
        else:
            return
        self._decide(seen, action, begun)
