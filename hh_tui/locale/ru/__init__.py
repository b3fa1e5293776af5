"""Русский каталог, по частям. Формы числа: один, два, пять."""

from hh_tui.locale import Entry, merged
from hh_tui.locale.ru import (
    cli,
    commands,
    dossier,
    errors,
    finding,
    flush,
    freshness,
    glance,
    inbox,
    inviting,
    keywords,
    later,
    letters,
    many,
    outbox,
    same,
    store,
    taking,
)

TEXTS: dict[str, Entry] = merged(
    cli.TEXTS,
    commands.TEXTS,
    dossier.TEXTS,
    errors.TEXTS,
    finding.TEXTS,
    flush.TEXTS,
    freshness.TEXTS,
    glance.TEXTS,
    inbox.TEXTS,
    inviting.TEXTS,
    keywords.TEXTS,
    later.TEXTS,
    letters.TEXTS,
    many.TEXTS,
    outbox.TEXTS,
    same.TEXTS,
    store.TEXTS,
    taking.TEXTS,
)
