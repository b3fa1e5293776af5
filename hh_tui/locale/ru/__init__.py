"""Русский каталог, по частям. Формы числа: один, два, пять."""

from hh_tui.locale import Entry, merged
from hh_tui.locale.ru import (
    cli,
    commands,
    errors,
    finding,
    freshness,
    inbox,
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
    outbox.TEXTS,
    store.TEXTS,
)
