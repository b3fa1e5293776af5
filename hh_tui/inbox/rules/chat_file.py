"""A file of a chat: whether the server would take it, and what to call one that came."""

import mimetypes
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from hh_tui.api.models import FileLimits


Trouble = Literal["empty", "size", "type"]
"""Why a file would not be taken."""

UNKNOWN: Final = "application/octet-stream"
_ENDING: Final = "bin"
_LONGEST: Final = 10
_ALIKE: Final = {"jpg": "jpeg"}


class FileName(Struct, frozen=True):
    """A name without its ending, and the ending."""

    stem: str
    ending: str


def mime_type(name: str) -> str:
    """The type of a file by the ending of its name."""
    return mimetypes.guess_type(name)[0] or UNKNOWN


def trouble(name: str, size: int, limits: "FileLimits") -> Trouble | None:
    """Why a file of so many bytes would not be taken; None where it would. A limit not named is none."""
    if not size:
        return "empty"
    if limits.max_size and size > limits.max_size:
        return "size"
    ending = name.rpartition(".")[2].lower()
    fits = mime_type(name) in limits.mime_type or _ALIKE.get(ending, ending) in limits.type
    return None if fits or not (limits.mime_type or limits.type) else "type"


def name_of(title: str, content_type: str | None = None) -> FileName:
    """What to call a received file: by its own title, or by its type where that has no ending."""
    stem, point, ending = title.rpartition(".")
    if point and stem and ending.isalnum() and len(ending) <= _LONGEST:
        return FileName(stem, ending.lower())
    guessed = mimetypes.guess_extension(content_type or "") or f".{_ENDING}"
    return FileName(title, guessed[1:])
