"""Candidates, vacancies and collections as lines: one fact after the other, no sign without a word."""

import itertools
from collections.abc import Sequence

from hh_tui.api.models import Board, Collection, Negotiation, Vacancy
from hh_tui.inbox.decisions import action_menu
from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.inbox.decisions.selection_actions import list_key
from hh_tui.inbox.lists.labels import owner, with_sign
from hh_tui.inbox.snapshot.query import Query
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.plain.line_terminal import INDENT
from hh_tui.ui.presenters import actions, card_lines
from hh_tui.ui.presenters.candidate import dotted, experience, name_and_age, pay, source
from hh_tui.ui.presenters.candidate_facts import job_search
from hh_tui.ui.presenters.dates import age, moment
from hh_tui.ui.presenters.filters import chips, labelled
from hh_tui.ui.presenters.list_title import list_title
from hh_tui.ui.presenters.no_actions import no_actions
from hh_tui.ui.presenters.pay import offer
from hh_tui.ui.presenters.vacancy_names import names
from hh_tui.ui.state_store import State

Listed = tuple[str, Query]
"""A list by its name, with how many stand in it, and where it is."""


def row(state: State, place: int) -> str:
    """`2. Иванова Мария, 29 · Backend developer · 250 000 ₽ · ждёт внимания · вчера`."""
    ctx, inbox = state.view.render_context, state.inbox
    negotiation, tr = inbox.rows[place].negotiation, ctx.tr
    resume, moment_later = negotiation.resume, inbox.scheduled.get(negotiation.id)
    facts = [
        name_and_age(ctx, negotiation),
        (resume.title or "") if resume else tr("row.no-resume"),
        pay(resume) if resume else "",
        experience(ctx, resume, short=True) if resume else "",
        (resume.area.name or "") if resume and resume.area else "",
        tr("plain.marked") if inbox.selection.has_at(negotiation.id, list_key(inbox)) else "",
        tr("card.attention") if negotiation.has_updates else "",
        tr("card.unread", n=negotiation.unread) if negotiation.unread else "",
        tr("plain.draft") if negotiation.id in inbox.begun else "",
        tr("plain.scheduled", when=moment(ctx, moment_later)) if moment_later else "",
        with_sign(state.view.labels.get(owner(negotiation), ())),
        source(ctx, negotiation),
        _vacancy(state, negotiation),
        age(ctx, negotiation.updated_at or negotiation.created_at),
    ]
    return f"{place + 1}. {dotted(facts)}"


def _vacancy(state: State, negotiation: Negotiation) -> str:
    """What they have answered, in a list over all vacancies."""
    query, vacancy = state.inbox.listing.query, state.inbox.vacancy_of(negotiation.id)
    return vacancy.name if vacancy is not None and query is not None and query.is_across else ""


def places(inbox: Inbox, size: int) -> range:
    """Where the rows around the cursor stand, `size` at most."""
    first = inbox.cursor // size * size
    return range(first, min(first + size, len(inbox.rows)))


def page(state: State, size: int) -> list[str]:
    """The rows around the cursor, `size` at most, below the title of the list."""
    ctx, inbox = state.view.render_context, state.inbox
    rows = places(inbox, size)
    title = list_title(ctx, inbox, narrow=True, chosen=len(inbox.selection.at(list_key(inbox))))
    query = inbox.listing.query
    narrowed = labelled(chips(ctx.tr, query.filters, inbox.names)) if query is not None else ""
    head = [title, *([ctx.tr("plain.filters", filters=narrowed)] if narrowed else [])]
    if (search := inbox.search) is not None:
        head.append(
            ctx.tr("plain.searched", typed=search.typed, n=len(inbox.rows), loaded=len(inbox.visible))
        )
    if not rows:
        return [*head, ctx.tr("plain.empty")]
    whole = inbox.listing.complete or search is not None
    found = found_in(inbox)
    where = ctx.tr("plain.page", first=rows[0] + 1, last=rows[-1] + 1, n=found, at=inbox.cursor + 1)
    if rows[-1] + 1 < found or not whole:
        where = f"{where} {ctx.tr('plain.page.further')}"
    return [*head, *(row(state, place) for place in rows), where]


def found_in(inbox: Inbox) -> int:
    """How many rows there are to go through, read or not."""
    if inbox.listing.complete or inbox.search is not None:
        return len(inbox.rows)
    return max((inbox.listing.found or 0) - inbox.hidden_count, len(inbox.rows))


