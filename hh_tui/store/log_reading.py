"""What the journal tells of past decisions, for whoever prints it: read at once, so that nobody waits."""

from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path

from msgspec import Struct, field

from hh_tui.errors import HHError, NotKept, UnusableFile
from hh_tui.inbox.decisions.journal_entries import Record
from hh_tui.store.cache import Cache
from hh_tui.store.database import TROUBLE, Newer, readable
from hh_tui.store.files import CACHE, JOURNAL
from hh_tui.store.journal import Journal
from hh_tui.store.schema import CACHE as PAGES
from hh_tui.store.schema import JOURNAL as TABLES
from hh_tui.store.store import Store


class Log(Struct, frozen=True):
    """What came to its end and all that is open, names of vacancies by id, what is wrong with the files."""

    records: tuple[Record, ...] = ()
    vacancies: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[HHError, ...] = ()


def read_log(folder: Path, since: datetime, *, keep_days: int, clock: Callable[[], datetime]) -> Log:
    """The log of a folder since a moment in UTC.

    Where the journal can be read as it is, nothing is locked, changed or deleted: the program may begin to
    decide meanwhile. Else it is opened as the program opens it, which mends what it can, and closed again.
    Raises UnsafeFile, and UnusableFile where neither goes.
    """
    try:
        return Log(_records(folder, since), _vacancy_names(folder))
    except FileNotFoundError as error:
        if not folder.exists():
            return Log()
        why = error.strerror or ""
    except NotKept as error:
        why = str(error.values["why"])
    except (Newer, OSError, *TROUBLE) as error:
        why = str(error)
    store = Store.open(folder, keep_days=keep_days, clock=clock)
    try:
        log = Log(store.log(since), store.vacancy_names(), store.notices)
        if store.why_not is not None:
            raise UnusableFile(path=str(folder / JOURNAL), why=str(store.why_not.values.get("why", why)))
        return log
    finally:
        store.close()


def _records(folder: Path, since: datetime) -> tuple[Record, ...]:
    with closing(Journal(readable(folder / JOURNAL, TABLES))) as journal:
        return journal.records(since)


def _vacancy_names(folder: Path) -> Mapping[str, str]:
    """None where the cache can't be read: the log does without."""
    try:
        with closing(Cache(readable(folder / CACHE, PAGES))) as cache:
            return cache.vacancy_names()
    except (HHError, Newer, OSError, *TROUBLE):
        return {}
