"""The candidates of a list as rules ask about them, gathered bit by bit while the person types."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from msgspec import Struct

from hh_tui.inbox.lists.labels import NO_LABELS, Labels, of_row
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.inbox.triage.candidate_facts import CandidateFacts
from hh_tui.inbox.triage.rule import Rule
from hh_tui.inbox.triage.verdict import Reason, judge


class Firing(Struct, frozen=True):
    """A candidate a rule fires on, and why."""

    row: Row
    facts: CandidateFacts
    reasons: tuple[Reason, ...]


class Count(Struct, frozen=True):
    """How far a rule was tried: `unknown` are those it can't judge for what hh.ru does not tell."""

    tried: int = 0
    firings: tuple[Firing, ...] = ()
    unknown: int = 0


class RuleSample:
    """Facts of `rows`, made once: a packed row is unpacked for them and stays packed."""

    def __init__(self, rows: Sequence[Row], labels: Labels = NO_LABELS) -> None:
        self._rows = rows
        self._labels = labels
        self.facts: list[CandidateFacts] = []

    def __len__(self) -> int:
        return len(self._rows)

    def try_out(self, rule: Rule, now: datetime, step: int) -> Iterator[Count]:
        """What the rule does to all of them, told after every `step` candidates; `now` is in UTC."""
        firings: list[Firing] = []
        unknown = 0
        for begin in range(0, len(self._rows), step):
            end = min(begin + step, len(self._rows))
            self._gather(end)
            for place in range(begin, end):
                verdict = judge(rule.condition, self.facts[place], now)
                if verdict.holds:
                    firings.append(Firing(self._rows[place], self.facts[place], verdict.reasons))
                unknown += verdict.holds is None
            yield Count(end, tuple(firings), unknown)

    def _gather(self, end: int) -> None:
        """The facts of the first `end` candidates."""
        for row in self._rows[len(self.facts) : end]:
            self.facts.append(CandidateFacts.of(row.unpacked(), of_row(self._labels, row)))