def vacancies(state: State) -> list[tuple[str, str]]:
    """The vacancies by their ids, and their names with how much there is to do."""
    ctx, inbox = state.view.render_context, state.inbox
    known = names(ctx, inbox.all_vacancies)
    return [(one.id, _counted(ctx.tr("plain.counted", name=known[one.id], n=one.total), one, state))
            for one in inbox.all_vacancies]  # fmt: skip


def _counted(told: str, vacancy: Vacancy, state: State) -> str:
    new = state.view.render_context.tr("plain.new", n=vacancy.unread) if vacancy.unread else ""
    return dotted((told, new))


def collections(state: State) -> list[Listed]:
    """The lists of the vacancy in the server's order, those that the left column folds away last."""
    tr, inbox, board = state.view.render_context.tr, state.inbox, state.inbox.shown_board
    if board is None or inbox.vacancy_id is None:
        return []
    found = []
    for one, parent in _every(board):
        counters = one.counters
        name = f"{parent.name}: {one.name}" if parent else one.name or one.id
        new = tr("plain.new", n=counters.with_updates) if counters and counters.with_updates else ""
        told = tr("plain.counted", name=name, n=counters.total) if counters else name
        found.append((dotted((told, new)), Query(inbox.vacancy_id, one.id, one.url)))
    return found


def _every(board: Board) -> list[tuple[Collection, Collection | None]]:
    shown = [one for one in board.collections if not one.hidden]
    folded = [one for one in board.collections if one.hidden]
    every: list[tuple[Collection, Collection | None]] = []
    for one in (*shown, *folded, *board.generated_collections):
        every.append((one, None))
        every += [(part, one) for part in one.sub_collections]
    return every


def card(state: State, negotiation: Negotiation) -> list[str]:
    """All that the list knows of a candidate, a line a fact, then what can be done."""
    ctx, resume = state.view.render_context, negotiation.resume
    stage = negotiation.employer_state.name if negotiation.employer_state else ""
    lines = [dotted((name_and_age(ctx, negotiation), (resume.title or "") if resume else "", stage))]
    lines += card_lines.about(ctx, negotiation)
    if resume is None:
        lines.append(ctx.tr("card.no-resume.why"))
    else:
        vacancy = state.inbox.vacancy_of(negotiation.id)
        lines += [
            dotted(((resume.area.name or "") if resume.area else "", experience(ctx, resume))),
            dotted((pay(resume), offer(ctx, vacancy.pay if vacancy else None))),
            *card_lines.told(ctx, negotiation, resume),
            job_search(ctx, resume),
            *(f"{ctx.tr('card.work')}: {one}" for one in card_lines.work(ctx, resume) if one),
            *(f"{ctx.tr('card.education')}: {one}" for one in card_lines.schools(resume) if one),
            f"{ctx.tr('card.skills')}: {', '.join(resume.skill_set)}" if resume.skill_set else "",
        ]
    survey = [f"{INDENT}{one}" for one in negotiation.survey.splitlines() if one]
    return [*(one for one in (*lines, *survey) if one), choices_line(state, negotiation)]


def choices_line(state: State, negotiation: Negotiation) -> str:
    """What can be done with them, with the digits and the letters that do it."""
    tr = state.view.render_context.tr
    marked = state.view.shortcuts.marked(action_menu.menu(negotiation))
    told = [choice_name(one) for one in marked if (one.digit or one.letter) and one.action.enabled]
    return (
        tr("plain.actions", actions="; ".join(told)) if told else no_actions(tr, state.inbox, [negotiation])
    )


def choice_name(choice: ActionChoice) -> str:
    """`6 Отказать`, with a letter before where it has one."""
    keys = " ".join(filter(None, (choice.letter, str(choice.digit or ""))))
    return f"{keys} {choice_label(choice)}".strip()


def choice_label(choice: ActionChoice) -> str:
    """The same without its keys."""
    parent = f"{choice.parent}: " if choice.parent else ""
    count = f" ({choice.count})" if choice.count else ""
    return f"{parent}{actions.name(choice.action)}{count}"


def choice_numbers(choices: Sequence[ActionChoice]) -> list[int]:
    """A number for each: its digit where it has one, so that a number means one thing everywhere."""
    others = itertools.count(action_menu.DIGITS + 1 if any(one.digit for one in choices) else 1)
    return [one.digit or next(others) for one in choices]
