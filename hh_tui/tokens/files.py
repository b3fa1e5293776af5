"""The files of a profile's login: the record of where it lives, and the pair where that is the file."""

from pathlib import Path
from typing import Final

from hh_tui.errors import UnsafeFile
from hh_tui.files.private_files import private_folder, read_private, remove_private, write_private
from hh_tui.tokens.pair import TokenPair
from hh_tui.tokens.profile import PROFILE
from hh_tui.tokens.record import FILE, LoginRecord

PAIR: Final = ".json"
RECORD: Final = ".profile"


class LoginFiles:
    """Files of 0600 in a folder of 0700. All methods raise UnsafeFile or UnusableFile."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, profile: str, ending: str) -> Path:
        """The file of a profile with an ending."""
        return self.folder / f"{profile}{ending}"

    def profiles(self) -> tuple[str, ...]:
        """The names of all profiles that have a login, in alphabetical order."""
        if not self.folder.is_dir():
            return ()
        private_folder(self.folder)
        names = {path.stem for path in self.folder.iterdir() if path.suffix in {PAIR, RECORD}}
        return tuple(sorted(name for name in names if PROFILE.fullmatch(name) and self._has_login(name)))

    def record(self, profile: str) -> LoginRecord | None:
        """The record of a login.

        None where it is empty: a version without records left it so for a pair in a keyring, which has the
        profile's name alone as its key.
        """
        content = self._read(profile, RECORD)
        if content is None:
            return LoginRecord(home=FILE if self.path(profile, PAIR).exists() else None)
        if content == b"":
            return None
        record = LoginRecord.read(content)
        if record is None:
            raise UnsafeFile(path=str(self.path(profile, RECORD)), why="unreadable")
        return record

    def write_record(self, profile: str, record: LoginRecord) -> None:
        """Keep a record; one that says nothing is no file."""
        path = self.path(profile, RECORD)
        if record.home is None and not record.leftovers:
            remove_private(path)
        else:
            write_private(path, record.written())

    def pair(self, profile: str) -> TokenPair | None:
        """The pair in the file."""
        content = self._read(profile, PAIR)
        if content is None:
            return None
        pair = TokenPair.read(content)
        if pair is None:
            raise UnsafeFile(path=str(self.path(profile, PAIR)), why="unreadable")
        return pair

    def write_pair(self, profile: str, pair: TokenPair) -> None:
        """Put a pair in the place of the old one; it is on the disk when this returns."""
        write_private(self.path(profile, PAIR), pair.written().encode())

    def remove_pair(self, profile: str) -> None:
        """Forget the pair in the file."""
        remove_private(self.path(profile, PAIR))

    def _has_login(self, profile: str) -> bool:
        try:
            record = self.record(profile)
        except UnsafeFile:
            # What is wrong with the file is told to whoever uses the profile.
            return True
        return record is None or record.home is not None or self.path(profile, PAIR).exists()

    def _read(self, profile: str, ending: str) -> bytes | None:
        if not self.folder.is_dir():
            return None
        private_folder(self.folder)
        return read_private(self.path(profile, ending))
