"""A file that is being fetched: it gets its name when it is whole, and never takes another one's place."""

import os
import re
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from hh_tui.errors import UnusableFile
from hh_tui.i18n.text import one_line

LONGEST: Final = 120
"""Bytes of a name without its ending: file systems take 255 in all."""

NUMBERS: Final = 1000
"""Names that are tried until one is free."""

_FORBIDDEN = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f]')
_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)


def safe_name(*parts: str) -> str:
    """A file's name, without its ending, made of words from outside: `Иванова Мария - Backend developer`.

    No separators, no control characters, no dots or blanks at its ends, of bounded length, never empty.
    """
    text = " - ".join(part for raw in parts if (part := one_line(_FORBIDDEN.sub(" ", raw))))
    text = text.strip(" .-~")
    text = text.encode()[:LONGEST].decode(errors="ignore").strip(" .-")
    if text.partition(".")[0].casefold() in _DEVICES:
        text = f"_{text}"
    return text or "resume"


class PartFile:
    """Takes pieces into a nameless file of `folder`; `keep` gives it its name. Left unkept it is gone.

    Raises UnusableFile where the folder can't be made or written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder.expanduser()

    def __enter__(self) -> Self:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".hh-tui-", suffix=".part", dir=self._folder)
        except OSError as error:
            raise self._unusable(error) from error
        self._handle: int | None = handle
        self._temporary = Path(name)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()
        self._temporary.unlink(missing_ok=True)

    def write(self, piece: bytes) -> None:
        """Add a piece."""
        view = memoryview(piece)
        try:
            while self._handle is not None and view:
                view = view[os.write(self._handle, view) :]
        except OSError as error:
            raise self._unusable(error) from error

    def keep(self, name: str, ending: str) -> Path:
        """Give it a name nobody has: `name.pdf`, else `name (2).pdf`. Returns where it is."""
        self._close()
        for number in range(1, NUMBERS):
            place = self._folder / f"{name}{f' ({number})' if number > 1 else ''}.{ending}"
            try:
                os.close(os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
                self._temporary.replace(place)
            except FileExistsError:
                continue
            except OSError as error:
                raise self._unusable(error) from error
            return place
        raise UnusableFile(path=str(self._folder), why=f"{name} ({NUMBERS})")

    def _close(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _unusable(self, error: OSError) -> UnusableFile:
        return UnusableFile(path=one_line(str(self._folder)), why=error.strerror or type(error).__name__)
