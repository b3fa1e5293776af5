"""Removing everything that a profile keeps."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from hh_tui.errors import SecondInstance, StillKept, UnusableFile
from hh_tui.files.kept_letters import kept_letters, remove_letters
from hh_tui.store.lock import NAME, FolderLock
from hh_tui.store.survey import Survey, folders, survey


@contextmanager
def purging(profile: Path, letters: Path, *, force: bool) -> Iterator[None]:
    """Remove the folder of a profile, with those of all its APIs, after what stands inside has been done.

    With it go the texts in its folder of `letters`.

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
            _refuse_a_loss([survey(folder) for folder in found], letters)
        yield
        remove_letters(letters)
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


def _refuse_a_loss(found: list[Survey], letters: Path) -> None:
    """Raise StillKept when anything would be lost that was not sent."""
    kept = len(kept_letters(letters))
    markers = [one.unsent for one in found if one.unsent is not None]
    if kept or len(markers) < len(found) or any(one.n for one in markers):
        known = len(markers) == len(found)
        raise StillKept(
            writes=sum(one.writes for one in markers) if known else "?",
            drafts=sum(one.texts for one in markers) if known else "?",
            choices=sum(one.choices for one in markers),
            letters=kept,
            path=str(letters),
        )
