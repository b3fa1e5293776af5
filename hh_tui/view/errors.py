"""Errors in one sentence: what happened, why, and what to do next."""

from dataclasses import dataclass
from math import ceil
from urllib.parse import urlencode, urlsplit

from hh_tui.errors import (
    CaptchaRequired,
    EditorFailed,
    HHError,
    KeyringUnreachable,
    MovedOn,
    NegotiationRefused,
    RateLimited,
    Refused,
    SetAside,
    UnsafeFile,
)
from hh_tui.locale import Catalogue

BACK = "https://hh.ru/"
"""Where hh.ru leads after a captcha; it wants an address with its scheme."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A short `title`, `what` happened and why, `hint` what to do next, and whether to repeat makes sense."""

    what: str
    hint: str
    title: str = ""
    repeatable: bool = False

    @property
    def sentence(self) -> str:
        """Both, one after the other."""
        return f"{self.what} {self.hint}".strip()


def reason(tr: Catalogue, value: str) -> str:
    """The API's own value in words; an unknown one stays as it is."""
    key = f"reason.{value}"
    return tr(key) if key in tr else value


def explain(tr: Catalogue, error: HHError) -> Explanation:
    """The error for a person."""
    values: dict[str, str | int] = dict(error.values)
    code = error.code
    if isinstance(error, UnsafeFile):
        values["why"] = _why(tr, f"unsafe.{values.get('why', '')}", str(values.get("why", "")))
    if isinstance(error, EditorFailed):
        why = str(values.get("why", ""))
        values["why"] = _why(tr, f"editor.{why}", why, code=values.get("exit_code", 0))
    if isinstance(error, KeyringUnreachable):
        why = str(values.get("why", ""))
        values["why"] = _why(tr, f"keyring.{why}", why)
    if isinstance(error, Refused):
        values["reason"] = reason(tr, error.value) or error.type or str(error.status)
        if isinstance(error, NegotiationRefused) and not error.value:
            code = Refused.code
    if isinstance(error, RateLimited) and error.wait is not None:
        code = f"{code}.until"
        values["wait"] = lasting(tr, error.wait)
    if isinstance(error, MovedOn):
        values |= {"state": error.values["state"] or tr("error.moved_on.nowhere"), "ago": _ago(tr, error)}
    if isinstance(error, SetAside):
        values["lost"] = _lost(tr, values.get("lost", 0))
    what, hint, title = (tr(f"error.{code}{part}", **values) for part in ("", ".hint", ".title"))
    return Explanation(what, hint, title, error.repeatable)


def lasting(tr: Catalogue, seconds: float) -> str:
    """How long something takes, rounded up: `40 с`, `5 мин`, `2 ч`."""
    if seconds <= 90:
        return tr("lasting.seconds", n=max(1, ceil(seconds)))
    if seconds <= 90 * 60:
        return tr("lasting.minutes", n=ceil(seconds / 60))
    return tr("lasting.hours", n=ceil(seconds / 3600))


def _ago(tr: Catalogue, error: MovedOn) -> str:
    """How long ago, as roughly as one says it."""
    minutes = int(error.values["minutes"])
    if minutes < 1:
        return ""
    if minutes < 60:
        return tr("error.moved_on.ago", n=minutes)
    hours = minutes // 60
    return tr("error.moved_on.hours", n=hours) if hours < 24 else tr("error.moved_on.days", n=hours // 24)


def _lost(tr: Catalogue, lost: int | str) -> str:
    """How much is missing, behind what was rescued; empty where nothing is."""
    if isinstance(lost, str):
        return tr("store.lost.unknown")
    return tr("store.lost", n=lost) if lost else ""


def _why(tr: Catalogue, key: str, why: str, **values: str | int) -> str:
    """A stem of the catalogue in words; anything else is the system's own word."""
    return tr(key, **values) if key in tr else why


def locked(tr: Catalogue, messaging_status: str) -> str:
    """Why the correspondence is closed."""
    key = f"locked.{messaging_status}"
    return tr(key) if key in tr else tr("locked", status=messaging_status)


def captcha_page(error: HHError) -> str | None:
    """The page where the captcha is solved, with the way back to hh.ru; None for any other error."""
    if not isinstance(error, CaptchaRequired) or not error.captcha_url:
        return None
    joint = "&" if urlsplit(error.captcha_url).query else "?"
    return f"{error.captcha_url}{joint}{urlencode({'backurl': BACK})}"
