"""Tells a command of the person's own of each response that comes in while the program runs."""

from collections import deque
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Final

from hh_tui.api.models import Negotiation
from hh_tui.errors import HookRefused, HookStopped
from hh_tui.inbox.lists import records
from hh_tui.inbox.lists.records import Record
from hh_tui.inbox.snapshot.query import Query
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import Event, FirstPagePolled, ListRefreshed, PageRead
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.state_store import State

CLOCKS_DIFFER: Final = timedelta(minutes=10)
"""How far the server's clock may be behind ours."""


class ResponseHook:
    """A response is new where it came into a list that was read before, and was made since the program began.

    Whoever a colleague moved into the list is none: their response is older. One command runs at a time.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._command = context.options.hooks.new_response
        self._since = context.clock() - CLOCKS_DIFFER
        self._lists: set[Query] = set()
        self._seen: set[str] = set()
        self._waiting: deque[Record] = deque()
        self._is_running = False
        self._told = ""

    def commands(self) -> Mapping[str, Handler]:
        """It has none."""
        return {}

    def on_event(self, event: Event, _: State, after: State) -> None:
        """A list was read; the candidate is on it by now."""
        if not self._command:
            return
        match event:
            case FirstPagePolled() | PageRead():
                self._look(event.query, event.page.items, after)
            case ListRefreshed():
                self._look(event.query, [one for page in event.pages for one in page.items], after)
            case _:
                pass

    def _look(self, query: Query, items: Iterable[Negotiation], after: State) -> None:
        new = [one for one in items if one.id not in self._seen]
        self._seen.update(one.id for one in new)
        if query not in self._lists:
            self._lists.add(query)
            return
        vacancy = after.inbox.vacancy_by_id(query.vacancy_id)
        for one in new:
            if one.created_at is not None and one.created_at >= self._since:
                self._waiting.append(records.candidate(one, vacancy, query, after.view.labels))
        if self._waiting and not self._is_running:
            self._is_running = True
            self._context.tasks.start(self._run, group="hook", exclusive=False)

    async def _run(self) -> None:
        from hh_tui.hooks.runner import HookRunner

        runner = HookRunner(self._context.options.hooks)
        try:
            while self._waiting:
                try:
                    await runner.new_response(self._waiting.popleft())
                except HookStopped as error:
                    self._tell(error)
        finally:
            self._is_running = False

    def _tell(self, error: HookStopped) -> None:
        """What goes wrong, once for each way."""
        tr = self._context.render_context.tr
        if isinstance(error, HookRefused):
            told = tr("hook.failed", hook=error.values["hook"], n=error.values["exit_code"])
            told = f"{told} {error.values['words']}".rstrip()
        else:
            told = explain(tr, error).what
        if told != self._told:
            self._told = told
            self._context.windows.notify(told, severity="warning")
