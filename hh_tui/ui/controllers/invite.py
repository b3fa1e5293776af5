"""Inviting a candidate to another vacancy: the form, the write, and opening what came of it."""

from collections.abc import Callable, Mapping

from hh_tui.api.models import Action, Invitable, Negotiation, Resume
from hh_tui.errors import HHError, Refused
from hh_tui.inbox.decisions import action_menu
from hh_tui.inbox.decisions.forms import Form
from hh_tui.inbox.decisions.invitation import Invitation
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.single_decision import invitation_of
from hh_tui.inbox.rules.resume_link import resume_id_in
from hh_tui.inbox.snapshot import invited_log
from hh_tui.inbox.snapshot.query import Query
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.dialogs.sheet_outcome import SheetOutcome
from hh_tui.ui.events import (
    CandidateEntered,
    Decided,
    Event,
    InvitableRead,
    Invited,
    InvitedLost,
    InvitedRead,
    LoginChanged,
    ResumeSeen,
    ResumeUnknown,
)
from hh_tui.ui.invite_reads import InviteReads
from hh_tui.ui.presenters import actions, inviting, status
from hh_tui.ui.presenters.candidate import name
from hh_tui.ui.presenters.one_of_marked import alone
from hh_tui.ui.presenters.vacancy_names import names
from hh_tui.ui.sheet_opener import SheetOpener
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane

LOOK = "look"
"""The line of the picker that looks who it is."""

SHOWN_OF_ID = 8
"""Characters of a resume's id by which it is called while nobody looked who it is."""


