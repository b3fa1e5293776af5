"""What was known of a thread when a letter was decided on: an equal letter found later may be an old one."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from hh_tui.api.models.thread import ThreadMessage, Way
from hh_tui.i18n.text import one_line
from hh_tui.inbox.snapshot.thread import Thread


class KnownThread(Struct, frozen=True):
    """The `ids` of the messages that were read, of the `way` they were read in.

    The two ways number messages differently. `equals` is when those letters of the employer's side were
    written that have the same words as the new one, in UTC: by it they are counted in the other way.
    """

    way: Way = "negotiations"
    ids: frozenset[str] = frozenset()
    equals: tuple[datetime, ...] = ()

    def count(self, same: Iterable[ThreadMessage], way: Way, earliest: datetime) -> int:
        """How many of these letters, equal in words and read in this way, were there before.

        `earliest` bounds the letters in `same`, and with them those that are compared.
        """
        if way == self.way:
            return sum(message.id in self.ids for message in same)
        return sum(at >= earliest for at in self.equals)


NOTHING_KNOWN = KnownThread()


def known_thread(thread: Thread | None, text: str | None) -> KnownThread:
    """What is known of a thread as it was read by now, with a letter of these words in view."""
    if thread is None:
        return NOTHING_KNOWN
    equals = (one.at for one in thread.messages if text is not None and is_equal(one, text))
    return KnownThread(
        thread.way,
        frozenset(message.id for message in thread.messages),
        tuple(at for at in equals if at is not None),
    )


def is_equal(message: ThreadMessage, text: str) -> bool:
    """Whether a message is a letter of the employer's side with these words; hh.ru may change the spaces."""
    return message.is_ours and one_line(message.text or "") == one_line(text)
