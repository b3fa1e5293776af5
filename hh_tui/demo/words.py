"""The words of the demo: data files beside the code, read once and only when asked for."""

import re
import tomllib
from functools import cache
from importlib import resources
from random import Random
from typing import Any, NamedTuple

_BY_SEX = re.compile(r"\(([^()|]*)\|([^()|]*)\)")


class Name(NamedTuple):
    """A name the server gives in the language of the request."""

    ru: str
    en: str

    def said(self, locale: str) -> str:
        """Return the name in ``locale`` ("RU" or "EN")."""
        return self.en if locale == "EN" else self.ru


@cache
def read(name: str) -> dict[str, Any]:
    """Return the data file ``name`` (without its ending) as TOML."""
    text = resources.files("hh_tui.demo").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def named(entry: dict[str, Any]) -> Name:
    """Return the bilingual name an entry of a data file carries."""
    return Name(entry["ru"], entry["en"])


def chance(*parts: object) -> Random:
    """Return a source of randomness that depends on ``parts`` alone."""
    return Random("/".join(map(str, parts)))


def by_sex(text: str, *, female: bool) -> str:
    """Choose between the forms in ``text`` written as ``(masculine|feminine)``."""
    return _BY_SEX.sub(lambda found: found.group(2 if female else 1), text)


def counted(number: int, one: str, few: str, many: str) -> str:
    """Return ``number`` with the Russian noun in the form it asks for."""
    if number % 10 == 1 and number % 100 != 11:
        return f"{number} {one}"
    if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14:
        return f"{number} {few}"
    return f"{number} {many}"
