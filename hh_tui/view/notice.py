"""News for somebody who looks elsewhere: how much, never of whom."""

from hh_tui.inbox.tally import News
from hh_tui.locale import Catalogue


def sentence(tr: Catalogue, news: News) -> str:
    """`hh-tui: 4 new responses, 1 new message`."""
    parts = [
        tr("notice.responses", n=news.responses) if news.responses else "",
        tr("notice.messages", n=news.messages) if news.messages else "",
    ]
    return f"hh-tui: {', '.join(part for part in parts if part)}"


def desktop(text: str) -> str:
    """What makes a terminal show a notification: OSC 9 for some of them, OSC 777 for others."""
    words = text.replace(";", ",")
    title, _, body = words.partition(": ")
    return f"\x1b]9;{words}\x1b\\\x1b]777;notify;{title};{body}\x1b\\"
