"""One candidate after the other: what is chosen for each stays here until all of it is confirmed at once."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from msgspec import Struct, field

from hh_tui.api.models import Action
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.inbox.decisions.target import Target
from hh_tui.system.structs import replace

FormBody = tuple[tuple[str, str], ...]
"""The values to send, as an operation takes them."""


class SprintChoice(Struct, frozen=True):
    """An action as hh.ru offers it to this candidate, and everything that is sent with it.

    `own` says that its form was filled in for them alone, not for everybody who gets the action. `at` is the
    moment it was made, in UTC, and `epoch` that of the snapshot then, once it is part of a sprint.
    """

    target: Target
    action: Action
    body: FormBody = ()
    own: bool = False
    at: datetime | None = None
    epoch: int = 0


Choices = Mapping[str, SprintChoice]
_NOTHING: Final[Choices] = {}


class Step(Struct, frozen=True):
    """What a choice took the place of: nothing, or an earlier one; and on which page it was made."""

    negotiation_id: str
    before: SprintChoice | None
    was_passed: bool
    place: int


class SprintGroup(Struct, frozen=True):
    """Everybody who gets one action, in the order of the pages; the action as the first of them has it."""

    action: Action
    ids: tuple[str, ...]


class Sprint(Struct, frozen=True):
    """The pages of `people`, by negotiation, each once; `place` is the one in sight, or past the last one.

    `passed` were left without a choice. `history` has the choices made, the latest last.
    """

    people: tuple[str, ...] = ()
    place: int = 0
    choices: Choices = field(default_factory=dict)
    passed: frozenset[str] = frozenset()
    history: tuple[Step, ...] = ()

    @property
    def current(self) -> str | None:
        """Who is in sight; None at the end."""
        return self.people[self.place] if self.place < len(self.people) else None

    @property
    def is_begun(self) -> bool:
        """Whether there is anything to lose."""
        return bool(self.choices)

    def has(self, operation: Operation) -> bool:
        """Whether just this is chosen for its candidate."""
        choice, action = self.choices.get(operation.negotiation.id), operation.action
        if choice is None or action is None:
            return False
        return (choice.action.id, choice.body) == (action.id, operation.form)

    def choosing(self, negotiation_id: str, choice: SprintChoice) -> "Sprint":
        """With this for them, in place of what was chosen before; the next page follows theirs."""
        place = self.people.index(negotiation_id)
        before, was_passed = self.choices.get(negotiation_id), negotiation_id in self.passed
        step = Step(negotiation_id, before, was_passed, self.place)
        return replace(
            self,
            place=place + 1,
            choices={**self.choices, negotiation_id: choice},
            passed=self.passed - {negotiation_id},
            history=(*self.history, step),
        )

    def passing(self) -> "Sprint":
        """On to the next page; whoever has no choice is left out."""
        key = self.current
        if key is None:
            return self
        passed = self.passed if key in self.choices else self.passed | {key}
        return replace(self, place=self.place + 1, passed=passed)

    def going_back(self) -> "Sprint":
        """To the page before."""
        return replace(self, place=max(0, self.place - 1))

    def at(self, negotiation_id: str) -> "Sprint":
        """On their page."""
        return replace(self, place=self.people.index(negotiation_id))

    def at_first_open(self) -> "Sprint":
        """On the first page where nothing was chosen and nobody was passed."""
        undone = (
            place
            for place, one in enumerate(self.people)
            if one not in self.choices and one not in self.passed
        )
        return replace(self, place=next(undone, len(self.people)))

    def taking_back(self) -> "Sprint":
        """Without the last choice, as it was before that; nothing changes where none was made."""
        if not self.history:
            return self
        *history, last = self.history
        choices = {key: one for key, one in self.choices.items() if key != last.negotiation_id}
        if last.before is not None:
            choices[last.negotiation_id] = last.before
        passed = self.passed | {last.negotiation_id} if last.was_passed else self.passed
        return replace(self, place=last.place, choices=choices, passed=passed, history=tuple(history))

    def stamped(self, at: datetime, epoch: int) -> "Sprint":
        """With this moment, in UTC, and this epoch for every choice that has none yet."""
        fresh = {key: replace(one, at=at, epoch=epoch) for key, one in self.choices.items() if one.at is None}
        return replace(self, choices={**self.choices, **fresh}) if fresh else self

    def changing(self, choices: Choices) -> "Sprint":
        """With other choices for some who had one; they can't be taken back one by one any more."""
        known = {key: one for key, one in choices.items() if key in self.choices}
        return replace(self._forgetting(known), choices={**self.choices, **known})

    def filling(self, choices: Choices) -> "Sprint":
        """With these for all who have none yet, on the page one is on."""
        fresh = {key: one for key, one in choices.items() if key in self.people and key not in self.choices}
        return replace(self, choices={**self.choices, **fresh}, passed=self.passed - fresh.keys())

    def without_choice(self, *negotiation_ids: str) -> "Sprint":
        """Nothing is chosen for these; they count as passed."""
        gone = [one for one in negotiation_ids if one in self.choices]
        choices = {key: one for key, one in self.choices.items() if key not in gone}
        return replace(self._forgetting(gone), choices=choices, passed=self.passed.union(gone))

    def reaching(self, people: Iterable[str]) -> "Sprint":
        """With more pages at the end: those of them who have none yet."""
        known = set(self.people)
        more = tuple(dict.fromkeys(one for one in people if one not in known))
        return replace(self, people=(*self.people, *more)) if more else self

    def _forgetting(self, ids: Iterable[str]) -> "Sprint":
        gone = set(ids)
        return replace(self, history=tuple(one for one in self.history if one.negotiation_id not in gone))

    @property
    def groups(self) -> tuple[SprintGroup, ...]:
        """The choices by action, in the order in which the pages bring the actions up."""
        found: dict[tuple[str, str], list[str]] = {}
        for key in self.people:
            if key in self.choices:
                action = self.choices[key].action
                found.setdefault((action.id, action.name.casefold()), []).append(key)
        return tuple(SprintGroup(self.choices[ids[0]].action, tuple(ids)) for ids in found.values())
