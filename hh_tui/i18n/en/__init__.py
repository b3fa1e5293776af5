"""The English catalogue, in parts. Plural forms: one, other."""

from hh_tui.i18n import texts_of

TEXTS = texts_of("en")
