"""The form of an action, asked field by field as the server lists its arguments."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from hh_tui.errors import HHError
from hh_tui.inbox.decisions.forms import MESSAGE, Field, FieldKind, Form, Values
from hh_tui.inbox.letters.named_address import other_address
from hh_tui.inbox.letters.variables import ADDRESS, Facts, gaps
from hh_tui.plain.context import PlainContext
from hh_tui.plain.letter_questions import FindGaps, LetterQuestions, Offered
from hh_tui.ui.events import AddressesRead
from hh_tui.ui.presenters import actions
from hh_tui.ui.presenters.errors import explain
from hh_tui.ui.presenters.letter import two_addresses

Body = tuple[tuple[str, str], ...]


class FormQuestions:
    """Answers are kept as the form of the full screen keeps them."""

    def __init__(self, context: PlainContext, letters: LetterQuestions) -> None:
        self._context = context
        self._letters = letters

    async def ask(
        self,
        form: Form,
        begun: Callable[[], Values],
        templates: Sequence[Offered],
        facts: Facts,
        gaps_in: FindGaps = gaps,
        *,
        keep: Callable[[Values], None],
    ) -> Body | None:
        """What is to be sent, None where one leaves.

        `begun` tells what is kept by now. What was answered is given to `keep` as it comes; a template as it
        came does not take the place of words of one's own there. Addresses come first where there are any: a
        letter may name the one chosen.
        """
        context, values, known = self._context, dict(begun()), dict(facts)
        answers: dict[str, str | bool] = {}

        def worded(field_id: str, text: str) -> None:
            keep({**begun(), **answers, field_id: text})

        def words(field_id: str) -> str:
            return str(begun().get(field_id, ""))

        before, places = tuple(values.values()), dict[str, str]()
        for field in sorted(form.fields, key=lambda one: one.kind is not FieldKind.ADDRESS):
            if field.kind is FieldKind.LETTER:
                letter = await self._letters.ask(
                    templates,
                    known,
                    partial(words, field.id),
                    optional=form.can_be_silent,
                    gaps_in=gaps_in,
                    keep=partial(worded, field.id),
                )
                if letter is None:
                    return None
                values[field.id] = letter.text
                continue
            answer = await self._field(field, known, places)
            if answer is None:
                return None
            values[field.id] = answers[field.id] = answer
            keep({**begun(), **answers})
        silent = form.can_be_silent and not str(values.get(MESSAGE, "")).strip()
        if lacking := form.missing(values, silent=silent):
            context.terminal.say(*(actions.lacking(context.tr, form, one, context.key) for one in lacking))
            return None
        earlier = [places.get(str(value), "") for value in before]
        if not await self._is_meant(str(values.get(MESSAGE, "")), known.get(ADDRESS, ""), earlier, places):
            return None
        return form.body(values, silent=silent)

    async def _is_meant(
        self, letter: str, chosen: str, earlier: Sequence[str], places: Mapping[str, str]
    ) -> bool:
        """Whether the letter may go with the `chosen` address: another one in it is told, and asked about."""
        named = other_address(letter, chosen, earlier, places.values()) if places else ""
        if named:
            self._context.terminal.say(two_addresses(self._context.tr, named, chosen))
        return not named or await self._context.ask.confirm(self._context.tr("plain.address.as-is"))

    async def _field(self, field: Field, facts: dict[str, str], places: dict[str, str]) -> str | bool | None:
        context, tr = self._context, self._context.tr
        name = tr(key) if (key := f"argument.{field.id}") in tr else field.id
        if field.kind is FieldKind.SWITCH:
            return await context.ask.confirm(f"{name}?")
        if field.kind is FieldKind.ADDRESS:
            return await self._address(name, facts, places, needed=field.required)
        return await context.ask.line(name)

    async def _address(
        self, name: str, facts: dict[str, str], known: dict[str, str], *, needed: bool
    ) -> str | None:
        """The id of one of the employer's addresses (get-employer-addresses); empty for none of them.

        All of them become `known`, by their ids.
        """
        context, account = self._context, self._context.inbox.account
        if account is None or account.employer is None:
            return ""
        try:
            read = partial(context.session.client.employer.addresses, account.employer.id)
            places = [one for one in await context.session.read(read, what="addresses") if one.id]
        except HHError as error:
            context.terminal.say(explain(context.tr, error).sentence)
            return None if needed else ""
        known.update((one.id or "", one.line) for one in places)
        context.states.dispatch(AddressesRead(dict(known)))
        labels = [str(one.line or one.id) for one in places]
        chosen = await context.ask.choose(name, [*labels, *([] if needed else [context.tr("plain.none")])])
        if chosen is None:
            return None
        if chosen == len(places):
            return ""
        facts[ADDRESS] = places[chosen].line
        return places[chosen].id or ""