class Invite:
    """An invitation is one operation like any other: held, sent once, settled by reading.

    `point_at` marks in the left column the list that was gone to.
    """

    def __init__(self, context: Context, sheets: SheetOpener, point_at: Callable[[Query], None]) -> None:
        self._context = context
        self._sheets = sheets
        self._point_at = point_at
        self._reads = InviteReads(context.session, context.tasks, context.post)
        self._resume_id: str | None = None
        """The resume whose vacancies are being read; an answer about another one comes too late."""
        self._invited: Invited | None = None
        self._positions: Mapping[str, object] = {}
        """Where the person was when they invited, by operation."""

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {
            "invite": self.invite,
            "invite-other": self.invite_other,
            "go-to-invited": self.go_to_invited,
        }

    def on_event(self, event: Event, before: State, after: State) -> None:
        """What the reads of inviting brought; another login has invited nobody yet."""
        match event:
            case LoginChanged():
                self._resume_id, self._invited, self._positions = None, None, {}
            case InvitableRead() if self._waits_for(event.resume):
                self._choose_place(event.resume, event.places, unseen=event.unseen)
            case ResumeSeen() if self._waits_for(event.resume):
                self._choose_place(event.resume, event.places, unseen=False)
            case ResumeUnknown():
                self._warn(self._context.render_context.tr("invite.unknown"))
            case InvitedRead():
                self._arrive(event)
            case InvitedLost():
                vacancy, key = event.invited.invitation.vacancy, self._context.keys("vacancy")
                self._warn(self._context.render_context.tr("invite.lost", vacancy=vacancy, key=key))

    def _remember(self, invitation: Invitation) -> None:
        context, key = self._context, invitation.resume_id
        log = invited_log.with_invitation(context.view.invited, key, invitation.vacancy)
        context.store.show(invited=log)
        context.disk.remember(invited_log.KIND, key, invited_log.value_of(context.clock(), log[key]))

    def _warn(self, said: str) -> None:
        self._context.windows.notify(said, severity="warning")

    # Whom and where to

    def invite(self) -> None:
        """Invite this candidate to another vacancy."""
        context, row = self._context, self._context.inbox.selected
        resume = row.negotiation.resume if row else None
        if row is None or context.may_not_decide():
            return
        if resume is None or resume.id is None:
            context.say("invite.no-resume")
            return
        self._read_places(resume, unseen=False)

    def invite_other(self) -> None:
        """Invite anyone whose resume can be named."""
        from hh_tui.ui.dialogs.ask import Ask

        context, tr = self._context, self._context.render_context.tr
        if context.may_not_decide():
            return

        def answered(resume_id: str | None) -> None:
            if resume_id is not None:
                title = tr("invite.resume", id=resume_id[:SHOWN_OF_ID])
                self._read_places(Resume(id=resume_id, last_name=title), unseen=True)

        ask = Ask(tr("invite.ask"), tr("invite.ask.hint"), tr("invite.ask.wrong"), resume_id_in)
        context.windows.push(ask, answered)

    def _read_places(self, resume: Resume, *, unseen: bool) -> None:
        context, account = self._context, self._context.inbox.account
        if account is None or account.employer is None:
            return
        self._resume_id = resume.id
        context.ask_for(self._reads.places(account.employer.id, resume, unseen=unseen))
        context.say("invite.reading", key=context.keys("back"))

    def _waits_for(self, resume: Resume) -> bool:
        context = self._context
        return self._resume_id == resume.id and context.windows.is_free and context.view.composing is None

    def _choose_place(self, resume: Resume, places: tuple[Invitable, ...], *, unseen: bool) -> None:
        context, tr = self._context, self._context.render_context.tr
        if not places:
            self._warn(tr("invite.nowhere"))
            return
        named, seen = names(context.render_context, places), context.inbox.vacancy_in_sight
        here = seen.id if seen else None
        likely = inviting.likely_place(places, here)
        items = [
            PickerItem(
                str(number),
                named[place.id],
                inviting.place_detail(tr, place, here),
                not inviting.is_open(place),
                likely=number == likely,
            )
            for number, place in enumerate(places)
        ]
        if unseen:
            items.insert(0, PickerItem(LOOK, tr("invite.look"), tr("invite.look.price")))
        context.clear_status()

        def chosen(item_id: str | None) -> None:
            if item_id == LOOK:
                context.ask_for(self._reads.resume(resume, places))
            elif item_id is not None:
                self._choose_action(resume, places[int(item_id)])

        row, called = context.inbox.selected, resume.name or tr("candidate.nameless")
        theirs = row.negotiation.resume if row else None
        negotiation_id = row.id if row and theirs and theirs.id == resume.id else ""
        whom = alone(tr, context.inbox, called, negotiation_id)
        context.pick(tr("invite.title", name=whom), items, chosen, detail=inviting.cut_short(tr, places))

    def _choose_action(self, resume: Resume, place: Invitable) -> None:
        """The action to invite by; with one there is nothing to choose."""
        context, tr, vacancy = self._context, self._context.render_context.tr, place.name or place.id
        invitation = Invitation(resume.id or "", place.id, vacancy)
        new = invitation.begun(resume, place)
        choices = action_menu.menu(new)
        if where := inviting.stage(place):
            self._invited = Invited(invitation)
            key = context.keys("go-to-invited")
            context.windows.notify(tr("invite.met.go", vacancy=vacancy, stage=where, key=key))
        elif not choices:
            self._warn(tr("invite.closed.why", vacancy=vacancy))
        elif len(choices) == 1:
            self.fill_in(new, choices[0].action, invitation)
        else:
            items = [
                PickerItem(str(number), actions.menu_line(choice).strip(), dimmed=not choice.action.enabled)
                for number, choice in enumerate(choices)
            ]

            def chosen(item_id: str | None) -> None:
                if item_id is not None:
                    self.fill_in(new, choices[int(item_id)].action, invitation)

            context.pick(vacancy, items, chosen)

    def fill_in(self, new: Negotiation, action: Action, invitation: Invitation) -> None:
        """The form, always: an invitation can cost something, and the form says so."""
        ctx = self._context.render_context
        if not action.enabled:
            self._warn(actions.why_disabled(ctx, action))
            return
        form = Form.of(action, new, invitation.vacancy_id)

        def decided(outcome: SheetOutcome) -> None:
            self._hold(new, action, invitation, outcome.body or ())

        note = ctx.tr("invite.price", vacancy=invitation.vacancy)
        self._sheets.open(form, new, invitation.vacancy, decided, note=note)

    def _hold(
        self,
        new: Negotiation,
        action: Action,
        invitation: Invitation,
        form: tuple[tuple[str, str], ...],
    ) -> None:
        context = self._context
        account = context.inbox.who(context.session.manager_account)
        operation = invitation_of(new, action, invitation, form, context.clock(), account)
        context.store.dispatch(Decided(operation))
        context.outbox.hold(operation)
        context.program.decided()
        self._positions = {**self._positions, operation.id: self._position()}

    def _position(self) -> object:
        """Where the person is, None where they are busy: they are not to be taken away from there."""
        inbox, view = self._context.inbox, self._context.view
        if not self._context.windows.is_free or view.composing is not None or view.pane is not Pane.LIST:
            return None
        row = inbox.selected
        return (inbox.vacancy_id, inbox.listing.query, inbox.listing.cursor, row.id if row else "")

    # What becomes of invitations

    def invitation_settled(self, operation: Operation, invitation: Invitation) -> None:
        """Go to the new negotiation, or say where it is to whoever is busy with something else."""
        context = self._context
        self._invited = invited = Invited(invitation, context.outbox.pop_invited(operation.id))
        self._remember(invitation)
        if operation.sprint:  # of those who were invited together the report tells
            return
        before = self._positions.get(operation.id)
        self._forget(operation)
        who = name(context.render_context, operation.negotiation)
        if before is not None and before == self._position():
            context.say("invite.going", name=who, vacancy=invitation.vacancy)
            self._reads.invited(invited, before)
        else:
            key = context.keys("go-to-invited")
            said = context.render_context.tr("invite.done", name=who, vacancy=invitation.vacancy, key=key)
            context.windows.notify(said)

    def invitation_refused(self, operation: Operation, invitation: Invitation, error: HHError) -> None:
        """Say why and what to do; where they have met already, the way there is open."""
        context = self._context
        self._forget(operation)
        if isinstance(error, Refused) and error.value in inviting.ALREADY:
            self._invited = Invited(invitation)
        if operation.sprint:
            return
        context.windows.notify(
            inviting.refusal(context.render_context.tr, error, invitation.vacancy, context.keys),
            title=status.deed(context.render_context, operation),
            severity="error",
            timeout=12,
        )

    def _forget(self, operation: Operation) -> None:
        self._positions = {key: one for key, one in self._positions.items() if key != operation.id}

    def go_to_invited(self) -> None:
        """To the negotiation that the last invitation made, or met."""
        if self._invited is None:
            self._context.say("invite.nobody")
        else:
            self._context.ask_for(self._reads.invited(self._invited, None))

    def _arrive(self, event: InvitedRead) -> None:
        """Be there, with the cursor on it; whoever began something else meanwhile stays with that."""
        context, invitation = self._context, event.invited.invitation
        if event.invited is not self._invited:
            return
        if event.position is not None and event.position != self._position():
            key = context.keys("go-to-invited")
            context.windows.notify(
                context.render_context.tr("invite.there", vacancy=invitation.vacancy, key=key)
            )
            return
        where = event.where
        context.store.dispatch(CandidateEntered(event.negotiation_id, where.board, where.query, where.pages))
        self._point_at(where.query)
        if where.alone:
            context.say("invite.alone", key=context.keys("refresh"))
