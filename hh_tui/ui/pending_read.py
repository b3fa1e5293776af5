"""The read that a key waits for: keys pressed meanwhile are kept until it has ended."""

from collections.abc import Callable
from typing import Any, Protocol, runtime_checkable

from textual.worker import Worker


@runtime_checkable
class AwaitsAnswer(Protocol):
    """A screen that may have asked hh.ru for something the person waits for: keys wait as well."""

    @property
    def asking(self) -> bool:
        """Whether the answer is on its way."""
        ...


class PendingRead:
    """One read at a time that a key asked for; `over` is called when it has ended, however it did."""

    def __init__(self, over: Callable[[], object]) -> None:
        self._over = over
        self._worker: Worker[Any] | None = None

    @property
    def is_open(self) -> bool:
        """Whether the answer is on its way."""
        return self._worker is not None

    def ask(self, worker: Worker[Any]) -> None:
        """This read is waited for, and no other one any more."""
        self._worker = worker

    def on_state_changed(self, worker: Worker[Any]) -> None:
        """A read has another state: the messages it posted have been handled."""
        if worker is self._worker and worker.is_finished:
            self._worker = None
            self._over()

    def stop(self) -> None:
        """The person does not want to wait."""
        if self._worker is not None:
            self._worker.cancel()
            self._worker = None
            self._over()
