"""What every part of the line mode is given."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from msgspec import Struct

from hh_tui.i18n import Catalogue
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.keys.keymap import Keymap
from hh_tui.outbox.service import OutboxService
from hh_tui.plain.line_terminal import LineTerminal
from hh_tui.plain.questions import Questions
from hh_tui.plain.tasks import Running, Tasks
from hh_tui.plain.typed_line import as_typed
from hh_tui.settings.config import Settings
from hh_tui.ui.person_store import PersonStore
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.reads import Reads
from hh_tui.ui.state_store import State, StateStore
from hh_tui.worker.session import ApiWorker

PATIENCE: Final = 5.0
"""Seconds that the next question waits for the disk to take what was decided."""


class PlainContext(Struct, frozen=True):
    """`clock` tells UTC, `steady` counts seconds."""

    terminal: LineTerminal
    ask: Questions
    states: StateStore
    session: ApiWorker
    reads: Reads[Running]
    tasks: Tasks
    outbox: OutboxService
    disk: PersonStore
    settings: Settings
    keymap: Keymap
    clock: Callable[[], datetime]
    steady: Callable[[], float]

    @property
    def state(self) -> State:
        """Everything as it is now."""
        return self.states.state

    @property
    def inbox(self) -> Inbox:
        """The snapshot."""
        return self.states.state.inbox

    @property
    def tr(self) -> Catalogue:
        """The texts."""
        return self.states.state.view.render_context.tr

    @property
    def account(self) -> str:
        """The working account, as decisions name it."""
        return self.inbox.who(self.session.manager_account)

    def say(self, key: str, /, **values: str | int) -> None:
        """Tell a sentence of the catalogue."""
        self.terminal.say(self.tr(key, **values))

    async def kept(self) -> bool:
        """Wait until all that has changed is on the disk; False, with the reason told, where it is not."""
        error = await self.disk.written_down(PATIENCE)
        if error is not None:
            self.terminal.say(explain(self.tr, error).sentence)
        return error is None

    def key(self, command_id: str) -> str:
        """The first key of a command, as it is typed."""
        return as_typed(self.keymap, command_id)

    def may_not_decide(self) -> bool:
        """Without a place to write decisions down there are none: say why."""
        error = self.disk.why_not
        if error is not None:
            self.terminal.say(explain(self.tr, error).sentence)
        return error is not None
