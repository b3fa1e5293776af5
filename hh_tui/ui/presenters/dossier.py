"""One tab of a candidate: what was read, or why there is nothing."""

from collections.abc import Callable

from textual.content import Content

from hh_tui.api.models import Negotiation
from hh_tui.errors import (
    AccountUnavailable,
    BadUserAgent,
    CaptchaRequired,
    HHError,
    LimitReached,
    NotAuthorized,
    NotPaid,
    Refused,
)
from hh_tui.inbox.snapshot.dossier import Dossier, Part, Tab, has
from hh_tui.ui.presenters import errors
from hh_tui.ui.presenters.calls import call_log
from hh_tui.ui.presenters.full_resume import full_resume
from hh_tui.ui.presenters.history import history
from hh_tui.ui.presenters.notes import notes
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.test_result import solution

Keys = Callable[[str], str]


def page(
    ctx: RenderContext, negotiation: Negotiation, tab: Tab, dossier: Dossier, vacancy_id: str, keys: Keys
) -> Content:
    """The tab as text; `keys` names the key of a command."""
    part = dossier[tab]
    if not has(negotiation, tab) and not part.asked:
        return Content.styled(ctx.tr(f"dossier.none.{tab}"), "$text-muted")
    trouble = _trouble(ctx, tab, part, keys)
    value = _value(ctx, negotiation, tab, dossier, vacancy_id, keys)
    if value is not None:
        return Content("\n\n").join([trouble, value]) if trouble else value
    return trouble or Content.styled(ctx.tr("dossier.loading"), "$text-muted")


def _value(
    ctx: RenderContext, negotiation: Negotiation, tab: Tab, dossier: Dossier, vacancy_id: str, keys: Keys
) -> Content | None:
    if tab is Tab.RESUME and dossier.resume is not None:
        return full_resume(ctx, dossier.resume, keys("contacts"))
    if tab is Tab.HISTORY and dossier.history is not None:
        return history(ctx, dossier.history, vacancy_id)
    if tab is Tab.NOTES and dossier.notes is not None:
        return notes(ctx, dossier.notes, keys("note"), keys("own-notes"))
    if tab is Tab.TEST and dossier.test is not None:
        return solution(ctx, dossier.test, negotiation.test_result)
    if tab is Tab.CALLS and dossier.calls is not None:
        return call_log(ctx, dossier.calls, keys("call-link"))
    return None


def _trouble(ctx: RenderContext, tab: Tab, part: Part, keys: Keys) -> Content | None:
    """What went wrong with this tab, and the ways that are left."""
    if part.error is None:
        return None
    if tab is Tab.CALLS and is_refused(part.error):
        return Content.styled(ctx.tr("calls.refused", key=keys("call-link")), "$text-muted")
    hint = ctx.tr("dossier.ways", refresh=keys("refresh"), browser=keys("browser"))
    return Content.assemble((reason(ctx, part.error), "$error"), "\n", (hint, "$text-muted"))


def reason(ctx: RenderContext, error: HHError) -> str:
    """The error in words; one that concerns this tab alone says that nothing else is shut."""
    if is_refused(error) and isinstance(error, Refused) and error.status == 403 and error.type == "forbidden":
        return ctx.tr("dossier.forbidden")
    return errors.explain(ctx.tr, error).sentence


def is_refused(error: HHError) -> bool:
    """Whether hh.ru said no to this one thing: neither to the login nor for money, a limit or a captcha."""
    other = BadUserAgent | NotAuthorized | NotPaid | LimitReached | CaptchaRequired | AccountUnavailable
    return isinstance(error, Refused) and not isinstance(error, other)
