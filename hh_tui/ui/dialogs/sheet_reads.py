"""What the sheet of an action hears of its reads."""

from msgspec import Struct
from textual.message import Message

from hh_tui.api.models import Address, MailTemplate, Template
from hh_tui.errors import HHError


class Beginning(Struct, frozen=True):
    """A letter to begin with: a template that the server fills in for one candidate, or a `text` as it is."""

    name: str
    template: Template | None = None
    text: str = ""


class Filled(Message):
    """The text of a template is there; `wanted` when the person asked for it."""

    def __init__(self, template: Template | None, text: str, wanted: bool) -> None:
        super().__init__()
        self.template = template
        self.text = text
        self.wanted = wanted


class WordingsRead(Message):
    """The company's wordings came."""

    def __init__(self, wordings: tuple[MailTemplate, ...]) -> None:
        super().__init__()
        self.wordings = wordings


class AddressesRead(Message):
    """The employer's addresses came."""

    def __init__(self, addresses: tuple[Address, ...]) -> None:
        super().__init__()
        self.addresses = addresses


class SheetReadFailed(Message):
    """A read of the sheet failed."""

    def __init__(self, error: HHError) -> None:
        super().__init__()
        self.error = error
