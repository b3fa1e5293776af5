"""The order of the people who were found: one of hh.ru's."""

from typing import Protocol

from hh_tui.errors import HHError
from hh_tui.inbox.resume_base.asked import Asked
from hh_tui.inbox.resume_base.parameters import ORDER, of_search
from hh_tui.system.structs import replace
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.picker import PickerItem
from hh_tui.ui.dialogs.search_form import Choices
from hh_tui.ui.people_reads import PeopleReads
from hh_tui.ui.presenters import glyphs


class FoundList(Protocol):
    """The list that is ordered."""

    asked: Asked
    url: str | None
    reads: PeopleReads

    def say(self, key: str, /, **values: str | int) -> None:
        """Tell something in its last line."""

    def waits(self, waits: bool) -> None:
        """Keys of the list wait for an answer, or go on."""

    def begin(self, asked: Asked) -> None:
        """Read it anew."""


class FoundOrder:
    """Lets one be chosen; `choices` has the values that were read before, and gets more."""

    def __init__(self, context: Context, found: FoundList, choices: Choices) -> None:
        self._context = context
        self._found = found
        self._choices = choices

    def choose(self) -> None:
        """One of hh.ru's orders; a saved search has its own."""
        if self._found.url is not None:
            self._found.say("people.order.saved")
        elif ORDER in self._choices:
            self._pick()
        else:
            self._found.waits(True)
            self._context.tasks.start(self._read, group="people-orders")

    async def _read(self) -> None:
        try:
            self._choices.update(of_search(await self._found.reads.dictionaries()))
        except HHError as error:
            self._context.fail(error)
        else:
            self._pick()
        finally:
            self._found.waits(False)

    def _pick(self) -> None:
        found, tr = self._found, self._context.render_context.tr
        used = found.asked.query.order_by
        items = [
            PickerItem(one.id, one.name, glyphs.SENT if one.id == used else "")
            for one in self._choices[ORDER]
        ]

        def chosen(order: str | None) -> None:
            if order is not None and order != used:
                found.begin(replace(found.asked, query=found.asked.query.changed(order_by=order)))

        self._context.pick(tr("order.title"), items, chosen)
