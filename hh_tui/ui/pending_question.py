"""What a list asks of hh.ru while its keys wait: the answer counts only while somebody waits for it."""

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any, TypeVar

from textual.worker import Worker

from hh_tui.errors import HHError
from hh_tui.ui.tasks import Tasks

T = TypeVar("T")


class Question:
    """One that was asked; `worker` reads its answer, None where that read goes on without a question."""

    worker: Worker[None] | None = None


class PendingQuestion:
    """One question at a time. `waits` is told when keys have to wait, and when they go on.

    Whoever reads an answer compares it with the question that is open: one given up meanwhile opens nothing,
    and its end lets no keys go that wait for a later one.
    """

    def __init__(self, tasks: Tasks, waits: Callable[[bool], object]) -> None:
        self._tasks = tasks
        self._waits = waits
        self._question: Question | None = None

    @property
    def is_open(self) -> bool:
        """Whether an answer is waited for."""
        question = self._question
        return question is not None and not (question.worker is not None and question.worker.is_finished)

    def begin(self) -> Question:
        """Keys wait from now on, for this question."""
        self._question = Question()
        self._waits(True)
        return self._question

    def is_waiting(self, question: Question) -> bool:
        """Whether this is the question that is waited for."""
        return question is self._question

    def end(self, question: Question) -> None:
        """Keys go on, where they waited for this one."""
        if question is self._question:
            self._question = None
            self._waits(False)

    def stop(self) -> bool:
        """Nobody waits any more; whether somebody did. A read that costs nothing ends."""
        question = self._question
        if question is None:
            return False
        was_open = self.is_open
        self.end(question)
        if question.worker is not None:
            question.worker.cancel()
        return was_open

    def ask(
        self,
        read: Callable[[], Coroutine[Any, Any, T]],
        answered: Callable[[T], object],
        failed: Callable[[HHError], object],
        *,
        group: str,
    ) -> Worker[None] | None:
        """Read something that costs nothing; None where another question is open, and nothing is read."""
        if self.is_open:
            return None
        question = self.begin()
        work = partial(self._carry_out, question, read, answered, failed)
        question.worker = self._tasks.start(work, group=group, exclusive=False)
        return question.worker

    async def _carry_out(
        self,
        question: Question,
        read: Callable[[], Coroutine[Any, Any, T]],
        answered: Callable[[T], object],
        failed: Callable[[HHError], object],
    ) -> None:
        try:
            answer = await read()
            if self.is_waiting(question):
                answered(answer)
        except HHError as error:
            if self.is_waiting(question):
                failed(error)
        finally:
            self.end(question)
