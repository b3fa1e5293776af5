"""How one leaves: what is open is not left without a question."""

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import Final

from hh_tui.inbox.letters.unsent import texts_begun
from hh_tui.keys.registry import Scope
from hh_tui.outbox.leaving import Entries, LeavingWrites
from hh_tui.plain import outbox_text
from hh_tui.plain.context import PlainContext
from hh_tui.plain.typed_line import key_pressed
from hh_tui.ui.events import WritesDropped
from hh_tui.ui.presenters.candidate import name
from hh_tui.ui.presenters.quitting import detail, listed

LOOK: Final = 0.1
"""Seconds between two looks at what is on its way."""

PATIENCE: Final = 30.0
"""Seconds that leaving waits for what is to be sent: nothing else can be typed meanwhile."""

_COMMANDS: Final = {
    "stay": "choice-stay",
    "keep-texts": "answer-no",
    "send": "choice-send",
    "send-all": "choice-send-all",
    "keep": "choice-later",
    "drop": "choice-drop",
    "lose": "answer-yes",
}
"""Whose keys answer on the full screen."""


class Leaving:
    """Answers whether the program may end now."""

    def __init__(self, context: PlainContext) -> None:
        self._context = context
        disk = context.disk
        self._writes = LeavingWrites(
            context.outbox, lambda: context.account, keeps=lambda: disk.keeps, clock=context.clock
        )

    async def may_leave(self) -> bool:
        """Ask what becomes of writes that wait, and of texts that no disk keeps."""
        context, keeps = self._context, self._context.disk.keeps
        waiting, scheduled = self._writes.hurrying, self._writes.scheduled
        texts = self._texts()
        if not waiting and not texts and (keeps or not scheduled):
            if scheduled:
                context.say("leave.scheduled", n=len(scheduled))
            return True
        context.outbox.ask()
        try:
            names = [found for one in texts if (found := self._addressee(one))]
            ctx, unnamed = context.state.view.render_context, len(texts) - len(names)
            locked_out = self._writes.wait_for_login
            told = detail(ctx, names, unnamed, scheduled, kept=keeps, locked_out=locked_out)
            context.terminal.say(*listed(ctx, waiting), *told.splitlines())
            ways = self._ways(len(waiting), len(scheduled), keeps=keeps)
            title, labels = context.tr("plain.leave"), [self._with_key(*one) for one in ways]
            keyed = partial(self._place, [way for way, _ in ways])
            place = await context.ask.choose(title, labels, whole=range(len(ways)), keyed=keyed)
        finally:
            context.outbox.answered()
        if place is None or ways[place][0] in {"stay", "keep-texts"}:
            context.say("plain.stayed")
            return False
        return await self._left(ways[place][0])

    def at_the_end(self) -> None:
        """The input has ended: nobody can be asked. What waits stays on the disk."""
        context, waiting = self._context, self._writes.to_be_decided
        if waiting:
            context.say("plain.end.kept" if context.disk.keeps else "plain.end.lost", n=len(waiting))

    def _texts(self) -> list[str]:
        """For whom texts are begun that the end would lose: without a disk all, else what it did not take."""
        inbox, disk = self._context.inbox, self._context.disk
        begun = texts_begun(inbox.drafts, inbox.sheets, inbox.pending.values())
        return [one for one in begun if not disk.keeps or one in disk.unkept]

    def _addressee(self, negotiation_id: str) -> str:
        """Whom a text is for, as it was begun or as their row says; empty where neither is known."""
        state, rows = self._context.state, self._context.inbox.listing.rows
        place = rows.index_of(negotiation_id)
        return state.view.addressees.get(negotiation_id) or (
            name(state.view.render_context, rows[place].negotiation) if place is not None else ""
        )

    def _ways(self, waiting: int, scheduled: int, *, keeps: bool) -> list[tuple[str, str]]:
        tr, can_send = self._context.tr, not self._writes.wait_for_login
        is_undecided = bool(waiting or (scheduled and not keeps))
        ways = [("stay" if is_undecided else "keep-texts", tr("leave.stay"))]
        if waiting and can_send:
            ways.append(("send", tr("leave.send")))
        if waiting and keeps:
            ways.append(("keep", tr("leave.keep")))
        elif scheduled and not keeps and can_send:
            ways.append(("send-all", tr("leave.send-all", n=scheduled)))
        held = len(self._writes.held)
        lost = ("drop", tr("leave.drop", n=held)) if is_undecided else ("lose", tr("leave.texts"))
        return [*ways, lost]

    def _with_key(self, way: str, label: str) -> str:
        command = _COMMANDS[way]
        return f"{label} ({self._context.key(command)})" if self._context.keymap.first(command) else label

    def _place(self, ways: Sequence[str], typed: str) -> int | None:
        """Of what a key answers on the screen, in either layout; None where it answers nothing here."""
        scope = Scope.CONFIRM if "lose" in ways else Scope.CHOICE
        found = key_pressed(typed, self._context.keymap, (scope,))
        return next((place for place, way in enumerate(ways) if found and found.id == _COMMANDS[way]), None)

    async def _left(self, way: str) -> bool:
        context = self._context
        if way in {"send", "send-all"}:
            return await self._sent(is_all=way == "send-all")
        if way in {"drop", "lose"}:
            held = [one.operation.id for one in self._writes.held]
            context.states.dispatch(WritesDropped(context.outbox.drop(*held)))
            await context.kept()
        return True

    async def _sent(self, *, is_all: bool) -> bool:
        """Wait until nothing is on its way; whether all of it went. What did not is told."""
        context, refusals = self._context, self._context.outbox.refusals
        context.outbox.send_now({one.operation.id for one in self._asked(is_all=is_all)})
        until = context.steady() + PATIENCE
        while self._asked(is_all=is_all) and self._may_wait(until):
            context.outbox.tick()
            await asyncio.sleep(LOOK)
        left = self._asked(is_all=is_all)
        if left:
            context.say("plain.still-open", key=context.key("quit"))
            context.terminal.say(*outbox_text.told(context.state, left, context.steady()))
        return context.outbox.refusals == refusals and not left

    def _asked(self, *, is_all: bool) -> Entries:
        writes = self._writes
        return writes.sendable(writes.to_be_decided if is_all else writes.hurrying)

    def _may_wait(self, until: float) -> bool:
        """Whether something may still go before the wait is over."""
        outbox = self._context.state.outbox
        return (
            not outbox.offline
            and not outbox.frozen
            and self._context.steady() < until
            and outbox.cooldown_until < until
        )
