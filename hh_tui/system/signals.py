"""Signals by which somebody else ends the program: SIGTERM, and SIGHUP of a terminal that closes.

Nothing is imported or installed that a system does not have. A signal that is ignored, as `nohup` does with
SIGHUP, stays ignored.
"""

import signal
import threading
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import Any, Final, TypeVar

T = TypeVar("T")

Handler = Callable[[int, FrameType | None], Any]

ENDING: Final = ("SIGTERM", "SIGHUP")
INTERRUPT: Final = "SIGINT"

INTERRUPTED: Final = 130
"""The exit code after SIGINT."""


class Terminated(SystemExit):
    """A signal ends the program; the exit code is that of a shell, 128 and the number of the signal."""

    def __init__(self, number: int) -> None:
        super().__init__(exit_code(number))


def exit_code(number: int) -> int:
    """What a shell calls a process that this signal ended: 143, 129, 130."""
    return 128 + number


def terminate(number: int, _: FrameType | None = None) -> None:
    """A handler that raises Terminated where the program stands."""
    raise Terminated(number)


@contextmanager
def handled(handler: Handler, names: Sequence[str] = ENDING) -> Iterator[None]:
    """Signals of these names are the handler's meanwhile; only the main thread hears any."""
    before: list[tuple[int, Any]] = []
    if threading.current_thread() is threading.main_thread():
        numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
        before = [(one, signal.getsignal(one)) for one in numbers if signal.getsignal(one) != signal.SIG_IGN]
    for number, _ in before:
        signal.signal(number, handler)
    try:
        yield
    finally:
        for number, previous in before:
            # None stands for a handler that was not installed by Python and can't be put back by it.
            signal.signal(number, signal.SIG_DFL if previous is None else previous)


@contextmanager
def passed_on() -> Iterator[Callable[[Callable[[int], object]], None]]:
    """A signal that ends the program is told to a child that has the terminal, and handled here as before.

    What is yielded takes how to tell the child, once there is one: what was heard while it was being started
    is told then, since a child that is not told would keep the program waiting for it.
    """
    before: dict[int, Any] = {}
    pending: list[int] = []
    children: list[Callable[[int], object]] = []

    def tell() -> None:
        while children and pending:
            children[0](pending.pop(0))

    def started(child: Callable[[int], object]) -> None:
        children.append(child)
        tell()

    def hear(number: int, frame: FrameType | None) -> None:
        pending.append(number)
        tell()
        previous = before.get(number)
        (previous if callable(previous) else terminate)(number, frame)

    numbers = [getattr(signal, name) for name in ENDING if hasattr(signal, name)]
    before |= {number: signal.getsignal(number) for number in numbers}
    with handled(hear):
        yield started


@contextmanager
def blocking() -> Iterator[None]:
    """While the thread waits for a person: Terminated or KeyboardInterrupt is raised in the middle of it.

    A coroutine that blocks would otherwise hear of a signal only after the answer.
    """
    with handled(terminate), handled(signal.default_int_handler, (INTERRUPT,)):
        yield


def run(main: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine in a loop of its own, as asyncio.run does.

    A signal that ends the program cancels the coroutine, so that it can write down what it knows; Terminated
    is raised afterwards, and at once for a second signal.
    """
    import asyncio  # which a start that paints a picture first does without

    heard: list[int] = []

    async def cancellable() -> T:
        loop, task = asyncio.get_running_loop(), asyncio.current_task()

        def hear(number: int, _: FrameType | None) -> None:
            if heard or task is None:
                raise Terminated(number)
            heard.append(number)
            loop.call_soon_threadsafe(task.cancel)

        with handled(hear):
            return await main

    try:
        result = asyncio.run(cancellable())
    except asyncio.CancelledError:
        if heard:
            raise Terminated(heard[0]) from None
        raise
    if heard:
        raise Terminated(heard[0])
    return result
