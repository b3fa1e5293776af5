"""The sprint that is open or was left: what is chosen in it, and the same on the disk."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Final

from msgspec import Struct, field

from hh_tui.api.limits import PER_PAGE
from hh_tui.api.models import Negotiation
from hh_tui.errors import NotFound, Refused
from hh_tui.inbox.decisions import sprint_texts, target
from hh_tui.inbox.decisions.action_menu import kind_of
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.outbox import Outbox, Stage
from hh_tui.inbox.decisions.sprint import Sprint, SprintChoice
from hh_tui.inbox.decisions.sprint_losses import SprintLoss, overtaken, own_letters
from hh_tui.inbox.decisions.sprint_texts import KIND, WHOLE, KeptSprint
from hh_tui.inbox.decisions.target import Target
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.system.structs import replace
from hh_tui.ui.context import Context
from hh_tui.ui.sprint_letters import give_back

MORE_PAGES: Final = 5
"""Pages read at most beyond those that everybody in a sprint would fill: others have come in since."""


class _State(Struct, frozen=True):
    """A sprint with its list, and the rows by which its people are known; `written` once it is on disk.

    `account` is the working account it was begun in, `reached` the rows of the list as far as they are in it.
    `targets` are those of a list over several vacancies, by negotiation: no other list has them.
    """

    query: Query
    account: str
    is_marked: bool
    rows: Mapping[str, Row]
    sprint: Sprint
    written: bool = False
    reached: Sequence[Row] = ()
    targets: Mapping[str, Target] = field(default_factory=dict)


class OpenSprint:
    """Every change is on its way to the disk when `change` returns.

    A choice that was handed over to the outbox stays on the disk until it stands in the journal.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._state: _State | None = None
        self._confirmed: _State | None = None
        """The one that was handed over last."""
        self._handed: set[str] = set()

    @property
    def sprint(self) -> Sprint | None:
        """What was chosen so far; None where there is no sprint."""
        return self._state.sprint if self._state is not None else None

    @property
    def query(self) -> Query | None:
        """The list it goes through."""
        return self._state.query if self._state is not None else None

    @property
    def is_marked(self) -> bool:
        """Whether it goes through those marked in the list only."""
        return self._state is not None and self._state.is_marked

    def begin(self, query: Query, rows: Iterable[Row], place: int, *, marked: bool) -> None:
        """One page for each of these rows."""
        known = {row.id: row for row in rows}
        sprint = Sprint(tuple(known), min(place, len(known)))
        targets = self._targets(query, known.values())
        self._set(_State(query, self.account, marked, known, sprint, targets=targets))

    def _targets(self, query: Query, rows: Iterable[Row]) -> dict[str, Target]:
        if not query.is_across:
            return {}
        found = (target.in_list(self._context.inbox, row.negotiation) for row in rows)
        return {one.negotiation.id: one for one in found if one is not None}

    def _set(self, state: _State | None) -> None:
        self._state = state
        self._context.store.show(sprint_choices=len(state.sprint.choices) if state is not None else 0)

    @property
    def is_of_another_account(self) -> bool:
        """Whether it was begun in another working account than the one in use."""
        return self._state is not None and self._state.account != self.account

    def drop_departed(self) -> SprintLoss:
        """Nothing is chosen any more for those who were decided on elsewhere since."""
        inbox, state = self._context.inbox, self._state
        if state is None:
            return SprintLoss()
        gone = set(overtaken(inbox.pending.values(), state.sprint.choices))
        for key, one in state.sprint.choices.items():
            if inbox.departed.get(key, 0) > one.epoch:
                gone.add(key)
        sent = (one.operation for one in self._context.outbox.finished)
        return self._drop(state.sprint, gone, [*inbox.pending.values(), *sent])

    def _drop(self, sprint: Sprint, gone: set[str], overtaking: Iterable[Operation]) -> SprintLoss:
        """Nothing is chosen any more for these; letters of their own are drafts by then."""
        if not gone:
            return SprintLoss()
        lost = {key: one for key, one in sprint.choices.items() if key in gone}
        people = {key: one.target.negotiation for key, one in lost.items()}
        names = give_back(self._context, own_letters(lost, overtaking), people)
        self.change(sprint.without_choice(*gone))
        return SprintLoss(len(gone), names)

    def reach(self, rows: Sequence[Row]) -> None:
        """The list has more rows by now."""
        state = self._state
        if state is None or state.is_marked or rows is state.reached:
            return
        self._state = state = replace(state, reached=rows)
        known = set(state.sprint.people)
        fresh = {row.id: row for row in rows if row.id not in known}
        if fresh:
            targets = {**state.targets, **self._targets(state.query, fresh.values())}
            self._state = replace(state, rows={**state.rows, **fresh}, targets=targets)
            self.change(state.sprint.reaching(fresh))

    @property
    def in_sight(self) -> Target | None:
        """The candidate whose page it is; None at the end."""
        key = self.sprint.current if self.sprint is not None else None
        return self.seen(key) if key is not None else None

    def seen(self, negotiation_id: str) -> Target | None:
        """A candidate as the list shows them now, or as they were seen in it last."""
        inbox, state = self._context.inbox, self._state
        if state is None:
            return None
        place, chosen = inbox.listing.rows.index_of(negotiation_id), state.sprint.choices.get(negotiation_id)
        row = state.rows.get(negotiation_id) if place is None else inbox.listing.rows[place]
        found = target.in_list(inbox, row.negotiation) if row is not None else None
        if found is not None or row is None or state.query.is_across:
            return found or (chosen.target if chosen is not None else state.targets.get(negotiation_id))
        return Target(row.negotiation, state.query, inbox.listing.seen.get(negotiation_id))

    # Changes, and the disk

    def change(self, sprint: Sprint) -> None:
        """Another state of it."""
        state = self._state
        if state is None:
            return
        sprint = sprint.stamped(self._context.clock(), self._context.inbox.epoch)
        before, written = state.sprint if state.written else Sprint(), state.written or sprint.is_begun
        self._set(replace(state, sprint=sprint, written=written))
        if not written:
            return
        if before.people != sprint.people:
            self._keep_whole(state, sprint)
        passed = before.passed ^ sprint.passed
        keys = {*before.choices, *sprint.choices, *passed}
        others = [
            key for key in keys if key in passed or before.choices.get(key) is not sprint.choices.get(key)
        ]
        self._remember_all(state.account, {key: self._text(key, sprint) for key in others})

    def _keep_whole(self, state: _State, sprint: Sprint) -> None:
        now = self._context.clock()
        lists = {key: one.source for key, one in state.targets.items()}
        text = sprint_texts.whole_text(now, state.query, sprint.people, lists, is_marked=state.is_marked)
        self._remember(state.account, WHOLE, text)

    def _text(self, key: str, sprint: Sprint) -> str:
        now, choice = self._context.clock(), sprint.choices.get(key)
        text = sprint_texts.passed_text(now) if key in sprint.passed else ""
        return sprint_texts.choice_text(now, choice) if choice else text

    def _remember(self, account: str, key: str, text: str) -> None:
        self._remember_all(account, {key: text})

    def _remember_all(self, account: str, texts: Mapping[str, str]) -> None:
        """In one transaction, however many there are."""
        if texts:
            named = {sprint_texts.key_of(account, key): text for key, text in texts.items()}
            self._context.disk.remember_all(KIND, named)

    @property
    def account(self) -> str:
        """The working account in use."""
        return self._context.inbox.who(self._context.session.manager_account)

    def clear(self) -> None:
        """Nothing of it is known here any more; what is on the disk stays."""
        self._confirmed, self._handed = None, set()
        self._set(None)

    def discard(self) -> None:
        """It is over, and nothing is left of it anywhere, but for what is not in the journal yet."""
        staying = {*self._handed, WHOLE} if self._handed else set[str]()
        account = self._state.account if self._state is not None else self.account
        kept = sprint_texts.kept_by(account, self._context.disk.remembered(KIND))
        self._remember_all(account, {key: "" for key in kept if key not in staying})
        self._set(None)

    # The outbox

    def hand_over(self, operations: Sequence[Operation]) -> None:
        """These are the outbox' from now on."""
        self._confirmed = self._state
        self._handed |= {one.negotiation.id for one in operations}
        self.discard()

    def on_outbox(self, outbox: Outbox) -> SprintLoss:
        """What stands in the journal is forgotten here; what was made again there is not chosen here."""
        ours = [one for one in outbox.entries if one.operation.sprint]
        account = self._confirmed.account if self._confirmed is not None else self.account
        if self._handed:
            waiting = {one.operation.negotiation.id for one in ours if not one.saved}
            self._remember_all(account, dict.fromkeys(self._handed - waiting, ""))
            self._handed &= waiting
            if not self._handed and self._state is None:
                self.discard()
        if self.sprint is None or not self.sprint.is_begun:
            return SprintLoss()
        open_ = [one.operation for one in ours if one.stage not in {Stage.FAILED, Stage.DROPPED}]
        return self._drop(self.sprint, overtaken(open_, self.sprint.choices), open_)

    def taken_back(self, operations: Sequence[Operation]) -> None:
        """They are chosen again, and none of it has gone; who was confirmed with them and has is left out.

        A choice is as old as its operation: it counts as decided on where that is in the journal still.
        """
        chosen = {one.negotiation.id: one for one in operations if one.action is not None}
        self._handed -= chosen.keys()
        epoch = self._context.inbox.epoch
        state, self._confirmed = self._state or self._confirmed, None
        if state is None:
            state = _State(operations[0].source, operations[0].account or self.account, False, {}, Sprint())
        gone = set() if state is self._state else state.sprint.choices.keys() - chosen.keys()
        choices = {key: one for key, one in state.sprint.choices.items() if key not in gone}
        for key, one in chosen.items():
            seen, before = Target(one.negotiation, one.source, one.seen_at), state.sprint.choices.get(key)
            if one.action is not None:
                own = before is not None and before.own
                choices[key] = SprintChoice(seen, one.action, one.form, own, one.decided_at, epoch)
        people = dict.fromkeys((*(one for one in state.sprint.people if one not in gone), *chosen))
        passed = state.sprint.passed - choices.keys()
        sprint = Sprint(tuple(people), choices=choices, passed=passed).at_first_open()
        self._state = replace(state, sprint=Sprint(), written=False)
        self.change(sprint)
        if self.is_of_another_account:
            self.clear()

    def differs(self, operations: Sequence[Operation], taken_back: bool) -> bool:
        """Whether it has another choice than these for one of them; nothing differs without it.

        Of those `taken_back` into it, one whose choice was taken out there since differs, too.
        """
        if (sprint := self.sprint) is None:
            return False
        ours = [one for one in operations if one.sprint and one.invitation is None]
        known = sprint.people if taken_back else sprint.choices
        return any(one.negotiation.id in known and not sprint.has(one) for one in ours)

    # An earlier run

    def kept(self) -> KeptSprint | None:
        """What an earlier run left in this account and did not hand over; None where nothing is left."""
        context = self._context
        kept = sprint_texts.kept_sprint(self.account, context.disk.remembered(KIND))
        if kept is None:
            return None
        outbox = context.outbox
        ours = [one.operation for one in outbox.outbox.entries if one.operation.sprint]
        for one in outbox.finished:
            action, choice = one.operation.action, kept.choices.get(one.operation.negotiation.id)
            done = one.stage is Stage.DONE and one.operation.sprint
            if done and action is not None and choice is not None and choice.kind == kind_of(action):
                ours.append(one.operation)
        gone = overtaken(ours, kept.choices)
        left = {key: one for key, one in kept.choices.items() if key not in gone}
        people = tuple(one for one in kept.people if one not in gone)
        return replace(kept, people=people, choices=left) if left else None

    async def find(self, kept: KeptSprint) -> Mapping[str, Negotiation]:
        """Everybody in it as they are now, by pages of their lists; who was chosen is looked up alone, too.

        None of it counts as viewing anybody. Raises HHError; also where hh.ru refused to show somebody and
        nobody at all was found, which need not stay so: what was chosen is kept then.
        """
        found: dict[str, Negotiation] = {}
        refused: Refused | None = None
        wanted = set(kept.people)
        sources = (kept.source, *kept.lists.values(), *(one.source for one in kept.choices.values()))
        for query in dict.fromkeys(sources):
            if not query.is_across:
                found |= await self._in_list(query, wanted - found.keys())
        session = self._context.session
        for key in sorted(kept.choices.keys() - found.keys()):
            try:
                found[key] = await session.read(partial(session.client.negotiations.one, key))
            except Refused as error:
                if not _is_closed(error):
                    raise
                refused = error
        if refused is not None and not found:
            raise refused
        return found

    async def _in_list(self, query: Query, wanted: set[str]) -> dict[str, Negotiation]:
        """Who of them is in a list; nobody where hh.ru does not show it any more."""
        session, found = self._context.session, dict[str, Negotiation]()
        for number in range(len(wanted) // PER_PAGE + MORE_PAGES if wanted else 0):
            try:
                page = await session.read(
                    partial(session.client.negotiations.page, query.url, number), what="page"
                )
            except Refused as error:
                if not _is_closed(error):
                    raise
                break
            found |= {one.id: one for one in page.items if one.id in wanted}
            if page.is_last or len(found) == len(wanted):
                break
        return found

    def resume(self, kept: KeptSprint, found: Mapping[str, Negotiation]) -> SprintLoss:
        """Go on with it; choices are left out whose candidates have moved on."""
        now, epoch = self._context.clock(), self._context.inbox.epoch
        sprint = sprint_texts.recalled(kept, found, now)
        choices = {key: replace(one, at=one.at or now, epoch=epoch) for key, one in sprint.choices.items()}
        sprint = replace(sprint, choices=choices)
        rows = {key: Row(place, found[key]) for place, key in enumerate(sprint.people)}
        lists = {key: one for key, one in kept.lists.items() if key in found}
        targets = {key: Target(found[key], one, now) for key, one in lists.items()}
        marked = kept.is_marked
        self._set(_State(kept.source, kept.account, marked, rows, sprint, written=True, targets=targets))
        lost = {key: one for key, one in kept.choices.items() if key not in sprint.choices}
        names = give_back(self._context, own_letters(lost), found)
        self._remember_all(kept.account, dict.fromkeys(lost, ""))
        return SprintLoss(len(lost), names)


def _is_closed(error: Refused) -> bool:
    """Whether there is nothing to see any more, or not for this account."""
    return isinstance(error, NotFound) or (type(error) is Refused and error.status == 403)
