"""What a folder holds, seen from outside: nothing is opened for writing, no lock is taken."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from hh_tui.errors import HHError
from hh_tui.files.private_files import private_folder
from hh_tui.store.cache import Cache
from hh_tui.store.database import TROUBLE, Newer, readable
from hh_tui.store.files import CACHE, JOURNAL, set_aside
from hh_tui.store.journal import Journal
from hh_tui.store.marker import Marker
from hh_tui.store.schema import CACHE as PAGES
from hh_tui.store.schema import JOURNAL as TABLES


class Survey(Struct, frozen=True):
    """Size in bytes, what is not sent, and the files set aside.

    `unsent` is None where the journal can't be read. `manager_account` is the working account
    that was chosen last, None for the primary one.
    """

    folder: Path
    size: int
    unsent: Marker | None
    aside: tuple[Path, ...]
    manager_account: str | None = None


def survey(folder: Path) -> Survey:
    """Look at one folder, which need not be there."""
    files = [path for path in folder.iterdir() if path.is_file()] if folder.is_dir() else []
    aside = tuple(path for path, _ in set_aside(folder) if not path.name.endswith(("-wal", "-shm")))
    size = sum(path.lstat().st_size for path in files)
    unsent = _counted(folder / JOURNAL)
    return Survey(folder, size, unsent, aside, _manager_account(folder / CACHE))


def _manager_account(path: Path) -> str | None:
    """What the cache tells of it; a cache that can't be read counts as none, as it does for the program."""
    try:
        with closing(readable(path, PAGES)) as connection:
            place = Cache(connection).place()
    except (HHError, Newer, OSError, *TROUBLE):
        return None
    return place.value.manager_account if place else None


def marks(folder: Path, kind: str) -> Mapping[str, str]:
    """What is kept of a kind, by key; nothing where the journal is not there or can't be read."""
    try:
        with closing(readable(folder / JOURNAL, TABLES)) as connection:
            return Journal(connection).values(kind)
    except (HHError, Newer, OSError, *TROUBLE):
        return {}


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


def _counted(path: Path) -> Marker | None:
    try:
        with closing(Journal(readable(path, TABLES))) as journal:
            return journal.count()
    except FileNotFoundError:
        return Marker(0, 0)
    except (HHError, Newer, OSError, *TROUBLE):
        return None
