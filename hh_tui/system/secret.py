"""A text that nobody may see by accident."""

from typing import Final, NoReturn

_HIDDEN: Final = "**********"


class Secret:
    """A text that only `reveal` gives: neither its repr nor its str, no pickle, and no JSON.

    It is no struct, because msgspec would write its fields wherever something that holds one is encoded.
    Equal texts make equal secrets; one of an empty text is false.
    """

    __slots__ = ("_text",)

    _text: str

    def __init__(self, text: str) -> None:
        object.__setattr__(self, "_text", text)

    def reveal(self) -> str:
        """The text itself."""
        return self._text

    def __bool__(self) -> bool:
        return bool(self._text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._text == other._text

    def __hash__(self) -> int:
        return hash((Secret, self._text))

    def __repr__(self) -> str:
        return f"Secret('{_HIDDEN}')"

    def __str__(self) -> str:
        return _HIDDEN

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("A secret stays as it is.")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError("A secret stays as it is.")

    def __getstate__(self) -> NoReturn:
        raise TypeError("A secret is not written down.")

    def __reduce__(self) -> NoReturn:
        raise TypeError("A secret is not written down.")
