"""What a search found, shown in the row: the letters typed, and where they stand if the row does not say."""

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Final, Protocol

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from hh_tui.api.models import Negotiation
from hh_tui.i18n.text import folded
from hh_tui.inbox.lists.query_terms import Word
from hh_tui.inbox.snapshot.thread import Thread
from hh_tui.ui.presenters.row import INDENT, left_right

STYLE: Final = "bold underline $accent"
AROUND: Final = 10
"""Cells of text left standing before and behind what was found."""

ROOM: Final = 34
"""Cells that the place of what was found takes at most."""

WORD_BEGINS: Final = re.compile(r"(?<!\w)\w")

FEWEST: Final = 8
"""Cells of a wish beside those words below which it is left out."""

GAP: Final = 2
"""Cells between a row's own words and those."""

MORE: Final = "…"
"""Where a text was cut."""


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


class Below(Protocol):
    """Makes the second line of a row for so many cells."""

    def __call__(
        self,
        width: int,
        *,
        shorten: Callable[[str, int], str] = ...,
        least: int = ...,
        may_lack_wish: bool = ...,
    ) -> Content:
        """With a long wish made shorter so, down to the least cells, or left out where it may be."""


def with_found(
    lines: tuple[Content, Content],
    negotiation: Negotiation,
    thread: Thread | None,
    wanted: tuple[Word, ...],
    width: int,
    below: Below,
    facts: int = 0,
) -> tuple[Content, Content]:
    """The two lines of a row with the words in them.

    The first word that is not in sight there is brought into it: in the wish, where that was cut before it,
    else with some words around it at the end of the line. The pay and the experience, of so many cells in
    `facts`, stay.
    """
    above, under = lines
    hidden = next((word for word in wanted if not _is_in(word, above, under)), None)
    if hidden is not None and width > ROOM:
        under = _brought(negotiation, thread, hidden, width, below, facts) or under
    return highlighted(above, wanted), highlighted(under, wanted)


def _is_in(word: Word, *lines: Content) -> bool:
    return bool(word.spans(flat("\n".join(one.plain for one in lines))))


def _brought(
    negotiation: Negotiation, thread: Thread | None, word: Word, width: int, below: Below, facts: int
) -> Content | None:
    """The second line with this word in sight; None where it stands nowhere."""
    around = partial(_around, word)
    title = negotiation.resume.title if negotiation.resume else None
    wish = below(width, shorten=around, least=cell_len(around(title or "", 0)))
    if _is_in(word, wish):
        return wish
    found = next((one for one in _texts(negotiation, thread) if word.spans(flat(one))), "")
    if not found:
        return None
    text = " ".join(found.split())
    length = cell_len(_around(word, text, 0))
    room = min(ROOM, width // 2, length + 2 * AROUND)
    place = _around(word, text, max(length, min(room, width - INDENT - facts - GAP)))
    left = below(width - cell_len(place) - GAP, least=FEWEST, may_lack_wish=True).rstrip()
    if left.plain.endswith(MORE):
        place = place.removeprefix(MORE)
    return left_right(left, Content.styled(place, "$text-muted"), width)


def _around(word: Word, text: str, room: int) -> str:
    """So much of a text as fits into `room` cells, with the word in sight, and signs where it was cut.

    It begins with a word, where one begins soon enough before what was found.
    """
    spans = word.spans(flat(text))
    if not spans or cell_len(text) <= room:
        return text if cell_len(text) <= room else f"{set_cell_size(text, max(0, room - 1)).rstrip()}{MORE}"
    start, end = spans[0]
    begin = max(0, start - AROUND)
    while begin and cell_len(text[begin - 1 :]) < room:
        begin -= 1
    while begin < start and cell_len(text[begin:end]) + 2 > room:
        begin += 1
    if begin and (word_begins := WORD_BEGINS.search(text, begin, start + 1)):
        begin = word_begins.start()
    head, rest = MORE if begin else "", text[begin:]
    if cell_len(head + rest) > room:
        rest = set_cell_size(rest, max(cell_len(text[begin:end]), room - len(head) - 1)).rstrip() + MORE
    return head + rest


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
