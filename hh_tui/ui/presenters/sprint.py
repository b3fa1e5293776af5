"""A sprint in words: the page of a candidate, how far one is, and the sheet of all choices."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Final

from msgspec import Struct
from textual.content import Content

from hh_tui.api.models import Negotiation, PayRange
from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.action_menu import ActionChoice
from hh_tui.inbox.decisions.operation import letter_of
from hh_tui.inbox.decisions.pace import Pace
from hh_tui.inbox.decisions.sprint import Sprint, SprintChoice, SprintGroup
from hh_tui.inbox.letters.keywords import Keywords, told
from hh_tui.inbox.snapshot.thread import Thread
from hh_tui.system.structs import are_equal
from hh_tui.ui.presenters import actions, card, glyphs
from hh_tui.ui.presenters.candidate import dotted, name_and_age
from hh_tui.ui.presenters.dates import moment
from hh_tui.ui.presenters.excerpt import excerpt
from hh_tui.ui.presenters.form_choices import has_unread, with_letter
from hh_tui.ui.presenters.keywords import count, highlighted
from hh_tui.ui.presenters.letter_beginning import beginning
from hh_tui.ui.presenters.render_context import RenderContext
from hh_tui.ui.presenters.row import left_right
from hh_tui.ui.presenters.schedule import ahead
from hh_tui.ui.presenters.section import section, together

MINUTE, HOUR = 60, 3600
GAP = "  "
NAME, MOST_NAME = 48, 64
"""What a name may take of a line of the sheet, in hundredths and in cells at most."""

NO_KEYWORDS: Final = Keywords()
NO_VACANCIES: Final[Mapping[str, str]] = MappingProxyType({})

NAMES = 3
"""Candidates that are named at most; more are counted."""


class SeenBeside(Struct, frozen=True):
    """What the inbox knows of a candidate beside their row, without asking anybody.

    `others` are responses of the same person in the list, `opened_at` is when they were opened here,
    `scheduled` when something is sent to them, `thread` what was read of the correspondence earlier.
    `keywords` are those of their vacancy.
    """

    offered: PayRange | None = None
    vacancy: str = ""
    others: int = 0
    begun: bool = False
    opened_at: datetime | None = None
    scheduled: datetime | None = None
    thread: Thread | None = None
    keywords: Keywords = NO_KEYWORDS


class SprintPageView(Struct, frozen=True):
    """One page: everything that is painted of it. The `brief` and what is `known` stand beside the `past`
    where there is room, else the past is between them. Each line of the `brief` is one where there is room,
    else they follow each other."""

    title: str
    progress: str
    head: Content
    chosen: Content
    brief: tuple[Content, ...]
    past: Content
    known: Content
    choices: tuple[ActionChoice, ...]
    more: str
    hints: str


class SprintLine(Struct, frozen=True):
    """A line of the sheet: a group with `ids` of several, or one candidate. `detail` is the whole letter,
    below what goes with it.

    One who is left `out` gets nothing. Those of one `group` get the same action.
    """

    id: str
    ids: tuple[str, ...]
    left: str
    right: str
    detail: Content
    is_group: bool = False
    out: bool = False
    group: str = ""

    def __eq__(self, other: object) -> bool:
        return are_equal(self, other, apart_from="detail")

    def __hash__(self) -> int:
        return hash((self.id, self.ids, self.left, self.right, self.is_group, self.out))


def progress(ctx: RenderContext, sprint: Sprint, total: int, pace: Pace) -> str:
    """`37/214 · 9 с на человека · осталось 26 мин`; `total` are the pages there will be."""
    tr, seen = ctx.tr, min(sprint.place + 1, total)
    each, left = pace.seconds, pace.left(total - sprint.place)
    parts = [f"{seen}/{total}"]
    if each is not None and left is not None and sprint.current is not None:
        parts += [tr("sprint.pace", seconds=max(1, round(each))), tr("sprint.left", time=_span(ctx, left))]
    return dotted(parts)


def _span(ctx: RenderContext, seconds: float) -> str:
    minutes = max(1, round(seconds / MINUTE))
    hours, rest = divmod(minutes, HOUR // MINUTE)
    if not hours:
        return ctx.tr("age.minutes", n=minutes)
    return " ".join((ctx.tr("age.hours", n=hours), ctx.tr("age.minutes", n=rest) if rest else "")).strip()


def head(ctx: RenderContext, negotiation: Negotiation, beside: SeenBeside) -> Content:
    """Who it is and what for, in two lines."""
    resume = negotiation.resume
    name = Content.styled(name_and_age(ctx, negotiation), "bold")
    found = count(beside.keywords.hits(told(negotiation))) if beside.keywords else Content("")
    name = name + "  " + found if found else name
    wish = f" · {resume.title}" if resume is not None and resume.title else ""
    place = Content.styled(f"{beside.vacancy} · ", "$secondary") if beside.vacancy else Content("")
    return Content("\n").join([name + wish, place + card.summary(ctx, negotiation)])


def facts(
    ctx: RenderContext, negotiation: Negotiation, beside: SeenBeside
) -> tuple[tuple[Content, ...], Content]:
    """What the list tells of them: in a few lines, then by sections, with what is known here."""
    lines = card.facts(ctx, negotiation, beside.offered, beside.opened_at)
    end = next((place for place, line in enumerate(lines) if not line), len(lines))
    known = [*lines[end:], *_known(ctx, negotiation, beside), *_last_letter(ctx, beside.thread)]
    return tuple(lines[:end]), together(known)


def _known(ctx: RenderContext, negotiation: Negotiation, beside: SeenBeside) -> Iterable[Content]:
    tr, resume = ctx.tr, negotiation.resume
    comments = resume.owner.comments if resume is not None and resume.owner is not None else None
    notes = comments.counters.total if comments is not None and comments.counters is not None else 0
    waits = tr("sprint.scheduled", when=ahead(ctx, beside.scheduled)) if beside.scheduled else ""
    lines = (
        tr("sprint.notes", n=notes) if notes else "",
        tr("sprint.others", n=beside.others) if beside.others else "",
        f"{glyphs.DRAFT} {tr('sprint.begun')}" if beside.begun else "",
        f"{glyphs.HELD} {waits}" if waits else "",
    )
    return section(tr("sprint.known"), [line for line in lines if line])


def _last_letter(ctx: RenderContext, thread: Thread | None) -> Iterable[Content]:
    """The last words of the correspondence, where it was read earlier."""
    spoken = [one for one in thread.messages if one.text and one.service is None] if thread else []
    if not spoken:
        return []
    last, tr = spoken[-1], ctx.tr
    who = tr("sprint.we") if last.is_ours else tr("sprint.they")
    when = moment(ctx, last.at) if last.at else ""
    return section(f"{tr('sprint.last-letter')}: {dotted((who, when))}", [excerpt(tr, last.text or "")])


def past(ctx: RenderContext, negotiation: Negotiation, beside: SeenBeside) -> Content:
    """Work, education, skills, with the keywords found in them."""
    return highlighted(together(card.background(ctx, negotiation)), beside.keywords)


def what(ctx: RenderContext, choice: SprintChoice) -> str:
    """`Отказать · с письмом`."""
    return dotted((actions.name(choice.action), _way(ctx, choice)))


def _way(ctx: RenderContext, choice: SprintChoice) -> str:
    """Whether a letter goes along; empty where none can."""
    if choice.action.argument("message") is None:
        return ""
    if letter_of(choice.body) is None:
        return f"{glyphs.SILENT} {ctx.tr('sprint.silent')}"
    return ctx.tr("sprint.own-letter" if choice.own else "sprint.letter")


def chosen(ctx: RenderContext, choice: SprintChoice | None, *, passed: bool) -> Content:
    """What was chosen for the candidate in sight; a line that is never empty, so that nothing jumps."""
    if choice is not None:
        return Content.styled(f"{glyphs.SENT} {what(ctx, choice)}", "bold $success")
    return Content.styled(ctx.tr("sprint.passed" if passed else "sprint.nothing-chosen"), "$text-muted")


def end_page(
    ctx: RenderContext, title: str, progress: str, sprint: Sprint, keys: Callable[[str], str]
) -> SprintPageView:
    """The page behind the last candidate: what there is so far, and the key that leads on."""
    groups = [
        f"{actions.name(group.action)} · {ctx.tr('batch.people', n=len(group.ids))}"
        for group in sprint.groups
    ]
    passed = [ctx.tr("sprint.end.passed", n=len(sprint.passed))] if sprint.passed else []
    on = ctx.tr("sprint.end.sheet" if groups else "sprint.end.nothing", key=keys("sprint-close"))
    nothing = Content("")
    return SprintPageView(
        title,
        progress,
        Content.styled(ctx.tr("sprint.end"), "bold"),
        Content.styled(on, "bold $success"),
        (Content("\n").join(Content(line) for line in (*groups, *passed)),),
        nothing,
        nothing,
        (),
        "",
        page_hints(ctx.tr, keys, len(sprint.choices)),
    )


def page_hints(tr: Catalogue, keys: Callable[[str], str], choices: int) -> str:
    """The keys of a page; so many choices stand in the sheet."""
    named = {"skip": "sprint-skip", "back": "sprint-back", "undo": "sprint-undo", "edit": "sprint-edit"}
    wanted = [(keys(command), tr(f"sprint.hint.{name}")) for name, command in named.items()]
    sheet = tr("sprint.hint.sheet", n=choices) if choices else tr("sprint.hint.leave")
    return GAP.join(f"{key} {text}" for key, text in (*wanted, (keys("sprint-close"), sheet)) if key)


def sheet_hints(tr: Catalogue, keys: Callable[[str], str], sent: int) -> tuple[str, ...]:
    """The keys of the sheet, which sends so many."""
    named = {
        "go": "sprint-return",
        "letter": "sprint-letter",
        "out": "sprint-leave-out",
        "discard": "sprint-discard",
        "close": "close-page",
    }
    send = [f"{keys('confirm-sprint')} {tr('sprint.hint.send', n=sent)}"] if sent else []
    found = {name: key for name, command in named.items() if (key := keys(command))}
    return (*send, *(f"{key} {tr(f'sprint.hint.{name}')}" for name, key in found.items()))


def lines(
    ctx: RenderContext,
    sprint: Sprint,
    out: Mapping[str, SprintChoice],
    vacancies: Mapping[str, str] = NO_VACANCIES,
    reworded: frozenset[str] = frozenset(),
) -> tuple[SprintLine, ...]:
    """The sheet: each action with how many get it, and everybody below it by name; at the end who is out.

    `vacancies` are names by id, told of everybody whose vacancy is among them. Of those `reworded` it is told
    that their letters are no templates as they came.
    """
    found: list[SprintLine] = []
    for group in sprint.groups:
        found.append(_group(ctx, sprint, group, len(reworded.intersection(group.ids))))
        found += [_line(ctx, sprint.choices[key], vacancies, key in reworded) for key in group.ids]
    if out:
        title = ctx.tr("sprint.out")
        found.append(SprintLine("", (), title, str(len(out)), Content(""), is_group=True, out=True))
        found += [_line(ctx, one, vacancies, key in reworded, out=True) for key, one in out.items()]
    return tuple(found)


def _group(ctx: RenderContext, sprint: Sprint, group: SprintGroup, reworded: int) -> SprintLine:
    mine = [sprint.choices[key] for key in group.ids]
    letters = sum(letter_of(one.body) is not None for one in mine)
    told = ""
    if group.action.argument("message") is not None:
        told = dotted(
            (
                ctx.tr("sprint.letters", n=letters) if letters else "",
                ctx.tr("sprint.reworded.n", n=reworded) if reworded else "",
                ctx.tr("sprint.silents", n=len(mine) - letters) if letters < len(mine) else "",
            )
        )
    name, beside = f"{actions.label(group.action)} · {len(mine)}", _beside(ctx, mine)
    detail = Content("\n").join(Content(one) for one in beside)
    return SprintLine("", group.ids, name, dotted((told, *beside)), detail, is_group=True)


def _beside(ctx: RenderContext, choices: Sequence[SprintChoice]) -> list[str]:
    """The addresses and the SMS that go to a group, and to how many where it is not to all of it."""
    found = Counter(with_letter(ctx, one.action, one.body) for one in choices)
    return [
        told if count == len(choices) else f"{told} ({ctx.tr('batch.people', n=count)})"
        for told, count in found.items()
        if told
    ]


def _line(
    ctx: RenderContext,
    choice: SprintChoice,
    vacancies: Mapping[str, str],
    is_reworded: bool,
    *,
    out: bool = False,
) -> SprintLine:
    negotiation, text = choice.target.negotiation, letter_of(choice.body)
    right = beginning(text) if text is not None else _way(ctx, choice)
    if choice.own and text is not None:
        right = f"{glyphs.DRAFT} {right}"
    if is_reworded:
        right = dotted((ctx.tr("sprint.reworded"), right))
    if negotiation.resume is None:
        right = dotted((ctx.tr("row.no-resume"), right))
    right = dotted((vacancies.get(choice.target.source.vacancy_id, ""), right))
    told = with_letter(ctx, choice.action, choice.body)
    words = excerpt(ctx.tr, text, ours=True) if text is not None else Content("")
    detail = Content("\n").join(part for part in (Content(told), words) if part)
    who = card.title(ctx, negotiation)
    group = f"{choice.action.id} {choice.action.name.casefold()}"
    return SprintLine(negotiation.id, (negotiation.id,), who, right, detail, out=out, group=group)


def painted(line: SprintLine, width: int) -> Content:
    """One line of the sheet."""
    if line.is_group:
        left = Content.styled(line.left, "$text-muted" if line.out else "bold $accent")
        return left_right(left, Content.styled(line.right, "$text-muted"), width)
    sign = Content("  ") if line.out else Content.styled(f"{glyphs.MARKED} ", "bold $accent")
    left = sign + Content.styled(line.left, "$text-muted" if line.out else "")
    if not line.right:
        return left.truncate(width, ellipsis=True, pad=True)
    room = min(MOST_NAME, width * NAME // 100)
    right = Content.styled(line.right, "$text-muted").truncate(max(0, width - room - 2), ellipsis=True)
    name = left.truncate(room, ellipsis=True, pad=True)
    return Content.assemble(name, GAP, right).truncate(width, ellipsis=True, pad=True)


def lacks_addresses(ctx: RenderContext, sprint: Sprint) -> bool:
    """Whether an address was chosen that nobody has read yet."""
    return any(has_unread(ctx, one.action, one.body) for one in sprint.choices.values())


def sheet_title(ctx: RenderContext, sprint: Sprint) -> str:
    """How many choices there are, and that none of them has gone."""
    return dotted((ctx.tr("sprint.sheet.title", n=len(sprint.choices)), ctx.tr("sprint.sheet.not-sent")))


def lost(tr: Catalogue, count: int, names: Sequence[str]) -> str:
    """That so many choices fell away, and whose letters are drafts by now; empty for nothing of it."""
    told = [tr("sprint.lost", n=count)] if count else []
    if names:
        who = ", ".join(names) if len(names) <= NAMES else tr("batch.people", n=len(names))
        told.append(tr("sprint.lost.letters", n=len(names), who=who))
    return " ".join(told)
