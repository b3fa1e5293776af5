"""What features of the inbox ask of the program around them."""

from collections.abc import Callable
from typing import Protocol

from hh_tui.errors import HHError
from hh_tui.inbox.lists.counter_poll import News
from hh_tui.store.store import Store
from hh_tui.ui.unseen import Unseen


class Program(Protocol):
    """The program around the inbox screen."""

    def move_to(self, store: Store | None) -> None:
        """The store of another login: what it holds takes the place of what was here.

        None where logins have no stores of their own.
        """

    def interrupt(self, kind: str, title: str, show: Callable[[], None]) -> None:
        """A window wants to come that no key asked for: it waits while somebody types, one of each kind."""

    def decided(self, unseen: Unseen = Unseen.DECIDED) -> None:
        """Something was decided, or an answer of hh.ru has put something there that nobody has seen yet.

        Keys pressed before that is seen decide nothing about it.
        """

    def run_later(self, command_id: str) -> None:
        """Run a command of the inbox, or of the program, once the window above is closed."""

    def tell_news(self, news: News) -> None:
        """hh.ru has news that nobody here has seen yet: whoever looks elsewhere is told, if they wish it."""

    def give_up(self, error: HHError) -> None:
        """Nothing can be shown: end with the reason."""

    def leave(self) -> None:
        """Leave the program, after a question where something would be lost."""
