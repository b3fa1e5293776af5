"""What only some resumes have: certificates, links, courses, recommendations, pictures."""

from typing import Any

from hh_tui.demo.call import SITE
from hh_tui.demo.people import Person
from hh_tui.demo.words import Name

Payload = dict[str, Any]

_SERVICE = Name("Доступ к контактам", "Access to contacts")
_WHAT_FOR = Name("один контакт, на 30 дней", "one contact, for 30 days")
_BUY = Name("Купить", "Buy")
_ROUBLES = Name("рублей", "roubles")
_PERSONAL = Name("Личный сайт", "Personal site")
_SKYPE = Name("Другой сайт", "Another site")


def certificates(who: Person) -> list[Payload]:
    """Return the certificates of every third person."""
    if who.key[1] % 3:
        return []
    return [
        {
            "type": "custom",
            "title": "Основы охраны труда",
            "achieved_at": f"{who.born.year + 23}-06-01",
            "owner": None,
            "url": "https://certificates.example/42",
        }
    ]


def sites(who: Person, locale: str) -> list[Payload]:
    """Return the pages of every fourth person; one of them may be hidden."""
    if who.key[1] % 4 != 1:
        return []
    hidden = "other_contacts" in who.hidden
    return [
        {"type": {"id": "personal", "name": _PERSONAL.said(locale)},
         "url": None if hidden else f"https://people.example/{who.key[0]}-{who.key[1]}"},
        {"type": {"id": "skype", "name": _SKYPE.said(locale)}, "url": None if hidden else "live:example"},
    ]  # fmt: skip


def portfolio(who: Person) -> list[Payload]:
    """Return the pictures of every sixth person."""
    if who.key[1] % 6 != 1:
        return []
    image = f"https://img.example/{who.key[0]}-{who.key[1]}"
    return [{"description": "Работа 2024 года", "small": f"{image}-s.jpg", "medium": f"{image}.jpg"}]


def photo(who: Person) -> Payload | None:
    """Return the photo of every second person who shows it."""
    if who.key[1] % 2 or "names_and_photo" in who.hidden:
        return None
    image = f"https://img.example/photo/{who.key[0]}-{who.key[1]}"
    return {"small": f"{image}-s.jpg", "medium": f"{image}.jpg", "40": None, "100": None, "500": None}


def recommendations(who: Person) -> list[Payload]:
    """Return who speaks for every fifth person."""
    if who.key[1] % 5 != 4:
        return []
    return [
        {
            "name": "Сомов Игорь Петрович",
            "position": "Руководитель отдела",
            "organization": "Северный мост",
            "contact": "somov@mail.example",
        }
    ]


def courses(who: Person) -> list[Payload]:
    """Return the courses of every third person."""
    if who.key[1] % 3 != 2:
        return []
    return [
        {
            "id": None,
            "name": "Деловая переписка",
            "organization": "Школа письма",
            "result": None,
            "year": who.born.year + 25,
        }
    ]


def paid_services(locale: str) -> list[Payload]:
    """Return what is sold to those who may not see the contacts."""
    return [
        {
            "id": "resume_contacts",
            "name": _SERVICE.said(locale),
            "description": _WHAT_FOR.said(locale),
            "price_list": {"alternate_url": f"{SITE}/price"},
            "quick_purchase": {
                "name": _BUY.said(locale),
                "alternate_url": f"{SITE}/price/contacts",
                "price": 250,
                "currency": {"abbr": "₽", "code": "RUR", "name": _ROUBLES.said(locale)},
            },
        }
    ]
