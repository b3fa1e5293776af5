"""Inviting: whom, where to, with which letter, and the way to what came of it."""

from collections.abc import Mapping
from uuid import uuid4

from textual import on

from hh_tui.api.models import Action, Invitable, Negotiation, Resume
from hh_tui.errors import HHError, Refused
from hh_tui.inbox.decisions import action_menu, optimistic
from hh_tui.inbox.decisions.forms import Form
from hh_tui.inbox.decisions.invitation import Invitation
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.rules.resume_link import resume_id_in
from hh_tui.inbox.snapshot.query import Query
from hh_tui.ui.dialogs.ask import Ask
from hh_tui.ui.dialogs.picker import Item
from hh_tui.ui.dialogs.sheet_outcome import Outcome
from hh_tui.ui.presenters import actions, inviting, status
from hh_tui.ui.presenters.candidate import name
from hh_tui.ui.screens.inviting_reads import (
    HeadRead,
    InvitingReads,
    PlacesRead,
    Unknown,
    Way,
    WayLost,
    WayRead,
)
from hh_tui.ui.view import Level

HEAD = "head"
SHOWN_OF_ID = 8
"""Characters of a resume's id by which it is called while nobody looked who it is."""


class InvitingScreen(InvitingReads):
    """An invitation is one operation like any other: held, sent once, settled by reading."""

    _whom: str | None = None
    """The resume whose vacancies are being read; an answer about another one comes too late."""

    _way: Way | None = None
    _positions: Mapping[str, object] = {}
    """Where the person was when they invited, by operation."""

    def action_invite(self) -> None:
        """Invite this candidate to another vacancy."""
        row = self.inbox.selected
        resume = row.negotiation.resume if row else None
        if row is None or self.can_not_decide():
            return
        if resume is None or resume.id is None:
            self.say("invite.no-resume")
            return
        self._read_places(resume, spare=False)

    def action_invite_other(self) -> None:
        """Invite anyone whose resume can be named."""
        if self.can_not_decide():
            return
        tr = self.lens.tr

        def answered(resume_id: str | None) -> None:
            if resume_id is not None:
                title = tr("invite.resume", id=resume_id[:SHOWN_OF_ID])
                self._read_places(Resume(id=resume_id, last_name=title), spare=True)

        ask = Ask(tr("invite.ask"), tr("invite.ask.hint"), tr("invite.ask.wrong"), resume_id_in)
        self.app.push_screen(ask, answered)

    def _read_places(self, resume: Resume, *, spare: bool) -> None:
        account = self.inbox.account
        if account is None or account.employer is None:
            return
        self._whom = resume.id
        self.ask_for(self.read_places(account.employer.id, resume, spare=spare))
        self.say("invite.reading", key=self.keys("back"))

    @on(PlacesRead)
    def places_read(self, message: PlacesRead) -> None:
        """Let the person choose, if they still wait for it."""
        if self._waits_for(message.resume):
            self._choose_place(message.resume, message.places, spare=message.spare)

    @on(HeadRead)
    def head_read(self, message: HeadRead) -> None:
        """Now with a name."""
        if self._waits_for(message.resume):
            self._choose_place(message.resume, message.places, spare=False)

    @on(Unknown)
    def unknown(self) -> None:
        """A link to nobody."""
        self.notify(self.lens.tr("invite.unknown"), severity="warning", markup=False)

    def _waits_for(self, resume: Resume) -> bool:
        return self._whom == resume.id and self.is_active and self.composing is None

    def _choose_place(self, resume: Resume, places: tuple[Invitable, ...], *, spare: bool) -> None:
        tr = self.lens.tr
        if not places:
            self.notify(tr("invite.nowhere"), severity="warning", markup=False)
            return
        items = [
            Item(str(number), place.name or place.id, inviting.aside(tr, place), not inviting.is_open(place))
            for number, place in enumerate(places)
        ]
        if spare:
            items.insert(0, Item(HEAD, tr("invite.look"), tr("invite.look.price")))
        self.said = ""

        def chosen(item_id: str | None) -> None:
            if item_id == HEAD:
                self.ask_for(self.read_head(resume, places))
            elif item_id is not None:
                self._choose_way(resume, places[int(item_id)])

        who = resume.name or self.lens.tr("candidate.nameless")
        self.pick(tr("invite.title", name=who), items, chosen)

    def _choose_way(self, resume: Resume, place: Invitable) -> None:
        """The action to invite by; with one there is nothing to choose."""
        tr, vacancy = self.lens.tr, place.name or place.id
        invitation = Invitation(resume.id or "", place.id, vacancy)
        offered = {"actions": place.negotiations_actions, "templates": place.templates}
        new = invitation.begun(resume).model_copy(update=offered)
        choices = action_menu.menu(new)
        if where := inviting.stage(place):
            self._way = Way(invitation)
            said = tr("invite.met.go", vacancy=vacancy, stage=where, key=self.keys("go-to-invited"))
            self.notify(said, markup=False)
        elif not choices:
            self.notify(tr("invite.closed.why", vacancy=vacancy), severity="warning", markup=False)
        elif len(choices) == 1:
            self.fill_in(new, choices[0].action, invitation)
        else:
            items = [
                Item(str(number), actions.menu_line(choice).strip(), dimmed=not choice.action.enabled)
                for number, choice in enumerate(choices)
            ]

            def chosen(item_id: str | None) -> None:
                if item_id is not None:
                    self.fill_in(new, choices[int(item_id)].action, invitation)

            self.pick(vacancy, items, chosen)

    def fill_in(self, new: Negotiation, action: Action, invitation: Invitation) -> None:
        """The form, always: an invitation can cost something, and the form says so."""
        if not action.enabled:
            self.notify(actions.why_disabled(self.lens, action), severity="warning", markup=False)
            return
        form = Form.of(action, new, invitation.vacancy_id)

        def decided(outcome: Outcome) -> None:
            self._invite(new, action, invitation, outcome.body or ())

        note = self.lens.tr("invite.price", vacancy=invitation.vacancy)
        self.sheets.open(form, new, invitation.vacancy, decided, note=note)

    def _invite(
        self,
        new: Negotiation,
        action: Action,
        invitation: Invitation,
        form: tuple[tuple[str, str], ...],
    ) -> None:
        source = Query(invitation.vacancy_id, "", "")
        operation = Operation(
            uuid4().hex,
            source,
            new,
            action,
            form,
            self.clock(),
            account=self.inbox.who(self.worker.manager_account),
            invitation=invitation,
        )
        self.inbox = optimistic.applied(self.inbox, operation)
        self.hold(operation)
        self._positions = {**self._positions, operation.id: self._position()}

    def _position(self) -> object:
        """Where the person is, None where they are busy: they are not to be taken away from there."""
        inbox = self.inbox
        if not self.is_active or self.composing is not None or self.level is not Level.LIST:
            return None
        row = inbox.selected
        return (inbox.vacancy_id, inbox.listing.query, inbox.listing.cursor, row.id if row else "")

    # What becomes of invitations: called by the screen when the app has told it

    def invitation_settled(self, operation: Operation, invitation: Invitation) -> None:
        """Go to the new negotiation, or say where it is to whoever is busy with something else."""
        self._way = way = Way(invitation, self.worker.invited.pop(operation.id, None))
        before = self._positions.get(operation.id)
        self._positions = {key: one for key, one in self._positions.items() if key != operation.id}
        who = name(self.lens, operation.negotiation)
        if before is not None and before == self._position():
            self.say("invite.going", name=who, vacancy=invitation.vacancy)
            self.read_way(way, before)
        else:
            key = self.keys("go-to-invited")
            said = self.lens.tr("invite.done", name=who, vacancy=invitation.vacancy, key=key)
            self.notify(said, markup=False)

    def invitation_refused(self, operation: Operation, invitation: Invitation, error: HHError) -> None:
        """Say why and what to do; where they have met already, the way there is open."""
        self._positions = {key: one for key, one in self._positions.items() if key != operation.id}
        if isinstance(error, Refused) and error.value in inviting.ALREADY:
            self._way = Way(invitation)
        self.notify(
            inviting.refusal(self.lens.tr, error, invitation.vacancy, self.keys),
            title=status.deed(self.lens, operation),
            severity="error",
            timeout=12,
            markup=False,
        )

    def action_go_to_invited(self) -> None:
        """To the negotiation that the last invitation made, or met."""
        if self._way is None:
            self.say("invite.nobody")
        else:
            self.ask_for(self.read_way(self._way, None))

    @on(WayLost)
    def way_lost(self, message: WayLost) -> None:
        """It is there, but where can't be read."""
        said = self.lens.tr("invite.lost", vacancy=message.way.invitation.vacancy, key=self.keys("vacancy"))
        self.notify(said, severity="warning", markup=False)

    @on(WayRead)
    def way_read(self, message: WayRead) -> None:
        """Be there, with the cursor on it; whoever began something else meanwhile stays with that."""
        invitation = message.way.invitation
        if message.way is not self._way:
            return
        if message.position is not None and message.position != self._position():
            key = self.keys("go-to-invited")
            self.notify(self.lens.tr("invite.there", vacancy=invitation.vacancy, key=key), markup=False)
            return
        self.composing = None
        inbox = self.inbox.in_vacancy(invitation.vacancy_id).with_board(invitation.vacancy_id, message.board)
        inbox = inbox.in_collection(message.query).with_page(message.query, message.page)
        index = inbox.rows.index_of(message.page.items[message.place].id)
        self.inbox = inbox.moved_to(message.place if index is None else index)
        self._page_wanted = None
        self.entries(Level.VACANCIES).point_at(invitation.vacancy_id)
        self.entries(Level.COLLECTIONS).point_at(message.query.url)
        self.level = Level.LIST
        if message.alone:
            self.say("invite.alone", key=self.keys("refresh"))
