"""What is remembered of files and chats is read as it was written; when a file counts as being there."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hh_tui.api.models.thread import Attachment, ThreadMessage
from hh_tui.inbox.letters.file_attempt import FileAttempt, count_alike, from_texts, of_chat, to_text
from hh_tui.inbox.snapshot.silenced import silenced
from hh_tui.inbox.snapshot.thread import Thread
from hh_tui.system.structs import replace

AT = datetime(2026, 5, 14, 8, 30, tzinfo=UTC)
KEY = UUID("00000000-0000-4000-8000-000000000001")
ATTEMPT = FileAttempt("c1", "План.png", "d", "u", KEY, AT)


def _thread(*sent: tuple[str, datetime], way: str = "chats", ours: bool = True) -> Thread:
    messages = tuple(
        ThreadMessage(
            id=str(number),
            author="employer",
            author_name=None,
            is_ours=ours,
            by_colleague=False,
            at=at,
            text=None,
            attachments=(Attachment(title=name, url=None, content_type=None),),
        )
        for number, (name, at) in enumerate(sent)
    )
    return Thread(messages, way=way)  # type: ignore[arg-type]


def test_attempts_are_read_as_they_were_written() -> None:
    later = replace(ATTEMPT, key=UUID(int=KEY.int + 1), at=AT + timedelta(days=1), alike=2)
    kept = {str(one.key): to_text(one) for one in (later, ATTEMPT)}
    assert from_texts(kept) == (ATTEMPT, later)
    assert of_chat(from_texts(kept), "c2") == ()
    short = {str(KEY): to_text(ATTEMPT)[:-9]}
    for junk in (short, {"no key": to_text(ATTEMPT)}, {str(KEY): "[]"}, {str(KEY): "{}"}):
        assert from_texts(junk) == ()
    assert silenced({"1": AT.isoformat(), "2": "yesterday", "3": "2026-05-14T08:30:00"}) == {"1": AT}


def test_a_file_is_there_once_the_chat_shows_one_more() -> None:
    assert ATTEMPT.arrived(_thread(("План.png", AT)))
    assert ATTEMPT.arrived(_thread(("План.png", AT - timedelta(minutes=1)))), "clocks differ"
    assert not ATTEMPT.arrived(_thread(("План.png", AT - timedelta(hours=1)))), "an older one"
    assert not ATTEMPT.arrived(_thread(("Смета.png", AT)))
    assert not ATTEMPT.arrived(_thread(("План.png", AT), ours=False))
    assert not ATTEMPT.arrived(_thread(("План.png", AT), way="negotiations"))
    again = replace(ATTEMPT, alike=1)
    assert not again.arrived(_thread(("План.png", AT)))
    assert again.arrived(_thread(("План.png", AT - timedelta(days=1)), ("План.png", AT)))
    assert count_alike(None, "План.png") == 0
