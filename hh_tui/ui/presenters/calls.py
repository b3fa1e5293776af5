"""The calls with a candidate: when, who called whom, how long, and where the text of it is."""

from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.dates import moment
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.section import Piece, section, together
from hh_tui.ui.presenters.unreadable import unreadable_in

if TYPE_CHECKING:
    from hh_tui.api.models.call import Call, CallLog, Transcript

_MINUTE = 60
_STATUSES = ("READY", "IN_PROGRESS", "NOT_FOUND")


def call_log(ctx: RenderContext, log: "CallLog", link_key: str) -> Content:
    """The latest first; `link_key` makes a link that calls the candidate."""
    tr = ctx.tr
    broken = unreadable_in(tr, "calls", log.calls)
    if not log.calls and not broken:
        return Content.styled(tr("calls.none", key=link_key), "$text-muted")
    lines = [
        line
        for one in log.calls
        for line in section(_heading(ctx, one), _call(ctx, one, log.transcripts.get(one.id)))
    ]
    return together([*lines, Content.styled(broken, "$warning")] if broken else lines)


def _heading(ctx: RenderContext, call: "Call") -> str:
    when = moment(ctx, call.start_date_time) if call.start_date_time else ctx.tr("calls.no-time")
    return dotted((when, ctx.tr("calls.outgoing" if call.is_ours else "calls.incoming")))


def _call(ctx: RenderContext, call: "Call", transcript: "Transcript | None") -> list[Piece]:
    tr = ctx.tr
    voicemail = call.context is not None and call.context.voicemail_detected
    told = dotted((_outcome(ctx, call), tr("calls.voicemail") if voicemail else "", call.colleague))
    return [told, _text(ctx, transcript) if transcript else ""]


def _outcome(ctx: RenderContext, call: "Call") -> str:
    if not call.successful:
        return ctx.tr("calls.missed")
    minutes, seconds = divmod(round(call.duration_seconds or 0), _MINUTE)
    if not minutes and not seconds:
        return ctx.tr("calls.talked")
    parts = (
        ctx.tr("calls.minutes", n=minutes) if minutes else "",
        ctx.tr("calls.seconds", n=seconds) if seconds else "",
    )
    return " ".join(part for part in parts if part)


def _text(ctx: RenderContext, transcript: "Transcript") -> str:
    """Where the text is, or why it is not; an unknown status as hh.ru says it."""
    tr, until = ctx.tr, _until(ctx, transcript.expires_at)
    if transcript.transcript_url:
        return dotted((tr("resume.line", name=tr("calls.text"), value=transcript.transcript_url), until))
    if transcript.status in _STATUSES:
        return tr(f"calls.text.{transcript.status.lower()}")
    return tr("resume.line", name=tr("calls.text"), value=transcript.status) if transcript.status else ""


def _until(ctx: RenderContext, at: datetime | None) -> str:
    return ctx.tr("calls.until", when=moment(ctx, at)) if at else ""
