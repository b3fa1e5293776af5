"""What the commands of the line mode call, by their ids."""

from collections.abc import Callable
from functools import partial

from hh_tui.inbox.lists.snoozed_item import SNOOZED, UNTIL_REPLY
from hh_tui.inbox.snapshot.dossier import Tab
from hh_tui.keys.registry import SHORTCUT_LETTERS
from hh_tui.plain.candidate import PlainCandidate
from hh_tui.plain.context import PlainContext
from hh_tui.plain.decisions import PlainDecisions
from hh_tui.plain.files import PlainFiles
from hh_tui.plain.filters import PlainFilters
from hh_tui.plain.invitations import PlainInvitations
from hh_tui.plain.lists import PlainLists
from hh_tui.plain.rules import PlainRules
from hh_tui.plain.snooze import PlainSnooze

Handler = Callable[[str], object]
"""Gets what stands behind the command; what it gives back is awaited where it can be."""


def of_lists(lists: PlainLists, filters: PlainFilters) -> dict[str, Handler]:
    """Moving about, narrowing down, marking."""
    return {
        "down": lambda _: lists.move(1),
        "up": lambda _: lists.move(-1),
        "top": lambda _: lists.go(0),
        "bottom": lambda _: lists.go_to_end(),
        "page-down": lambda _: lists.leaf(1),
        "page-up": lambda _: lists.leaf(-1),
        "open": lambda _: lists.open(),
        "tab-messages": lambda _: lists.open(),
        "next-candidate": lambda _: lists.open_beside(1),
        "previous-candidate": lambda _: lists.open_beside(-1),
        "next-pane": lambda _: lists.show_card(),
        "previous-pane": lambda _: lists.show(),
        "repaint": lambda _: lists.show(),
        "browser": lambda _: lists.show_address(),
        "search": lists.search,
        "next-hit": lambda _: lists.move(1),
        "previous-hit": lambda _: lists.move(-1),
        "filters": lambda _: filters.choose(),
        "clear-filters": lambda _: filters.clear(),
        "next-attention": lambda _: lists.seek(1),
        "previous-attention": lambda _: lists.seek(-1),
        "mark": lambda _: lists.mark(),
        "mark-range": lambda _: lists.mark_range(),
        "mark-all": lambda _: lists.mark_all(),
        "mark-invert": lambda _: lists.mark_invert(),
        "vacancy": lambda _: lists.choose_vacancy(),
        "collection": lambda _: lists.choose_collection(),
        "waiting": lambda _: lists.show_waiting(),
        "go-snoozed": lambda _: lists.show_place(SNOOZED),
        "go-until-reply": lambda _: lists.show_place(UNTIL_REPLY),
    }


def of_decisions(
    context: PlainContext, lists: PlainLists, decisions: PlainDecisions, snooze: PlainSnooze
) -> dict[str, Handler]:
    """Deciding, inviting, putting aside, and what is looked at of one candidate."""
    candidate, files = PlainCandidate(context), PlainFiles(context)
    invitations = PlainInvitations(context, decisions)
    rules = PlainRules(context, decisions, lists.read_on)

    def by(act: Callable[..., object], *given: object) -> Handler:
        return lambda _: act(*given)

    return {
        **{f"action-{digit}": by(decisions.act, digit) for digit in range(1, 10)},
        **{f"shortcut-{letter}": by(decisions.act_by_letter, letter) for letter in SHORTCUT_LETTERS},
        "actions": lambda _: decisions.choose(),
        "rules": rules.apply,
        "invite": lambda _: invitations.invite(),
        "invite-other": lambda _: invitations.invite_by_link(),
        "snooze": lambda _: snooze.until_moment(),
        "until-reply": lambda _: snooze.until_reply(),
        "reply-by": lambda _: snooze.reply_by(),
        "save-resume": lambda _: files.save(),
        "label": lambda _: candidate.label(decisions.chosen),
        "tab-resume": by(partial(candidate.show, Tab.RESUME)),
        "tab-notes": by(partial(candidate.show, Tab.NOTES)),
        "tab-history": by(partial(candidate.show, Tab.HISTORY)),
    }
