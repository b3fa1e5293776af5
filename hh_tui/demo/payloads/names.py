"""Names of dictionary values, in the language of the request."""

from functools import cache
from typing import Any

from hh_tui.demo.words import Name, named, read

LICENCES = ("A", "B", "C", "D", "E", "BE", "CE", "DE", "TM", "TB")
"""Categories of driving licences."""


@cache
def dictionaries() -> dict[str, Any]:
    """Return the entries of every dictionary that is no more than ids and names."""
    return read("dictionaries") | read("site_dictionaries")


@cache
def dictionary(name: str) -> dict[str, Name]:
    """Return one dictionary of ``get-dictionaries``: names by id."""
    return {entry["id"]: named(entry) for entry in dictionaries()[name]}


def entry(name: str, value: str, locale: str) -> dict[str, Any]:
    """Return a dictionary value as payloads carry it."""
    return {"id": value, "name": dictionary(name)[value].said(locale)}


def state_name(state: str, locale: str) -> str:
    """Return the name of a topic or message state."""
    if state == "text":
        return "Message" if locale == "EN" else "Сообщение"
    return dictionary("negotiations_state")[state].said(locale)
