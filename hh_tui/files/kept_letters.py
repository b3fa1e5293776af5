"""Texts of the person's own editor that could not be taken for a letter: one file each, in a folder."""

from contextlib import suppress
from pathlib import Path

from hh_tui.errors import UnusableFile
from hh_tui.files.private_files import private_folder, remove_private


def kept_letters(folder: Path) -> list[Path]:
    """The files in it; its folders are those of other profiles. Raises UnsafeFile and UnusableFile."""
    if not folder.exists() and not folder.is_symlink():
        return []
    try:
        found = sorted(private_folder(folder).iterdir())
    except OSError as error:
        raise UnusableFile(path=str(folder), why=error.strerror or "?") from error
    return [path for path in found if path.is_symlink() or not path.is_dir()]


def remove_letters(folder: Path) -> None:
    """Delete them, and the folder where nothing else is in it. Raises UnsafeFile and UnusableFile."""
    for path in kept_letters(folder):
        remove_private(path)
    with suppress(OSError):
        folder.rmdir()
