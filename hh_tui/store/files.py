"""Opening both databases of a folder, come what may."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from msgspec import Struct

from hh_tui.errors import (
    CacheOff,
    FileError,
    HHError,
    NotKept,
    StoreDamaged,
    StoreGone,
    StoreNewer,
    UnsafeFile,
)
from hh_tui.files.private_files import remove_private
from hh_tui.startup.last_screen import NAME as SCREEN
from hh_tui.store import schema
from hh_tui.store.cache import Cache
from hh_tui.store.database import (
    TROUBLE,
    Damaged,
    Newer,
    check,
    in_memory,
    is_damage,
    is_of,
    is_passing,
    readable,
    with_its_own,
    writable,
)
from hh_tui.store.journal import Journal
from hh_tui.store.marker import mark, marked
from hh_tui.store.rescue import finish, renewed

JOURNAL: Final = "journal.db"
CACHE: Final = "cache.db"

_ASIDE: Final = re.compile(rf"{re.escape(JOURNAL)}\.(?:damaged|newer)-(\d{{8}}T\d{{6}})(?:-wal|-shm)?")


class Files(Struct, frozen=True):
    """Both databases, and what has to be told about them.

    `why_not` says why the journal takes nothing; it is in memory then, and empty. `keeps` is False for a
    cache that nothing must be written to.
    """

    journal: Journal
    cache: Cache
    why_not: HHError | None = None
    notices: tuple[HHError, ...] = ()
    keeps: bool = True


def nowhere(why_not: HHError | None = None) -> Files:
    """Both in memory; with a reason, decisions are refused. What was read is in memory anyway."""
    journal, cache = Journal(in_memory(schema.JOURNAL)), Cache(in_memory(schema.CACHE))
    return Files(journal, cache, why_not, (why_not,) if why_not else (), keeps=False)


def for_writing(folder: Path, at: datetime) -> Files:
    """Both on disk, damaged ones set aside; whoever calls has the lock."""
    try:
        journal, told = _journal(folder / JOURNAL, at)
    except UnsafeFile as error:
        return nowhere(error)
    except (HHError, *TROUBLE) as error:
        return nowhere(NotKept(why=_word(error)))
    notices: tuple[HHError, ...] = (told,) if told else ()
    try:
        return Files(journal, _cache(folder / CACHE), notices=notices)
    except (HHError, *TROUBLE) as error:
        off = CacheOff(why=_word(error))
        return Files(journal, Cache(in_memory(schema.CACHE)), notices=(*notices, off))


def for_reading(folder: Path, why_not: HHError) -> Files:
    """Both as they are on disk, read only, while another process writes them; what can't be read is empty.

    `why_not` becomes that of the files. Raises nothing.
    """
    files = nowhere(why_not)
    journal, cache = files.journal, files.cache
    with suppress(OSError, HHError, Newer, *TROUBLE):
        journal = Journal(readable(folder / JOURNAL, schema.JOURNAL, beside=True))
    with suppress(OSError, HHError, Newer, *TROUBLE):
        cache = Cache(readable(folder / CACHE, schema.CACHE, beside=True))
    return Files(journal, cache, why_not, files.notices, keeps=False)


def set_aside(folder: Path) -> Iterator[tuple[Path, datetime]]:
    """Paths of files that were set aside, and when, in UTC."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if found := _ASIDE.fullmatch(path.name):
            yield path, datetime.strptime(found[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)


def _journal(path: Path, at: datetime) -> tuple[Journal, HHError | None]:
    """The journal, and what happened to it."""
    finish(path, path.with_name(f"{path.name}.damaged-{at:%Y%m%dT%H%M%S}"))
    before = marked(path.parent)
    told: HHError | None = None
    if _is_gone(path) and (before.n if before else _was_used(path.parent)):
        told = StoreGone(path=str(path), n=0, lost=before.n if before else "?")
    try:
        if path.exists() and not path.stat().st_size and (before or _was_used(path.parent)):
            raise Damaged(path.name)  # SQLite would take it for a new one
        journal = _sound_journal(path, at)
    except (Damaged, Newer) as error:
        told = renewed(path, at, StoreNewer if isinstance(error, Newer) else StoreDamaged, before)
        journal = Journal(writable(path, schema.JOURNAL, "FULL"))
    mark(path.parent, journal.count())
    return journal, told


def _is_gone(path: Path) -> bool:
    return not any(one.exists() for one in with_its_own(path))


def _was_used(folder: Path) -> bool:
    """Whether something else in the folder tells of an earlier run."""
    ours = [one for name in (SCREEN, CACHE) if not (one := folder / name).is_symlink()]
    return any(one.is_file() and one.stat().st_size for one in ours)


def _sound_journal(path: Path, at: datetime) -> Journal:
    """The journal, every page and every open row looked at. Raises Damaged and Newer."""
    try:
        connection = writable(path, schema.JOURNAL, "FULL")
        journal = Journal(connection)
        try:
            check(connection)
            if not is_of(connection, schema.JOURNAL) or not journal.is_readable(at):
                raise Damaged(path.name)
        except BaseException:
            journal.close()
            raise
    except (NotKept, *TROUBLE) as error:
        if is_damage(error, misfit=True) or is_damage(error.__cause__, misfit=True):
            raise Damaged(path.name) from error
        raise
    return journal


def _cache(path: Path) -> Cache:
    """The cache; one that is damaged, or of another version, is made anew."""
    try:
        return _sound_cache(path)
    except (Damaged, Newer):
        for one in with_its_own(path):
            remove_private(one)
        return _sound_cache(path)


def _sound_cache(path: Path) -> Cache:
    """The cache; after an end that was none every page is looked at.

    Raises Damaged and Newer, and one of TROUBLE for what passes: the file is the next start's then.
    """
    connection = writable(path, schema.CACHE, "NORMAL")
    cache = Cache(connection)
    try:
        if not cache.begin():
            check(connection)
    except TROUBLE as error:
        cache.close()
        if is_passing(error):
            raise
        raise Damaged(path.name) from error
    except Damaged:
        cache.close()
        raise
    return cache


def _word(error: Exception) -> str:
    """The system's word."""
    return str(error.values.get("why", "?")) if isinstance(error, FileError | NotKept) else str(error)
