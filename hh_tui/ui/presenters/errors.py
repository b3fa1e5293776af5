"""Errors in one sentence: what happened, why, and what to do next."""

import errno
import os
from collections.abc import Iterable, Mapping
from math import ceil
from pathlib import PurePath
from urllib.parse import urlencode, urlsplit

from msgspec import Struct

from hh_tui.errors import (
    BadArgument,
    CaptchaRequired,
    EditorFailed,
    HHError,
    HookNotRun,
    HookRefused,
    KeyringUnreachable,
    ListCutShort,
    MovedOn,
    NegotiationRefused,
    RateLimited,
    Refused,
    SetAside,
    StillKept,
    TokenNotSaved,
    UnsafeFile,
    UnusableFile,
    WrongSettings,
)
from hh_tui.i18n import Catalogue

SYSTEM_WORDS: Mapping[str, str] = {
    os.strerror(number): f"system.{stem}"
    for number, stem in (
        (errno.ENOENT, "missing"),
        (errno.EACCES, "denied"),
        (errno.EPERM, "denied"),
        (errno.ENOSPC, "full"),
        (errno.EROFS, "read-only"),
        (errno.EISDIR, "folder"),
        (errno.ENOTDIR, "no-folder"),
        (errno.EEXIST, "exists"),
        (errno.ENAMETOOLONG, "long"),
        (errno.EIO, "disk"),
    )
}
"""The system's words for what goes wrong with files, which are English, and their stems of the catalogue."""

BACK = "https://hh.ru/"
"""Where hh.ru leads after a captcha; it wants an address with its scheme."""

_SPOKEN_FOR = frozenset({"invalid", "too_long_value", "too_many_arguments", "too_many_bulk_items"})
"""The documented reasons of a BadArgument: each has a sentence of its own."""


class Explanation(Struct, frozen=True):
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


def _words(tr: Catalogue, error: Refused) -> str:
    """What was refused, or why, in words; of a value where the API names nothing but the reason."""
    if not isinstance(error, BadArgument):
        return reason(tr, error.value)
    key = f"value.{'unnamed' if error.value in _SPOKEN_FOR else error.value}"
    return tr(key) if key in tr else reason(tr, error.value)


def explain(tr: Catalogue, error: HHError, *, outside: bool = False) -> Explanation:
    """The error for a person; `outside` of the inbox there are no keys of ours to press.

    What to do next goes by the server's own value where the catalogue knows it, else by the kind of error.
    """
    values, code = _values(tr, error), _stem(error)
    what, hint, title = (tr(f"error.{code}{part}", **values) for part in ("", ".hint", ".title"))
    own = f"error.{code}.{getattr(error, 'value', '')}.hint"
    if own in tr:
        hint = tr(own, **values)
    if outside and (key := f"error.{code}.shell") in tr:
        hint = tr(key, **values)
    if isinstance(error, Refused) and (key := f"reason.{error.value}.hint") in tr:
        hint = tr(key)
    return Explanation(what, hint, title, error.repeatable)


def told_once(tr: Catalogue, errors: Iterable[HHError], *, outside: bool = False) -> list[str]:
    """A sentence for each, the same one once."""
    return list(dict.fromkeys(explain(tr, one, outside=outside).sentence for one in errors))


def _stem(error: HHError) -> str:
    """Of its entries in the catalogue."""
    if isinstance(error, NegotiationRefused) and not error.value:
        return Refused.code
    if isinstance(error, ListCutShort) and not error.is_refused:
        return f"{error.code}.broken"
    if isinstance(error, BadArgument) and error.reason in _SPOKEN_FOR:
        return f"{error.code}.{error.reason}"
    if isinstance(error, RateLimited) and error.wait is not None:
        return f"{error.code}.until"
    if isinstance(error, EditorFailed) and error.values.get("path"):
        return f"{error.code}.kept"
    if isinstance(error, HookRefused) and not error.values.get("words"):
        return f"{error.code}.silent"
    return error.code


def _values(tr: Catalogue, error: HHError) -> dict[str, str | int]:
    """What fills them, in words."""
    values: dict[str, str | int] = dict(error.values)
    why = str(values.get("why", ""))
    match error:
        case UnsafeFile() | TokenNotSaved():
            values["why"] = _why(tr, SYSTEM_WORDS.get(why, f"unsafe.{why}"), why)
        case EditorFailed():
            stem = SYSTEM_WORDS.get(why, f"editor.{why}")
            values["why"] = _why(tr, stem, why, code=values.get("exit_code", 0))
        case HookNotRun() | UnusableFile():
            values["why"] = _why(tr, SYSTEM_WORDS.get(why, f"hook.{why}"), why)
        case KeyringUnreachable():
            values["why"] = _why(tr, f"keyring.{why}", why)
        case ListCutShort():
            told = explain(tr, error.cause, outside=True)
            values |= {"why": told.what, "hint": told.hint}
        case MovedOn():
            state = error.values["state"] or tr("error.moved_on.nowhere")
            values |= {"state": state, "ago": _ago(tr, error)}
        case SetAside() | StillKept():
            values |= {"lost": _lost(tr, values.get("lost", 0)), "more": _more_kept(tr, values)}
        case WrongSettings():
            values["faults"] = " ".join(sentences(tr, error))
        case Refused():
            values |= _of_refusal(tr, error)
    return values


def _of_refusal(tr: Catalogue, error: Refused) -> dict[str, str | int]:
    """What is told of a refusal: why, and how long to wait where hh.ru says so."""
    told: dict[str, str | int] = {"reason": _words(tr, error) or error.type or str(error.status)}
    if isinstance(error, RateLimited) and error.wait is not None:
        told["wait"] = lasting(tr, error.wait)
    return told


def sentences(tr: Catalogue, error: WrongSettings) -> list[str]:
    """A sentence for each thing that is wrong in the settings."""
    told = []
    for fault in error.faults:
        nearest = fault.values.get("nearest")
        more = {"nearest": tr("cli.nearest", name=nearest) if nearest else ""}
        told.append(tr(f"settings.{fault.kind}", **{**fault.values, **more}))
    return told


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


def _more_kept(tr: Catalogue, values: Mapping[str, str | int]) -> str:
    """What there is beside writes and drafts."""
    told = tr("store.choices", n=values["choices"]) if values.get("choices") else ""
    if values.get("letters"):
        told += tr("store.kept-letters", n=values["letters"], path=values["path"])
    return told


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


def crash_sentence(tr: Catalogue, error: BaseException | None) -> str:
    """The kind of the error and the line it came from: its text and its locals may hold people's data.

    No source is read for it, as `traceback` does: there may be no file left to open.
    """
    last = error.__traceback__ if error else None
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    where = f"{PurePath(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}" if last else "?"
    return tr("crash", kind=type(error).__name__, where=where)
