"""The person at the shell: what is asked, what is told, and the browser opened for them."""

import getpass
import os
import sys
from threading import Thread

from hh_tui.system.browser import has_window, opened
from hh_tui.system.secret import Secret
from hh_tui.system.signals import blocking


def _ask(question: str) -> str:
    sys.stderr.write(f"{question}: ")
    sys.stderr.flush()
    with blocking():
        line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip()


class Console:
    """Questions go to standard error: standard output stays clean."""

    @property
    def is_interactive(self) -> bool:
        """Whether somebody can be asked again."""
        return sys.stdin.isatty()

    def ask(self, question: str) -> str:
        """A line. Raises EOFError at the end of input."""
        return _ask(question)

    def ask_secret(self, question: str) -> Secret:
        """A line that is not shown while it is typed, where there is a terminal to hide it on.

        Raises EOFError at the end of input.
        """
        if not sys.stdin.isatty():
            return Secret(_ask(question))
        with blocking():
            return Secret(getpass.getpass(f"{question}: ").strip())

    def say(self, text: str) -> None:
        """Tell something."""
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()

    def browse(self, address: str) -> None:
        """Open an address in the browser, if there is one with a window of its own."""
        if has_window(os.environ, sys.platform):
            Thread(target=opened, args=(address,), daemon=True).start()
