"""Marking by a rule: whom it fires on is seen before anybody is marked, and nothing is sent by it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.inbox.snapshot.listing import NEAR
from hh_tui.inbox.triage import saved_rules
from hh_tui.inbox.triage.sample import RuleSample
from hh_tui.inbox.triage.saved_rules import KIND, SavedRule
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.events import Event, PageRead, PortionRead, ReadFailed, VacancyLooked
from hh_tui.ui.presenters import actions
from hh_tui.ui.presenters.list_title import total
from hh_tui.ui.state_store import State
from hh_tui.worker.priority_semaphore import Urgency

if TYPE_CHECKING:
    from hh_tui.ui.dialogs.rule_form import RuleForm, Tried

Find = Callable[[Sequence[ActionChoice]], ActionChoice | None]


class Mark(Protocol):
    """Marks candidates of the list by their ids."""

    def __call__(self, ids: Sequence[str], *, alone: bool) -> None:
        """With those marked before, or `alone`."""


NEW = "new"
"""The line of the picker that begins another rule."""


class Rules:
    """`offered` is what can be done with those marked, `act` opens the form of what is found
    among it; it tells None where nobody is marked, and never means the candidate under the cursor.
    `fill` chooses what is found for these negotiations in a sprint, `read_ahead` wants the list to be known
    as far as a row."""

    def __init__(
        self,
        context: Context,
        *,
        mark: Mark,
        offered: Callable[[], Sequence[ActionChoice]],
        act: Callable[[Find], bool | None],
        fill: Callable[[Sequence[str], Find], None],
        read_ahead: Callable[[int], None],
    ) -> None:
        self._context = context
        self._mark = mark
        self._offered = offered
        self._act = act
        self._fill = fill
        self._read_ahead = read_ahead
        self._form: RuleForm | None = None
        """The form in which a rule is typed."""
        self._is_loading = False

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"rules": self.open}

    @property
    def _kept(self) -> tuple[SavedRule, ...]:
        texts, vacancy = self._context.disk.remembered(KIND), self._context.inbox.vacancy_in_sight
        return saved_rules.of_vacancy(saved_rules.from_texts(texts), vacancy.id if vacancy else "")

    def open(self) -> None:
        """Choose one of the kept rules, or begin one where none is kept."""
        context, kept = self._context, self._kept
        if not len(context.inbox.rows):
            context.say("marks.nobody")
            return
        if not kept:
            self._edit()
            return
        tr = context.render_context.tr
        places = {True: "", False: tr("rule.everywhere")}
        items = [
            PickerItem(
                str(number), one.name, "  ".join(filter(None, (one.typed, places[bool(one.vacancy_id)])))
            )
            for number, one in enumerate(kept)
        ]
        items.append(PickerItem(NEW, tr("rule.new")))

        def chosen(item_id: str | None) -> None:
            if item_id is not None:
                self._edit(None if item_id == NEW else kept[int(item_id)])

        context.pick(tr("rule.kept"), items, chosen)

    def _edit(self, rule: SavedRule | None = None) -> None:
        from hh_tui.ui.dialogs.rule_form import RuleForm

        context = self._context
        self._is_loading, part = False, not context.inbox.listing.complete
        self._form = RuleForm(
            context.render_context,
            RuleSample(context.inbox.rows, context.view.labels),
            context.keys,
            keep=partial(self._ask_name, rule),
            load=self._load,
            forget=partial(self._forget, rule) if rule is not None else None,
            typed=rule.typed if rule else "",
            actions=tuple(dict.fromkeys(actions.name(one.action) for one in self._offered())),
            note=self._loaded("rule.part") if part else "",
        )
        context.windows.push(self._form, self._tried)

    def _loaded(self, key: str) -> str:
        """How many of the list are loaded, in the words of this key."""
        context, inbox = self._context, self._context.inbox
        loaded, found = len(inbox.listing.rows), inbox.listing.found
        every = max(loaded, found) if found is not None else total(inbox) or "?"
        return context.render_context.tr(key, loaded=loaded, n=every, key=context.keys("rule-load"))

    def _load(self) -> None:
        """Read on until the list is whole: nobody is marked by that."""
        context, listing = self._context, self._context.inbox.listing
        self._is_loading = True
        if listing.error is None or listing.query is None or listing.query.is_across:
            self._go_on()
        else:
            context.reads.page(listing.query, listing.next_page, Urgency.NOW, context.inbox.epoch)

    def _go_on(self) -> None:
        context, form, listing = self._context, self._form, self._context.inbox.listing
        if form is None or not self._is_loading:
            return
        if listing.complete:
            self._is_loading = False
            form.see(RuleSample(context.inbox.rows, context.view.labels), "")
        elif listing.error is not None:
            self._is_loading = False
            form.tell(self._loaded("rule.load.broken"))
        else:
            form.tell(self._loaded("rule.loading"))
            self._read_ahead(len(listing.rows) + NEAR)

    def on_event(self, event: Event, _: State, after: State) -> None:
        """A page leads to the next one; once the form is closed, no further page is read."""
        if isinstance(event, PageRead | PortionRead | ReadFailed | VacancyLooked):
            self._go_on()

    def _tried(self, tried: "Tried | None") -> None:
        """Mark them, then go on with the action of the rule where it has one: it is about nobody else.

        Or choose it for them in a sprint, where each choice can be changed before anything is sent.
        """
        self._form, self._is_loading = None, False
        if tried is None:
            return
        context = self._context
        if tried.into_sprint:
            self._fill(tried.ids, partial(_only, tried.rule.action))
            return
        self._mark(tried.ids, alone=bool(name := tried.rule.action))
        done = self._act(partial(_only, name)) if name else True
        if done is None:
            context.say("rule.gone")
        elif not done:
            key = "rule.several-actions" if actions.called(name, self._offered()) else "rule.no-action"
            context.say(key, name=name, key=context.keys("actions"))

    # Kept rules

    def _ask_name(self, rule: SavedRule | None, typed: str) -> None:
        from hh_tui.ui.dialogs.prompt import Prompt

        context, tr = self._context, self._context.render_context.tr

        def named(name: str | None) -> None:
            if name is not None:
                self._ask_where(name, typed)

        context.windows.push(Prompt(tr("rule.name"), tr("rule.name.hint"), rule.name if rule else ""), named)

    def _ask_where(self, name: str, typed: str) -> None:
        context, tr, vacancy = (
            self._context,
            self._context.render_context.tr,
            self._context.inbox.vacancy_in_sight,
        )
        items = [PickerItem("", tr("rule.for-all"))]
        if vacancy is not None:
            items.insert(0, PickerItem(vacancy.id, tr("rule.for-vacancy", name=vacancy.name)))

        def chosen(vacancy_id: str | None) -> None:
            if vacancy_id is not None:
                saved = SavedRule(name, typed, vacancy_id)
                context.disk.remember(KIND, saved.key, saved.typed)
                context.windows.notify(tr("rule.kept-as", name=name, key=context.keys("rules")))

        context.pick(tr("rule.where"), items, chosen)

    def _forget(self, rule: SavedRule) -> None:
        self._context.disk.remember(KIND, rule.key, "")
        self._context.say("rule.forgotten", name=rule.name)


def _only(name: str, choices: Sequence[ActionChoice]) -> ActionChoice | None:
    """The one that is meant; None where it is none of them, or several could be."""
    found = actions.called(name, choices)
    return found[0] if len(found) == 1 else None
