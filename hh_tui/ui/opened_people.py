"""Resumes that are opened out of a search: each spends a view, knowingly, and is kept for this run."""

from datetime import datetime
from functools import partial
from typing import Protocol

from textual.content import Content

from hh_tui.api.models import FullResume
from hh_tui.errors import HHError
from hh_tui.inbox.resume_base.view_budget import ViewBudget
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.found_resume import FoundResumePage
from hh_tui.ui.people_reads import OpenedResume, PeopleReads
from hh_tui.ui.presenters import card
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.presenters.full_resume import full_resume
from hh_tui.ui.presenters.history import history
from hh_tui.ui.presenters.notes import note_line
from hh_tui.ui.presenters.resume_lines import contacts_closed, service
from hh_tui.ui.presenters.section import section, together


class FoundList(Protocol):
    """The list that resumes are opened from."""

    budget: ViewBudget
    reads: PeopleReads

    def say(self, key: str, /, **values: str | int) -> None:
        """Tell something in its last line."""

    def waits(self, waits: bool) -> None:
        """Keys of the list wait for an answer, or go on."""

    def refresh(self) -> None:
        """Show it as it is now."""

    def read_budget(self) -> None:
        """Read how many views are left."""

    def view_refused(self, error: HHError) -> None:
        """A resume was not shown."""


class OpenedPeople:
    """Nobody is opened but by a key; who was opened once is shown again without a request."""

    def __init__(self, context: Context, found: FoundList) -> None:
        self._context = context
        self._found = found
        self._read: dict[str, OpenedResume] = {}
        self.moments: dict[str, datetime] = {}
        """When somebody was opened, by the id of their resume."""

    def open(self, row: Row) -> None:
        """Show the resume; the last views are asked about, and without one nothing is sent."""
        budget, tr = self._found.budget, self._context.render_context.tr
        if row.id in self._read:
            self._show(row)
        elif budget.is_spent:
            self._context.windows.notify(tr("people.views.spent"), severity="warning")
        elif budget.needs_asking:
            self._context.confirm(
                tr("people.view.ask", n=budget.left or 0),
                (tr("people.view.yes"), tr("people.view.no")),
                partial(self._spend, row),
                detail=card.title(self._context.render_context, row.negotiation),
            )
        else:
            self._spend(row)

    def _spend(self, row: Row) -> None:
        self._found.waits(True)
        self._found.say("people.opening")
        self._context.tasks.start(partial(self._read_resume, row), group="people-resume")

    async def _read_resume(self, row: Row) -> None:
        try:
            opened = await self._found.reads.resume(row.negotiation)
        except HHError as error:
            self._context.windows.notify(
                explain(self._context.render_context.tr, error).sentence, severity="error"
            )
            self._context.remember(error, partial(self.open, row))
            self._found.say("people.quiet")
            self._found.view_refused(error)
        else:
            self._read[row.id] = opened
            self.moments[row.id] = self._context.clock()
            self._found.budget = self._found.budget.less_one()
            self._found.say("people.viewed")
            self._found.refresh()
            self._show(row)
            self._found.read_budget()
        finally:
            self._found.waits(False)

    # The page

    def _show(self, row: Row) -> None:
        context, ctx = self._context, self._context.render_context
        named = ("found-contacts", "found-resume-browser", "close-page")
        page = FoundResumePage(
            card.title(ctx, row.negotiation),
            "  ".join(f"{context.keys(one)} {ctx.tr(f'people.hint.{one}')}" for one in named),
            self._text(row),
            contacts=partial(self._ask_for_contacts, row),
            browser=partial(self._browser, row),
        )
        self._page = page
        context.windows.push(page)

    _page: FoundResumePage | None = None

    def _text(self, row: Row) -> Content:
        """What concerns us first: who was here before, and what colleagues wrote."""
        ctx, opened = self._context.render_context, self._read[row.id]
        parts = [full_resume(ctx, opened.resume, self._context.keys("found-contacts"))]
        if opened.notes:
            lines = [note_line(ctx, one) for one in opened.notes]
            parts.insert(0, together(section(ctx.tr("people.notes"), lines)))
        if opened.history:
            parts.insert(
                0,
                Content("\n").join(
                    [Content.styled(ctx.tr("people.met"), "bold"), history(ctx, opened.history, "")]
                ),
            )
        return Content("\n\n").join(parts)

    def _browser(self, row: Row) -> None:
        url = self._read[row.id].resume.alternate_url
        if url:
            self._context.windows.open_url(url)

    # Contacts, which are paid apart

    def _ask_for_contacts(self, row: Row) -> None:
        """What they cost, and no as the first answer."""
        context, tr, resume = self._context, self._context.render_context.tr, self._read[row.id].resume
        if not contacts_closed(resume):
            context.windows.notify(tr("contacts.open-already"))
        elif not resume.contacts_url:
            context.windows.notify(tr("contacts.nothing"))
        else:
            prices = [service(tr("resume.no-price"), one) for one in resume.paid_services]
            answers = (tr("contacts.yes"), tr("contacts.no"))
            open_them = partial(self._open_contacts, row, resume)
            context.confirm(tr("contacts.title"), answers, open_them, detail=" · ".join(prices))

    def _open_contacts(self, row: Row, resume: FullResume) -> None:
        self._context.tasks.start(partial(self._read_contacts, row, resume), group="people-contacts")

    async def _read_contacts(self, row: Row, resume: FullResume) -> None:
        context, old = self._context, self._read[row.id]
        try:
            opened = await context.session.read(partial(context.session.client.resumes.open_contacts, resume))
        except HHError as error:
            context.fail(error)
            return
        self._read[row.id] = OpenedResume(opened, old.history, old.notes)
        if self._page is not None:
            self._page.see(self._text(row))
        self._found.read_budget()
