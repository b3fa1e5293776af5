"""A phone number as a letter has it."""

import re
from typing import Final

_SEVEN: Final = re.compile(r"(?:\+?7|8)(\d{3})(\d{3})(\d{2})(\d{2})")
"""A number of eleven digits of the countries with the code 7, as hh.ru keeps it; `+8` begins other codes."""


def written(phone: str) -> str:
    """`74952003040` as `+7 (495) 200-30-40`, as hh.ru writes it; any other number stays as it is."""
    found = _SEVEN.fullmatch(phone.strip())
    return "+7 ({}) {}-{}-{}".format(*found.groups()) if found else phone
