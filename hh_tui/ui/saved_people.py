"""Searches that hh.ru keeps: run, with everybody or those who are new; named, renamed and deleted."""

from collections.abc import Callable, Coroutine
from contextlib import suppress
from functools import partial
from typing import Any

from hh_tui.api.models.found_resume import FoundCount, SavedSearch
from hh_tui.api.resume_query import ResumeQuery
from hh_tui.api.resume_search import ResumeSearchResource, kept_of, lost_of
from hh_tui.api.saved_query import not_kept, query_at
from hh_tui.errors import HHError, NotFound, NotPaid
from hh_tui.i18n.text import grouped
from hh_tui.inbox.resume_base.asked import Asked
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.dialogs.prompt import Prompt
from hh_tui.ui.events import SavedSearchesRead, SavedSearchSeen
from hh_tui.ui.found_list import FoundList
from hh_tui.ui.people_reads import PaidAccess
from hh_tui.ui.presenters import people_search as told
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.errors import explain

Write = Callable[[ResumeSearchResource], Coroutine[Any, Any, object]]


class SavedPeople:
    """Reading the list spends nothing; looking at somebody's news makes them old on hh.ru, as there."""

    def __init__(self, context: Context, found: FoundList) -> None:
        self._context = context
        self._found = found
        self._kept: tuple[ResumeQuery, str] | None = None
        """What was saved last, and the id it has."""
        self._running = ""
        """The id of the search that was run last."""

    def choose(self) -> None:
        """All of them, with how many people each finds and how many are new."""
        worker = self._found.question.ask(
            self._read, self._answered, self._context.fail, group="people-saved"
        )
        if worker is not None:
            self._context.ask_for(worker)

    async def _read(self) -> tuple[SavedSearch, ...] | PaidAccess:
        """All of them, or what is paid for instead."""
        try:
            searches = await self._found.reads.saved()
            self._context.post(SavedSearchesRead(self._context.inbox.who(None), searches))
            return searches
        except NotPaid:
            return await self._found.reads.paid(self._context.inbox.account)
        finally:
            self._context.clear_status()

    def _answered(self, answer: tuple[SavedSearch, ...] | PaidAccess) -> None:
        if isinstance(answer, PaidAccess):
            text = told.not_paid(self._context.render_context.tr, answer.methods, answer.services)
            self._context.windows.notify(text.plain, severity="warning", timeout=20)
        else:
            self._offer(answer)

    def _offer(self, searches: tuple[SavedSearch, ...]) -> None:
        context, tr = self._context, self._context.render_context.tr
        if not searches:
            context.windows.notify(tr("people.saved.none", key=context.keys("found-save")))
            return
        items = [
            PickerItem(str(place), one.name or one.id, dotted((_count(one.items), self._news(one))))
            for place, one in enumerate(searches)
        ]

        def chosen(item_id: str | None) -> None:
            if item_id is not None:
                self._choose_way(searches[int(item_id)])

        context.pick(tr("people.saved.title"), items, chosen)

    def _news(self, search: SavedSearch) -> str:
        return self._context.render_context.tr("people.saved.new", n=search.news) if search.news else ""

    def _choose_way(self, search: SavedSearch) -> None:
        """What can be done with one."""
        tr = self._context.render_context.tr
        ways = {
            "new": (tr("people.saved.show-new"), _count(search.new_items)),
            "all": (tr("people.saved.show-all"), _count(search.items)),
            "rename": (tr("people.saved.rename"), ""),
            "delete": (tr("people.saved.delete"), ""),
        }
        if not search.news:
            ways = {**{key: ways[key] for key in ("all", "new")}, **ways}

        def chosen(way: str | None) -> None:
            if way in ("new", "all"):
                self._show(search, only_new=way == "new")
            elif way == "rename":
                self._ask_name(search)
            elif way == "delete":
                self._ask_to_delete(search)

        items = [PickerItem(key, label, detail) for key, (label, detail) in ways.items()]
        self._context.pick(search.name or search.id, items, chosen)

    def run(self, search: SavedSearch) -> None:
        """Those who are new, where anybody is; else everybody."""
        only_new = search.news > 0
        self._show(search, only_new=only_new)
        if only_new:
            self._found.say("people.saved.only-new-shown", key=self._context.keys("found-searches"))

    def listed(self) -> None:
        """The people of the search that runs were read: nobody in it is new any more."""
        if self._running:
            self._context.store.dispatch(SavedSearchSeen(self._running))

    def _show(self, search: SavedSearch, *, only_new: bool) -> None:
        """By its own address, as hh.ru made it; without access there is none."""
        tr, people = self._context.render_context.tr, search.new_items if only_new else search.items
        if people is None or not people.url:
            self._context.windows.notify(tr("people.saved.no-address"), severity="warning")
            return
        self._running = search.id
        name = dotted((search.name or search.id, tr("people.saved.only-new") if only_new else ""))
        query, left = query_at(people.url)
        self._found.begin(Asked(query, left=left), url=people.url, saved=name)

    # Writes, of which candidates notice nothing

    def _write(self, write: Write, done: Callable[[], None]) -> None:
        self._context.tasks.start(partial(self._carry_out, write, done), group="people-saved-write")

    async def _carry_out(self, write: Write, done: Callable[[], None]) -> None:
        """Sent once; where no answer comes the list of searches tells what became of it."""
        session = self._context.session
        try:
            client = await session.connected()
            await session.write("saved-searches", partial(write, client.resume_search))
        except HHError as error:
            self._failed(error)
        else:
            done()

    def save(self) -> None:
        """Keep what is looked for under a name; what hh.ru does not keep of it is said before.

        One that was saved just now is named anew: a second one would bring the same people.
        """
        found, context, tr = self._found, self._context, self._context.render_context.tr
        query = found.asked.query
        if found.url is not None or query.is_empty:
            found.say("people.save.nothing")
            return
        lost = lost_of(query)
        names = ", ".join(tr(f"people.lost.{one}") for one in lost)
        if kept_of(query).is_empty:
            found.say("people.save.only-lost", names=names)
            return
        hint = tr("people.save.lost", names=names) if lost else tr("people.save.hint")
        begun = " · ".join(told.chips(tr, query, found.asked.names))[:60]

        def named(name: str | None) -> None:
            if name is not None and not found.is_left:
                save = partial(self._save, query, name)
                context.tasks.start(save, group="people-saved-write", exclusive=False)

        context.windows.push(Prompt(tr("people.save"), hint, begun), named)

    async def _save(self, query: ResumeQuery, name: str) -> None:
        """Two writes: hh.ru names a search only after it has made it, and it stays if the name is refused."""
        context, session = self._context, self._context.session
        kept = self._kept[1] if self._kept is not None and self._kept[0] == query else None
        try:
            base = (await session.connected()).resume_search
            if kept is None:
                kept = await session.write("saved-searches", partial(base.save, query))
                self._kept = (query, kept) if kept is not None else None
                await self._look_at(query, kept)
        except HHError as error:
            self._failed(error)
            return
        if kept is None:
            self._told("people.saved.its-name", name)
            return
        try:
            if name:
                await session.write("saved-searches", partial(base.rename, kept, name))
        except HHError as error:
            if error.outcome_unknown or isinstance(error, NotFound):
                self._kept = None if isinstance(error, NotFound) else self._kept
                self._failed(error)
                return
            why = explain(context.render_context.tr, error).what
            again = context.keys("found-save")
            text = context.render_context.tr("people.saved.not-named", name=name, why=why, key=again)
            context.windows.notify(text, severity="warning", timeout=20)
        else:
            self._told("people.saved", name)

    async def _look_at(self, query: ResumeQuery, search_id: str | None) -> None:
        """Say what hh.ru left out of a search it has just made, for it says nothing of that itself."""
        context, session, address = self._context, self._context.session, ""
        if search_id is None:
            return
        with suppress(HHError):
            base = (await session.connected()).resume_search
            search = await session.read(partial(base.saved_one, search_id))
            address = (search.items.url or "") if search.items is not None else ""
        if address and (lost := not_kept(kept_of(query), address)):
            tr = context.render_context.tr
            names = told.conditions(tr, lost)
            text = tr("people.saved.without", names=names, key=context.keys("found-searches"))
            context.windows.notify(text, severity="warning", timeout=20)

    def _failed(self, error: HHError) -> None:
        self._context.fail(error)
        if error.outcome_unknown:
            text = self._context.render_context.tr("people.saved.unknown")
            self._context.windows.notify(text, severity="warning")

    def _told(self, key: str, name: str) -> None:
        """Where the left column tells of them, it tells of this one, too."""
        if self._context.inbox.searches is not None:
            self._context.tasks.start(self._renew, group="saved-searches")
        self._found.say(key, name=name, key=self._context.keys("found-searches"))

    async def _renew(self) -> None:
        with suppress(HHError):
            await self._read()

    def _ask_name(self, search: SavedSearch) -> None:
        tr = self._context.render_context.tr

        def named(name: str | None) -> None:
            if name is not None and name != search.name:
                self._write(lambda base: base.rename(search.id, name), self.choose)

        self._context.windows.push(
            Prompt(tr("people.saved.rename"), tr("people.save.hint"), search.name), named
        )

    def _deleted(self, search_id: str) -> None:
        if self._kept is not None and self._kept[1] == search_id:
            self._kept = None
        self.choose()

    def _ask_to_delete(self, search: SavedSearch) -> None:
        tr = self._context.render_context.tr
        answers = (tr("people.saved.delete.yes"), tr("people.saved.delete.no"))
        delete = partial(self._write, lambda base: base.forget(search.id), partial(self._deleted, search.id))
        self._context.confirm(tr("people.saved.delete.ask", name=search.name), answers, delete)


def _count(people: FoundCount | None) -> str:
    return grouped(people.count) if people is not None else ""
