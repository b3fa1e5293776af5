"""What one decides and writes by: features that a start does without, each imported by what makes it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hh_tui.inbox.decisions import sprint_texts
from hh_tui.inbox.decisions.operation import Operation
from hh_tui.ui.context import Context
from hh_tui.ui.events import (
    AccountRead,
    BatchEnded,
    ChunkSent,
    Event,
    LetterReturned,
    LettersReturned,
    SprintFound,
    Ticked,
    WriteCarriedOut,
    WriteRefused,
)
from hh_tui.ui.late_feature import LateFeature
from hh_tui.ui.state_store import State

if TYPE_CHECKING:
    from hh_tui.ui.controllers.actions import Actions
    from hh_tui.ui.controllers.bulk_actions import BulkActions
    from hh_tui.ui.controllers.compose import Compose
    from hh_tui.ui.controllers.invite import Invite
    from hh_tui.ui.controllers.notes import Notes
    from hh_tui.ui.controllers.outbox_browser import OutboxBrowser
    from hh_tui.ui.controllers.outcomes import Outcomes
    from hh_tui.ui.controllers.repeat_last import RepeatLast
    from hh_tui.ui.controllers.rules import Rules
    from hh_tui.ui.controllers.schedule import Schedule
    from hh_tui.ui.controllers.snooze import Snooze
    from hh_tui.ui.controllers.sprint import Sprints
    from hh_tui.ui.controllers.sprint_sheet import SprintSheets
    from hh_tui.ui.decisions import Decisions
    from hh_tui.ui.open_sprint import OpenSprint
    from hh_tui.ui.screens.first_features import FirstFeatures
    from hh_tui.ui.screens.surface import Surface
    from hh_tui.ui.sheet_opener import SheetOpener
    from hh_tui.ui.sprint_forms import SprintForms

ACTIONS = tuple(f"action-{digit}" for digit in range(1, 10))

ENDS = (WriteCarriedOut, WriteRefused, LettersReturned, LetterReturned)
"""A write is at its end."""


class LateDecisions:
    """`first` are the features that are there from the start."""

    def __init__(self, context: Context, first: "FirstFeatures", surface: "Surface") -> None:
        self._context, self._first, self._surface = context, first, surface
        self._now = 0.0
        self.decisions = LateFeature(self._decisions)
        self.schedule = LateFeature(self._schedule)
        self.actions = LateFeature(self._actions, "actions", *ACTIONS)
        self.bulk_actions = LateFeature(self._bulk_actions, "report", hears=(ChunkSent, BatchEnded))
        self.repeat_last = LateFeature(self._repeat_last, "same-again")
        self.snooze = LateFeature(self._snooze, "snooze", "until-reply", "reply-by")
        self.notes = LateFeature(self._notes, "note", "own-notes")
        self.letters = LateFeature(self._letters, "reply", "send", "send-later", "template", "editor")
        self.invite = LateFeature(self._invite, "invite", "invite-other", "go-to-invited")
        self.open_sprint = LateFeature(self._open_sprint)
        self.sprint = LateFeature(self._sprint, "sprint", hears=(SprintFound,))
        self.sprint_sheet = LateFeature(self._sprint_sheet)
        self.rules = LateFeature(self._rules, "rules")
        self.outcomes = LateFeature(self._outcomes, hears=ENDS)
        self.outbox_browser = LateFeature(self._outbox_browser, "outbox")
        self._sheets = LateFeature(self._sheet_opener)
        self._forms = LateFeature(self._sprint_forms)

    @property
    def running_sprint(self) -> "Sprints | None":
        """The sprint whose page is open, be it under another window."""
        sprint = self.sprint.made
        return sprint if sprint is not None and sprint.is_open else None

    def recall_sprint(self, event: Event, _: State, __: State) -> None:
        """Where a sprint was kept, it hears whose it is and offers to go on; it is told what time it is."""
        if isinstance(event, Ticked):
            self._now = event.now
        if isinstance(event, AccountRead) and self._context.disk.remembered(sprint_texts.KIND):
            self.sprint()

    def taken_back(self, operations: Sequence[Operation]) -> None:
        """What was decided together is back."""
        self.bulk_actions().taken_back(operations)
        if operations[0].sprint and operations[0].invitation is None:
            self.sprint().taken_back(operations)

    def _decisions(self) -> "Decisions":
        from hh_tui.ui.decisions import Decisions

        return Decisions(self._context)

    def _sheet_opener(self) -> "SheetOpener":
        from hh_tui.ui.sheet_opener import SheetOpener

        return SheetOpener(self._context)

    def _schedule(self) -> "Schedule":
        from hh_tui.ui.controllers.schedule import Schedule

        return Schedule(self._context)

    def _notes(self) -> "Notes":
        from hh_tui.ui.controllers.notes import Notes

        return Notes(self._context, self._first.tabs.read)

    def _invite(self) -> "Invite":
        from hh_tui.ui.controllers.invite import Invite

        return Invite(self._context, self._sheets(), self._first.collections.came_to)

    def _letters(self) -> "Compose":
        from hh_tui.ui.controllers.compose import Compose

        return Compose(
            self._context,
            self.decisions(),
            self._surface.composer,
            measure=self._surface.measure,
            ask_when=self.schedule().ask_when,
            open_candidate=self._first.tabs.open_thread,
        )

    def _snooze(self) -> "Snooze":
        from hh_tui.ui.controllers.snooze import Snooze

        return Snooze(self._context, self._first.selection, self.schedule().ask_moment)

    def _bulk_actions(self) -> "BulkActions":
        from hh_tui.ui.controllers.bulk_actions import BulkActions

        return BulkActions(
            self._context,
            self.decisions(),
            self._first.selection,
            ask_moment=self.schedule().ask_for_marked,
        )

    def _repeat_last(self) -> "RepeatLast":
        from hh_tui.ui.controllers.repeat_last import RepeatLast

        return RepeatLast(self._context, self.decisions(), self._first.selection, self.bulk_actions())

    def _actions(self) -> "Actions":
        from hh_tui.ui.controllers.actions import Actions

        repeat_last = self.repeat_last()
        return Actions(
            self._context,
            self.decisions(),
            self._sheets(),
            self.bulk_actions(),
            ask_when=self.schedule().ask_when,
            repeatable=repeat_last.remember,
            again=repeat_last.hint,
            decided_by=self._first.shortcuts.decided_by,
        )

    def _open_sprint(self) -> "OpenSprint":
        from hh_tui.ui.open_sprint import OpenSprint

        return OpenSprint(self._context)

    def _sprint_forms(self) -> "SprintForms":
        from hh_tui.ui.sprint_forms import SprintForms

        return SprintForms(self._context, self._sheets())

    def _sprint(self) -> "Sprints":
        from hh_tui.ui.controllers.sprint import Sprints

        return Sprints(
            self._context,
            self.open_sprint(),
            self._forms(),
            self._first.selection,
            show_sheet=lambda: self.sprint_sheet().open(),
            leave_sheet=lambda: self.sprint_sheet().leave(),
            read_ahead=self._first.lists.read_ahead,
            now=lambda: self._now,
        )

    def _sprint_sheet(self) -> "SprintSheets":
        from hh_tui.ui.controllers.sprint_sheet import SprintSheets

        return SprintSheets(self._context, self.decisions(), self.open_sprint(), self._forms(), self.sprint())

    def _rules(self) -> "Rules":
        from hh_tui.ui.controllers.rules import Rules

        return Rules(
            self._context,
            mark=self._first.selection.mark_these,
            offered=self.actions().offered,
            act=self.bulk_actions().find_and_act,
            fill=self.sprint().fill,
            read_ahead=self._first.lists.read_ahead,
        )

    def _outcomes(self) -> "Outcomes":
        from hh_tui.ui.controllers.outcomes import Outcomes

        return Outcomes(
            self._context,
            self.invite(),
            refill=self.letters().refill,
            write_again=self.letters().write_again,
            repeat=self._first.undo.repeat,
        )

    def _outbox_browser(self) -> "OutboxBrowser":
        from hh_tui.ui.controllers.outbox_browser import Editors, OutboxBrowser
        from hh_tui.ui.group_editing import GroupEditing

        due = self.schedule().was_due
        groups = GroupEditing(self._context, self._first.selection, self.bulk_actions(), was_due=due)
        letters = self.letters().write_again
        editors = Editors(self.invite().fill_in, self.actions().decide, letters, due, groups)
        return OutboxBrowser(self._context, self._sheets(), editors, repeat=self._first.undo.repeat)
