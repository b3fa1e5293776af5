"""Contacts that cost something: opened after a question that names what."""

from functools import partial

from textual import on, work

from hh_tui.api.models import FullResume, Negotiation
from hh_tui.errors import HHError
from hh_tui.inbox.snapshot.dossier import Tab
from hh_tui.ui import events as heard
from hh_tui.ui.presenters.full_resume import service
from hh_tui.ui.screens.dossier import DossierScreen


class ContactsScreen(DossierScreen):
    """The one way to an address that spends something."""

    def action_contacts(self) -> None:
        """Ask whether closed contacts are to be opened."""
        row = self.inbox.selected
        resume = self.inbox.dossier(row.id).resume if row else None
        if row is None or resume is None:
            self.say("contacts.read-first", key=self.keys("tab-resume"))
        elif not resume.contacts_url:
            self.say("contacts.nothing")
        else:
            self.ask_for(self.read_views_left(row.negotiation, resume))

    @work(group="views-left", exclusive=True, exit_on_error=False)
    async def read_views_left(self, negotiation: Negotiation, resume: FullResume) -> None:
        """How many resumes may still be looked at today; the question is asked without it too."""
        account, left = self.inbox.account, None
        if account is not None and account.employer is not None and account.manager is not None:
            call = partial(self.worker.client.resume_limits, account.employer.id, account.manager.id)
            try:
                limits = await self.worker.read(call)
            except HHError:
                limits = None
            if limits is not None and limits.left is not None:
                left = limits.left.resume_view
        self.post_message(heard.ViewsLeftRead(negotiation, resume, None if left is None else int(left)))

    @on(heard.ViewsLeftRead)
    def ask_to_spend(self, message: heard.ViewsLeftRead) -> None:
        """What it costs, and no as the first answer."""
        row = self.inbox.selected
        if row is None or row.id != message.negotiation.id or not self.is_active:
            return
        tr, self.said = self.lens.tr, ""
        prices = [service(tr("resume.no-price"), one) for one in message.resume.paid_services]
        left = tr("contacts.left", n=message.left) if message.left is not None else ""
        detail = " · ".join(part for part in (*prices, left) if part)
        spend = partial(self.open_contacts, message.negotiation, message.resume)
        self.confirm(tr("contacts.title"), (tr("contacts.yes"), tr("contacts.no")), spend, detail=detail)

    @work(group="contacts", exclusive=True, exit_on_error=False)
    async def open_contacts(self, negotiation: Negotiation, resume: FullResume) -> None:
        """Spend a contact: the resume comes anew, with what was closed."""
        try:
            opened = await self.worker.read(partial(self.worker.client.open_contacts, resume))
        except HHError as error:
            self.post_message(heard.DossierFailed(negotiation, Tab.RESUME, error))
        else:
            self.post_message(heard.DossierRead(negotiation, Tab.RESUME, opened))
