"""The order of the people who were found: one of hh.ru's."""

from hh_tui.api.models.dictionary import Dictionaries
from hh_tui.inbox.lists.choices import Choices
from hh_tui.inbox.resume_base.parameters import ORDER, of_search
from hh_tui.system.structs import replace
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.found_list import FoundList
from hh_tui.ui.presenters import glyphs


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
            found, context = self._found, self._context
            found.question.ask(found.reads.dictionaries, self._read, context.fail, group="people-orders")

    def _read(self, dictionaries: Dictionaries) -> None:
        self._choices.update(of_search(dictionaries))
        self._pick()

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
