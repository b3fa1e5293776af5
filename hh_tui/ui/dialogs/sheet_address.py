"""The address field of a sheet, and the address that the letter beside it names."""

from collections.abc import Callable, Iterable

from textual.content import Content
from textual.widgets import Select

from hh_tui.api.models import Address
from hh_tui.i18n import Catalogue
from hh_tui.inbox.letters.named_address import other_address
from hh_tui.ui.letter_editing import point
from hh_tui.ui.presenters.letter import two_addresses
from hh_tui.ui.widgets.text_editor import TextEditor


class SheetAddress:
    """Knows the employer's addresses and which of them were chosen here, in the field or for the letter.

    `select` finds the field; there is none in a form without addresses. `begun` is the id it begins with.
    """

    def __init__(self, select: Callable[[], Select[str] | None], begun: object) -> None:
        self._select = select
        self._wanted = begun if isinstance(begun, str) else ""
        self._chosen_here = {self._wanted}
        self._places: dict[str, str] = {}
        self._told: tuple[str, str] | None = None

    @property
    def _id(self) -> str:
        select = self._select()
        return select.value if select is not None and isinstance(select.value, str) else ""

    @property
    def line(self) -> str:
        """The address in the field; empty without one."""
        return self._places.get(self._id, "")

    def offer(self, places: Iterable[Address]) -> None:
        """These can be chosen as well; what was chosen stays."""
        select, wanted = self._select(), self._id or self._wanted
        self._places |= {place.id: place.line for place in places if place.id}
        if select is not None:
            select.set_options(
                [(Content(line or place_id), place_id) for place_id, line in self._places.items()]
            )
            if wanted in self._places:
                select.value = wanted

    def take(self, place: Address) -> None:
        """An address chosen for the letter stands in the field as well."""
        if not self._id and place.id:
            self._wanted = place.id
            self.offer([place])

    def changed(self) -> None:
        """Another one may be in the field: letters that were filled in before name the earlier one."""
        self._chosen_here.add(self._id)

    def stops(self, area: TextEditor, tr: Catalogue) -> bool:
        """Whether the letter names another address than the field; that is said once, with both of them."""
        if (select := self._select()) is None:
            return False
        text, line = area.text, self.line
        put_in = [self._places.get(one, "") for one in self._chosen_here]
        named = other_address(text, line, put_in, self._places.values())
        if not named or (named, line) == self._told:
            return False
        self._told = (named, line)
        if line:
            area.focus()
            point(area, text.find(named), text.find(named) + len(named))
        else:
            select.focus()
        area.app.clear_notifications()
        told = f"{two_addresses(tr, named, line)} {tr('address.again')}"
        area.notify(told, severity="warning", markup=False)
        return True
