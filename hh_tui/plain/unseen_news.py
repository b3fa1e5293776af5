"""What came while the prompt stood: it is told before a line decides on what it is about."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final

from hh_tui.inbox.decisions.action_menu import buttons, kind_of
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.selection_actions import selected_rows
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.keys.registry import Command, Scope
from hh_tui.plain.context import PlainContext
from hh_tui.plain.list_text import choices_line
from hh_tui.plain.outbox_notices import PlainNotices
from hh_tui.plain.told_rows import ToldRows

OF_ONE: Final = frozenset({"open", "tab-messages", "tab-resume", "reply", "invite"})
"""Commands about one candidate, whoever is marked, that open something of them or begin to write."""

BESIDE: Final = {"next-candidate": 1, "previous-candidate": -1}
"""Commands that open somebody beside the cursor."""

OF_ALL: Final = frozenset({"actions", "snooze", "until-reply", "reply-by"})
"""Commands about everybody marked, beside the digits and the letters of actions."""


class UnseenNews:
    """Holds up what decides on, or opens, whoever has changed since the prompt was written.

    An answer of hh.ru changes rows at any moment, and a line can't be taken back once it is typed: a decision
    that was made before such news would overrule what nobody knew of. Lines about others go on. `again` tells
    by command id what it would send once more. What takes back is never held up: it sends nothing, and its
    time runs out.
    """

    def __init__(
        self,
        context: PlainContext,
        rows: ToldRows,
        notices: PlainNotices,
        again: Mapping[str, Callable[[], Sequence[Operation]]],
    ) -> None:
        self._context = context
        self._rows = rows
        self._notices = notices
        self._again = again
        self._before = context.inbox

    def prompted(self) -> None:
        """Everything up to now was told."""
        self._before = self._context.inbox

    def tell(self) -> None:
        """What came since."""
        self._context.terminal.say(*self._notices.pop())

    def holds_up(self, command: Command, row_id: str = "") -> bool:
        """Whether there is news about whom the command is about, the candidate named where one is.

        It is told then, and that nothing was done.
        """
        if command.id in self._again:
            return self._holds_up_again(self._again[command.id]())
        if command.scope is not Scope.DECIDE and command.id not in {*OF_ONE, *OF_ALL, *BESIDE}:
            return False
        now = _people(self._context.inbox, command, row_id)
        before = _people(self._before, command, row_id)
        if not now.keys() & self._notices.unseen and not _have_changed(before, now):
            return False
        self.tell()
        self._context.say("plain.unseen")
        self._tell_now(list(now.values()))
        return True

    def _holds_up_again(self, operations: Sequence[Operation]) -> bool:
        ids = {one.negotiation.id for one in operations}
        now, before = _rows(self._context.inbox, ids), _rows(self._before, ids)
        both = now.keys() & before.keys()
        changed = _have_changed({key: before[key] for key in both}, {key: now[key] for key in both})
        if not changed and not ids & self._notices.unseen:
            return False
        self.tell()
        self._context.say("plain.unseen")
        return True

    def _tell_now(self, people: list[Row]) -> None:
        """The row it is about as it is now, with what can be done; of several the news has told enough."""
        context, rows = self._context, self._context.inbox.rows
        if len(people) != 1 or (place := rows.index_of(people[0].id)) is None:
            return
        self._rows.tell(place)
        context.terminal.say(choices_line(context.state, rows[place].negotiation))


def _people(inbox: Inbox, command: Command, row_id: str) -> Mapping[str, Row]:
    rows = inbox.rows
    if row_id:
        place = rows.index_of(row_id)
    elif command.id not in OF_ONE and command.id not in BESIDE and (chosen := selected_rows(inbox)):
        return chosen
    else:
        place = inbox.cursor + BESIDE.get(command.id, 0)
    if place is None or not 0 <= place < len(rows):
        return {}
    return {rows[place].id: rows[place]}


def _rows(inbox: Inbox, ids: Collection[str]) -> Mapping[str, Row]:
    """Those of these negotiations that are in the list."""
    places = {key: inbox.rows.index_of(key) for key in ids}
    return {key: inbox.rows[place] for key, place in places.items() if place is not None}


def _have_changed(before: Mapping[str, Row], now: Mapping[str, Row]) -> bool:
    """Whether it is about others by now, or a digit means something else for one of them."""
    return before.keys() != now.keys() or any(
        row is not before[key] and _facts(row) != _facts(before[key]) for key, row in now.items()
    )


def _facts(row: Row) -> object:
    negotiation = row.negotiation
    stage = negotiation.employer_state.id if negotiation.employer_state else None
    return stage, [(kind_of(one.action), one.action.enabled) for one in buttons(negotiation)]
