"""Inviting a candidate to another vacancy, or anyone by a link to their resume."""

from functools import partial

from hh_tui.api.models import Invitable, Resume
from hh_tui.errors import BadArgument, HHError, NotFound
from hh_tui.inbox.decisions import action_menu
from hh_tui.inbox.decisions.invitation import Invitation
from hh_tui.inbox.rules.resume_link import resume_id_in
from hh_tui.plain.context import PlainContext
from hh_tui.plain.decisions import PlainDecisions
from hh_tui.plain.list_text import choice_label
from hh_tui.ui.presenters import actions, inviting
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.presenters.one_of_marked import alone
from hh_tui.ui.presenters.vacancy_names import names

SHOWN_OF_ID = 8
"""Characters of a resume's id by which it is called: nobody looked who it is."""


class PlainInvitations:
    """An invitation is one write of the outbox like any other."""

    def __init__(self, context: PlainContext, decisions: PlainDecisions) -> None:
        self._context = context
        self._decisions = decisions

    async def invite(self) -> None:
        """This candidate to another vacancy."""
        row = self._context.inbox.selected
        resume = row.negotiation.resume if row else None
        if resume is None or resume.id is None:
            self._context.say("invite.no-resume" if row else "marks.nobody")
        else:
            await self._to_a_vacancy(resume, row.id if row else "")

    async def invite_by_link(self) -> None:
        """Anyone whose resume can be named: nothing of them is looked at, no view is spent."""
        context = self._context
        if context.may_not_decide():
            return
        typed = await context.ask.line(context.tr("invite.ask"))
        if not typed:
            context.say("plain.not-done")
            return
        resume_id = resume_id_in(typed)
        if resume_id is None:
            context.say("invite.ask.wrong")
            return
        title = context.tr("invite.resume", id=resume_id[:SHOWN_OF_ID])
        await self._to_a_vacancy(Resume(id=resume_id, last_name=title))

    async def _to_a_vacancy(self, resume: Resume, negotiation_id: str = "") -> None:
        context, tr, ctx = self._context, self._context.tr, self._context.state.view.render_context
        if context.may_not_decide():
            return
        places = await self._places(resume)
        if not places:
            return
        named = names(ctx, places)
        seen = context.inbox.vacancy_in_sight
        here = seen.id if seen else None
        labels = [dotted((named[one.id], inviting.place_detail(tr, one, here))) for one in places]
        called = resume.name or tr("candidate.nameless")
        whom = alone(tr, context.inbox, called, negotiation_id)
        if cut := inviting.cut_short(tr, places):
            context.terminal.say(cut)
        chosen = await context.ask.choose(tr("invite.title", name=whom), labels)
        if chosen is not None:
            await self._by_an_action(resume, places[chosen])

    async def _places(self, resume: Resume) -> tuple[Invitable, ...]:
        """Where this resume can be invited to; why nowhere is told. The candidate notices nothing."""
        context, account = self._context, self._context.inbox.account
        if account is None or account.employer is None:
            return ()
        call = partial(context.session.client.vacancies.to_invite_to, account.employer.id, resume.id or "")
        try:
            places = await context.session.read(call)
        except (BadArgument, NotFound):
            context.say("invite.unknown")
            return ()
        except HHError as error:
            context.terminal.say(explain(context.tr, error).sentence)
            return ()
        if not places:
            context.say("invite.nowhere")
        return places

    async def _by_an_action(self, resume: Resume, place: Invitable) -> None:
        """With one action there is nothing to choose."""
        context, vacancy = self._context, place.name or place.id
        invitation = Invitation(resume.id or "", place.id, vacancy)
        new = invitation.begun(resume, place)
        choices = action_menu.menu(new)
        if where := inviting.stage(place):
            context.say("plain.invite.met", vacancy=vacancy, stage=where)
        elif not choices:
            context.say("invite.closed.why", vacancy=vacancy)
        else:
            number: int | None = 0
            if len(choices) > 1:
                number = await context.ask.choose(
                    vacancy, [choice_label(one) for one in choices], whole=range(len(choices))
                )
            if number is None:
                return
            action = choices[number].action
            if action.enabled:
                await self._decisions.invite(new, action, invitation)
            else:
                context.terminal.say(actions.why_disabled(context.state.view.render_context, action))
