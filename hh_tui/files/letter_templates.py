"""Reads the person's own letter templates: text files in the folder `templates` beside the settings."""

import stat
from pathlib import Path
from typing import Final

from msgspec import Struct

from hh_tui.i18n.text import clean, one_line

ENDINGS: Final = frozenset({".txt", ".md"})
BYTES: Final = 64 * 2**10
"""A letter is shorter than this."""

FILES: Final = 500
"""So many files are looked at; a folder with more is not one of letters."""


class OwnTemplate(Struct, frozen=True):
    """A letter by the name of its file."""

    name: str
    text: str


class BrokenTemplate(Struct, frozen=True):
    """A file that is no letter; `why` is a stem of the catalogue: size, text, empty, file."""

    name: str
    why: str


class LetterTemplates(Struct, frozen=True):
    """The letters by name, and what could not be read."""

    templates: tuple[OwnTemplate, ...] = ()
    broken: tuple[BrokenTemplate, ...] = ()


def read_templates(folder: Path) -> LetterTemplates:
    """The letters in the folder as they are now; none where there is no folder."""
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() in ENDINGS)
    except (FileNotFoundError, NotADirectoryError):
        return LetterTemplates()
    except OSError:
        return LetterTemplates(broken=(BrokenTemplate(one_line(folder.name), "file"),))
    letters: list[OwnTemplate] = []
    broken: list[BrokenTemplate] = []
    for path in files[:FILES]:
        found = _read(path)
        if isinstance(found, OwnTemplate):
            letters.append(found)
        elif found is not None:
            broken.append(found)
    return LetterTemplates(tuple(letters), tuple(broken))


def _read(path: Path) -> OwnTemplate | BrokenTemplate | None:
    """A letter, or why it is none; hidden files are nobody's letters. Only an ordinary file is opened."""
    if path.name.startswith("."):
        return None
    name = one_line(path.name)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return BrokenTemplate(name, "file")
        with path.open("rb") as file:
            content = file.read(BYTES + 1)
    except OSError:
        return BrokenTemplate(name, "file")
    if len(content) > BYTES:
        return BrokenTemplate(name, "size")
    try:
        text = clean(content.decode("utf-8-sig")).strip()
    except UnicodeDecodeError:
        return BrokenTemplate(name, "text")
    return OwnTemplate(one_line(path.stem) or name, text) if text else BrokenTemplate(name, "empty")
