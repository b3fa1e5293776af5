"""The English catalogue, in parts. Plural forms: one, other."""

from hh_tui.locale import Entry, merged
from hh_tui.locale.en import cli, commands, dossier, errors, inbox, keywords, taking

TEXTS: dict[str, Entry] = merged(
    cli.TEXTS,
    commands.TEXTS,
    dossier.TEXTS,
    errors.TEXTS,
    inbox.TEXTS,
    keywords.TEXTS,
    taking.TEXTS,
)
