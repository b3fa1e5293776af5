"""How one leaves: what is open is not left without a question."""

import asyncio

from hh_tui.inbox.decisions.outbox import OutboxEntry, Stage
from hh_tui.inbox.letters.unsent import texts_begun
from hh_tui.plain.context import PlainContext
from hh_tui.ui.events import WritesDropped
from hh_tui.ui.presenters.quitting import detail

LOOK = 0.1
"""Seconds between two looks at what is on its way."""


class Leaving:
    """Answers whether the program may end now."""

    def __init__(self, context: PlainContext) -> None:
        self._context = context

    async def may_leave(self) -> bool:
        """Ask what becomes of writes that wait, and of texts that no disk keeps."""
        context, keeps = self._context, self._context.disk.keeps
        waiting, texts = self._waiting(), [] if keeps else self._texts()
        if not waiting and not texts:
            return True
        context.outbox.ask()
        try:
            told = detail(context.state.view.render_context, waiting, (), len(texts), (), kept=keeps)
            context.terminal.say(*told.splitlines())
            ways = self._ways(len(waiting), keeps=keeps)
            place = await context.ask.choose(context.tr("plain.leave"), [label for _, label in ways])
        finally:
            context.outbox.answered()
        return place is not None and await self._left(ways[place][0])

    def at_the_end(self) -> None:
        """The input has ended: nobody can be asked. What waits stays on the disk."""
        context, waiting = self._context, self._waiting()
        if waiting:
            context.say("plain.end.kept" if context.disk.keeps else "plain.end.lost", n=len(waiting))

    def _waiting(self) -> tuple[OutboxEntry, ...]:
        """Writes that hurry, but for those that stay on the disk for an answer."""
        context = self._context
        found = context.state.outbox.hurrying(context.clock())
        return tuple(one for one in found if not (context.disk.keeps and one.parked))

    def _texts(self) -> list[str]:
        inbox = self._context.inbox
        return list(texts_begun(inbox.drafts, inbox.sheets, inbox.pending.values()))

    def _ways(self, waiting: int, *, keeps: bool) -> list[tuple[str, str]]:
        tr = self._context.tr
        ways = [("stay", tr("leave.stay"))]
        if waiting:
            ways.append(("send", tr("leave.send")))
        if waiting and keeps:
            ways.append(("keep", tr("leave.keep")))
        ways.append(("drop", tr("leave.drop", n=waiting) if waiting else tr("leave.texts")))
        return ways

    async def _left(self, way: str) -> bool:
        context = self._context
        if way == "send":
            return await self._sent()
        if way == "drop":
            held = [one.operation.id for one in self._waiting() if one.stage is Stage.HELD]
            context.states.dispatch(WritesDropped(context.outbox.drop(*held)))
        return way != "stay"

    async def _sent(self) -> bool:
        """Wait until nothing is on its way; whether all of it went."""
        context, refusals = self._context, self._context.outbox.refusals
        context.outbox.send_now({one.operation.id for one in self._waiting()})
        while self._waiting() and not context.state.outbox.offline and not context.state.outbox.frozen:
            context.outbox.tick()
            await asyncio.sleep(LOOK)
        return context.outbox.refusals == refusals and not self._waiting()
