"""What a folder holds, seen from outside: nothing is opened for writing, no lock is taken."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from hh_tui.errors import HHError
from hh_tui.private import private_folder
from hh_tui.store.database import Newer, readable
from hh_tui.store.files import JOURNAL, set_aside
from hh_tui.store.journal import Journal
from hh_tui.store.schema import JOURNAL as TABLES


@dataclass(frozen=True, slots=True)
class Survey:
    """Size in bytes, open writes and texts begun, and the files set aside.

    `writes` and `texts` are None where the journal can't be read.
    """

    folder: Path
    size: int
    writes: int | None
    texts: int | None
    aside: tuple[Path, ...]


def survey(folder: Path) -> Survey:
    """Look at one folder, which need not be there."""
    files = [path for path in folder.iterdir() if path.is_file()] if folder.is_dir() else []
    writes, texts = _counted(folder / JOURNAL)
    aside = tuple(path for path, _ in set_aside(folder) if not path.name.endswith(("-wal", "-shm")))
    return Survey(folder, sum(path.lstat().st_size for path in files), writes, texts, aside)


def folders(profile: Path) -> Iterator[Path]:
    """The folders of a profile that are there: hh.ru's, and one for each other API.

    Raises UnsafeFile or UnusableFile.
    """
    if not profile.exists() and not profile.is_symlink():
        return
    yield private_folder(profile)
    for path in sorted(profile.iterdir()):
        if path.is_symlink() or path.is_dir():
            yield private_folder(path)


def _counted(path: Path) -> tuple[int, int] | tuple[None, None]:
    try:
        with closing(Journal(readable(path, TABLES))) as journal:
            return journal.count()
    except FileNotFoundError:
        return 0, 0
    except (HHError, Newer, OSError, sqlite3.Error):
        return None, None
