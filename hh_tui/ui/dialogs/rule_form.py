"""A rule is typed: what could follow, whom it fires on, and why, before anything is done."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static
from textual.worker import Worker

from hh_tui.inbox.triage.completion import Completion, complete, completed
from hh_tui.inbox.triage.parser import RuleUnreadable, begun, parse
from hh_tui.inbox.triage.rule import Rule
from hh_tui.inbox.triage.sample import Count, RuleSample
from hh_tui.inbox.triage.saved_rules import LONGEST
from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.presenters import rule_words
from hh_tui.ui.presenters import rules as told
from hh_tui.ui.presenters.keyed import keyed
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.widgets.line_input import LineInput

STEP: Final = 50
"""Candidates tried between two looks at the keyboard."""

TOLD: Final = 1_000
"""Candidates after which it is told how far one is: each time is a layout."""

SHOWN: Final = 100
"""Candidates in the sample."""


HEIGHT: Final = 0.92
"""Part of the window below its first line that the form may take, as its style sheet says."""

AROUND_SAMPLE: Final = 7
"""Lines beside the sample, what is said and the keys: the frame, two of input, three blank ones."""


class Tried(Struct, frozen=True):
    """A rule and whom it fires on, by negotiation id, in the order of the list.

    `into_sprint`: its action is chosen for them in a sprint, instead of marking them.
    """

    rule: Rule
    typed: str
    ids: tuple[str, ...]
    into_sprint: bool = False


class RuleForm(Dialog[Tried]):
    """Returns the rule to mark by, or None.

    `keep` asks for a name and keeps what was typed, `forget` forgets the rule that was opened, where it is a
    kept one. `load` reads on until the list is whole. `actions` are names that may follow the arrow, `note`
    says who is loaded.
    """

    CSS_PATH = "rule_form.tcss"
    AUTO_FOCUS = "#typed"

    def __init__(
        self,
        ctx: RenderContext,
        sample: RuleSample,
        keys: Callable[[str], str],
        *,
        keep: Callable[[str], None],
        load: Callable[[], None],
        forget: Callable[[], None] | None = None,
        typed: str = "",
        actions: Sequence[str] = (),
        note: str = "",
    ) -> None:
        super().__init__()
        self._ctx = ctx
        self._sample = sample
        self._keys = keys
        self._keep = keep
        self._load = load
        self._forget = forget
        self._typed = typed
        self._actions = actions
        self._note = note
        self._rule: Rule | None = None
        self._remark = ""
        self._next = Completion(0)

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        return {
            "rule-mark": self.mark,
            "rule-sprint": self.fill_sprint,
            "rule-complete": self.complete,
            "rule-keep": self.keep,
            "rule-forget": self.forget,
            "rule-load": lambda: self._load(),
            "rule-page-down": partial(self.page, 1),
            "rule-page-up": partial(self.page, -1),
            "close-rule": self.cancel,
        }

    @property
    def scopes(self) -> Sequence[Scope]:
        """The form's own keys; letters are typed."""
        return (Scope.RULE,)

    def compose(self) -> ComposeResult:
        """The rule, what could follow, what it does, and to whom."""
        tr = self._ctx.tr
        with Vertical(id="rule") as frame:
            frame.border_title = Content(tr("rule.title"))
            frame.border_subtitle = Content(self._note)
            yield LineInput(
                self._typed, placeholder=tr("rule.placeholder"), id="typed", compact=True, max_length=LONGEST
            )
            yield Static(id="next", markup=False)
            yield Static(id="said", markup=False)
            with VerticalScroll(id="fired", can_focus=False):
                yield Static(id="people", markup=False)
            yield Static(self._ways(), id="ways", classes="keys", markup=False)

    def tell(self, note: str) -> None:
        """Who is loaded."""
        self._note = note
        if self.is_open:
            self.query_one("#rule").border_subtitle = Content(note)

    def see(self, sample: RuleSample, note: str) -> None:
        """More candidates to try the rule out on."""
        self._sample = sample
        self.tell(note)
        if self.is_open:
            self._read()

    def _ways(self) -> str:
        """The keys, and what they do here."""
        names = [
            "rule-mark",
            "rule-sprint",
            "rule-complete",
            "rule-keep",
            *(["rule-forget"] if self._forget else []),
        ]
        ways = [keyed(self._keys(name), self._ctx.tr(f"rule.way.{name}")) for name in (*names, "close-rule")]
        return " · ".join(ways)

    def on_mount(self) -> None:
        """What the rule that was opened does."""
        self.screen_layout_refresh_signal.subscribe(self, self._fit)
        self._read()

    def on_resize(self) -> None:
        """Another window has another room for the sample."""
        self._fit()

    def _fit(self, _: object = None) -> None:
        """The keys stay in sight: a sample longer than its room scrolls above them."""
        lines = self.query_one("#said").size.height + self.query_one("#ways").size.height
        room = max(1, int((self.room - 1) * HEIGHT) - AROUND_SAMPLE - lines)
        fired = self.query_one("#fired")
        if fired.styles.max_height is None or fired.styles.max_height.value != room:
            fired.styles.max_height = room

    @on(Input.Changed)
    def typed(self) -> None:
        """Another letter."""
        self._read()

    def _read(self) -> None:
        """Read what is typed, then try it out; while a part is missing, what stands there without it."""
        typed, tr = self.query_one(Input).value, self._ctx.tr
        self._rule, self._remark = None, ""
        trouble = False
        try:
            self._rule = parse(typed)
            self._remark = rule_words.understood(tr, typed)
        except RuleUnreadable as error:
            self._remark = rule_words.fault(tr, error) if typed.strip() else tr("rule.how")
            self._rule = begun(typed) if error.at_end else None
            trouble = bool(typed.strip()) and not error.at_end
        if self._rule is None:
            self.query_one("#people", Static).update("")
        self._say(self._remark, trouble=trouble)
        self._suggest(typed)
        self._start()

    def _say(self, text: str, *, trouble: bool = False) -> None:
        said = self.query_one("#said", Static)
        said.update(text)
        said.set_class(trouble, "trouble")

    def _suggest(self, typed: str) -> None:
        self._next = complete(typed, self._ctx.tr.language, self._sample.facts, self._actions)
        width = max(20, self.query_one("#typed").size.width)
        line = told.suggestions(self._ctx.tr, self._next, self._keys("rule-complete"), width)
        self.query_one("#next", Static).update(line)

    async def _try_out(self, *, mark: bool = False, into_sprint: bool = False) -> None:
        """In steps: the next letter begins anew. With `mark` it answers with whom the rule fires on."""
        rule, now, total = self._rule, self._ctx.now, len(self._sample)
        if rule is None:
            return
        found = Count()
        for found in self._sample.try_out(rule, now, STEP):
            if found.tried < total and found.tried % TOLD == 0:
                self._say(self._counted(found))
            await asyncio.sleep(0)
        typed = self.query_one(Input).value
        if mark and found.firings:
            ids = tuple(one.row.id for one in found.firings)
            self.answer(Tried(rule, typed, ids, into_sprint))
            return
        self.asking = False
        self._say(self._ctx.tr("rule.nobody") if mark else self._counted(found), trouble=mark)
        self.query_one("#people", Static).update(told.sample(self._ctx, found.firings[:SHOWN], now))
        self._suggest(typed)

    def _counted(self, found: Count) -> str:
        return f"{self._remark} {rule_words.count(self._ctx.tr, found, len(self._sample))}".lstrip()

    def _start(self, *, mark: bool = False, into_sprint: bool = False) -> None:
        """Try the rule out, in the place of what was being tried."""
        work = partial(self._try_out, mark=mark, into_sprint=into_sprint)
        task: Worker[None] = self.run_worker(work, group="rule", exclusive=True, exit_on_error=False)
        self.asking = mark and not task.is_finished

    def complete(self) -> None:
        """Type the first suggestion."""
        line = self.query_one(Input)
        line.value = completed(line.value, self._next)
        line.cursor_position = len(line.value)

    def page(self, direction: int) -> None:
        """A page of the sample."""
        fired = self.query_one("#fired")
        fired.scroll_relative(y=direction * max(1, fired.size.height - 1), animate=False)

    @on(Input.Submitted)
    def mark(self) -> None:
        """Mark everybody the rule fires on; keys wait until all are tried."""
        if self._is_rule():
            self._start(mark=True)

    def fill_sprint(self) -> None:
        """Choose the action of the rule for everybody it fires on, in a sprint."""
        if not self._is_rule():
            return
        if self._rule is not None and self._rule.action:
            self._start(mark=True, into_sprint=True)
        else:
            self._say(self._ctx.tr("rule.sprint.no-action"), trouble=True)

    def _is_rule(self) -> bool:
        """Whether what is typed is one; what it lacks is said."""
        try:
            typed = self.query_one(Input).value
            self._rule, self._remark = parse(typed), rule_words.understood(self._ctx.tr, typed)
        except RuleUnreadable as error:
            self._say(rule_words.fault(self._ctx.tr, error), trouble=True)
            return False
        return True

    def keep(self) -> None:
        """Keep what is typed under a name; it has to be a rule."""
        if self._is_rule():
            self._keep(self.query_one(Input).value)

    def forget(self) -> None:
        """Forget the kept rule, and close."""
        if self._forget is None:
            self._say(self._ctx.tr("rule.not-kept"), trouble=True)
            return
        self._forget()
        self.answer(None)

    def cancel(self) -> None:
        """Mark nobody."""
        self.answer(None)
