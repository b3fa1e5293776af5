"""For how long a server has answered nothing it was asked."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Silence:
    """Counts, in seconds of `steady`, from the first request since which nothing was heard of the server.

    Any sign of the server ends it, whichever request it answers. It goes on over the tries of one question,
    for which nobody is asked between two of them; what waits here before it leaves does not count, nor does a
    question that was dropped.
    """

    def __init__(self, steady: Callable[[], float] = time.monotonic) -> None:
        self._steady = steady
        self._requests = 0
        self._since: float | None = None

    @property
    def seconds(self) -> float:
        """How long it lasts by now; 0.0 while nothing is asked, or the server has just answered."""
        return 0.0 if self._since is None else self._steady() - self._since

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Somebody wants an answer, all tries and pauses of theirs included."""
        try:
            yield
        finally:
            if not self._requests:
                self._since = None

    @contextmanager
    def request(self) -> Iterator[None]:
        """One request is under way; leaving without an error means that it was answered."""
        self._requests += 1
        if self._since is None:
            self._since = self._steady()
        try:
            yield
            self._since = self._steady() if self._requests > 1 else None
        finally:
            self._requests -= 1

    def heard(self) -> None:
        """The server has begun to answer."""
        if self._since is not None:
            self._since = self._steady()
