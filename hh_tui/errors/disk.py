"""Errors of our own files."""

from hh_tui.errors.base import HHError


class FileError(HHError):
    """A file or folder of ours. `values`: path, why."""

    code = "unusable_file"


class UnsafeFile(FileError):
    """Others could read or change it: a link, a foreign owner, too open. `why` is a stem of the catalogue."""

    code = "unsafe_file"


class UnusableFile(FileError):
    """It can't be read or written; `why` is the system's word for it."""

    code = "unusable_file"


class StoreBusy(HHError):
    """Another instance holds the token's lock."""

    code = "store_busy"
    repeatable = True


class TokenNotSaved(HHError):
    """A renewed token is in memory alone: at the end it would be lost. `values`: why, as of a FileError."""

    code = "token_not_saved"
    repeatable = True


class NotKept(HHError):
    """What was decided or typed is not on the disk, and so is not sent. `values`: why, the system's word."""

    code = "not_kept"


class LastNotKept(HHError):
    """The program ends, and what was decided and typed last is not on the disk. `values`: why."""

    code = "last_not_kept"


class DiskSilent(HHError):
    """The disk does not answer: nobody knows what it has taken of what was decided and typed last."""

    code = "disk_silent"


class SecondInstance(HHError):
    """Another instance keeps the decisions of this profile; this one only reads."""

    code = "second_instance"


class SetAside(HHError):
    """A database was renamed to `path`; `n` open writes, drafts and choices were taken out of it.

    `lost` is how many more there were at least; `?` where that can't be known.
    """

    code = "store_damaged"


class StoreDamaged(SetAside):
    """It was damaged."""

    code = "store_damaged"


class StoreGone(SetAside):
    """There was one at `path` and it is gone."""

    code = "store_gone"


class StoreNewer(SetAside):
    """A later version of the program made it."""

    code = "store_newer"


class CacheOff(HHError):
    """What was read is not kept for the next start. `values`: why, the system's word."""

    code = "cache_off"


class StillKept(HHError):
    """A purge would lose what was not sent.

    `values`: writes, drafts, both `?` where they can't be counted; choices of sprints; letters, which are
    files of the person's own editor, and their folder path.
    """

    code = "still_kept"
