"""Resumes that are opened out of a search: each spends a view, knowingly, and is kept for this run."""

from datetime import datetime
from functools import partial
from typing import Final

from textual.content import Content

from hh_tui.api.models import FullResume, Resume
from hh_tui.errors import HHError
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.found_resume import FoundResumePage
from hh_tui.ui.found_list import FoundList
from hh_tui.ui.pending_question import Question
from hh_tui.ui.people_reads import OpenedResume
from hh_tui.ui.presenters import card
from hh_tui.ui.presenters.full_resume import full_resume
from hh_tui.ui.presenters.history import history
from hh_tui.ui.presenters.notes import note_line
from hh_tui.ui.presenters.people_search import hints
from hh_tui.ui.presenters.resume_lines import contacts_closed, service
from hh_tui.ui.presenters.section import section, together

HINTS: Final = ("found-resume-invite", "found-contacts", "found-resume-browser", "close-page")
"""Commands that the last line of a resume names."""


class OpenedPeople:
    """Nobody is opened but by a key; who was opened once is shown again without a request."""

    def __init__(self, context: Context, found: FoundList) -> None:
        self._context = context
        self._found = found
        self._read: dict[str, OpenedResume] = {}
        self._sent: dict[str, Question] = {}
        """Resumes that are being read, with the question that each answers, by its id."""
        self._contacts_sent: set[str] = set()
        self._page: FoundResumePage | None = None
        self._shown = ""
        """The id of the resume on that page."""
        self.moments: dict[str, datetime] = {}
        """When somebody was opened, by the id of their resume."""

    def open(self, row: Row) -> None:
        """Show the resume; where no more than the last views are known of, it is asked about before.

        Without a view nothing is sent, and nothing twice: a resume that is being read is waited for.
        """
        context, budget, resume = self._context, self._found.views.budget, row.negotiation.resume
        tr = context.render_context.tr
        if row.id in self._read:
            self._show(row)
        elif row.id in self._sent:
            self._found.say("people.opening")
            self._sent[row.id] = self._found.question.begin()
        elif resume is None:
            self._found.say("invite.no-resume")
        elif budget.is_spent:
            context.windows.notify(tr("people.views.spent"), severity="warning")
        elif budget.needs_asking:
            asked = tr("people.view.blind") if budget.left is None else tr("people.view.ask", n=budget.left)
            context.confirm(
                asked,
                (tr("people.view.yes"), tr("people.view.no")),
                partial(self._spend, row, resume),
                detail=card.title(context.render_context, row.negotiation),
            )
        else:
            self._spend(row, resume)

    def costs(self, row: Row) -> bool:
        """Whether opening them would spend a view; for who was opened in this run none is spent."""
        is_paid = row.id in self._read or row.id in self._sent
        return not (is_paid or row.negotiation.resume is None or self._found.views.budget.is_spent)

    def leave(self) -> None:
        """Another login, or working account: what was opened is closed."""
        page, self._page = self._page, None
        if page is not None and page.is_open:
            page.close_by_itself(None)

    def _spend(self, row: Row, resume: Resume) -> None:
        found = self._found
        if found.is_left or found.question.is_open:
            return
        self._sent[row.id] = found.question.begin()
        found.say("people.opening")
        found.views.spend()
        self._context.tasks.start(
            partial(self._read_resume, row, resume), group="people-resume", exclusive=False
        )

    async def _read_resume(self, row: Row, resume: Resume) -> None:
        """A view was sent: the answer is kept, though it is shown to nobody who has stopped waiting."""
        found = self._found
        try:
            opened = await found.reads.resume(resume)
        except HHError as error:
            self._context.fail(error)
            self._context.locked_out(error)
            self._context.remember(error, partial(self.open, row))
            found.say("people.quiet")
            found.views.refused(error)
        else:
            self._read[row.id] = opened
            self.moments[row.id] = self._context.clock()
            found.say("people.viewed")
            found.refresh()
            if found.question.is_waiting(self._sent[row.id]):
                self._show(row)
            found.views.read()
        finally:
            found.question.end(self._sent.pop(row.id))

    # The page

    def _show(self, row: Row) -> None:
        context, ctx = self._context, self._context.render_context
        page = FoundResumePage(
            card.title(ctx, row.negotiation),
            hints(ctx.tr, context.keys, HINTS),
            self._text(row),
            {
                "found-contacts": partial(self._ask_for_contacts, row),
                "found-resume-invite": partial(self._leave_for, partial(self._found.invite, (row,))),
                "found-resume-later": partial(self._leave_for, partial(self._found.put_off, (row,))),
                "found-resume-similar": partial(self._leave_for, partial(self._found.like, row.negotiation)),
                "found-resume-browser": partial(self._browser, row),
                "found-undo": partial(self._leave_for, self._found.ways.undo),
                "found-redo": partial(self._leave_for, self._found.ways.redo),
                "found-outbox": self._found.ways.outbox,
                "found-log": self._found.ways.log,
            },
        )
        self._page, self._shown = page, row.id
        context.windows.push(page)

    def _leave_for(self, way: Handler) -> None:
        """Back in the list, where it goes on; the resume opens again for nothing."""
        page, self._page = self._page, None
        if page is not None:
            page.answer(None)
        way()

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
        if self._found.is_left or row.id in self._contacts_sent:
            return
        self._contacts_sent.add(row.id)
        read = partial(self._read_contacts, row, resume)
        self._context.tasks.start(read, group="people-contacts", exclusive=False)

    async def _read_contacts(self, row: Row, resume: FullResume) -> None:
        """They were paid for and are kept; only the page of this very person shows them."""
        context, old = self._context, self._read[row.id]
        try:
            opened = await context.session.read(partial(context.session.client.resumes.open_contacts, resume))
        except HHError as error:
            context.fail(error)
            return
        finally:
            self._contacts_sent.discard(row.id)
        self._read[row.id] = OpenedResume(opened, old.history, old.notes)
        if self._page is not None and self._shown == row.id:
            self._page.see(self._text(row))
        self._found.views.read()
