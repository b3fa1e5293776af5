"""Letters begun and not sent, in words: to whom, on which vacancy, and how each begins."""

from collections.abc import Mapping
from typing import Final

from hh_tui.i18n.text import one_line
from hh_tui.inbox.letters.begun_letters import BegunLetter
from hh_tui.inbox.lists.known_people import KnownPerson
from hh_tui.system.structs import replace
from hh_tui.ui.presenters import known_people
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.letter_beginning import in_words
from hh_tui.ui.presenters.render_context import RenderContext

FIRST: Final = 64
"""Characters of a letter in the list: a line of it in a narrow window."""

MORE: Final = 400
"""Characters of a letter that is asked about by itself."""


def named(ctx: RenderContext, person: KnownPerson) -> KnownPerson:
    """With words in the place of a name that hh.ru does not tell."""
    return person if person.name else replace(person, name=ctx.tr("candidate.nameless"))


def line(
    ctx: RenderContext, letter: BegunLetter, person: KnownPerson | None, vacancies: Mapping[str, str]
) -> str:
    """The candidate and the vacancy; of whom nothing is known any more the first words of the letter."""
    if person is None:
        return first_words(ctx, letter.text, FIRST)
    who = known_people.line(ctx, named(ctx, person), vacancies)
    return dotted((who, ctx.tr("drafts.in-form") if letter.action_id else ""))


def below(ctx: RenderContext, letter: BegunLetter, person: KnownPerson | None) -> str:
    """A second line: the first words, or why those are all there is."""
    return f"\n  {first_words(ctx, letter.text, FIRST) if person else ctx.tr('drafts.unknown')}"


def first_words(ctx: RenderContext, text: str, most: int) -> str:
    """The beginning of a letter in one line, its variables in words."""
    line = one_line(in_words(ctx.tr, text[: 2 * most]))
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def detail(ctx: RenderContext, choose: str, elsewhere: int) -> str:
    """In which order they stand, what choosing does, and how many letters are begun at other places."""
    return " ".join(filter(None, (ctx.tr("drafts.order", key=choose), beside(ctx, elsewhere))))


def beside(ctx: RenderContext, elsewhere: int) -> str:
    """How many letters are begun where several are written to; empty for none."""
    return ctx.tr("drafts.elsewhere", n=elsewhere) if elsewhere else ""
