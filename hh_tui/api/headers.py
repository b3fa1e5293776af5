"""What every request to hh.ru has in common: who asks, how long it waits, what a lost one means."""

from typing import Final

import httpx

from hh_tui import __version__
from hh_tui.api.body import ENCODINGS
from hh_tui.errors import AnswerLost, HHError, Unreachable, UnreadableAnswer

TIMEOUT: Final = httpx.Timeout(20.0, connect=8.0)
"""Seconds: for an answer, and for the connection to stand."""

PIECEWISE: Final = "hh_tui.piecewise"
"""The extension of a request whose answer is wanted as it comes, and not when it is whole."""


UPLOAD: Final = "hh_tui.upload"
"""The extension of a request that sends a file: it takes long, and may go to another host of hh.ru."""


def agent(contact: str) -> dict[str, str]:
    """The headers that name us; hh.ru refuses requests without `name/version (mail)`."""
    return {
        "HH-User-Agent": f"hh-tui/{__version__} ({contact})",
        "Accept": "application/json",
        "Accept-Encoding": ENCODINGS,
    }


def lost(error: httpx.RequestError, host: str) -> HHError:
    """What it means that a request brought no answer: whether it left is what matters."""
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout | httpx.ProxyError):
        return Unreachable(host=host)
    if isinstance(error, httpx.TransportError):
        return AnswerLost(host=host)
    return UnreadableAnswer(status=0)
