"""The address that a letter names in its words, beside the one that its form sends as a field."""

from collections.abc import Iterable


def other_address(text: str, chosen: str, put_in: Iterable[str], known: Iterable[str] = ()) -> str:
    """An address that stands in the text and is not the `chosen` one; empty where there is none.

    Those `put_in` were chosen for this letter. With a chosen address the employer's `known` ones are looked
    for as well, but for bare cities: those are named for other reasons, too.
    """
    words = text.replace(chosen, "") if chosen else text
    wholes = [one for one in known if "," in one] if chosen else []
    return next((one for one in (*put_in, *wholes) if one and one != chosen and one in words), "")
