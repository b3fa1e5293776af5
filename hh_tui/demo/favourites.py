"""Folders of favourites: the API searches in them by their ids, and has no operation that lists them."""

from typing import Final

FOLDERS: Final = ("70011", "70012")


def folder_of(key: tuple[int, int]) -> str | None:
    """Return the folder that somebody was put into; None for those who are no favourite."""
    return FOLDERS[key[1] % len(FOLDERS)] if key[1] % 13 == 5 else None
