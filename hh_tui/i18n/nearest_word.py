"""What was probably meant by a word that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest_word(word: str, known: Iterable[str]) -> str:
    """The known word that is most like it; empty where none is."""
    close = get_close_matches(word, list(known), 1)
    return close[0] if close else ""
