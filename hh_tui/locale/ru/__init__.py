"""Русский каталог, по частям. Формы числа: один, два, пять."""

from hh_tui.locale import Entry, merged
from hh_tui.locale.ru import (
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
