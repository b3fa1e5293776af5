"""A thread as a column of entries: day headings, letters, changes of state."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct
from textual.content import Content

from hh_tui.api.models.thread import Attachment, ThreadMessage
from hh_tui.inbox.snapshot.thread import Echo, Thread
from hh_tui.ui.presenters import glyphs
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.dates import clock, day
from hh_tui.ui.presenters.excerpt import excerpt
from hh_tui.ui.presenters.message_author import author, by_candidate, change_of
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.unreadable import unreadable


class Side(StrEnum):
    """Where an entry stands: our letters to the right, the candidate's to the left, the rest centred."""

    OURS = "ours"
    THEIRS = "theirs"
    MIDDLE = "middle"


class MessageLine(Struct, frozen=True):
    """One entry of the column; `key` stays the same as long as the entry means the same."""

    key: str
    side: Side
    content: Content


def column(
    ctx: RenderContext,
    thread: Thread,
    echoes: tuple[Echo, ...],
    first_name: str,
    newest: int | None = None,
    counted: int = 0,
) -> list[MessageLine]:
    """The `newest` messages, or all, oldest first, with our letters on their way at their end.

    `counted` is how many messages the candidate's row tells of: a chat does not show a response without a
    letter, which is one of them.
    """
    messages = thread.messages if newest is None else thread.messages[-newest:]
    entries = [(message.at, _entry(ctx, message, first_name)) for message in messages]
    entries += [(echo.written_at, _echo(ctx, echo)) for echo in (*thread.sent, *echoes)]
    lines: list[MessageLine] = []
    if broken := unreadable(ctx.tr, "messages", thread.unreadable):
        lines.append(MessageLine("unreadable", Side.MIDDLE, Content.styled(broken, "$warning")))
    today = ""
    for moment, entry in entries:
        if moment is not None and (heading := day(ctx, moment)) != today:
            today = heading
            rule = Content.styled(f"── {heading} ──", "$text-muted")
            lines.append(MessageLine(f"day-{heading}", Side.MIDDLE, rule))
        lines.append(entry)
    if not lines:
        key = "thread.loading" if thread.loading else "thread.no-letter" if counted else "thread.empty"
        lines.append(MessageLine(key, Side.MIDDLE, Content.styled(ctx.tr(key), "$text-muted")))
    return lines


def _entry(ctx: RenderContext, message: ThreadMessage, first_name: str) -> MessageLine:
    """A letter under its heading; a change of state without a letter is a centred line."""
    service = message.service
    change = change_of(ctx, message)
    told = bool(change) and (not by_candidate(message) or service is None or service.kind != "state")
    body = _body(ctx, message, silent=told)
    if not body:
        mine = message.is_ours and not message.by_colleague
        who = ctx.tr("thread.us") if mine else author(ctx, message, first_name)
        when = clock(ctx, message.at) if message.at else ""
        line = Content.styled(dotted((change, f"{who} {when}".strip())), "$text-muted italic")
        return MessageLine(f"state-{message.id}", Side.MIDDLE, line)
    head = _head(ctx, author(ctx, message, first_name), _style(message), message.at, _receipt(message))
    side = Side.OURS if message.is_ours else Side.THEIRS
    content = Content.assemble(head, (change, "$text-muted italic"), "\n", body)
    return MessageLine(f"message-{message.id}", side, content)


def _style(message: ThreadMessage) -> str:
    if message.is_ours:
        return "bold $primary"
    return "bold $accent" if by_candidate(message) else "bold $secondary"


def _head(
    ctx: RenderContext, who: str, style: str, moment: datetime | None, receipt: tuple[str, str]
) -> Content:
    time = clock(ctx, moment) if moment else ""
    sign, sign_style = receipt
    return Content.assemble((who, style), f" {time} ", (f"{sign} " if sign else "", sign_style))


def _receipt(message: ThreadMessage) -> tuple[str, str]:
    if not message.is_ours:
        return ("", "")
    return (glyphs.READ, "$success") if message.read else (glyphs.SENT, "$text-muted")


def _body(ctx: RenderContext, message: ThreadMessage, *, silent: bool) -> Content:
    """The text and what is attached; that there is neither is explained unless a state tells enough."""
    parts: list[Content] = []
    if message.text and message.text.strip():
        parts.append(excerpt(ctx.tr, message.text.strip("\n")))
    elif not silent and not message.attachments:
        key = "thread.no-letter" if by_candidate(message) else "thread.no-text"
        parts.append(Content.styled(ctx.tr(key), "$text-muted italic"))
    if message.address and message.address.line:
        parts.append(Content(ctx.tr("thread.address", address=message.address.line)))
        metro = ", ".join(station.station_name for station in message.address.metro_stations)
        if metro:
            parts.append(Content(ctx.tr("thread.metro", stations=metro)))
    parts += [_attachment(ctx, attachment) for attachment in message.attachments]
    if message.edited_at is not None:
        parts.append(Content.styled(ctx.tr("thread.edited"), "$text-muted italic"))
    return Content("\n").join(parts)


def _attachment(ctx: RenderContext, attachment: Attachment) -> Content:
    """A file by its name: it is saved by a command; an assignment with its page, for which there is none."""
    title = ctx.tr("thread.attachment", name=attachment.title)
    is_file = attachment.content_type is not None
    return Content(f"{title}\n{attachment.url}" if attachment.url and not is_file else title)


def _echo(ctx: RenderContext, echo: Echo) -> MessageLine:
    sign = (glyphs.SENT, "$text-muted") if echo.sent else (glyphs.HELD, "$warning")
    head = _head(ctx, ctx.tr("thread.you"), "bold $primary", echo.written_at, sign)
    note = "" if echo.sent else ctx.tr("thread.held")
    body = Content.assemble(head, (note, "$warning"), "\n", excerpt(ctx.tr, echo.text, ours=True))
    return MessageLine(f"echo-{echo.operation_id}-{echo.sent}", Side.OURS, body)
