"""Text from outside made safe, and the small grammar that every screen needs.

Everything a server, a candidate or a colleague wrote passes `clean`, `one_line` or `short_line` once, in
the models of `hh_tui.api`; after that it can be stored and copied without a second look, and painted, but for
texts of several lines: those are kept whole, and `hh_tui.ui.presenters.excerpt` says how much of one is shown.
"""

import re
from collections.abc import Mapping
from typing import Final, Literal

Language = Literal["ru", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("ru", "en")

LONGEST_LINE: Final = 1_000
"""Characters of a name, a title or a label: none that hh.ru takes comes near."""

_READ: Final = 10 * LONGEST_LINE

LONGEST_SHOWN: Final = 20_000
"""Characters of a letter that are shown; hh.ru takes none that is longer."""

_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"  # CSI: colours, cursor movement
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"  # OSC, DCS, SOS, PM, APC
    r"|\x1b[ -/]*[0-~]?"  # two-character escapes
)
_BREAKS = re.compile("\r\n?|[\u0085\u2028\u2029]")
# C0 but for tab and newline, DEL, C1; invisible signs and bidi controls; tag characters
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"
    "\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
# beside a letter or digit of the scripts whose letters join none: Textual measures what stands behind a joiner as
# part of what is before it. Where scripts use it, as before a full stop or at the end of a word, it stays.
_UNJOINED = "0-9A-Za-z\u00c0-\u02af\u0370-\u0482\u048a-\u052f"
_JOINER = re.compile(f"(?<=[{_UNJOINED}])\u200d+|\u200d+(?=[{_UNJOINED}])")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ACCENT = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_PILE = re.compile(f"({_ACCENT}{{2}}){_ACCENT}+")
_SPACE = re.compile(r"\s+")

_SIGNS: Final = {
    "RUR": "₽",
    "RUB": "₽",
    "USD": "$",
    "EUR": "€",
    "KZT": "₸",
    "UAH": "₴",
    "AZN": "₼",
    "GEL": "₾",
    "BYR": "Br",
    "BYN": "Br",
    "UZS": "soʻm",
    "KGS": "сом",
}


def clean(text: str) -> str:
    """Text without anything a terminal would obey: escape sequences, controls, bidi overrides.

    Newlines stay, tabs become spaces, lone surrogates a replacement sign, piles of accents two of them.
    """
    if text.isprintable():
        return text if text.isascii() or not _PILE.search(text) else _PILE.sub(r"\1", text)
    text = _SEQUENCE.sub("", text)
    text = _BREAKS.sub("\n", text).replace("\t", "    ")
    text = _JOINER.sub("", _FORBIDDEN.sub("", text))
    text = _SURROGATE.sub("\ufffd", text)
    return _PILE.sub(r"\1", text)


def one_line(text: str) -> str:
    """Clean text on one line: names, titles and labels."""
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return clean(text)
    return _SPACE.sub(" ", clean(text)).strip()


def short_line(text: str) -> str:
    """Clean text on one line of at most `LONGEST_LINE` characters; the last is an ellipsis where more was.

    What is painted in one line is measured and cut into cells as a whole, character by character and for
    each frame: its length is bounded once, where it comes in. Of `text` only the first `_READ` characters are
    looked at.
    """
    line = one_line(text[:_READ])
    if len(text) <= _READ and len(line) <= LONGEST_LINE:
        return line
    return f"{line[: LONGEST_LINE - 1].rstrip()}…"


FORMS: Final[Mapping[Language, int]] = {"ru": 3, "en": 2}
"""How many plural forms a language has."""


def plural_form(language: Language, n: int) -> int:
    """Which of a message's plural forms goes with `n`: 0 one, 1 few, 2 many (English: 0 one, 1 other)."""
    n = abs(n)
    if language == "en":
        return 0 if n == 1 else 1
    if n % 10 == 1 and n % 100 != 11:
        return 0
    if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14:
        return 1
    return 2


def chosen(forms: tuple[str, ...], language: Language, n: int) -> str:
    """The form that goes with `n`; a form more than the language has comes first, and is for exactly one.

    A Russian form of 1 goes with 21 too, so a text that speaks of one alone needs one of its own.
    """
    form = plural_form(language, n)
    if len(forms) > FORMS[language]:
        return forms[0] if abs(n) == 1 else forms[1 + form]
    return forms[form]


def grouped(number: int) -> str:
    """A whole number with its thousands set apart by no-break spaces: 250 000."""
    return f"{number:,}".replace(",", "\u00a0")


def money(amount: float, currency: str | None) -> str:
    """An amount with its currency sign; a currency without a sign keeps its code."""
    sign = _SIGNS.get(currency or "", currency or "")
    return f"{grouped(round(amount))}\u00a0{sign}".rstrip("\u00a0")


def folded(text: str) -> str:
    """Text for comparing: without case, `ё` as `е`."""
    return text.casefold().replace("ё", "е")
