"""One decision for everybody who is selected: its form, an operation each, and who is selected afterwards."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from uuid import uuid4

from hh_tui.api.models import Action
from hh_tui.inbox.decisions import optimistic_bulk
from hh_tui.inbox.decisions.action_menu import kind_of
from hh_tui.inbox.decisions.batch import Report
from hh_tui.inbox.decisions.forms import MESSAGE, Form
from hh_tui.inbox.decisions.operation import Operation, letter_of
from hh_tui.inbox.decisions.selection_actions import Chosen, list_key, offered_to, selected_rows
from hh_tui.inbox.letters import bulk_form
from hh_tui.inbox.letters.personal import complete_letter, own_variables
from hh_tui.inbox.letters.variables import Facts
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.system.structs import replace


def form_for_all(action: Action, chosen: Chosen) -> Form:
    """The form of an action without anything that is one candidate's own."""
    return replace(Form.of(action, next(iter(chosen.values())).negotiation, "0"), known=())


def is_of_many_vacancies(inbox: Inbox, chosen: Chosen) -> bool:
    """Whether they answered to different vacancies: no letter can name one then."""
    sources = (inbox.source_of(one) for one in chosen)
    return len({home.vacancy_id if home else "" for home in sources}) > 1


def operations_for_all(
    inbox: Inbox,
    chosen: Chosen,
    action: Action,
    body: tuple[tuple[str, str], ...],
    decided_at: datetime,
    account: str,
    facts: Callable[[Row], Facts] = lambda _: {},
) -> tuple[Operation, ...]:
    """The action as each of them has it, in one batch.

    Left out is whoever is not offered it, or has no value for what the letter says of everybody.

    `decided_at` is in UTC, `account` the working account that decides; `facts` are what a letter can say of
    a candidate.
    """
    kind, batch = kind_of(action), uuid4().hex
    words = letter_of(body) or ""
    is_personal = bool(own_variables(words))
    seen, found = inbox.listing.seen, list[Operation]()
    for key, row in chosen.items():
        negotiation = row.negotiation
        own, home = offered_to(negotiation, kind), inbox.source_of(key)
        if own is None or home is None:
            continue
        form = _filled(body, words, facts(row)) if is_personal else body
        if form is None:
            continue
        found.append(
            Operation(
                uuid4().hex,
                home,
                negotiation,
                own,
                form,
                decided_at,
                inbox.known_thread(key, form),
                seen_at=seen.get(key, row.read_at),
                account=account,
                batch=batch,
                wording=words if is_personal else "",
            )
        )
    return tuple(found)


def _filled(
    body: tuple[tuple[str, str], ...], words: str, facts: Facts
) -> tuple[tuple[str, str], ...] | None:
    letter = complete_letter(words, facts)
    return (
        None
        if letter is None
        else tuple((name, letter if name == MESSAGE else value) for name, value in body)
    )


def decided_together(inbox: Inbox, operations: Sequence[Operation]) -> Inbox:
    """All are on their way, a range of marks ends; about one candidate it is a decision like any other."""
    if len(operations) == 1:
        inbox = replace(inbox, sheets=bulk_form.of_one(inbox.sheets, operations[0]))
    selection = inbox.selection.ended()
    return replace(optimistic_bulk.applied(inbox, operations), selection=selection)


def with_chunk_sent(
    inbox: Inbox,
    done: Sequence[Operation],
    refused: Sequence[Operation],
    closed: Collection[str] = (),
) -> Inbox:
    """Those whose operation is `done` are gone, the others are back and still selected.

    Not selected are those for whom it is `closed`, by negotiation: the same for them again would be refused
    again. Nor is whoever was in a sprint without being selected.
    """
    inbox = optimistic_bulk.reverted(optimistic_bulk.settled(inbox, done), refused)
    selection, rows = inbox.selection.without(*closed), inbox.listing.rows
    stay = (one.negotiation.id for one in refused if not one.sprint)
    places = (rows.index_of(one) for one in stay if one not in selection and one not in closed)
    here = [rows[place] for place in places if place is not None]
    if here:
        selection = selection.at(list_key(inbox)).with_all(here)
    return replace(inbox, selection=selection)


def still_selected(inbox: Inbox, report: Report) -> frozenset[str]:
    """The negotiations of a batch that did not take place and are selected in the list shown."""
    undone = [*(one for one, _ in report.failed), *report.unknown]
    ids = {one.negotiation.id for one in undone}
    return frozenset(ids & selected_rows(inbox).keys()) if ids else frozenset()


def with_batch_ended(inbox: Inbox, report: Report) -> Inbox:
    """Words that went to a part of the batch are nobody's unsent words."""
    if not report.done:
        return inbox
    rest = [*report.dropped, *(one for one, _ in report.failed), *report.unknown]
    return replace(inbox, sheets=bulk_form.gone_in_part(inbox.sheets, rest))
