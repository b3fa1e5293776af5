"""The page of the response rate: the figures in words, and the queue of those who were never answered."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.events import Event
from hh_tui.ui.presenters import response_rate
from hh_tui.ui.presenters import statistics as told
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.vacancy_names import names
from hh_tui.ui.state_store import State

if TYPE_CHECKING:
    from hh_tui.ui.dialogs.response_rate import ResponseRatePage, Whom

ENOUGH = 20
"""Candidates to answer that the page has at once."""

PAGES = 40
"""Pages read for it at most."""


class Awaiting(Protocol):
    """Those who await a reply."""

    @property
    def is_reading_on(self) -> bool:
        """Whether a page more is on its way."""
        ...

    def look(self) -> None:
        """Look who waits, unless that is known well enough."""

    def read_further(self) -> bool:
        """Read the next page of whoever waits longest; whether one is on its way."""
        ...

    def open_at(self, negotiation_id: str) -> None:
        """Show the list with the cursor on this candidate."""


class ResponseRate:
    """`ask_figures` asks for the figures where they are due."""

    def __init__(self, context: Context, ask_figures: Callable[[], None], awaiting: Awaiting) -> None:
        self._context = context
        self._ask_figures = ask_figures
        self._awaiting = awaiting
        self._page: ResponseRatePage | None = None
        self._pages_left = 0

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"politeness": self.open}

    def on_event(self, event: Event, before: State, after: State) -> None:
        """The page follows the queue while it is looked for, and the figures."""
        old, new = before.inbox, after.inbox
        if (
            old.queue is not new.queue
            or old.pending is not new.pending
            or before.view.statistics is not after.view.statistics
        ):
            self._tell()

    def open(self) -> None:
        """Tell the figures, and look whom to answer."""
        from hh_tui.ui.dialogs.response_rate import ResponseRatePage

        context = self._context
        if context.inbox.account is None or context.inbox.vacancies is None:
            return
        self._ask_figures()
        self._awaiting.look()
        self._page, self._pages_left = ResponseRatePage(context.render_context.tr), PAGES
        self._tell()
        context.windows.push(self._page, self._left)

    def _left(self, whom: "Whom | None") -> None:
        self._page, context = None, self._context
        if whom is None:
            return
        self._awaiting.open_at(whom.id)
        if whom.several:
            context.say("response-rate.several", one=context.keys("mark"), all=context.keys("mark-all"))

    def _read_enough(self, known: int) -> bool:
        """Read on where few are known: those who wait longest came too long ago to count.

        Whether a page is on its way.
        """
        if known >= ENOUGH or self._pages_left <= 0:
            return False
        if not self._awaiting.is_reading_on:
            self._pages_left -= 1
        return self._awaiting.read_further()

    def _tell(self) -> None:
        if self._page is None:
            return
        context, inbox, ctx = self._context, self._context.inbox, self._context.render_context
        tr, queue = ctx.tr, inbox.queue
        named = names(ctx, inbox.all_vacancies)
        items = [
            PickerItem(waiter.id, label, time)
            for waiter, time, label in response_rate.lines(ctx, response_rate.reply_items(ctx, inbox), named)
        ]
        whole = queue is not None and queue.is_whole
        count = (
            tr("response-rate.whom", n=len(items), shown=f"{len(items)}{'' if whole else '+'}")
            if items
            else ""
        )
        on_its_way = self._read_enough(len(items))
        if not items and queue is not None and not queue.is_looking:
            nobody = (
                tr("response-rate.nobody", n=context.options.waiting_days)
                if whole
                else tr("response-rate.nobody-yet")
            )
            count = tr("list.loading") if on_its_way else nobody
        looked = queue is not None and queue.looked < queue.vacancies
        progress = tr("waiting.looked", looked=queue.looked, n=queue.vacancies) if queue and looked else ""
        figures = told.in_words(ctx, context.view.statistics)
        self._page.update_figures(figures, dotted((count, progress)), items)
