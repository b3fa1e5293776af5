"""How one leaves: with a question about what is open, and a word about what stays scheduled."""

import asyncio
from contextlib import suppress
from typing import Final

from textual import work
from textual.worker import WorkerCancelled

from hh_tui.errors import NotKept
from hh_tui.inbox.decisions.outbox import Entry, Stage
from hh_tui.inbox.letters.unsent import texts_begun
from hh_tui.keys.keymap import Keymap
from hh_tui.system.termination import Termination
from hh_tui.ui.dialogs.confirm import Confirm
from hh_tui.ui.dialogs.picker import Item, Picker
from hh_tui.ui.outbox_app import OutboxApp

GRACE: Final = 15
"""Tenths of a second that leaving waits for what is being sent."""


LOOK: Final = 0.25
"""Seconds between two looks at writes that wait."""


class LeavingApp(OutboxApp):
    """Ends when nothing is lost by it."""

    farewell = ""
    """What is to be said after the end: what stays scheduled."""

    keymap: Keymap
    """The keys of the answers."""

    termination: Termination | None = None
    """How the program is ended by signals; None where it hears none."""

    def leave(self) -> None:
        """Leave; what is open is not left without a question, and without a disk neither is a draft."""
        waiting = [one for one in self._to_be_decided() if not one.parked]
        texts = self._texts_lost()
        if self._asking:
            return
        if not waiting and not texts:
            self._go()
            return
        self._asking = True
        self.sender.ask()
        parts = [self.tr("leave.title", n=len(waiting)) if waiting else ""]
        parts.append(self.tr("leave.texts.title", n=texts) if texts else "")
        parts.append(self._staying())
        title = " · ".join(part for part in parts if part)
        if waiting:
            self.push_screen(Picker(title, self._ways_out(), self.tr), self._left)
        else:
            answers = (self.tr("leave.texts"), self.tr("leave.stay"))
            self.push_screen(Confirm(title, *answers, self.keymap), self._lost)

    def _texts_lost(self) -> int:
        """How many texts the end of the program would lose: without a disk all, with one the notes begun."""
        inbox = self.inbox.inbox
        kept = self.store.persistent
        letters = 0 if kept else texts_begun(inbox.drafts, inbox.sheets, inbox.pending.values())
        return letters + self.inbox.features.notes.begun

    def _lost(self, agreed: bool | None) -> None:
        self._left("drop" if agreed else "stay")

    def _ways_out(self) -> list[Item]:
        answers = [Item("stay", self.tr("leave.stay")), Item("send", self.tr("leave.send"))]
        if self.store.persistent:
            answers.append(Item("keep", self.tr("leave.keep")))
        held = [one for one in self._to_be_decided() if one.stage is Stage.HELD]
        answers.append(Item("drop", self.tr("leave.drop", n=len(held))))
        return answers

    def _left(self, answer: str | None) -> None:
        self._asking = False
        self.sender.answered()
        if answer == "drop":
            held = (one for one in self._to_be_decided() if one.stage is Stage.HELD)
            self.inbox.features.outcomes.given_up(self.sender.drop(*(one.operation.id for one in held)))
            self._go()
        elif answer == "keep":
            self.sender.ask()
            self._go()
        elif answer == "send":
            self.sender.send_now({one.operation.id for one in self._to_be_decided()})
            self._leave_when_sent()

    def _to_be_decided(self) -> tuple[Entry, ...]:
        """Open writes that leaving makes a question of: scheduled ones stay on the disk, if there is one."""
        return self.outbox.hurrying(self._clock()) if self.keeps else self.outbox.open

    def _staying(self) -> str:
        """A word about the scheduled writes that leaving does not touch; empty when there are none."""
        scheduled = len(self.outbox.scheduled(self._clock())) if self.keeps else 0
        return self.tr("leave.scheduled", n=scheduled) if scheduled else ""

    @work(group="leave", exclusive=True, exit_on_error=False)
    async def _leave_when_sent(self) -> None:
        """Wait for the writes on their way, and those behind them; one that failed keeps the program open."""
        refusals = self.sender.refusals
        while self._to_be_decided() and not self.outbox.offline and not self.outbox.frozen:
            self.tick()
            # Nothing runs while hh.ru asks to wait, or while it is not known whose writes these are.
            if running := [one for one in self.workers if one.group == "outbox"]:
                with suppress(WorkerCancelled):
                    await self.workers.wait_for_complete(running)
            else:
                await asyncio.sleep(LOOK)
        if self.sender.refusals == refusals and not self._to_be_decided():
            self._go()

    def end_from_outside(self) -> None:
        """A signal asks for the end: no question, held writes stay held on the disk."""
        code = (self.termination.code if self.termination else None) or 1
        # Behind what was typed and is still on its way to the draft.
        if not (hasattr(self, "inbox") and self.inbox.call_later(self._go, code)):
            self.exit(return_code=code)

    @work(group="leave", exclusive=True, exit_on_error=False)
    async def _go(self, code: int = 0) -> None:
        """End, after a moment for what is being sent, with everything written down."""
        self.sender.ask()
        for _ in range(GRACE):
            if not self.outbox.of(Stage.SENDING):
                break
            await asyncio.sleep(0.1)
        self.inbox.features.offline_cache.keep_place()
        self.inbox.keep_screen()
        with suppress(NotKept):
            await self.journal_writer.note()
        self.farewell = self._staying()
        self.exit(return_code=code)
