"""What the inbox screen needs from outside: the desk where decisions are handed in, and the house."""

from collections.abc import Callable, Collection, Mapping
from typing import Protocol

from hh_tui.errors import HHError, NotAuthorized
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Finished


class Desk(Protocol):
    """Holds writes and sends them. Every call takes effect at once: the next key meets what it left."""

    @property
    def finished(self) -> tuple[Finished, ...]:
        """What was done or dropped, the latest last."""

    def known_as(self, account: str) -> None:
        """The working account is known: its writes can go."""

    def hold(self, *operations: Operation) -> None:
        """Hold writes that were decided together, then send them."""

    def take_back_all(self) -> tuple[Operation, ...]:
        """Take back what was decided last and still waits: one write, or all that is left of a batch."""
        ...

    def hold_all_again(self) -> tuple[Operation, ...]:
        """Hold once more what was taken back last, all of it."""
        ...

    def repeat(self, operation_id: str | None = None) -> Operation | None:
        """Hold a write that failed once more, the last one unless another is named."""

    def drop(self, *operation_ids: str) -> tuple[Operation, ...]:
        """Give up writes that are not on their way."""

    def send_now(self, operation_ids: Collection[str] | None = None) -> None:
        """End the wait of these writes, or of all."""

    def give_up_failed(self) -> tuple[Operation, ...]:
        """Give up the write that failed last: one, or what is left of a batch."""
        ...

    def freeze(self, error: NotAuthorized) -> None:
        """Send nothing until one has logged in again."""

    def thaw(self) -> None:
        """Go on sending: hh.ru answers."""

    def connection(self, up: bool) -> None:
        """The connection with hh.ru is back, or lost."""


class House(Protocol):
    """The program around the screen."""

    @property
    def why_not(self) -> HHError | None:
        """Why nothing can be decided here, None when everything can."""

    @property
    def keeps(self) -> bool:
        """Whether what waits is there after the program has ended."""
        ...

    def texts_changed(self) -> None:
        """A draft or a form is different."""

    def moved_in(self) -> None:
        """Another login is in use: what it left on disk takes the place of what was here."""

    def remember(self, kind: str, key: str, value: str) -> None:
        """Keep a text of the person's own under a kind and a key; an empty one is forgotten."""

    def remembered(self, kind: str) -> Mapping[str, str]:
        """What was kept of a kind, by key."""
        ...

    def interrupt(self, kind: str, title: str, show: Callable[[], None]) -> None:
        """A window wants to come that no key asked for: it waits while somebody types, one of each kind."""

    def decided(self) -> None:
        """Something was decided: keys pressed before that is seen decide nothing."""

    def run_later(self, command_id: str) -> None:
        """Run a command of the inbox, or of the program, once the window above is closed."""

    def leave(self) -> None:
        """Leave the program, after a question where something would be lost."""
