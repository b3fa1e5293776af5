"""Русский каталог, по частям. Формы числа: один, два, пять."""

from hh_tui.i18n import Texts

TEXTS = Texts("ru")
