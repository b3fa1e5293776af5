"""A thread that does one job after the other, in the order they were given."""

import asyncio
from collections.abc import Callable, Generator
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread
from typing import Any, Generic, TypeVar

T = TypeVar("T")

Job = Callable[[], Any]


class Done(Generic[T]):
    """What becomes of a job, to be awaited by whoever wants to know; giving up waiting stops no job."""

    def __init__(self, future: "Future[T]") -> None:
        self._future = future

    def __await__(self) -> Generator[Any, None, T]:
        if self._future.done():
            return self._future.result()
        return (yield from asyncio.shield(asyncio.wrap_future(self._future)).__await__())


class WriterThread:
    """A daemon thread: a disk that hangs does not keep the program from ending.

    Without `threaded` a job is done at once, by whoever gives it.
    """

    def __init__(self, name: str, *, threaded: bool = True) -> None:
        self._jobs: SimpleQueue[tuple[Job, Future[Any]] | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name=name, daemon=True) if threaded else None
        if self._thread:
            self._thread.start()

    def submit(self, job: Callable[[], T]) -> "Future[T]":
        """Do a job after those given before."""
        future: Future[T] = Future()
        if self._thread:
            self._jobs.put((job, future))
        else:
            _do(job, future)
        return future

    def close(self, seconds: float) -> bool:
        """Take nothing more; whether everything was done in time."""
        if self._thread is None:
            return True
        self._jobs.put(None)
        self._thread.join(max(0.0, seconds))
        return not self._thread.is_alive()

    def _work(self) -> None:
        while (given := self._jobs.get()) is not None:
            _do(*given)
            del given  # a page of candidates, which would stay until there is another job


def beside(name: str, job: Callable[[], T]) -> "Future[T]":
    """Do one job in a thread of its own, which does not keep the program from ending either."""
    thread = WriterThread(name)
    future = thread.submit(job)
    thread.close(0)
    return future


def _do(job: Job, future: "Future[Any]") -> None:
    try:
        result = job()
    except BaseException as error:  # noqa: BLE001  (whoever waits for the job is told)
        future.set_exception(error)
    else:
        future.set_result(result)
