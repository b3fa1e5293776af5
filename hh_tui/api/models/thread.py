"""A correspondence as it is read, whichever way it came: by negotiation messages or by a chat."""

from datetime import datetime
from typing import Literal

from hh_tui.api.models.address import Address
from hh_tui.api.models.base import Model

Way = Literal["negotiations", "chats"]
"""How a thread came."""


class Attachment(Model, frozen=True):
    """Something that opens in the browser; `url` is None where the server gave no address."""

    title: str
    url: str | None = None
    content_type: str | None = None


class Service(Model, frozen=True):
    """What happened beside the letters: `kind` is joined, left or state, `name` who or which it is."""

    kind: Literal["joined", "left", "state"]
    name: str = ""


class ThreadMessage(Model, frozen=True):
    """One entry of a thread.

    `author` is applicant, employer, bot, what the server calls it, or empty where it calls them nothing;
    `at` and `edited_at` are in UTC. `text` is None where nothing was written. `is_ours` is true for the
    employer's side, `by_colleague` for one of it who is known not to be the person at the keyboard. `read`
    says whether the other side has seen it.
    """

    id: str
    author: str = ""
    author_name: str | None = None
    is_ours: bool = False
    by_colleague: bool = False
    at: datetime | None = None
    edited_at: datetime | None = None
    text: str | None = None
    service: Service | None = None
    attachments: tuple[Attachment, ...] = ()
    address: Address | None = None
    read: bool = False
    can_edit: bool = False


class WriteState(Model, frozen=True):
    """Whether one can write now; `reason` is the server's own word for why not."""

    allowed: bool = True
    reason: str | None = None


class MessagePage(Model, frozen=True):
    """Neighbouring messages of a thread, oldest first.

    `has_more` says whether there is more in the direction asked for. Message ids of one way mean nothing to
    the other: a page whose `way` is not that of the messages at hand takes the place of all of them.
    `unreadable` is how many messages came that could not be read.
    `unread` counts what the person has not marked as read, where the way tells; reading the other way marks.
    `takes_files` says whether files can be sent.
    """

    way: Way
    messages: tuple[ThreadMessage, ...] = ()
    has_more: bool = False
    write_state: WriteState = WriteState()
    unread: int = 0
    takes_files: bool = False
    unreadable: int = 0
