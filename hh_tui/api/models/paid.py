"""What a resume says of paid ways to see more of it (operation get-resume)."""

from hh_tui.api.models.base import Line, Maybe, Model, Number, Text, Url
from hh_tui.api.models.resume import File


class Currency(Model, frozen=True):
    """A currency by its sign and its code."""

    abbr: Maybe[Line] = None
    code: Maybe[Line] = None


class Purchase(Model, frozen=True):
    """A service to be bought on hh.ru: what it is called there, and its price in `currency`."""

    name: Line = ""
    alternate_url: Maybe[Url] = None
    price: Maybe[Number] = None
    currency: Maybe[Currency] = None


class PaidService(Model, frozen=True):
    """A service that opens more of the resume."""

    name: Line = ""
    description: Maybe[Text] = None
    quick_purchase: Maybe[Purchase] = None


class ResumeActions(Model, frozen=True):
    """`get_with_contact` opens the contacts. Following it SPENDS one: once for each company and resume."""

    get_with_contact: Maybe[File] = None
