"""A search for people: its form, its list, and the resumes that are opened out of it."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from textual.content import Content

from hh_tui.api.models import Negotiation
from hh_tui.api.resume_query import ResumeQuery
from hh_tui.errors import HHError, NotPaid
from hh_tui.inbox.lists.choices import Choices, choice
from hh_tui.inbox.resume_base import not_now
from hh_tui.inbox.resume_base.asked import Asked
from hh_tui.inbox.resume_base.found_people import FoundPeople
from hh_tui.inbox.resume_base.marks import NOT_NOW
from hh_tui.inbox.resume_base.parameters import VACANCY
from hh_tui.system.structs import replace
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.found_page import FoundKeys, FoundPage, FoundView
from hh_tui.ui.dialogs.search_form import SearchForm
from hh_tui.ui.events import Event
from hh_tui.ui.found_marks import marks_after
from hh_tui.ui.found_ways import Ways
from hh_tui.ui.hidden_people import HiddenPeople
from hh_tui.ui.opened_people import OpenedPeople
from hh_tui.ui.pending_question import PendingQuestion
from hh_tui.ui.people_inviting import AskMoment, FillIn, PeopleInviting
from hh_tui.ui.people_order import FoundOrder
from hh_tui.ui.people_reads import PeopleReads
from hh_tui.ui.people_views import PeopleViews
from hh_tui.ui.presenters import people_search as told
from hh_tui.ui.presenters import tour
from hh_tui.ui.presenters.candidate import dotted, name
from hh_tui.ui.presenters.countdown import undo_line
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.presenters.inviting import invited_elsewhere
from hh_tui.ui.presenters.vacancy_names import names
from hh_tui.ui.saved_people import SavedPeople

GROUPS: Final = ("people", "people-budget", "people-resume", "people-contacts")
"""Reads that end with the login or the working account they were asked in."""


class PeopleSearch:
    """One search at a time, kept while the program runs.

    Reading its list spends nothing, and moving in it neither; only opening somebody does.
    """

    def __init__(self, context: Context, fill_in: FillIn, ask_moment: AskMoment, ways: Ways) -> None:
        self._context = context
        self.ways = ways
        self.reads = PeopleReads(context.session)
        self.asked = Asked()
        self.url: str | None = None
        """The address of a saved search, which is read as it is."""
        self.saved = ""
        """The name of that search."""
        self.people = FoundPeople()
        self.views = PeopleViews(context, self.reads, self.refresh)
        self.question = PendingQuestion(context.tasks, self._waits)
        self.is_left = False
        self._choices: Choices = {}
        self._page: FoundPage | None = None
        self._trouble: Content | None = None
        self._is_closed = False
        """Whether hh.ru shows no such search: moving on asks for nothing then."""
        self._turn: object = None
        """The search that a read belongs to; one of an earlier search comes too late."""
        self._is_reading = False
        self.opened = OpenedPeople(context, self)
        self.saved_searches = SavedPeople(context, self)
        self._hidden_people = HiddenPeople(context, self)
        self.put_off = self._hidden_people.put_off
        self._order = FoundOrder(context, self, self._choices)
        self.invite = PeopleInviting(context, self, fill_in, ask_moment).invite

    # Opening and closing

    def open(self) -> None:
        """The list as it was left; the form where nobody was looked for yet."""
        if self._turn is None:
            self.form()
        else:
            self.show()

    def form(self, begun: Asked | None = None) -> None:
        """Ask whom to look for, beginning with what was asked last unless with this."""
        context = self._context

        def left(asked: Asked | None) -> None:
            if asked is not None:
                self.begin(asked)

        vacancies = names(context.render_context, context.inbox.all_vacancies)
        self._choices[VACANCY] = tuple(choice(key, called) for key, called in vacancies.items())
        asked, tr = begun or self.asked, context.render_context.tr
        form = SearchForm(asked, self._choices, context.session, tr, context.keys)
        context.windows.push(form, left)

    def begin(self, asked: Asked, *, url: str | None = None, saved: str = "") -> None:
        """Look for these people from the first page on."""
        if self.is_left:
            return
        self.asked, self.url, self.saved = asked, url, saved
        self.people, self._trouble, self._is_reading = FoundPeople(), None, False
        self._is_closed = False
        self._turn = object()
        self.show()
        self._read_on()
        self.views.read()

    def show(self) -> None:
        """The list, above the inbox."""
        if self._page is None:
            self._page = FoundPage(self._keys(), self._view(), self._context.render_context)
            self._context.windows.push(self._page)
        self.refresh()

    def _keys(self) -> FoundKeys:
        return FoundKeys(
            move=self._move,
            jump=self._jump,
            point=self._point,
            open=self._open_one,
            mark=lambda: self._change(self.people.toggled()),
            mark_range=lambda: self._change(self.people.ranged()),
            mark_all=lambda: self._change(self.people.marking(self.people.rows)),
            form=self.form,
            new=lambda: self.form(Asked()),
            order=self._order.choose,
            save=self.saved_searches.save,
            searches=self.saved_searches.choose,
            later=lambda: self.put_off(self.people.chosen),
            hidden=self._hidden_people.choose,
            invite=lambda: self.invite(self.people.chosen),
            ways=self.ways,
            similar=self._like_this,
            browser=self._browser,
            refresh=self._read_again,
            close=self._close,
        )

    def _close(self) -> None:
        """First nothing is waited for, then nobody is marked, then the list is left; it stays as it is."""
        if self.question.stop():
            self.say("people.stopped")
            return
        if self.people.marked:
            self._change(self.people.unmarked())
            return
        page, self._page = self._page, None
        if page is not None:
            page.answer(None)
        self._context.store.show(people_found=None)

    def leave(self) -> None:
        """Another login, or working account: nothing of it is anybody's business."""
        page, self._page = self._page, None
        self._turn, self.is_left = None, True
        self.question.stop()
        for group in GROUPS:
            self._context.tasks.cancel(group)
        self.opened.leave()
        if page is not None:
            page.close_by_itself(None)
        self._context.store.show(people_found=None)

    # What is seen

    @property
    def hidden(self) -> Mapping[str, not_now.NotNow]:
        """Those who are put off, as kept on the disk."""
        return not_now.recalled(self._context.disk.remembered(NOT_NOW))

    def refresh(self) -> None:
        """Show it as it is now."""
        if self._page is not None:
            self._context.store.show(people_found=self.people.found if self.people.pages else None)
            self._page.see(self._view(), self._context.render_context)

    def say(self, key: str, /, **values: str | int) -> None:
        """Tell in the last line of the list what the last key did."""
        if self._page is not None:
            self._page.say(self._context.render_context.tr(key, **values))

    def echo(self, before: str, after: str) -> None:
        """What keys of the inbox do is told here while this list is open; once that is over, no more."""
        if self._page is not None and (after or self._page.said == before):
            self._page.say(after)

    def heard(self, event: Event) -> None:
        """Something happened that may be about people of the list."""
        people, self.people = self.people, marks_after(self.people, event)
        if self.people is not people:
            self.refresh()

    def count_down(self) -> None:
        """Show until when what was decided last can be taken back."""
        if self._page is not None:
            self._page.count_down()

    def _waiting(self, command: str, width: int) -> str:
        context, undo = self._context, self._context.keys(command)
        finished, now = context.outbox.finished, context.view.now
        return undo_line(context.render_context, context.writes, finished, now, undo, width)

    def _view(self) -> FoundView:
        context, ctx = self._context, self._context.render_context
        tr, people, step = ctx.tr, self.people, context.view.tour
        keys = told.KEYS if people.rows else told.KEYS_OF_NOBODY
        costs = ("found-open",) if people.selected and self.opened.costs(people.selected) else ()
        return FoundView(
            title=dotted((tr("people.title"), told.found_line(tr, people.found) if people.pages else "")),
            asked=told.asked_line(tr, self.asked.query, self.asked.names, self.saved),
            budget=told.budget(tr, self.views.budget),
            people=people,
            place=told.place(tr, people),
            empty=self._trouble or self._why_empty(),
            hints=tuple(told.hints(tr, context.keys, few, costs=costs) for few in told.shorter(keys)),
            invited=told.beside(tr, people, invited_elsewhere(ctx, context.inbox, context.view.invited)),
            opened=self.opened.moments,
            waiting=self._waiting,
            tour=None if step is None else tour.step(tr, step, context.keys, can_be_left_out=False),
        )

    def _why_empty(self) -> Content:
        tr = self._context.render_context.tr
        if self._is_reading:
            return Content.styled(tr("people.reading"), "$text-muted")
        key = "people.all-hidden" if self.people.hidden else "people.nobody"
        return Content(tr(key, key=self._context.keys("found-form")))

    # Moving, which reads lists and spends nothing

    def _change(self, people: FoundPeople) -> None:
        self.people = people
        self.say("people.quiet")
        self.refresh()
        self._read_on()

    def hide(self) -> None:
        """Others are put off now, or not any more."""
        self._change(self.people.without_hidden(self.hidden, self._context.clock()))

    def _move(self, delta: int) -> None:
        self._change(self.people.moved(delta))

    def _jump(self, direction: int) -> None:
        self._change(self.people.moved(direction * len(self.people.rows)))

    def _point(self, row: int) -> None:
        self._change(self.people.moved(row - self.people.cursor))

    # Reading lists

    def _read_on(self) -> None:
        """The next page, where the rows end soon; one that failed is asked for again."""
        if self._is_reading or self._is_closed or self._turn is None or not self.people.wants_page:
            return
        self._is_reading, self._trouble = True, None
        self.refresh()
        self._context.tasks.start(partial(self._read_page, self._turn), group="people")

    def _read_again(self) -> None:
        """From the first page on, or the page that failed; marks stay."""
        if self._trouble is not None and self.people.rows:
            self._read_on()
            self.views.read()
            return
        before = self.people
        self.begin(self.asked, url=self.url, saved=self.saved)
        self.people = replace(self.people, marked=before.marked, decided=before.decided)
        self.refresh()

    async def _read_page(self, turn: object) -> None:
        number = self.people.pages
        try:
            if self.url is not None:
                page = await self.reads.page_at(self.url, number)
            else:
                page = await self.reads.page(self.asked.query, number)
        except HHError as error:
            if turn is self._turn:
                await self._failed(error)
            return
        if turn is self._turn:
            self._is_reading = False
            self.people = self.people.with_page(page, self.hidden, self._context.clock())
            if self.url is not None and number == 0:
                self.saved_searches.listed()
            self.refresh()
            self._read_on()

    async def _failed(self, error: HHError) -> None:
        """Say why; without paid access what is missing, and who gives it."""
        context, tr = self._context, self._context.render_context.tr
        self._is_reading = False
        context.locked_out(error)
        sentence = explain(tr, error).sentence
        self._trouble = Content.styled(sentence, "$error")
        self.refresh()
        if isinstance(error, NotPaid):
            self._is_closed, turn = True, self._turn
            paid = await self.reads.paid(context.inbox.account)
            if turn is not self._turn:
                return
            self._trouble = told.not_paid(tr, paid.methods, paid.services)
            self.refresh()
        elif self.people.rows:
            context.windows.notify(sentence, severity="error")
        context.remember(error, self._read_again)

    # What is done with one of them

    def _open_one(self) -> None:
        row = self.people.selected
        if row is not None:
            self.opened.open(row)

    def _waits(self, waits: bool) -> None:
        """Keys of the list wait for an answer, or go on."""
        if self._page is not None:
            self._page.asking = waits

    def _like_this(self) -> None:
        row = self.people.selected
        if row is not None:
            self.like(row.negotiation)

    def favourites(self) -> None:
        """Those who are in folders of favourites on hh.ru."""
        self.begin(Asked(ResumeQuery(include_all_folders=True)))

    def like(self, negotiation: Negotiation) -> None:
        """People like this one, as hh.ru finds them; the form can narrow them down."""
        resume = negotiation.resume
        if resume is None or resume.id is None:
            self._context.say("invite.no-resume")
            return
        who = name(self._context.render_context, negotiation)
        query = ResumeQuery(resume=resume.id)
        self.begin(Asked(query, {f"resume {resume.id}": told.position_of(who, resume)}))

    def _browser(self) -> None:
        row = self.people.selected
        resume = row.negotiation.resume if row else None
        if resume is not None and resume.alternate_url:
            self._context.windows.open_url(resume.alternate_url)
