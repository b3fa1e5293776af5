"""A resume named by hand: a link to its page, an address of the API, or its bare id, as it was copied."""

import re
from typing import Final
from urllib.parse import urlsplit

from hh_tui.i18n.text import one_line
from hh_tui.settings.api_url import SITES

LONGEST: Final = 10_000
"""Characters of a text that are searched for a link."""

_ID: Final = re.compile(r"[0-9a-fA-F]{16,64}")
_PAGE: Final = re.compile(r"/resumes?/([0-9a-fA-F]{16,64})/?")
_BETWEEN: Final = re.compile(r"\]\(|[\s<>|\"'`«»“”„‘’]+")
"""What parts a link from what stands around it: blanks, quotes, angle brackets, `](` of Markdown."""
_AROUND: Final = "()[]{}*_~.,:;!?…—–-"
"""Punctuation that ends a sentence or brackets a link, and is no part of it."""


def resume_id_in(text: str) -> str | None:
    """The id, in small letters, of the one resume that a text names; None where it names none, or several.

    Links to pages of hh.ru's sites are found among other words; a bare id has to stand alone.
    """
    words = [word for part in _BETWEEN.split(one_line(text[:LONGEST])) if (word := part.strip(_AROUND))]
    if len(words) == 1 and _ID.fullmatch(words[0]):
        return words[0].lower()
    found = {resume_id for word in words if (resume_id := _linked(word)) is not None}
    return found.pop() if len(found) == 1 else None


def _linked(address: str) -> str | None:
    """The id in the address of a resume; None for any other address, those of other sites included."""
    try:
        link = urlsplit(address if "://" in address else f"https://{address.removeprefix('//')}")
        host = (link.hostname or "").rstrip(".")
    except ValueError:
        return None
    ours = any(host == site or host.endswith(f".{site}") for site in SITES)
    found = _PAGE.fullmatch(link.path)
    if not ours or found is None or link.scheme not in {"http", "https"}:
        return None
    return found.group(1).lower()
