"""The desktop notification of new responses and messages: numbers without names."""

from hh_tui.i18n import Catalogue
from hh_tui.inbox.lists.counter_poll import News
from hh_tui.ui.terminal.multiplexer import Surroundings


def sentence(tr: Catalogue, news: News) -> str:
    """`hh-tui: 4 new responses, 1 new message`."""
    parts = [
        tr("notice.responses", n=news.responses) if news.responses else "",
        tr("notice.messages", n=news.messages) if news.messages else "",
    ]
    return f"hh-tui: {', '.join(part for part in parts if part)}"


def sequence(tr: Catalogue, news: News, surroundings: Surroundings, *, desktop: bool) -> str:
    """What is written to the terminal: the bell, and for the `desktop` a notification with it.

    Whether a terminal shows notifications is not known; the bell gets through everywhere.
    """
    return "\a" + surroundings.through(notification(sentence(tr, news))) if desktop else "\a"


def notification(text: str) -> str:
    """What makes a terminal show a notification: OSC 9 for some of them, OSC 777 for others."""
    words = text.replace(";", ",")
    title, _, body = words.partition(": ")
    return f"\x1b]9;{words}\x1b\\\x1b]777;notify;{title};{body}\x1b\\"
