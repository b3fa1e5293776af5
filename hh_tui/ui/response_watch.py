"""Tells a command of the person's own of each response that the program comes to know of while it runs."""

from collections import deque
from collections.abc import Callable, Coroutine, Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from hh_tui.api.models import Negotiation
from hh_tui.errors import HookRefused, HookStopped
from hh_tui.inbox.lists import records
from hh_tui.inbox.lists.records import Record
from hh_tui.inbox.snapshot.query import Query
from hh_tui.settings.config import Hooks
from hh_tui.ui.events import (
    CandidateLocated,
    Event,
    FirstPagePolled,
    InvitedRead,
    ListRefreshed,
    NegotiationRead,
    PageRead,
    PortionRead,
    VacancyLooked,
)
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.state_store import State

CLOCKS_DIFFER: Final = timedelta(minutes=10)
"""How far the server's clock may be behind ours."""


class ResponseWatch:
    """A response is new where it was made since the program began and was not read before.

    In a list that was read before, the clocks of the server and of this computer may differ. Whoever a
    colleague moved into a list is none: their response is older. One command runs at a time, as a task that
    `start` begins; what goes wrong is told once for each way.
    """

    def __init__(
        self,
        hooks: Hooks,
        began_at: datetime,
        start: Callable[[Callable[[], Coroutine[Any, Any, None]]], object],
        tell: Callable[[str], object],
    ) -> None:
        self._hooks = hooks
        self._began_at = began_at
        self._start = start
        self._tell = tell
        self._lists: set[Query] = set()
        self._seen: set[str] = set()
        self._waiting: deque[tuple[Record, State]] = deque()
        self._is_running = False
        self._told = ""

    def on_event(self, event: Event, after: State) -> None:
        """Something was read; the candidates are in the state by now."""
        if not self._hooks.new_response:
            return
        match event:
            case FirstPagePolled() | PageRead():
                self._look(event.query, event.page.items, after)
            case InvitedRead(where=where) | CandidateLocated(where=where) if where is not None:
                self._look(where.query, [one for page in where.pages for one in page.items], after)
            case ListRefreshed():
                self._look(event.query, [one for page in event.pages for one in page.items], after)
            case PortionRead():
                self._take_in(event.portion.before.query, event.portion.items, after, self._began_at)
            case VacancyLooked():
                for portion in event.portions:
                    self._take_in(portion.before.query, portion.items, after, self._began_at)
            case NegotiationRead():
                home = after.inbox.source_of(event.negotiation.id)
                if home is not None:
                    self._take_in(home, [event.negotiation], after, self._began_at)
            case _:
                pass

    def _look(self, query: Query, items: Iterable[Negotiation], after: State) -> None:
        is_known = query in self._lists
        self._lists.add(query)
        self._take_in(query, items, after, self._began_at - (CLOCKS_DIFFER if is_known else timedelta()))

    def _take_in(self, query: Query, items: Iterable[Negotiation], after: State, since: datetime) -> None:
        new = [one for one in items if one.id not in self._seen]
        self._seen.update(one.id for one in new)
        vacancy = after.inbox.vacancy_by_id(query.vacancy_id)
        for one in new:
            if one.created_at is not None and one.created_at >= since:
                self._waiting.append((records.candidate(one, vacancy, query, after.view.labels), after))
        if self._waiting and not self._is_running:
            self._start(self._run)

    async def _run(self) -> None:
        """Begun here and not where it is started: a task can be cancelled before its first step."""
        if self._is_running:
            return
        self._is_running = True
        from hh_tui.hooks.runner import HookRunner

        runner = HookRunner(self._hooks)
        try:
            while self._waiting:
                record, state = self._waiting.popleft()
                try:
                    await runner.new_response(record)
                except HookStopped as error:
                    self._tell_once(error, state)
        finally:
            self._is_running = False

    def _tell_once(self, error: HookStopped, state: State) -> None:
        tr = state.view.render_context.tr
        if isinstance(error, HookRefused):
            told = tr("hook.failed", hook=error.values["hook"], code=error.values["exit_code"])
            told = f"{told} {error.values['words']}".rstrip()
        else:
            told = explain(tr, error).what
        if told != self._told:
            self._told = told
            self._tell(told)
