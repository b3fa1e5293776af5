"""Inviting those who were found: the vacancy, who can be invited there, the letter, and who gets it."""

from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from hh_tui.api.models import Action, Invitable, Negotiation
from hh_tui.errors import HHError
from hh_tui.inbox.decisions.invitation import Invitation
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.letters import bulk_form
from hh_tui.inbox.letters.variables import Facts, known
from hh_tui.inbox.resume_base.invite_plan import (
    Body,
    Invitee,
    InvitePlan,
    LeftOut,
    Obstacle,
    at_vacancy,
    form_for_all,
    lacking,
    met_elsewhere,
    on_their_way,
    operations,
    plan,
)
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.system.structs import replace
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.addressing import Addressing
from hh_tui.ui.dialogs.group_sheet import GroupSheet
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.dialogs.preview import Confirmed, Preview
from hh_tui.ui.dialogs.sheet_outcome import SheetOutcome
from hh_tui.ui.events import DecidedTogether
from hh_tui.ui.found_list import FoundList
from hh_tui.ui.group_form import GroupFormKeeper
from hh_tui.ui.invite_checks import InviteChecks, Places
from hh_tui.ui.presenters import batch as told
from hh_tui.ui.presenters import inviting
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.people_search import obstacle, unchecked
from hh_tui.ui.presenters.row import RowBadges
from hh_tui.ui.presenters.schedule import ahead
from hh_tui.ui.presenters.vacancy_names import names
from hh_tui.ui.previewed_letters import PreviewedLetters
from hh_tui.ui.widgets.people_list import Person

if TYPE_CHECKING:
    from hh_tui.inbox.decisions.forms import Values

FillIn = Callable[[Negotiation, Action, Invitation], None]
AskMoment = Callable[[str, Callable[[datetime], None]], None]
T = TypeVar("T")


