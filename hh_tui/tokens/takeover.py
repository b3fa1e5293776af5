"""Entries of versions that kept a login in a keyring under the profile's name alone, whatever the home."""

from hh_tui.errors import KeyringError
from hh_tui.keyrings.names import system_rings
from hh_tui.system.structs import replace
from hh_tui.tokens.entries import KeyringEntries
from hh_tui.tokens.files import LoginFiles
from hh_tui.tokens.lock import held
from hh_tui.tokens.pair import TokenPair
from hh_tui.tokens.record import FILE, KeyringEntry, LoginRecord


def taken_over(files: LoginFiles, entries: KeyringEntries, profile: str, key: str) -> LoginRecord:
    """The record of a login whose own is empty, made once: the newest pair moves to an entry under `key`.

    While the keyring can't be read and there is no file, the old entry is the login's home and nothing is
    written, so that this is tried again. Raises StoreBusy where another instance does not come to an end.
    """
    with held(files.path(profile, ".takeover.lock")):
        record = files.record(profile)
        if record is not None:
            return record
        found, unread = _old_entries(entries, profile)
        in_file = files.pair(profile)
        if found and (in_file is None or found[0][1].obtained_at > in_file.obtained_at):
            record = _moved(files, entries, profile, found[0], key)
        elif in_file is not None:
            record = LoginRecord(
                home=FILE, origin=in_file.origin, leftovers=tuple(entry for entry, _ in found)
            )
        elif unread:
            return LoginRecord(home=unread[0])
        else:
            record = LoginRecord()
        others = (*record.leftovers, *(entry for entry, _ in found[1:]), *unread)
        record = replace(record, leftovers=tuple(dict.fromkeys(others)))
        files.write_record(profile, record)
        return record


def _old_entries(
    entries: KeyringEntries, profile: str
) -> tuple[list[tuple[KeyringEntry, TokenPair]], list[KeyringEntry]]:
    """The old entries with their pairs, the newest first, and those that can't be read.

    A keyring that is not there at all counts only where no other one has an answer.
    """
    found: list[tuple[KeyringEntry, TokenPair]] = []
    unread: list[KeyringEntry] = []
    absent: list[KeyringEntry] = []
    rings = entries.candidates([]) or system_rings()[:1]
    for ring in rings:
        entry = KeyringEntry(ring=ring, key=profile)
        try:
            pair = entries.read(entry)
        except KeyringError as error:
            (absent if error.is_absent else unread).append(entry)
        else:
            if pair:
                found.append((entry, pair))
    found.sort(key=lambda one: one[1].obtained_at, reverse=True)
    return found, unread or (absent if len(absent) == len(rings) else [])


def _moved(
    files: LoginFiles, entries: KeyringEntries, profile: str, old: tuple[KeyringEntry, TokenPair], key: str
) -> LoginRecord:
    entry, pair = old
    new = KeyringEntry(ring=entry.ring, key=key)
    record = LoginRecord(home=new, origin=pair.origin)
    if entries.prove(new, pair) is not None:
        files.write_pair(profile, pair)
        left = () if entries.withdraw(new) else (new,)
        record = LoginRecord(home=FILE, origin=pair.origin, leftovers=left, moved_from=entry.ring, told=False)
    if not entries.withdraw(entry):
        record = replace(record, leftovers=(*record.leftovers, entry))
    return record
