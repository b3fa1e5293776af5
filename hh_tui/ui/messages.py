"""Messages of the toolkit: what happened comes to the inbox screen in one, and what screens tell the app."""

from textual.message import Message

from hh_tui.ui.events import AnyEvent


class EventPosted(Message, bubble=False):
    """To the inbox screen: a read has ended, or has failed; the store is told in the screen's own turn."""

    def __init__(self, event: AnyEvent) -> None:
        super().__init__()
        self.event = event


class AskedNoMore(Message):
    """What a person waited for is over: keys that came meanwhile go on."""


class Bug(Message):
    """To the app: a worker of the screen ended in a way no error of ours describes."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.error = error
