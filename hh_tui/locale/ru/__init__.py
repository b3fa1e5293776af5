"""Русский каталог, по частям. Формы числа: один, два, пять."""

from hh_tui.locale import Entry, merged
from hh_tui.locale.ru import cli, commands, dossier, errors, inbox, keywords, taking

TEXTS: dict[str, Entry] = merged(
    cli.TEXTS,
    commands.TEXTS,
    dossier.TEXTS,
    errors.TEXTS,
    inbox.TEXTS,
    keywords.TEXTS,
    taking.TEXTS,
)
