"""Reads of the inbox run beside the screen, in named groups."""

from collections.abc import Callable, Coroutine
from typing import Any

from textual.dom import DOMNode
from textual.worker import Worker


class Tasks:
    """Starts coroutines of the screen. A bug in one is reported by the screen, not lost.

    What is started is a function and not its coroutine: one that is cancelled before its first step would
    leave a coroutine behind that nobody awaited.
    """

    def __init__(self, owner: DOMNode) -> None:
        self._owner = owner

    def start(
        self, work: Callable[[], Coroutine[Any, Any, None]], *, group: str, exclusive: bool = True
    ) -> Worker[None]:
        """Run it; where it is `exclusive`, what runs in its group ends.

        It is described by its group, for Textual describes a task by the repr of what it is given: where that
        is a snapshot with twenty thousand rows, this takes a tenth of a second and the memory of all of them.
        """
        return self._owner.run_worker(
            work, group=group, description=group, exclusive=exclusive, exit_on_error=False
        )

    def cancel(self, group: str) -> Any:
        """End what runs in this group."""
        return self._owner.workers.cancel_group(self._owner, group)

    def cancel_all(self) -> None:
        """End everything that runs: nobody wants to know any more what it brings."""
        self._owner.workers.cancel_node(self._owner)
