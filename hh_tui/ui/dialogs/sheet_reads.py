"""What the sheet of an action hears of its reads."""

from dataclasses import dataclass

from textual.message import Message

from hh_tui.api.models import Address, MailTemplate, Template
from hh_tui.errors import HHError


@dataclass(frozen=True, slots=True)
class Beginning:
    """A letter to begin with: a template that the server fills in for one candidate, or a `text` as it is."""

    name: str
    template: Template | None = None
    text: str = ""


@dataclass
class Filled(Message):
    """The text of a template is there; `wanted` when the person asked for it."""

    template: Template | None
    text: str
    wanted: bool


@dataclass
class WordingsRead(Message):
    """The company's wordings came."""

    wordings: tuple[MailTemplate, ...]


@dataclass
class AddressesRead(Message):
    """The employer's addresses came."""

    addresses: tuple[Address, ...]


@dataclass
class SheetReadFailed(Message):
    """A read of the sheet failed."""

    error: HHError
