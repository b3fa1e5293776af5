"""People who are put off: hidden from every search until a day, for a reason, and brought back."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Final

from hh_tui.api.models import Resume
from hh_tui.inbox.resume_base.marks import NOT_NOW
from hh_tui.inbox.resume_base.not_now import NotNow, person_key, text_of
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.dialogs.prompt import Prompt
from hh_tui.ui.found_list import FoundList
from hh_tui.ui.presenters.candidate import dotted, name
from hh_tui.ui.presenters.dates import date
from hh_tui.ui.presenters.render_context import RenderContext

DAYS: Final = (14, 30, 90, 180)
"""For how long people are put off."""


class HiddenPeople:
    """Known on this computer only; hh.ru and the candidates learn nothing of it."""

    def __init__(self, context: Context, found: FoundList) -> None:
        self._context = context
        self._found = found

    def put_off(self, people: Sequence[Row]) -> None:
        """Ask for how long, and why."""
        context, tr = self._context, self._context.render_context.tr
        if not people or context.may_not_decide():
            return
        items = [PickerItem(str(days), tr("people.later.days", n=days)) for days in DAYS]

        def chosen(days: str | None) -> None:
            if days is not None:
                prompt = Prompt(tr("people.later.why"), tr("people.later.hint"), tr("people.later.reason"))
                context.windows.push(prompt, partial(self._hide, people, int(days)))

        context.pick(tr("people.later.title", n=len(people)), items, chosen)

    def _hide(self, people: Sequence[Row], days: int, reason: str | None) -> None:
        if reason is None or self._found.is_left:
            return
        context, ctx = self._context, self._context.render_context
        until = context.clock() + timedelta(days=days)
        values = {
            person_key(resume): text_of(NotNow(until, reason, _called(ctx, row, resume)))
            for row in people
            if (resume := row.negotiation.resume) is not None
        }
        context.disk.remember_all(NOT_NOW, values)
        self._found.hide()
        self._found.say(
            "people.later.done", n=len(values), day=date(ctx, until), key=context.keys("found-hidden")
        )

    def choose(self) -> None:
        """Everybody who is put off, the next one to come back first; the one chosen is back at once."""
        context, ctx = self._context, self._context.render_context
        now = context.clock()
        there = {key: one for key, one in self._found.hidden.items() if one.holds(now)}
        if not there:
            self._found.say("people.later.nobody")
            return
        items = [
            PickerItem(
                key,
                one.name or key,
                dotted((ctx.tr("people.later.until", day=date(ctx, one.until)), one.reason)),
            )
            for key, one in sorted(there.items(), key=lambda pair: pair[1].until)
        ]

        def chosen(key: str | None) -> None:
            if key is not None:
                context.disk.remember(NOT_NOW, key, "")
                self._found.hide()
                self._found.say("people.later.back", name=there[key].name)

        context.pick(ctx.tr("people.later.list"), items, chosen)


def _called(ctx: RenderContext, row: Row, resume: Resume) -> str:
    """Somebody by name and position: many resumes hide the name."""
    return dotted((name(ctx, row.negotiation), resume.title or ""))
