"""Correspondence: invented up to now at the first look, kept from then on."""

from datetime import datetime, timedelta
from random import Random

from hh_tui.demo.careers import Career
from hh_tui.demo.letters import Letter
from hh_tui.demo.people import Person
from hh_tui.demo.templates import filled
from hh_tui.demo.topic import Message, Topic
from hh_tui.demo.words import chance, read

IN_A_ROW = 5
LONGEST = 10_000  # characters
_REMOVALS, _REMOVED = 5, 2  # in every so many-th thread a letter was removed, and which one
_OPENERS = {
    "discard": ("discard_after_response", "quick_discard_after_response"),
    "invitation": ("invite_after_response",),
}


def thread_of(seed: int, topic: Topic, writer: Person, past: Career) -> list[Message]:
    """Return the messages of a negotiation, oldest first; they number ``topic.count``."""
    if topic.thread is None:
        roll = chance(seed, "thread", topic.id)
        topic.thread = _invented(roll, topic, writer, past)
    return topic.thread


def append(topic: Topic, message: Message) -> None:
    """Put a message at the end of a thread that has been looked at."""
    if topic.thread is None:
        raise ValueError("append needs a thread")
    topic.thread.append(message)
    topic.count = len(topic.thread)
    topic.updated_at = message.at
    if topic.messaging_status in ("ok", "in_a_row_limit"):
        topic.messaging_status = "in_a_row_limit" if in_a_row(topic.thread) >= IN_A_ROW else "ok"


def in_a_row(thread: list[Message]) -> int:
    """Return how many letters of ours stand at the end without an answer."""
    ours = 0
    for message in reversed(thread):
        if message.author != "employer":
            break
        ours += 1
    return ours


def message_id(topic: Topic, place: int) -> str:
    """Return the id of the message at a place of a thread."""
    return str(int(topic.id) * 1_000 + place)


def _moments(roll: Random, topic: Topic) -> list[datetime]:
    span = (topic.updated_at - topic.created_at).total_seconds()
    inner = sorted(roll.random() for _ in range(topic.count - 2))
    shares = [0.0, *inner, 1.0][: topic.count]
    return [topic.created_at + timedelta(seconds=int(span * share)) for share in shares]


def _invented(roll: Random, topic: Topic, writer: Person, past: Career) -> list[Message]:
    hand = Letter(roll, writer, past, topic.vacancy)
    moments = _moments(roll, topic)
    silent = roll.random() < (0.9 if topic.source != "NEGOTIATION" else 0.12)
    first = Message(
        message_id(topic, 0),
        "applicant",
        None if silent else hand.written(),
        "response",
        moments[0],
        True,
        True,
    )
    if topic.asked_first:
        first.text = roll.choice(topic.vacancy.trade.ask)
    thread = [first]
    turns = read("letters")["turn"]
    for place in range(1, topic.count):
        ours = _is_ours(topic, place)
        text = turns[(place - 1) // 2 % len(turns)]["ask"] if ours else hand.answer((place - 2) // 2)
        state = "text"
        if place == 1 and topic.public != "response":
            text, _ = filled(roll.choice(_OPENERS[topic.public]), topic.vacancy, writer)
            state = topic.public
        message = Message(
            message_id(topic, place),
            "employer" if ours else "applicant",
            text,
            state,
            moments[place],
            True,
            True,
        )
        message.assessment = topic.stage.id == "assessment" and place == 1
        message.viewed_by_opponent = not ours or place < topic.count - 1 or topic.viewed_by_opponent
        thread.append(message)
    for message in thread[len(thread) - topic.unread :]:
        message.viewed_by_me = False
    if topic.number % _REMOVALS == 4 and len(thread) - topic.unread > _REMOVED + 1:
        thread[_REMOVED].removed = True
    return thread


def _is_ours(topic: Topic, place: int) -> bool:
    """Letters alternate, ours first; the end is the applicant's if unread, ours if we are at the limit."""
    if topic.messaging_status == "in_a_row_limit" and place >= topic.count - IN_A_ROW:
        return True
    return place % 2 == 1 and place < topic.count - topic.unread
