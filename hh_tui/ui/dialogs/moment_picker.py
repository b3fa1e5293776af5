"""Choose a moment: one that is offered, or one that is typed."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from hh_tui.i18n.text import one_line
from hh_tui.inbox.rules.send_times import TimeError, clocks, offers, understood
from hh_tui.system.structs import replace
from hh_tui.ui.dialogs.picker import Picker, fitting
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.presenters import schedule
from hh_tui.ui.presenters.render_context import RenderContext


class MomentPicker(Picker):
    """Returns the moment in UTC as ISO 8601, or None.

    `theirs` is the candidate's zone where it is known: days are one's own, times of day are theirs then.
    `note` says below whose they are. `before` is a moment that was chosen once and is offered again.
    """

    def __init__(
        self,
        title: str,
        ctx: RenderContext,
        *,
        theirs: tzinfo | None = None,
        note: str = "",
        before: datetime | None = None,
    ) -> None:
        super().__init__(title, (), ctx.tr)
        self._lens = ctx
        self._theirs = theirs
        self._note = note
        self._before = before
        self._items = self._offered()

    def on_mount(self) -> None:
        """Say what can be typed."""
        self.query_one("#filter").placeholder = self._tr("later.type")  # type: ignore[attr-defined]

    def _offered(self) -> tuple[PickerItem, ...]:
        ctx = self._lens
        found = [
            self._item(one.at, schedule.offer(ctx, one)) for one in offers(ctx.now, ctx.zone, self._theirs)
        ]
        if self._before is not None and self._before > ctx.now:
            found.insert(0, self._item(self._before, self._tr("later.offer.before")))
        return _once(found)

    def _item(self, at: datetime, label: str) -> PickerItem:
        return PickerItem(at.isoformat(), label, schedule.exact(self._lens, at, self._theirs))

    def fitting(self, typed: str) -> Sequence[PickerItem]:
        """The moment that was typed, as it is understood, before those that are offered."""
        named = fitting(typed, self._items)
        moment = self._understood(typed)
        if isinstance(moment, TimeError):
            return named
        return _once([self._typed(moment, typed), *named])

    def _typed(self, moment: datetime, typed: str) -> PickerItem:
        """What was typed, with a word where the clocks change just then."""
        item = self._item(moment, one_line(typed))
        change = clocks(typed, moment, self._theirs or self._lens.zone)
        if change is None:
            return item
        return replace(item, detail=f"{item.detail} · {self._tr(f'later.clocks.{change}')}")

    def _understood(self, typed: str) -> datetime | TimeError:
        return understood(typed, self._lens.now, self._lens.zone, self._theirs)

    def why_nothing(self, typed: str) -> str:
        """What is wrong with it."""
        wrong = self._understood(typed)
        return self._tr(f"later.wrong.{wrong}" if isinstance(wrong, TimeError) else "picker.nothing")

    def _show(self, typed: str) -> None:
        super()._show(typed)
        self.query_one("#picker").border_subtitle = self._note

    def seen_from(self, theirs: tzinfo | None, note: str) -> None:
        """The candidate's zone has become known; nothing where the picker has been answered meanwhile."""
        self._theirs, self._note = theirs, note
        if self.is_open:
            self.offer(self._offered())


def _once(items: Sequence[PickerItem]) -> tuple[PickerItem, ...]:
    """Each moment once, by the name it has first."""
    return tuple({item.id: item for item in reversed(items)}.values())[::-1]
