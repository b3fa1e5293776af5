"""Choosing when: a moment for a letter, a decision, or a candidate to come back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from textual import on, work
from textual.message import Message

from hh_tui.api.models import Negotiation
from hh_tui.errors import HHError
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.rules.time_zones import Zones, zones
from hh_tui.ui.dialogs.moment_picker import MomentPicker
from hh_tui.ui.presenters import schedule
from hh_tui.ui.screens.composing import ComposingScreen


@dataclass
class ZonesRead(Message):
    """What hh.ru tells of the time at different places; nothing when it could not be asked."""

    zones: Zones


class SchedulingScreen(ComposingScreen):
    """Mornings are the candidate's where hh.ru tells their zone, else one's own, and the picker says it."""

    _zones: Zones | None = None
    _choosing: tuple[MomentPicker, Negotiation] | None = None
    _was_due: Mapping[str, datetime] = {}
    """For when writes were scheduled that are being edited, by negotiation."""

    def ask_moment(
        self, title: str, chosen: Callable[[datetime], None], negotiation: Negotiation | None = None
    ) -> None:
        """Let the person choose a moment; `negotiation` is whom something will be sent to then."""
        now = self.clock()
        self.see_now(now)
        theirs, note = self._zone_of(negotiation)
        before = self._was_due.get(negotiation.id) if negotiation is not None else None
        picker = MomentPicker(title, self.lens, theirs=theirs, note=note, before=before)

        def answered(moment: str | None) -> None:
            self._choosing = None
            if moment is not None:
                chosen(datetime.fromisoformat(moment))

        self._choosing = (picker, negotiation) if negotiation is not None else None
        self.app.push_screen(picker, answered)
        if negotiation is not None and self._zones is None:
            self._read_zones()

    def ask_when(self, negotiation: Negotiation, chosen: Callable[[datetime], None]) -> None:
        """Let the person choose when something is sent to this candidate."""
        self.ask_moment(self.lens.tr("later.title"), chosen, negotiation)

    def was_due(self, operation: Operation) -> None:
        """A scheduled write is being edited: its moment is offered again."""
        moment = operation.not_before
        if moment is not None and moment > self.clock():
            self._was_due = {**self._was_due, operation.negotiation.id: moment}
            key = self.keys("send-later")
            said = self.lens.tr("later.edited", when=schedule.ahead(self.lens, moment), key=key)
            self.notify(said, markup=False)

    def _zone_of(self, negotiation: Negotiation | None) -> tuple[tzinfo | None, str]:
        """The candidate's zone, and a word about whose time is meant."""
        tr, own = self.lens.tr, schedule.utc(self.lens.now, self.lens.zone)
        if negotiation is None:
            return None, tr("later.own", zone=own)
        area = negotiation.resume.area if negotiation.resume else None
        zone = (self._zones or {}).get(area.id) if area is not None else None
        if zone is None or area is None:
            return None, tr("later.unknown-zone", zone=own)
        theirs = schedule.utc(self.lens.now, zone)
        if theirs == own:
            return zone, tr("later.same-zone", zone=own)
        return zone, tr("later.theirs", zone=theirs, place=area.name)

    @work(group="zones", exclusive=True, exit_on_error=False)
    async def _read_zones(self) -> None:
        """Places are read once; without an answer mornings stay one's own."""
        try:
            areas = await self.worker.read(self.worker.client.areas)
        except HHError:
            return
        self.post_message(ZonesRead(zones(areas)))

    @on(ZonesRead)
    def zones_read(self, message: ZonesRead) -> None:
        """What is offered now is in the candidate's own time."""
        self._zones = message.zones
        if self._choosing is not None:
            picker, negotiation = self._choosing
            theirs, note = self._zone_of(negotiation)
            # An answer may come before the picker has anything to show it in.
            picker.call_later(picker.seen_from, theirs, note)
