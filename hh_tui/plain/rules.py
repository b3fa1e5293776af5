"""Marking by a rule: whom it fires on is told before anybody is marked."""

from collections.abc import Awaitable, Callable

from hh_tui.inbox.decisions.selection import Selection
from hh_tui.inbox.decisions.selection_actions import list_key
from hh_tui.inbox.triage import saved_rules
from hh_tui.inbox.triage.parser import RuleUnreadable, parse
from hh_tui.inbox.triage.sample import RuleSample
from hh_tui.inbox.triage.saved_rules import KIND
from hh_tui.plain.context import PlainContext
from hh_tui.plain.decisions import PlainDecisions
from hh_tui.ui.events import SelectionChanged
from hh_tui.ui.presenters import actions, rule_words
from hh_tui.ui.presenters.candidate import dotted, name_and_age
from hh_tui.ui.presenters.list_title import total

SHOWN = 10
"""Candidates of those it fires on who are told."""


class PlainRules:
    """`read_on` reads one page more, and tells whether there was one."""

    def __init__(
        self, context: PlainContext, decisions: PlainDecisions, read_on: Callable[[], Awaitable[bool]]
    ) -> None:
        self._context = context
        self._decisions = decisions
        self._read_on = read_on

    async def apply(self, typed: str) -> None:
        """Mark whom the rule fires on; its action is decided on as a digit decides."""
        context = self._context
        if not len(context.inbox.rows):
            context.say("marks.nobody")
            return
        typed = typed or await self._asked()
        if not typed:
            return
        try:
            rule = parse(typed)
        except RuleUnreadable as error:
            context.terminal.say(rule_words.fault(context.tr, error))
            return
        if understood := rule_words.understood(context.tr, typed):
            context.terminal.say(understood)
        await self._load()
        now = context.clock()
        sample = RuleSample(context.inbox.rows, context.state.view.labels)
        found = list(sample.try_out(rule, now, len(sample)))[-1]
        ctx = context.state.view.render_context
        context.terminal.say(
            rule_words.count(context.tr, found, len(sample)),
            *(
                dotted((name_and_age(ctx, one.row.negotiation), rule_words.reasons(ctx, one, now)))
                for one in found.firings[:SHOWN]
            ),
        )
        if not found.firings:
            return
        if not await context.ask.confirm(context.tr("plain.rule.mark")):
            context.say("plain.not-done")
            return
        inbox, place = context.inbox, list_key(context.inbox)
        # An action is about nobody else.
        before = Selection(place) if rule.action else inbox.selection.at(place).ended()
        marks = before.with_all(one.row for one in found.firings)
        context.states.dispatch(SelectionChanged(marks))
        context.say("marks.count", n=len(marks))
        if rule.action:
            await self._decide(rule.action)

    async def _asked(self) -> str:
        """One of the kept rules, or what is typed."""
        context, vacancy = self._context, self._context.inbox.vacancy_in_sight
        kept = saved_rules.from_texts(context.disk.remembered(KIND))
        offered = saved_rules.of_vacancy(kept, vacancy.id if vacancy else "")
        if offered:
            labels = [f"{one.name}: {one.typed}" for one in offered]
            place = await context.ask.choose(context.tr("rule.kept"), [*labels, context.tr("rule.new")])
            if place is None:
                return ""
            if place < len(offered):
                return offered[place].typed
        context.say("rule.how")
        typed = await context.ask.line(context.tr("plain.rule")) or ""
        if not typed:
            context.say("plain.not-done")
        return typed

    async def _load(self) -> None:
        """The rest of the list, where the person wants the rule to fire on it as well."""
        context, listing = self._context, self._context.inbox.listing
        if listing.complete or context.inbox.search is not None:
            return
        every = total(context.inbox) or "?"
        asked = context.tr("plain.rule.load", n=len(listing.rows), every=every)
        if await context.ask.confirm(asked):
            while not context.inbox.listing.complete and await self._read_on():
                pass

    async def _decide(self, name: str) -> None:
        """The one enabled action of this name, or of those that begin so."""
        context, same = self._context, actions.called(name, self._decisions.offered)
        if len(same) == 1:
            await self._decisions.decide(same[0])
        else:
            key = "rule.several-actions" if same else "rule.no-action"
            context.say(key, name=name, key=context.key("actions"))
