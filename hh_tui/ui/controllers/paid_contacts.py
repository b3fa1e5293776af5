"""Contacts that cost something: opened after a question that names what."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from hh_tui.api.models import Negotiation
from hh_tui.errors import HHError
from hh_tui.inbox.snapshot.dossier import Tab
from hh_tui.inbox.snapshot.view_budget import ViewBudget
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import DossierFailed, DossierRead, Event, ViewsLeftRead
from hh_tui.ui.presenters.resume_lines import contacts_closed, service
from hh_tui.ui.state_store import State

if TYPE_CHECKING:
    from hh_tui.api.models import FullResume


class PaidContacts:
    """The one way to an address that spends something."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"contacts": self.contacts}

    def on_event(self, event: Event, before: State, after: State) -> None:
        """What was asked for before the question is there."""
        if isinstance(event, ViewsLeftRead):
            self._ask_to_spend(event)

    def contacts(self) -> None:
        """Ask whether closed contacts are to be opened."""
        context, row = self._context, self._context.inbox.selected
        resume = context.inbox.dossier(row.id).resume if row else None
        if row is None or resume is None:
            context.say("contacts.read-first", key=context.keys("tab-resume"))
        elif not contacts_closed(resume) and resume.contacts_url:
            context.say("contacts.open-already")
        elif not resume.contacts_url:
            context.say("contacts.nothing")
        else:
            read = partial(self._read_views_left, row.negotiation, resume)
            context.ask_for(context.tasks.start(read, group="views-left"))

    async def _read_views_left(self, negotiation: Negotiation, resume: "FullResume") -> None:
        """How many resumes may still be looked at today; the question is asked without it too."""
        session, account, left = self._context.session, self._context.inbox.account, None
        if account is not None and account.employer is not None and account.manager is not None:
            call = partial(session.client.account.resume_limits, account.employer.id, account.manager.id)
            try:
                limits = await session.read(call)
            except HHError:
                limits = None
            if limits is not None:
                views = ViewBudget.of(limits)
                self._context.store.show(statistics=self._context.view.statistics.having(views))
                left = views.left
        self._context.post(ViewsLeftRead(negotiation, resume, left))

    def _ask_to_spend(self, event: ViewsLeftRead) -> None:
        """What it costs, and no as the first answer."""
        context, row = self._context, self._context.inbox.selected
        if row is None or row.id != event.negotiation.id or not context.windows.is_free:
            return
        context.clear_status()
        tr = context.render_context.tr
        prices = [service(tr("resume.no-price"), one) for one in event.resume.paid_services]
        left = tr("contacts.left", n=event.left) if event.left is not None else ""
        detail = " · ".join(part for part in (*prices, left) if part)
        spend = partial(self._spend, event.negotiation, event.resume)
        context.confirm(tr("contacts.title"), (tr("contacts.yes"), tr("contacts.no")), spend, detail=detail)

    def _spend(self, negotiation: Negotiation, resume: "FullResume") -> None:
        self._context.tasks.start(partial(self._open, negotiation, resume), group="contacts")

    async def _open(self, negotiation: Negotiation, resume: "FullResume") -> None:
        """Spend a contact: the resume comes anew, with what was closed."""
        context, stamp = self._context, self._context.reads.stamp()
        try:
            opened = await context.session.read(partial(context.session.client.resumes.open_contacts, resume))
        except HHError as error:
            context.post(DossierFailed(negotiation, Tab.RESUME, error, stamp))
        else:
            context.post(DossierRead(negotiation, Tab.RESUME, opened, context.clock(), stamp))
