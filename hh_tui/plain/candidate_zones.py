"""The zones of candidates, for a moment that is typed as a line."""

from datetime import tzinfo

from hh_tui.api.models import Negotiation
from hh_tui.errors import HHError
from hh_tui.inbox.rules.time_zones import zones
from hh_tui.plain.context import PlainContext
from hh_tui.ui.events import ZonesRead
from hh_tui.ui.presenters import schedule


class CandidateZones:
    """Places are read once, when the first moment for one candidate is typed; without an answer times of day
    are one's own, and the next moment asks again."""

    def __init__(self, context: PlainContext) -> None:
        self._context = context

    async def zone_of(self, negotiation: Negotiation | None) -> tzinfo | None:
        """Their zone, where hh.ru tells it (`GET /areas`); whose time is meant is said.

        For None, which are several candidates, times of day are one's own.
        """
        context = self._context
        if negotiation is not None and not context.state.view.render_context.zones:
            await self._read()
        ctx = context.state.view.render_context
        theirs, note = schedule.whose(ctx, negotiation, ctx.zones)
        context.terminal.say(note)
        return theirs

    async def _read(self) -> None:
        session = self._context.session
        try:
            areas = await session.read(session.client.dictionaries.areas)
        except HHError:
            return
        self._context.states.dispatch(ZonesRead(zones(areas)))
