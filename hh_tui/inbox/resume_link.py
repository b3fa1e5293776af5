"""A resume named by hand: a link to its page, an address of the API, or its bare id."""

import re
from typing import Final
from urllib.parse import urlsplit

SITES: Final = (
    "hh.ru",
    "rabota.by",
    "hh1.az",
    "hh.uz",
    "hh.kz",
    "headhunter.ge",
    "headhunter.kg",
)
"""The sites of hh.ru, as its API lists them for `host`."""

_ID: Final = re.compile(r"[0-9a-fA-F]{16,64}")
_PAGE: Final = re.compile(r"/resumes?/([0-9a-fA-F]{16,64})/?")


def resume_id_in(text: str) -> str | None:
    """The id of the resume that was meant; None for anything else, addresses of other sites included."""
    text = text.strip()
    if _ID.fullmatch(text):
        return text.lower()
    try:
        link = urlsplit(text if "://" in text else f"https://{text}")
        host = (link.hostname or "").rstrip(".")
    except ValueError:
        return None
    ours = any(host == site or host.endswith(f".{site}") for site in SITES)
    found = _PAGE.fullmatch(link.path)
    if not ours or found is None or link.scheme not in {"http", "https"}:
        return None
    return found.group(1).lower()
