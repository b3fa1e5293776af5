"""Who may write: one process at a time, as long as it lives."""

from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from hh_tui.errors import UnusableFile
from hh_tui.files.private_files import FILE, check_private, private_folder

NAME: Final = "lock"


class FolderLock:
    """Locks the file `lock` of one folder. The system takes it back from a process that dies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = FileLock(folder / NAME, timeout=0, mode=FILE, thread_local=False)

    def take(self) -> bool:
        """Take the lock; False when another process has it. Raises UnsafeFile or UnusableFile."""
        path = private_folder(self._folder) / NAME
        check_private(path)
        try:
            self._lock.acquire()
        except Timeout:
            return False
        except OSError as error:
            raise UnusableFile(path=str(path), why=error.strerror or "?") from error
        return True

    def give_back(self) -> None:
        """Let others write."""
        self._lock.release()
