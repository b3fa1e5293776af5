"""How many letters of ours stand at the end of a thread without an answer."""

from typing import Final

from hh_tui.inbox.snapshot.thread import Echo, Thread

LIMIT: Final = 5
"""Letters in a row after which hh.ru closes the correspondence (messaging_status `in_a_row_limit`)."""


def in_a_row(thread: Thread | None, echoes: tuple[Echo, ...] = ()) -> int | None:
    """Letters since the candidate's last one, those on their way included; None where nothing was read."""
    if thread is None or thread.loading or thread.error is not None:
        return None
    count = len(thread.sent) + len(echoes)
    for message in reversed(thread.messages):
        if not message.is_ours and message.author == "applicant" and message.text is not None:
            break
        count += message.is_ours and bool(message.text)
    return count
