"""Variables of letters: what is known is filled in, what is not stays as a gap that must not be sent.

Own templates write `{{имя}}` or `{{name}}`, the employer's wordings on hh.ru `[Name]`. What nobody knows is a
gap in either case. `{{слот}}` always is one: a day and a time are typed by hand. A variable typed in square
brackets is a gap as well: `[Имя]` is meant for the writer, not for the candidate.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from hh_tui.api.models import Account, Negotiation
from hh_tui.inbox.letters.phone import written

if TYPE_CHECKING:
    from hh_tui.api.models import MailTemplate

ADDRESS: Final = "address"
"""The variable that is filled from the employer's addresses."""

NAMES: Final[Mapping[str, str]] = {
    "имя": "name",
    "вакансия": "vacancy",
    "компания": "company",
    "я": "me",
    "адрес": ADDRESS,
    "слот": "slot",
    "name": "name",
    "vacancy": "vacancy",
    "company": "company",
    "me": "me",
    "address": ADDRESS,
    "slot": "slot",
}
"""How the variables of own templates are written, in both languages."""

MAIL: Final[Mapping[str, str]] = {
    "Name": "name",
    "Vacancy": "vacancy",
    "Company": "company",
    "HRName": "me",
    "HRPhone": "phone",
    "HREmail": "email",
    "SiteName": "site",
}
"""The placeholders of hh.ru's own wordings, as its contract lists them."""

SITE: Final = "hh.ru"

_GAP: Final = re.compile(r"\{\{([^{}\n]{0,60})\}\}")
_GAP_OR_BRACKETS: Final = re.compile(_GAP.pattern + r"|\[([^\[\]{}\n]{1,40})\]")
_MEANT: Final = frozenset({*NAMES, *(name.casefold() for name in MAIL), "фио", "дата", "время", "должность"})
"""What stands in square brackets only as long as somebody is to put a value there."""

_PLACEHOLDER: Final = re.compile(r"\[([A-Za-z]{1,40})\]")

Facts = Mapping[str, str]
"""What is known, by the variable's own name; a blank value is not known."""


class Gap(Struct, frozen=True):
    """A variable without a value, from character `start` to before `end` of the text; `name` as written.

    `in_brackets` says that it was typed as `[name]`.
    """

    start: int
    end: int
    name: str
    in_brackets: bool = False

    @property
    def written(self) -> str:
        """As it stands in the text, but for blanks."""
        return f"[{self.name}]" if self.in_brackets else f"{{{{{self.name}}}}}"

    @property
    def variable(self) -> str | None:
        """Which of the known variables is filled in there."""
        return None if self.in_brackets else NAMES.get(self.name.casefold())


def gaps(text: str) -> tuple[Gap, ...]:
    """Every variable that has no value yet, in the order of the text."""
    found: list[Gap] = []
    for one in _GAP_OR_BRACKETS.finditer(text):
        variable, typed = one.groups()
        if variable is not None:
            found.append(Gap(one.start(), one.end(), variable.strip()))
        elif typed.strip().casefold() in _MEANT:
            found.append(Gap(one.start(), one.end(), typed.strip(), in_brackets=True))
    return tuple(found)


def filled(text: str, facts: Facts) -> str:
    """The text with the known values in their places; unknown variables stay as they are written."""

    def value(found: re.Match[str]) -> str:
        variable = NAMES.get(found.group(1).strip().casefold(), "")
        return _plain(facts.get(variable, "")) or found.group()

    return _GAP.sub(value, text)


def wording(template: "MailTemplate", facts: Facts) -> str:
    """One of hh.ru's wordings for this candidate; a placeholder without a value becomes a gap with its name.

    Only what the template itself, or the contract, calls a variable is one: other brackets are text.
    """
    titles = {one.id: one.name for one in template.variables}

    def value(found: re.Match[str]) -> str:
        name = found.group(1)
        if name not in titles and name not in MAIL:
            return found.group()
        return _plain(facts.get(MAIL.get(name, ""), "")) or f"{{{{{_title(titles.get(name) or name)}}}}}"

    return _PLACEHOLDER.sub(value, template.text)


def known(account: Account | None, vacancy: str, negotiation: Negotiation) -> Facts:
    """What the snapshot tells of a letter to this candidate; nothing is asked for."""
    resume = negotiation.resume
    return {
        "name": (resume.first_name or "") if resume else "",
        "vacancy": vacancy,
        "company": account.employer.name if account and account.employer else "",
        "me": account.name if account else "",
        "phone": written(account.phone or "") if account else "",
        "email": (account.email or "") if account else "",
        "site": SITE,
    }


def _plain(value: str) -> str:
    """A value makes no new variable, whoever wrote it."""
    value = value.strip()
    while "{{" in value or "}}" in value:
        value = value.replace("{{", "{").replace("}}", "}")
    return value


def _title(name: str) -> str:
    """A name that can stand inside a gap."""
    return re.sub(r"[{}\n]", " ", name)[:60].strip()
