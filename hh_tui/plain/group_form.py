"""The form of an action for everybody marked: one letter for all of them, or one with the name of each."""

from collections.abc import Callable
from functools import partial

from hh_tui.api.models import Action
from hh_tui.errors import HHError
from hh_tui.inbox.decisions.bulk_decision import is_of_many_vacancies
from hh_tui.inbox.decisions.forms import Form, Values
from hh_tui.inbox.decisions.selection_actions import Chosen
from hh_tui.inbox.letters import bulk_form
from hh_tui.inbox.letters.letter_pattern import closed_gaps, personal, shared
from hh_tui.inbox.letters.step_letters import own_letters
from hh_tui.inbox.letters.variables import Facts
from hh_tui.inbox.snapshot.rows import Row
from hh_tui.plain.context import PlainContext
from hh_tui.plain.form_questions import Body, FormQuestions
from hh_tui.plain.letter_questions import Wording
from hh_tui.ui.events import FormKept
from hh_tui.ui.presenters.errors import explain


class GroupForm:
    """Begins with the words that are kept for the action; `facts_of` is what a letter can say of one."""

    def __init__(self, context: PlainContext, forms: FormQuestions, facts_of: Callable[[Row], Facts]) -> None:
        self._context = context
        self._forms = forms
        self._facts_of = facts_of

    async def ask(self, form: Form, people: Chosen) -> Body | None:
        """What is to be sent to all of them, None where one leaves."""
        context, key = self._context, bulk_form.place(form.action.id)
        count = context.tr("batch.people", n=len(people))

        def begun() -> Values:
            return context.inbox.sheets.get(key, {})

        if others := bulk_form.of_others(begun(), people):
            context.say("plain.letter.of-others", n=others)

        def keep(values: Values) -> None:
            context.states.dispatch(FormKept(key, bulk_form.marked(values, people), count))
            context.disk.texts_changed()

        facts = self._facts_of_all(people)
        letters = await self._letters(form.action, facts) if form.has_letter else ()
        return await self._forms.ask(
            form, lambda: bulk_form.unmarked(begun()), letters, facts, closed_gaps, keep=keep
        )

    def _facts_of_all(self, people: Chosen) -> Facts:
        """What is the same for all of them; their names are filled in for each."""
        facts = dict(self._facts_of(next(iter(people.values()))))
        facts.pop("name", None)
        if is_of_many_vacancies(self._context.inbox, people):
            facts.pop("vacancy", None)
        return facts

    async def _letters(self, action: Action, facts: Facts) -> tuple[Wording, ...]:
        """The company's for where the action leads, as one text for all, then with the name of each.

        What hh.ru fills in itself is for one candidate alone.
        """
        context, tr, account = self._context, self._context.tr, self._context.inbox.account
        if account is None or account.employer is None:
            return ()
        try:
            read = partial(context.session.client.templates.mail, account.employer.id)
            found = own_letters(await context.session.read(read, what="templates"), action)
        except HHError as error:
            context.terminal.say(explain(tr, error).sentence)
            return ()
        words, letters = (tr("variable.name"), tr("variable.vacancy")), list[Wording]()
        for one in found:
            name, same, own = (
                one.name or one.id,
                shared(*words).worded(one, facts),
                personal(*words).worded(one, facts),
            )
            letters.append(Wording(name, same))
            if own != same:
                letters.append(Wording(tr("plain.letter.by-name", name=name), own))
        return tuple(letters)
