"""How one leaves: with a question about what is open, and a word about what stays scheduled."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any, Final

from rich.cells import cell_len
from textual.worker import WorkerCancelled

from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.outbox import OutboxEntry, Stage
from hh_tui.inbox.letters.unsent import texts_begun
from hh_tui.keys.keymap import Keymap
from hh_tui.outbox.leaving import LeavingWrites
from hh_tui.outbox.service import OutboxService
from hh_tui.ui.dialogs.answer import NO, YES, Answer
from hh_tui.ui.events import Ending, WritesDropped
from hh_tui.ui.person_store import PersonStore
from hh_tui.ui.state_store import State, StateStore
from hh_tui.ui.terminal_app import TerminalApp

GRACE: Final = 15
"""Tenths of a second that leaving waits for what is being sent."""

LOOK: Final = 0.25
"""Seconds between two looks at writes that wait."""

NARROWEST: Final = 68
"""Cells of a line of the question on 80 columns."""

AROUND: Final = 7
"""Lines of the question that are neither writes nor answers: its margins, its frame and the heading."""


class QuitFlow:
    """Ends the program when nothing is lost by it.

    `states` gives the store of the inbox, which is there once the program runs; `is_asking` tells whether the
    person is asked already what becomes of open writes; `account` names the working account as decisions do,
    `clock` tells the time in UTC. `keep_screen` keeps
    for the next start how the inbox looks.
    """

    farewell = ""
    """What is to be said after the end: what stays scheduled."""

    def __init__(
        self,
        app: TerminalApp,
        tr: Catalogue,
        keymap: Keymap,
        outbox: OutboxService,
        disk: PersonStore,
        states: Callable[[], StateStore],
        *,
        account: Callable[[], str],
        clock: Callable[[], datetime],
        is_asking: Callable[[], bool],
        keep_screen: Callable[[], None],
    ) -> None:
        self._app = app
        self._tr = tr
        self._keymap = keymap
        self._outbox = outbox
        self._disk = disk
        self._states = states
        self._writes = LeavingWrites(outbox, account, keeps=lambda: disk.keeps, clock=clock)
        self._is_asking = is_asking
        self._keep_screen = keep_screen
        self.is_leaving = False

    def leave(self) -> None:
        """Leave; what is open is not left without a question, and without a disk neither is a draft."""
        waiting = self._writes.hurrying
        scheduled = self._writes.scheduled
        texts, kept = self._texts_lost(), self._disk.keeps
        if self.is_leaving or self._is_asking():
            return
        chosen = 0 if kept else self._states().state.view.sprint_choices
        if waiting or texts or chosen or (scheduled and not kept):
            self._ask(waiting, scheduled, texts, chosen)
        else:
            self.end()

    def _ask(
        self, waiting: Sequence[OutboxEntry], scheduled: Sequence[OutboxEntry], texts: int, chosen: int
    ) -> None:
        """What is open, and the ways out."""
        from hh_tui.ui.dialogs.confirm import Confirm
        from hh_tui.ui.presenters.quitting import LISTED, detail, listed

        kept = self._disk.keeps
        self.is_leaving = True
        self._outbox.ask()
        parts = [self._tr("leave.title", n=len(waiting)) if waiting else ""]
        parts.append(self._tr("leave.texts.title", n=texts) if texts else "")
        parts.append(self._tr("leave.sprint.title", n=chosen) if chosen else "")
        if not kept and scheduled:
            parts.append(self._tr("leave.scheduled.title", n=len(scheduled)))
        title = " · ".join(part for part in parts if part)
        state = self._states().state
        ctx = state.view.render_context
        names = [*_kept_nowhere(state), *_addressees(state, self._begun_and_lost(state))]
        locked_out = self._writes.wait_for_login
        told = detail(ctx, names, texts - len(names), scheduled, kept=kept, locked_out=locked_out)
        if waiting or (scheduled and not kept):
            ways, default = self._ways_out(len(waiting), len(scheduled)), "stay"
        else:
            said = self._tr("leave.texts" if texts else "leave.sprint")
            ways, default = [Answer(YES, said), Answer(NO, self._tr("leave.stay"))], NO
        lines = listed(ctx, waiting, max(1, min(LISTED, self._room(told, len(ways)))))
        asked = Confirm(title, ways, self._keymap, default=default, detail=told, listed=lines)
        self._app.push_screen(asked, self._left)

    def end(self, code: int = 0) -> None:
        """End with this exit code, without a question: held writes stay held on the disk."""
        self._start(self._go(code))

    # The question

    def _texts_lost(self) -> int:
        """How many texts the end of the program would lose."""
        state = self._states().state
        return len(self._begun_and_lost(state)) + len(_kept_nowhere(state))

    def _begun_and_lost(self, state: State) -> list[str]:
        """Of the letters and forms begun without a disk all, else those that it did not take."""
        begun, disk = _texts_begun(state), self._disk
        return [one for one in begun if not disk.keeps or one in disk.unkept]

    def _room(self, told: str, answers: int) -> int:
        """How many lines of what waits the question has room for, its heading and frame apart."""
        rest = sum(1 + cell_len(line) // NARROWEST for line in told.splitlines())
        return self._app.size.height * 4 // 5 - AROUND - rest - answers

    def _ways_out(self, waiting: int, scheduled: int) -> list[Answer]:
        answers, can_send = list[Answer](), not self._writes.wait_for_login
        if waiting and can_send:
            answers.append(Answer("send", self._tr("leave.send")))
        if self._disk.keeps:
            answers.append(Answer("later", self._tr("leave.keep")))
        elif scheduled and can_send:
            answers.append(Answer("send-all", self._tr("leave.send-all", n=scheduled)))
        answers.append(Answer("drop", self._tr("leave.drop", n=len(self._writes.held))))
        return [*answers, Answer("stay", self._tr("leave.stay"))]

    def _left(self, answer: str | None) -> None:
        self.is_leaving = False
        self._outbox.answered()
        if answer in {"drop", YES}:
            dropped = self._outbox.drop(*(one.operation.id for one in self._writes.held))
            self._states().dispatch(WritesDropped(dropped))
            self.end()
        elif answer == "later":
            self._outbox.ask()
            self.end()
        elif answer in {"send", "send-all"}:
            writes, is_all = self._writes, answer == "send-all"

            def asked() -> tuple[OutboxEntry, ...]:
                return writes.sendable(writes.to_be_decided if is_all else writes.hurrying)

            self._outbox.send_now({one.operation.id for one in asked()})
            self._start(self._leave_when_sent(asked))

    def _staying(self) -> str:
        """A word about the scheduled writes that leaving does not touch; empty when there are none."""
        scheduled = len(self._writes.scheduled) if self._disk.keeps else 0
        return self._tr("leave.scheduled", n=scheduled) if scheduled else ""

    # The end

    def _start(self, coroutine: Coroutine[Any, Any, None]) -> None:
        self._app.run_worker(coroutine, group="leave", exclusive=True, exit_on_error=False)

    async def _leave_when_sent(self, asked: Callable[[], tuple[OutboxEntry, ...]]) -> None:
        """Wait for the writes `asked` for, and those behind them; one that failed keeps the program open."""
        outbox, workers = self._outbox, self._app.workers
        refusals = outbox.refusals
        while asked() and not outbox.outbox.offline and not outbox.outbox.frozen:
            outbox.tick()
            # Nothing runs while hh.ru asks to wait, or while it is not known whose writes these are.
            if running := [one for one in workers if one.group == "outbox"]:
                with suppress(WorkerCancelled):
                    await workers.wait_for_complete(running)
            else:
                await asyncio.sleep(LOOK)
        if outbox.refusals == refusals and not asked():
            self.end()

    async def _go(self, code: int) -> None:
        """End, after a moment for what is being sent, with everything written down that the disk takes."""
        self._app.end_in_time()
        self._outbox.ask()
        for _ in range(GRACE):
            if not self._outbox.outbox.of(Stage.SENDING):
                break
            await asyncio.sleep(0.1)
        self._states().dispatch(Ending())
        if (error := await self._disk.last_written_down()) is not None:
            self._app.exit(error, return_code=code or 1)
            return
        self._keep_screen()
        self.farewell = self._staying()
        self._app.exit(return_code=code)


def _kept_nowhere(state: State) -> tuple[str, ...]:
    """For whom notes and changed messages were begun, which no disk keeps."""
    return state.view.notes_begun + state.view.rewrites_begun


def _texts_begun(state: State) -> list[str]:
    """For whom letters and forms are begun, by negotiation id, each once for every text."""
    inbox = state.inbox
    return texts_begun(inbox.drafts, inbox.sheets, inbox.pending.values())


def _addressees(state: State, begun: Sequence[str]) -> list[str]:
    """Their names, as far as they are known here."""
    names = state.view.addressees
    return [names[one] for one in begun if one in names]
