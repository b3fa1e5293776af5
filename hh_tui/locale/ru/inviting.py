"""Inviting."""

from hh_tui.locale import Entry

TEXTS: dict[str, Entry] = {}
