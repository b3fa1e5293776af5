"""A thread as a column of entries: day headings, letters, changes of state."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from textual.content import Content

from hh_tui.api.models import Assessment, Message
from hh_tui.inbox.thread import Echo, Thread
from hh_tui.view import glyphs
from hh_tui.view.candidate import dotted
from hh_tui.view.lens import Lens
from hh_tui.view.when import clock, day

_PLAIN: Final = "text"
"""The state of a message that only carries a text; every other one is a change of state."""


class Side(StrEnum):
    """Where an entry stands: our letters to the right, the candidate's to the left, the rest centred."""

    OURS = "ours"
    THEIRS = "theirs"
    MIDDLE = "middle"


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of the column; `key` stays the same as long as the entry means the same."""

    key: str
    side: Side
    content: Content


def column(lens: Lens, thread: Thread, echoes: tuple[Echo, ...], first_name: str) -> list[Line]:
    """The thread, oldest first, with our letters on their way at its end."""
    entries = [(message.created_at, _entry(lens, message, first_name)) for message in thread.messages]
    entries += [(echo.written_at, _echo(lens, echo)) for echo in (*thread.sent, *echoes)]
    lines: list[Line] = []
    today = ""
    for moment, entry in entries:
        if moment is not None and (heading := day(lens, moment)) != today:
            today = heading
            rule = Content.styled(f"── {heading} ──", "$text-muted")
            lines.append(Line(f"day-{heading}", Side.MIDDLE, rule))
        lines.append(entry)
    if not lines and not thread.loading:
        lines.append(Line("empty", Side.MIDDLE, Content.styled(lens.tr("thread.empty"), "$text-muted")))
    return lines


def _entry(lens: Lens, message: Message, first_name: str) -> Line:
    """A letter under its heading; a change of state without a letter is a centred line."""
    ours = message.is_ours
    change = message.state.name if message.state is not None and message.state.id != _PLAIN else ""
    body = _body(lens, message, silent=bool(change) and ours)
    if not body:
        who = lens.tr("thread.us") if ours else first_name or lens.tr("thread.them")
        when = clock(lens, message.created_at) if message.created_at else ""
        line = Content.styled(dotted((change, f"{who} {when}".strip())), "$text-muted italic")
        return Line(f"state-{message.id}", Side.MIDDLE, line)
    head = _head(lens, ours, first_name, message.created_at, _receipt(message))
    side = Side.OURS if ours else Side.THEIRS
    content = Content.assemble(head, (change, "$text-muted italic"), "\n", body)
    return Line(f"message-{message.id}", side, content)


def _head(
    lens: Lens, ours: bool, first_name: str, moment: datetime | None, receipt: tuple[str, str]
) -> Content:
    who = lens.tr("thread.you") if ours else first_name or lens.tr("thread.them")
    time = clock(lens, moment) if moment else ""
    sign, style = receipt
    return Content.assemble(
        (who, "bold $primary" if ours else "bold $accent"),
        f" {time} ",
        (f"{sign} " if sign else "", style),
    )


def _receipt(message: Message) -> tuple[str, str]:
    if not message.is_ours:
        return ("", "")
    return (glyphs.READ, "$success") if message.viewed_by_opponent else (glyphs.SENT, "$text-muted")


def _body(lens: Lens, message: Message, *, silent: bool) -> Content:
    """The text and what is attached; an absent text is explained unless the state speaks for itself."""
    parts: list[Content] = []
    if message.text and message.text.strip():
        parts.append(Content(message.text.strip("\n")))
    elif not silent:
        key = "thread.no-letter" if not message.is_ours else "thread.no-text"
        parts.append(Content.styled(lens.tr(key), "$text-muted italic"))
    if message.address and message.address.line:
        parts.append(Content(lens.tr("thread.address", address=message.address.line)))
        metro = ", ".join(station.station_name for station in message.address.metro_stations)
        if metro:
            parts.append(Content(lens.tr("thread.metro", stations=metro)))
    parts += [_assessment(lens, assessment) for assessment in message.assessments]
    return Content("\n").join(parts)


def _assessment(lens: Lens, assessment: Assessment) -> Content:
    text = lens.tr("thread.assessment", name=assessment.name or assessment.id)
    for action in assessment.actions:
        if action.alternate_url:
            text += f"\n{action.name}: {action.alternate_url}"
        elif action.disable_reason:
            text += f"\n{action.name}: {action.disable_reason}"
    return Content(text)


def _echo(lens: Lens, echo: Echo) -> Line:
    sign = (glyphs.SENT, "$text-muted") if echo.sent else (glyphs.HELD, "$warning")
    head = _head(lens, True, "", echo.written_at, sign)
    note = "" if echo.sent else lens.tr("thread.held")
    body = Content.assemble(head, (note, "$warning"), "\n", echo.text)
    return Line(f"echo-{echo.operation_id}-{echo.sent}", Side.OURS, body)
