"""A letter while it is typed: what stood in its draft is there until it is ended."""

from collections.abc import Callable

from hh_tui.inbox.letters.drafts import above, joined


class TypedLetter:
    """Kept below what stands in the draft, which `read` tells anew each time and `keep` takes.

    A letter that was refused or taken back meanwhile is put above it, and stays there.
    """

    def __init__(self, read: Callable[[], str], keep: Callable[[str], None]) -> None:
        self._read = read
        self._keep = keep
        self._earlier = read()
        self._typed = ""

    @property
    def has_earlier(self) -> bool:
        """Whether it takes the place of another one when it is ended."""
        return bool(self._earlier)

    def typed(self, text: str) -> None:
        """What there is of it by now."""
        before, self._typed = above(self._read(), self._typed), text if text.strip() else ""
        self._keep(joined(before, self._typed))

    def ended(self) -> None:
        """It takes the place of what stood there when it was begun."""
        came = above(above(self._read(), self._typed), self._earlier)
        self._keep(joined(came, self._typed))
