"""What the person is told of the keys that they pressed."""

from typing import Protocol


class KeyFeedback(Protocol):
    """What the person is told of keys that did not act, and who takes a decision back."""

    def say(self, key: str, /, **values: str | int) -> None:
        """Tell it in the last line, by its key in the catalogue."""

    def warn(self, key: str, /, **values: str | int) -> None:
        """Tell it over any window."""

    def take_back(self) -> None:
        """Take the last decision back."""

    def offers(self, key: str, /) -> bool:
        """Whether there is an action with this digit or letter, be it refused."""

    def tell_unheard(self, token: str, pending: str, /) -> None:
        """A key after the `pending` ones means nothing here: say where it does."""

    def stop_same_again(self) -> None:
        """A decision that waits for its letter is not made."""
