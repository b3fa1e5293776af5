"""The terminal is put back without waiting for it."""

import os
import pty
import sys
from contextlib import suppress

import pytest

from hh_tui.system.terminal_state import TerminalState


def test_a_terminal_that_takes_nothing_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    master, slave = pty.openpty()
    try:
        os.set_blocking(slave, False)
        with suppress(BlockingIOError):
            while True:
                os.write(slave, b"x" * 4096)
        os.set_blocking(slave, True)
        with os.fdopen(os.dup(slave), "w") as full:
            monkeypatch.setattr(sys, "__stdout__", full)
            TerminalState().restore()
            assert os.get_blocking(full.fileno())
    finally:
        os.close(master)
        os.close(slave)
