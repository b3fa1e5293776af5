"""What is known of a chat here and stands in no message of it: at the end of the thread."""

from collections.abc import Iterable
from datetime import datetime

from textual.content import Content

from hh_tui.inbox.letters.file_attempt import FileAttempt
from hh_tui.ui.presenters.dates import moment
from hh_tui.ui.presenters.messages import MessageLine, Side
from hh_tui.ui.presenters.render_context import RenderContext


def chat_notes(
    ctx: RenderContext, unsure_files: Iterable[FileAttempt], silenced_at: datetime | None, chat_key: str
) -> list[MessageLine]:
    """Files of which nobody knows whether they went, and since when the candidate may not write.

    `chat_key` opens what can be done in the chat.
    """
    told = []
    for one in unsure_files:
        words = ctx.tr("thread.file-unsure", name=one.name, when=moment(ctx, one.at), key=chat_key)
        told.append((f"file {one.key}", words))
    if silenced_at is not None:
        told.append(("silenced", ctx.tr("thread.silenced", when=moment(ctx, silenced_at))))
    return [MessageLine(key, Side.MIDDLE, Content.styled(text, "$warning")) for key, text in told]
