"""What a search found, shown in the row: the letters typed, and where they stand if the row does not say."""

from collections.abc import Iterable
from typing import Final

from textual.content import Content

from hh_tui.api.models import Negotiation
from hh_tui.i18n.text import folded
from hh_tui.inbox.lists.query_terms import Word
from hh_tui.inbox.snapshot.thread import Thread
from hh_tui.ui.presenters.row import left_right

STYLE: Final = "bold underline $accent"
AROUND: Final = 10
"""Cells of text left standing before and behind what was found."""

ROOM: Final = 34
"""Cells that the place of what was found takes at most."""


def flat(text: str) -> str:
    """Folded text in which every letter has kept its place."""
    whole = folded(text)
    if len(whole) == len(text):
        return whole
    return "".join(small if len(small := folded(letter)) == 1 else letter for letter in text)


def highlighted(line: Content, wanted: Iterable[Word]) -> Content:
    """The line with the words made to stand out."""
    text = flat(line.plain)
    for word in wanted:
        for start, end in word.spans(text):
            line = line.stylize(STYLE, start, end)
    return line


def with_found(
    lines: tuple[Content, Content],
    negotiation: Negotiation,
    thread: Thread | None,
    wanted: tuple[Word, ...],
    width: int,
) -> tuple[Content, Content]:
    """The two lines of a row with the words in them, or the place where the first missing one stands."""
    above, below = lines
    shown = flat(f"{above.plain}\n{below.plain}")
    hidden = next((word for word in wanted if not word.spans(shown)), None)
    place = _place(negotiation, thread, hidden) if hidden is not None and width > ROOM else ""
    if place:
        told = Content.styled(place, "$text-muted").truncate(min(ROOM, width // 2), ellipsis=True)
        below = left_right(below.rstrip(), told, width)
    return highlighted(above, wanted), highlighted(below, wanted)


def _place(negotiation: Negotiation, thread: Thread | None, word: Word) -> str:
    for text in _texts(negotiation, thread):
        if spans := word.spans(flat(text)):
            start, end = spans[0]
            before, behind = max(0, start - AROUND), min(len(text), end + AROUND)
            part = " ".join(text[before:behind].split())
            return f"{'…' if before else ''}{part}{'…' if behind < len(text) else ''}"
    return ""


def _texts(negotiation: Negotiation, thread: Thread | None) -> Iterable[str]:
    if (resume := negotiation.resume) is not None:
        yield from resume.skill_set
        yield from (part for job in resume.experience for part in (job.company, job.position) if part)
        yield resume.title or ""
        yield (resume.area.name or "") if resume.area else ""
        yield " ".join(part for part in (resume.last_name, resume.first_name, resume.middle_name) if part)
    if thread is not None:
        yield from (message.text for message in thread.messages if message.text)
        yield from (echo.text for echo in thread.sent)
