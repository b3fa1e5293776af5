"""A candidate's thread as it was read."""

from datetime import datetime

from msgspec import Struct, field

from hh_tui.api.models import Negotiation
from hh_tui.api.models.thread import Attachment, MessagePage, ThreadMessage, Way, WriteState
from hh_tui.errors import HHError
from hh_tui.inbox.snapshot.read_stamp import UNSTAMPED, ReadStamp
from hh_tui.system.structs import replace


class Echo(Struct, frozen=True):
    """A letter of ours that the server has not shown in the thread yet; `sent` says whether it took it.

    One that was sent was the decision number `epoch`: what was asked for before may not show it.
    """

    operation_id: str
    text: str
    written_at: datetime
    sent: bool = False
    epoch: int = 0


class Thread(Struct, frozen=True):
    """Messages, oldest first. `loading` while they are read, `error` when that failed.

    `write_state` is what the thread itself said of writing into it. `read_at` is when it was read, in UTC,
    `way` in which way: ids of one mean nothing in the other. `stamp` says when that read was asked for.
    `sent` are letters that it does not show. `takes_files` says whether a file can be sent.
    `unreadable` is how many messages could not be read.
    """

    messages: tuple[ThreadMessage, ...] = ()
    loading: bool = False
    error: HHError | None = None
    sent: tuple[Echo, ...] = ()
    write_state: WriteState = field(default_factory=WriteState)
    read_at: datetime | None = None
    stamp: ReadStamp = UNSTAMPED
    way: Way = "negotiations"
    takes_files: bool = False
    unreadable: int = 0

    @property
    def wanted(self) -> bool:
        """Whether it was never read and is not on its way; a letter of ours may stand in it all the same."""
        return self.read_at is None and not self.loading

    @classmethod
    def of(
        cls, message_page: MessagePage, read_at: datetime | None, stamp: ReadStamp = UNSTAMPED
    ) -> "Thread":
        """A whole thread as it was read."""
        return cls(
            message_page.messages,
            write_state=message_page.write_state,
            read_at=read_at,
            stamp=stamp,
            way=message_page.way,
            takes_files=message_page.takes_files,
            unreadable=message_page.unreadable,
        )

    def with_sent(self, echo: Echo, epoch: int) -> "Thread":
        """With a letter that the server took as decision number `epoch`, until the thread shows it."""
        return replace(self, sent=(*self.sent, replace(echo, sent=True, epoch=epoch)))


def lock_of(negotiation: Negotiation, thread: Thread | None) -> str | None:
    """Why one can't write to a candidate, in the server's own word; None when one can."""
    if not negotiation.can_write:
        return negotiation.messaging_status
    if thread is not None and not thread.write_state.allowed:
        return thread.write_state.reason or negotiation.messaging_status
    return None


def own_messages(thread: Thread) -> tuple[ThreadMessage, ...]:
    """Messages that the person wrote into a chat themselves, the newest first."""
    if thread.way != "chats":
        return ()
    mine = (one for one in thread.messages if one.is_ours and not one.by_colleague and one.service is None)
    return tuple(mine)[::-1]


def received_files(thread: Thread) -> tuple[Attachment, ...]:
    """Files of a chat that have an address, the newest first."""
    if thread.way != "chats":
        return ()
    files = (one for message in thread.messages for one in message.attachments if one.url)
    return tuple(files)[::-1]
