"""A chat in words: its participants, its files, its own messages."""

from typing import TYPE_CHECKING

from hh_tui.api.models.thread import ThreadMessage
from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import grouped, one_line
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.dates import age
from hh_tui.ui.presenters.render_context import RenderContext

if TYPE_CHECKING:
    from hh_tui.api.models import FileLimits, Participant

EXCERPT = 60
"""Characters of a message in a line."""

_ROLES = frozenset({"APPLICANT", "EMPLOYER", "BOT"})


def limits_line(tr: Catalogue, limits: "FileLimits") -> str:
    """What a file may be: `hh.ru принимает: jpeg, png; до 20 МБ`."""
    kinds = ", ".join(limits.type or limits.mime_type)
    size = tr("file.at-most", megabytes=grouped(limits.max_size >> 20)) if limits.max_size >> 20 else ""
    if limits.max_size and not size:
        size = tr("file.at-most-kilobytes", kilobytes=kilobytes(limits.max_size))
    told = "; ".join(part for part in (kinds, size) if part)
    return tr("file.limits", limits=told) if told else tr("file.no-limits")


def kilobytes(count: int) -> str:
    """Bytes in kilobytes, rounded up."""
    return grouped(-(-count // 1024))


def participant_line(tr: Catalogue, one: "Participant") -> str:
    """Who, and in which role; a role unknown here as the server calls it."""
    role = tr(f"chat.role.{one.role}") if one.role in _ROLES else one.role or ""
    return dotted((one.name or tr("thread.unknown"), role))


def message_line(ctx: RenderContext, message: ThreadMessage) -> str:
    """A message of one's own in one line."""
    text = one_line(message.text or "")
    if not text:
        text = ", ".join(file.title for file in message.attachments)
    cut = text if len(text) <= EXCERPT else f"{text[: EXCERPT - 1]}…"
    return dotted((age(ctx, message.at) if message.at else "", cut or ctx.tr("thread.no-text")))
