"""The English catalogue, in parts. Plural forms: one, other."""

from hh_tui.i18n import Texts

TEXTS = Texts("en")
