"""Removing everything that a profile keeps."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from hh_tui.errors import SecondInstance, StillKept, UnusableFile
from hh_tui.store.lock import NAME, FolderLock
from hh_tui.store.survey import Survey, folders, survey


@contextmanager
def purging(profile: Path, *, force: bool) -> Iterator[None]:
    """Remove the folder of a profile, with those of all its APIs, after what stands inside has been done.

    Before that it raises SecondInstance while an instance is open, StillKept where something is not sent and
    there is no `force`, UnsafeFile and UnusableFile; nothing is removed then.
    """
    with ExitStack() as locks:
        found = list(folders(profile))
        for folder in found:
            lock = FolderLock(folder)
            if not lock.take():
                raise SecondInstance()
            locks.callback(lock.give_back)
        if not force:
            _refuse_a_loss([survey(folder) for folder in found])
        yield
        if not found:
            return
        try:
            for folder in found:
                for path in folder.iterdir():
                    if path.is_file() and path.name != NAME:
                        path.unlink()
            locks.close()
            shutil.rmtree(profile)
        except OSError as error:
            raise UnusableFile(path=str(profile), why=error.strerror or "?") from error


def _refuse_a_loss(found: list[Survey]) -> None:
    """Raise StillKept when anything would be lost that was not sent."""
    writes, texts = [one.writes for one in found], [one.texts for one in found]
    if any(number != 0 for number in (*writes, *texts)):
        raise StillKept(writes=_sum(writes), drafts=_sum(texts))


def _sum(numbers: list[int | None]) -> int | str:
    """How many; `?` where it can't be known."""
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else "?"
