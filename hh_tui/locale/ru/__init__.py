"""Русский каталог, по частям. Формы числа: один, два, пять."""

from hh_tui.locale import Entry, merged
from hh_tui.locale.ru import cli, commands, errors, glance, inbox

TEXTS: dict[str, Entry] = merged(cli.TEXTS, commands.TEXTS, errors.TEXTS, glance.TEXTS, inbox.TEXTS)
