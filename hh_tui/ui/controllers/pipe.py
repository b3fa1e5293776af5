"""Piping candidates to a command of the person's own."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from hh_tui.inbox.lists import command_history, records
from hh_tui.inbox.lists.command_history import KIND
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.presenters.candidate import name

TIMEOUT = 120.0
"""Seconds that a command has."""


class Pipe:
    """`selected` are the rows of those marked. Nobody is opened for it: what is known is handed over."""

    def __init__(self, context: Context, selected: Callable[[], Sequence[Row]]) -> None:
        self._context = context
        self._selected = selected

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"pipe": self.choose}

    def choose(self) -> None:
        """Ask for the command, which gets everybody marked, or the candidate under the cursor."""
        from hh_tui.ui.dialogs.command_prompt import CommandPrompt

        context, row = self._context, self._context.inbox.selected
        rows = self._selected() or ([row] if row else [])
        if not rows:
            context.say("marks.nobody")
            return
        tr, first = context.render_context.tr, rows[0].negotiation
        who = name(context.render_context, first) if len(rows) == 1 else tr("batch.people", n=len(rows))
        kept = command_history.from_texts(context.disk.remembered(KIND))
        context.windows.push(CommandPrompt(tr("pipe.title", who=who), kept, tr), partial(self._run, rows))

    def _run(self, rows: Sequence[Row], command: str | None) -> None:
        if command is None:
            return
        from hh_tui.hooks.command import ask
        from hh_tui.ui.dialogs.command_output import CommandOutput

        context = self._context
        kept = context.disk.remembered(KIND)
        context.disk.remember_all(KIND, command_history.changes(kept, command, context.clock()))
        run = partial(ask, command, self._documents(rows), seconds=TIMEOUT)
        context.windows.push(CommandOutput(command, run, context.render_context.tr, context.keys))

    def _documents(self, rows: Sequence[Row]) -> bytes:
        """A line of JSON for each of them."""
        from hh_tui.hooks.documents import Candidate, encoded, thread_of

        inbox, given, lines = self._context.inbox, self._context.view.labels, []
        for row in rows:
            query = inbox.source_of(row.id) or Query("", "", "")
            vacancy = inbox.vacancy_by_id(query.vacancy_id)
            record = records.candidate(row.negotiation, vacancy, query, given)
            thread = inbox.threads.get(row.id)
            lines.append(encoded(Candidate.of(record, thread_of(thread) if thread else None)) + b"\n")
        return b"".join(lines)
