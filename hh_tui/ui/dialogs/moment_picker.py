"""Choose a moment: one that is offered, or one that is typed."""

from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo
from typing import Final

from textual.widgets import OptionList

from hh_tui.i18n.text import one_line
from hh_tui.inbox.rules.send_times import TimeError, clocks, is_wait, offers, understood
from hh_tui.system.structs import replace
from hh_tui.ui.dialogs.picker import Picker, fitting
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.presenters import schedule
from hh_tui.ui.presenters.render_context import RenderContext

SOON: Final = "soon"
"""The wait among what is offered."""

BEFORE: Final = "before"
TYPED: Final = "typed"
"""Items beside those of `offers`, which have their names there."""


class MomentPicker(Picker):
    """Returns the moment in UTC as ISO 8601, or None; one that has passed by `clock` is refused.

    A wait counts from the key that takes it, for the person may come back to the window much later. What
    else is offered is as of now, and a day or time that was typed is the one meant when it was typed: it
    passes, and does not become that of the next day by itself.

    `theirs` is the candidate's zone where it is known: days are one's own, times of day are theirs then.
    `note` says below whose they are. `before` is a moment that was chosen once and is offered again.
    """

    def __init__(
        self,
        title: str,
        ctx: RenderContext,
        clock: Callable[[], datetime],
        *,
        theirs: tzinfo | None = None,
        note: str = "",
        before: datetime | None = None,
    ) -> None:
        super().__init__(title, (), ctx.tr)
        self._lens = ctx
        """With the moment at which what is shown was offered."""
        self._clock = clock
        self._typed, self._typed_at = "", clock()
        self._theirs = theirs
        self._note = note
        self._before = before
        self._moments: dict[str, datetime] = {}
        """Of what is offered and typed, by the id of its item."""

    def on_mount(self) -> None:
        """Say what can be typed."""
        self.query_one("#filter").placeholder = self._tr("later.type")  # type: ignore[attr-defined]

    def _offered(self) -> tuple[PickerItem, ...]:
        ctx = self._lens
        found = [
            self._item(one.id, one.at, schedule.offer(ctx, one))
            for one in offers(ctx.now, ctx.zone, self._theirs)
        ]
        if self._before is not None and self._before > ctx.now:
            found.insert(0, self._item(BEFORE, self._before, self._tr("later.offer.before")))
        return self._once(found)

    def _item(self, item_id: str, at: datetime, label: str) -> PickerItem:
        self._moments[item_id] = at
        return PickerItem(item_id, label, schedule.exact(self._lens, at, self._theirs))

    def _once(self, items: Sequence[PickerItem]) -> tuple[PickerItem, ...]:
        """Each moment once, by the name it has first."""
        found: dict[datetime, PickerItem] = {}
        for item in items:
            found.setdefault(self._moments[item.id], item)
        return tuple(found.values())

    def fitting(self, typed: str) -> Sequence[PickerItem]:
        """The moment that was typed, as it is understood, before those that are offered."""
        self._lens = replace(self._lens, now=self._clock())
        self._items = self._offered()
        named = fitting(typed, self._items)
        moment = self._understood(typed)
        if isinstance(moment, TimeError):
            return named
        return self._once([self._said(moment, typed), *named])

    def _said(self, moment: datetime, typed: str) -> PickerItem:
        """What was typed, with a word where the clocks change just then."""
        item = self._item(TYPED, moment, one_line(typed))
        change = clocks(typed, moment, self._theirs or self._lens.zone)
        if change is None:
            return item
        return replace(item, detail=f"{item.detail} · {self._tr(f'later.clocks.{change}')}")

    def _understood(self, typed: str) -> datetime | TimeError:
        now = self._lens.now
        since = now if is_wait(typed) else self._typed_at
        moment = understood(typed, since, self._lens.zone, self._theirs)
        return TimeError.PAST if isinstance(moment, datetime) and moment <= now else moment

    def why_nothing(self, typed: str) -> str:
        """What is wrong with it."""
        wrong = self._understood(typed)
        return self._tr(f"later.wrong.{wrong}" if isinstance(wrong, TimeError) else "picker.nothing")

    def take(self, item_id: str | None) -> None:
        """The moment that was shown, or that a wait comes to now; one that has passed is said to have."""
        if item_id is None:
            return
        shown = self._moments[item_id]
        self.follow_clock()
        waits = item_id == SOON or (item_id == TYPED and is_wait(self._typed))
        moment = self._moments[item_id] if waits else shown
        if moment > self._clock():
            self.answer(moment.isoformat())
        elif self.query_one(OptionList).option_count:
            self.warn(self._tr("later.wrong.past"))

    def _show(self, typed: str) -> None:
        if typed != self._typed:
            self._typed, self._typed_at = typed, self._clock()
        super()._show(typed)
        self.query_one("#picker").border_subtitle = self._note

    def seen_from(self, theirs: tzinfo | None, note: str) -> None:
        """The candidate's zone has become known."""
        self._theirs, self._note = theirs, note
        self.follow_clock()

    def follow_clock(self) -> None:
        """Offer what there is now; nothing where the picker has been answered meanwhile."""
        if self.is_open:
            self.offer(self._items)
