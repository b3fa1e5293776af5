"""The number behind a key: the row that a command is about."""

from typing import Final

from hh_tui.plain.context import PlainContext
from hh_tui.plain.decisions import PlainDecisions
from hh_tui.plain.lists import PlainLists
from hh_tui.plain.typed_line import Typed, number_of
from hh_tui.plain.unseen_news import UnseenNews

WITH_WORDS: Final = frozenset(
    {"search", "rules", "outbox-send", "outbox-repeat", "outbox-drop", "outbox-open"}
)
"""Commands that read themselves what stands behind them."""

UNMARKED: Final = frozenset(
    {
        "open",
        "reply",
        "mark",
        "browser",
        "next-pane",
        "tab-messages",
        "tab-resume",
        "tab-notes",
        "tab-history",
        "invite",
        "save-resume",
    }
)
"""Commands about one candidate, whoever is marked."""

OF_A_ROW: Final = UNMARKED | {"actions", "label", "snooze", "until-reply", "reply-by"}
"""Commands that a row can be named to, beside those that decide."""


class RowNumbers:
    """Goes to the row that is named; what can do nothing with a number is not done without it."""

    def __init__(
        self, context: PlainContext, lists: PlainLists, decisions: PlainDecisions, unseen: UnseenNews
    ) -> None:
        self._context = context
        self._lists = lists
        self._decisions = decisions
        self._unseen = unseen

    async def can_take(self, typed: Typed, line: str) -> bool:
        """Whether the command can be done with what stands behind it; why not is told."""
        context, command = self._context, typed.command
        if command is None:
            return True
        if not typed.argument or command.id in WITH_WORDS:
            return not self._unseen.holds_up(command)
        number, marked = number_of(typed.argument), len(self._decisions.chosen)
        if number is None or not (command.decides or command.id in OF_A_ROW):
            context.say("plain.no-number", typed=line.strip())
        elif marked and command.id not in UNMARKED:
            context.say("plain.marked-instead", n=marked)
        elif not 1 <= number <= len(context.inbox.rows):
            context.say("plain.no-row", row=number)
        elif self._lists.told.is_another(number - 1):
            self._unseen.tell()
            context.say("plain.row-another", row=number)
            self._lists.told.tell_both(number - 1)
        elif not self._unseen.holds_up(command, context.inbox.rows[number - 1].id):
            await self._lists.go(number - 1)
            return True
        return False
