"""How a letter begins, in a line about it."""

import re
from typing import Final

from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import one_line
from hh_tui.inbox.letters.variables import MAIL, NAMES

SHOWN: Final = 160
"""Characters of it."""

_VARIABLE: Final = re.compile(r"\{\{([^{}\n]{0,60})\}\}|\[([A-Za-z]{1,40})\]")


def beginning(text: str) -> str:
    """The letter in one line, as far as it fits beside other lines."""
    line = one_line(text[: 2 * SHOWN])
    return line if len(line) <= SHOWN else f"{line[:SHOWN].rstrip()}…"


def in_words(tr: Catalogue, text: str) -> str:
    """The text with its variables named in words of ours, where it is told of and not written.

    `Здравствуйте, ‹имя›!` stands for `{{имя}}` and for hh.ru's `[Name]`; other brackets are text.
    """

    def named(found: re.Match[str]) -> str:
        own, of_hh = found.groups()
        variable = NAMES.get(own.strip().casefold()) if own is not None else MAIL.get(of_hh)
        if variable is None and own is None:
            return found.group()
        return f"‹{tr(f'variable.{variable}') if variable else own.strip()}›"

    return _VARIABLE.sub(named, text)
