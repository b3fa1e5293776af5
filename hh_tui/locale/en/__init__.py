"""The English catalogue, in parts. Plural forms: one, other."""

from hh_tui.locale import Entry, merged
from hh_tui.locale.en import (
    cli,
    commands,
    errors,
    finding,
    freshness,
    inbox,
    inviting,
    letters,
    outbox,
    store,
)

TEXTS: dict[str, Entry] = merged(
    cli.TEXTS,
    commands.TEXTS,
    errors.TEXTS,
    finding.TEXTS,
    freshness.TEXTS,
    inbox.TEXTS,
    inviting.TEXTS,
    letters.TEXTS,
    outbox.TEXTS,
    store.TEXTS,
)
