"""Signals that end the program: in order at first, at once when asked again."""

import asyncio
import os
import signal
from io import StringIO
from queue import Queue

import pytest

from hh_tui.system.signals import Terminated, blocking, handled, passed_on, run, terminate
from hh_tui.system.terminal_state import TerminalState
from hh_tui.system.termination import Outlet, Termination


def _receive(number: int) -> None:
    os.kill(os.getpid(), number)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_coroutine_can_finish_what_it_must(number: int, code: int) -> None:
    steps = []

    async def work() -> None:
        try:
            _receive(number)
            await asyncio.sleep(60)
        finally:
            await asyncio.sleep(0)
            steps.append("written down")

    with pytest.raises(Terminated) as ended:
        run(work())
    assert (ended.value.code, steps) == (code, ["written down"])


def test_a_second_signal_does_not_wait() -> None:
    async def work() -> None:
        try:
            _receive(signal.SIGTERM)
            await asyncio.sleep(60)
        finally:
            _receive(signal.SIGTERM)
            await asyncio.sleep(60)

    with pytest.raises(Terminated):
        run(work())


def test_what_it_returns_comes_back() -> None:
    async def work() -> int:
        return 7

    assert run(work()) == 7


def test_a_question_to_the_person_is_broken_off() -> None:
    with pytest.raises(Terminated), blocking():
        _receive(signal.SIGTERM)
    with pytest.raises(KeyboardInterrupt), blocking():
        _receive(signal.SIGINT)


def test_what_is_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with handled(terminate):
            _receive(signal.SIGHUP)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_child_hears_before_we_do() -> None:
    order: list[str] = []
    with handled(lambda *_: order.append("we")), passed_on() as started:
        started(lambda _: order.append("child"))
        _receive(signal.SIGTERM)
    assert order == ["child", "we"]


def test_a_child_hears_what_came_while_it_was_started() -> None:
    order: list[str] = []
    with handled(lambda *_: order.append("we")), passed_on() as started:
        _receive(signal.SIGTERM)
        _receive(signal.SIGHUP)
        started(lambda number: order.append(signal.Signals(number).name))
        _receive(signal.SIGTERM)
    assert order == ["we", "we", "SIGTERM", "SIGHUP", "SIGTERM", "we"]


class _State(TerminalState):
    def __init__(self) -> None:
        self.restored: list[bool] = []
        self.said: list[str] = []

    def say(self, sentence: str) -> None:
        self.said.append(sentence)

    def restore(self, *, running: bool = True) -> None:
        self.restored.append(running)


async def test_the_inbox_ends_in_order_then_at_once() -> None:
    state, left, asked = _State(), list[int](), asyncio.Event()
    termination = Termination(state, left.append)
    with termination.listening():
        termination.begin(asyncio.get_running_loop(), asked.set)
        _receive(signal.SIGTERM)
        await asked.wait()
        # A closing terminal is told of more than once, and the session's end may follow.
        _receive(signal.SIGHUP)
        _receive(signal.SIGHUP)
        assert (left, state.restored) == ([], [])
        _receive(signal.SIGTERM)
        assert (left, state.restored) == ([143], [True])
    assert termination.code == 143


async def test_an_end_that_takes_too_long_is_cut_off_with_words(monkeypatch: pytest.MonkeyPatch) -> None:
    state, left = _State(), Queue[int]()
    monkeypatch.setattr("hh_tui.system.termination.TIMEOUT", 0.0)
    termination = Termination(state, left.put)
    with termination.listening():
        termination.begin(asyncio.get_running_loop(), lambda: None)
        termination.limit("Выход прерван.")
        assert left.get(timeout=60) == 1
    assert (state.restored, state.said, termination.code) == ([True], ["Выход прерван."], None)


def test_before_it_stands_only_a_picture_goes() -> None:
    state = _State()
    with pytest.raises(Terminated), Termination(state).listening():
        _receive(signal.SIGHUP)
    assert state.restored == [False]


def test_a_terminal_that_is_gone_takes_what_is_written() -> None:
    class Gone(StringIO):
        def write(self, text: str) -> int:
            raise OSError(5, "EIO")

    told: list[str] = []
    outlet = Outlet(Gone(), lambda: told.append("gone"))
    outlet.write("a")
    outlet.write("b")
    outlet.flush()
    assert told == ["gone"]
    assert not outlet.isatty()
