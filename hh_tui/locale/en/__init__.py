"""The English catalogue, in parts. Plural forms: one, other."""

from hh_tui.locale import Entry, merged
from hh_tui.locale.en import cli, commands, errors, glance, inbox

TEXTS: dict[str, Entry] = merged(cli.TEXTS, commands.TEXTS, errors.TEXTS, glance.TEXTS, inbox.TEXTS)
