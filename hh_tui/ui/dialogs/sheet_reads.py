"""What the sheet of an action hears of its reads."""

from dataclasses import dataclass

from textual.message import Message

from hh_tui.api.models import Address, FilledTemplate, Template
from hh_tui.errors import HHError


@dataclass
class Filled(Message):
    """The server filled a template in; `wanted` when the person asked for it."""

    template: Template
    filled: FilledTemplate
    wanted: bool


@dataclass
class AddressesRead(Message):
    """The employer's addresses came."""

    addresses: tuple[Address, ...]


@dataclass
class ReadFailed(Message):
    """A read of the sheet failed."""

    error: HHError
