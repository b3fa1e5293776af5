"""A letter, begun with a template or typed; the draft is kept until it is handed over."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct

from hh_tui.api.models import Negotiation, Template
from hh_tui.errors import HHError
from hh_tui.files.letter_templates import OwnTemplate, read_templates
from hh_tui.inbox.letters.letter_pattern import own_letter
from hh_tui.inbox.letters.variables import Facts, Gap, gaps
from hh_tui.plain.context import PlainContext
from hh_tui.plain.typed_letter import TypedLetter
from hh_tui.settings.locations import templates_folder
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.presenters.letter import unfilled


class Letter(Struct, frozen=True):
    """The words of a letter; `is_own` unless they are a template as it came: it comes anew another time."""

    text: str
    is_own: bool = True


class Wording(Struct, frozen=True):
    """A letter of the company, worded for those who get it."""

    name: str
    text: str


Offered = Template | Wording
"""A letter that hh.ru has: one that it fills in for a candidate, or words."""

Beginning = Offered | OwnTemplate | str
"""What a letter begins with: one of hh.ru, one's own, or the draft."""


FindGaps = Callable[[str], tuple[Gap, ...]]
"""Finds what must be filled in before a text can go."""


class LetterQuestions:
    """Asks for the words of a letter."""

    def __init__(self, context: PlainContext) -> None:
        self._context = context

    async def ask(
        self,
        templates: Sequence[Offered],
        facts: Facts,
        draft: Callable[[], str],
        *,
        optional: bool,
        gaps_in: FindGaps = gaps,
        keep: Callable[[str], None],
    ) -> Letter | None:
        """The letter, empty for none where it is `optional`; None where one leaves without an answer.

        What has a gap, as `gaps_in` finds them, is not taken. `draft` tells what is begun by now. What is
        typed is given to `keep` line by line, below that until its end.
        """
        context = self._context
        own = await asyncio.to_thread(read_templates, templates_folder())
        offered: list[tuple[str, Beginning]] = [(_label(one), one) for one in templates]
        offered += [(f"{one.name} ({context.tr('templates.own')})", one) for one in own.templates]
        others = [context.tr("plain.letter.type"), *([context.tr("plain.letter.none")] if optional else [])]

        while True:
            words = draft()
            begun = [(context.tr("plain.letter.draft"), words), *offered] if words else offered
            place = 0
            if begun or optional:
                found = await context.ask.choose(
                    context.tr("plain.letter.with"), [*(name for name, _ in begun), *others]
                )
                if found is None:
                    return None
                place = found
            if place == len(begun) + 1:
                return Letter("", is_own=False)
            beginning = begun[place][1] if place < len(begun) else ""
            letter = await self._words(beginning, facts, gaps_in, TypedLetter(draft, keep))
            if letter is not None:
                return letter
            if not draft() and not begun and not optional:
                return None

    async def _words(
        self, beginning: Beginning, facts: Facts, gaps_in: FindGaps, new: TypedLetter
    ) -> Letter | None:
        """The words, as they are or typed anew; None where there are none yet."""
        context = self._context
        text = await self._filled(beginning, facts)
        if text:
            context.terminal.say(text)
            if missing := gaps_in(text):
                context.terminal.say(unfilled(context.tr, missing))
            elif await context.ask.confirm(context.tr("plain.letter.take")):
                return Letter(text, is_own=isinstance(beginning, str))
        if new.has_earlier:
            context.say("plain.letter.replaces")
        typed = await context.ask.text(context.tr("plain.letter.text"), new.typed)
        if typed:
            new.ended()
        if typed and (missing := gaps_in(typed)):
            context.terminal.say(unfilled(context.tr, missing))
            return None
        return Letter(typed) if typed else None

    async def _filled(self, beginning: Beginning, facts: Facts) -> str:
        context = self._context
        if isinstance(beginning, str):
            return beginning
        if isinstance(beginning, Wording):
            return beginning.text
        if isinstance(beginning, OwnTemplate):
            return own_letter(beginning.text, facts)
        try:
            read = partial(context.session.client.templates.filled, beginning)
            found = await context.session.read(read, what="template")
        except HHError as error:
            context.terminal.say(explain(context.tr, error).sentence)
            return ""
        return found.mail.text if found.mail else ""


def _label(letter: Offered) -> str:
    return letter.name if isinstance(letter, Wording) else letter.name or letter.id


def name_of(negotiation: Negotiation) -> tuple[str, str]:
    """Under which a draft is kept: by the negotiation, with the name of whom it is for."""
    return negotiation.id, (negotiation.resume.name or "") if negotiation.resume else ""