class PeopleInviting:
    """Whoever was here before is left out before anything is sent; what goes, goes by the outbox.

    `fill_in` is the form for one person, as for anybody who is invited by a link. `ask_moment` lets a moment
    be chosen, in UTC.
    """

    def __init__(self, context: Context, found: FoundList, fill_in: FillIn, ask_moment: AskMoment) -> None:
        self._context = context
        self._found = found
        self._checks = InviteChecks(context.session)
        self._fill_in = fill_in
        self._ask_moment = ask_moment

    # Where to

    def invite(self, people: Sequence[Row]) -> None:
        """Invite these people to a vacancy that is to be chosen."""
        account = self._context.inbox.account
        if not people or self._context.may_not_decide() or account is None or account.employer is None:
            return
        employer_id, chosen = account.employer.id, [row.negotiation for row in people]
        self._found.say("people.places")
        self._ask(
            partial(self._checks.places, employer_id, chosen),
            partial(self._choose_vacancy, employer_id, chosen),
        )

    def _ask(self, read: Callable[[], Coroutine[Any, Any, T]], answered: Callable[[T], None]) -> None:
        """Ask hh.ru something that costs nothing; where it can't be asked nobody is invited."""

        def over(answer: T) -> None:
            self._found.say("people.quiet")
            answered(answer)

        def failed(error: HHError) -> None:
            self._found.say("people.invite.stopped")
            self._context.fail(error)
            self._context.locked_out(error)

        self._found.question.ask(read, over, failed, group="people-places")

    def _choose_vacancy(
        self, employer_id: str, people: Sequence[Negotiation], answer: tuple[str, Places]
    ) -> None:
        """Of several people each is asked about by itself: for others a vacancy may be open."""
        context, tr, (asked, places) = self._context, self._context.render_context.tr, answer
        if not places:
            context.windows.notify(tr("invite.nowhere"), severity="warning")
            return
        named, alone = names(context.render_context, places), len(people) == 1
        seen = context.inbox.vacancy_in_sight
        here = seen.id if seen else None
        items = [
            PickerItem(
                str(number),
                named[place.id],
                inviting.place_detail(tr, place, here)
                if alone
                else dotted((place.area.name if place.area else "", inviting.this_vacancy(tr, place, here))),
                alone and not inviting.is_open(place),
                likely=place.id == here,
            )
            for number, place in enumerate(places)
        ]

        def chosen(item_id: str | None) -> None:
            if item_id is None or self._found.is_left:
                return
            place, told = places[int(item_id)], partial(self._tell_how_far, len(people))
            read = partial(self._checks.each, employer_id, people, place.id, {asked: places}, told)
            self._ask(read, partial(self._found_out, people, place))

        title = tr("people.invite.where", n=len(people))
        context.pick(title, items, chosen, detail=inviting.cut_short(tr, places))

    def _tell_how_far(self, people: int, done: int, failed: int) -> None:
        key = "people.checking.failed" if failed else "people.checking"
        self._found.say(key, done=done, n=people, failed=failed)

    def _found_out(self, people: Sequence[Negotiation], place: Invitable, answers: dict[str, Places]) -> None:
        vacancy = (place.id, place.name or place.id)
        pending = on_their_way(self._context.writes)
        chosen = plan(people, at_vacancy(answers, place.id), vacancy, None, pending)
        self._go_on(replace(chosen, met=met_elsewhere(answers, place.id)), vacancy[1])

    # The letter

    def _go_on(self, chosen: InvitePlan, vacancy: str) -> None:
        """The form: one's own for one person, one for all for several."""
        context, tr = self._context, self._context.render_context.tr
        if not chosen.invitees:
            known = [one for one in chosen.left_out if one.obstacle is not Obstacle.UNKNOWN]
            why = [*dict.fromkeys(obstacle(tr, one) for one in known)]
            if names := self._unchecked(chosen):
                why.append(f"{tr('people.obstacle.unknown')}: {names}")
            told = tr("people.invite.nobody", vacancy=vacancy, why="; ".join(why))
            context.windows.notify(told, severity="warning")
        elif len(chosen.invitees) == 1 and not chosen.left_out:
            one = chosen.invitees[0]
            self._fill_in(one.new, one.action, one.invitation)
        else:
            self._open_sheet(chosen, vacancy)

    def _unchecked(self, chosen: InvitePlan) -> str:
        """Those whom hh.ru said nothing about, by name."""
        people = [one.negotiation for one in chosen.left_out if one.obstacle is Obstacle.UNKNOWN]
        return unchecked(self._context.render_context, people)

    def _facts(self, vacancy: str, negotiation: Negotiation) -> Facts:
        return known(self._context.inbox.account, vacancy, negotiation)

    def _open_sheet(self, chosen: InvitePlan, vacancy: str, typed: "Values | None" = None) -> None:
        context, ctx = self._context, self._context.render_context
        tr, people, first = ctx.tr, chosen.invitees, chosen.invitees[0]
        key = bulk_form.place(first.action.id)
        ids = [one.new.id for one in people]
        kept = context.inbox.sheets.get(key, {})
        values = bulk_form.unmarked(kept) if typed is None else typed
        account = context.inbox.account
        facts = {name: value for name, value in self._facts(vacancy, first.new).items() if name != "name"}

        def lacking_of(own: frozenset[str]) -> int:
            return sum(any(not self._facts(vacancy, one.new).get(name) for name in own) for one in people)

        def left(outcome: SheetOutcome | None) -> None:
            if outcome is not None and outcome.body is not None and not self._found.is_left:
                self._preview(chosen, vacancy, outcome, outcome.body)

        notes = [tr("invite.price", vacancy=vacancy)]
        unknown = self._unchecked(chosen)
        if others := sum(one.obstacle is not Obstacle.UNKNOWN for one in chosen.left_out):
            notes.append(tr("people.invite.left-out", n=others))
        if unknown:
            notes.append(tr("people.invite.unchecked", who=unknown))
        if words := told.begun_words(tr, context.keys, kept, ids, is_back=typed is not None):
            notes.append(words)
        same = tr("batch.one-letter", n=len(people), key=context.keys("sheet-personal"))
        sheet = GroupSheet(
            Addressing(len(people), facts, lacking_of, same, tr),
            form_for_all(first),
            dotted((tr("batch.people", n=len(people)), vacancy)),
            values,
            account.employer.id if account and account.employer else None,
            context.session,
            tr,
            context.keys,
            GroupFormKeeper(context, first.action, ids, values).keep,
            note="\n".join(notes),
            when=partial(self._ask_moment, tr("later.title")),
        )
        context.windows.push(sheet, left)

    # Who gets it

    def _preview(self, chosen: InvitePlan, vacancy: str, outcome: SheetOutcome, body: Body) -> None:
        """Whoever does not confirm goes back to the form, as it was left."""
        context, ctx, moment = self._context, self._context.render_context, outcome.not_before
        account = context.inbox.who(context.session.manager_account)
        facts = partial(self._facts, vacancy)
        made = operations(chosen.invitees, body, facts, context.clock(), account)
        going, tr = tuple(made.values()), ctx.tr
        if not going:
            context.windows.notify(tr("batch.nobody-named"), severity="warning")
            return
        without = lacking(chosen.invitees, body)
        known = {*made, *(one.negotiation.resume.id for one in without if one.negotiation.resume)}
        unnamed = [one for one in chosen.invitees if one.invitation.resume_id not in known]

        def title(places: Sequence[int]) -> str:
            at = ahead(ctx, moment) if moment is not None else ""
            one = len(places) == 1  # what is done to one person names the vacancy
            deed = told.deed(ctx, going[places[0] if one else 0], len(places) or told.MANY)
            return dotted((deed, "" if one else vacancy, at))

        def answered(confirmed: Confirmed | None) -> None:
            if self._found.is_left:
                return
            if confirmed is None:
                self._open_sheet(chosen, vacancy, outcome.left)
            else:
                at = confirmed.not_before or moment
                decided = [replace(going[place], not_before=at) for place in confirmed.places]
                self._hold(decided, self._unchecked(chosen))

        letters = PreviewedLetters(context, going)
        preview = Preview(
            title,
            [Person(one.negotiation, RowBadges(), beside=self._met(chosen, one)) for one in going],
            letters.letter,
            ctx,
            context.keys,
            partial(self._ask_moment, tr("later.title")),
            skipped=[*self._unnamed(unnamed), *self._left_out((*chosen.left_out, *without))],
            beside=letters.beside,
            is_over=lambda: moment is not None and moment <= context.clock(),
        )
        context.windows.push(preview, answered)
        letters.read_addresses(preview.see_addresses)

    def _met(self, chosen: InvitePlan, one: Operation) -> str:
        """Where else somebody is who is about to be invited."""
        key = one.invitation.resume_id if one.invitation is not None else ""
        return "; ".join(f"{vacancy}: {stage}" for vacancy, stage in chosen.met.get(key, ()))

    def _unnamed(self, people: Sequence[Invitee]) -> list[Person]:
        why = self._context.render_context.tr("preview.unnamed")
        return [Person(one.new, RowBadges(), why, can=False) for one in people]

    def _left_out(self, people: Sequence[LeftOut]) -> list[Person]:
        tr = self._context.render_context.tr
        return [Person(one.negotiation, RowBadges(), obstacle(tr, one), can=False) for one in people]

    def _hold(self, chosen: list[Operation], left: str) -> None:
        """Into the outbox, where all of it can be taken back; those `left` unchecked stay marked."""
        context = self._context
        if len(chosen) == 1:
            chosen = [replace(chosen[0], sprint="")]
        with context.store.at_once():
            context.store.dispatch(DecidedTogether(tuple(chosen)))
            context.disk.texts_changed()
            context.outbox.hold(*chosen)
            context.program.decided()
        if left:
            self._found.say("people.invited.others-not", n=len(chosen), who=left)
        else:
            # The countdown tells what waits, and for how long it can be taken back.
            self._found.say("people.quiet")
