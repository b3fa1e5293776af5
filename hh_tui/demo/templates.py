"""Letters the server offers, filled in for one candidate and one vacancy."""

import re
from dataclasses import dataclass
from functools import cache

from hh_tui.demo.company import company
from hh_tui.demo.people import Person
from hh_tui.demo.vacancies import Vacancy
from hh_tui.demo.words import Name, named, read


@dataclass(frozen=True, slots=True)
class Template:
    """One letter; ``mail_id`` is what the employer's own list calls it, ``name_id`` what the actions do."""

    name_id: str
    mail_id: str
    name: Name
    quick: bool
    employer_state: str
    text: str
    sms: str | None
    editable: bool


@cache
def templates() -> dict[str, Template]:
    """Return the letters by the id that actions name."""
    return {
        key: Template(
            key,
            entry["id"],
            named(entry),
            entry["quick"],
            entry["employer_state"],
            entry["text"],
            entry.get("sms"),
            entry.get("editable", True),
        )
        for key, entry in read("templates").items()
    }


_CALLED = re.compile(r", ?\[Name\](?=[!.,])")
_ADDRESSED = re.compile(r"(?m)^\[Name\], ?(.)")


def filled(name_id: str, vacancy: Vacancy, reader: Person, own: str | None = None) -> tuple[str, str | None]:
    """Return a letter and its SMS with the placeholders filled in; ``own`` is the employer's own wording.

    Whoever hides their name from employers is greeted without it: the employer reads this answer.
    """
    template = templates()[name_id]
    me = company().me
    blanks = {
        "[Name]": reader.first_name,
        "[Vacancy]": vacancy.name,
        "[HRName]": f"{me.first_name} {me.last_name}",
        "[HRPhone]": f"+7 (495) {me.phone[:3]}-{me.phone[3:5]}-{me.phone[5:]}",
        "[HREmail]": me.email,
        "[SiteName]": "hh.ru",
        "[Company]": company().name,
    }
    text, sms = own or template.text, template.sms
    if "names_and_photo" in reader.hidden:
        blanks["[Name]"] = ""
        text = _ADDRESSED.sub(lambda found: found[1].upper(), _CALLED.sub("", text))
    for blank, value in blanks.items():
        text = text.replace(blank, value)
        sms = sms.replace(blank, value) if sms else None
    return text, sms
