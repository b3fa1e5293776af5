"""Whose vacancies are listed: a department and managers, out of the server's own lists."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Static

from hh_tui.errors import HHError
from hh_tui.i18n import Catalogue
from hh_tui.inbox.lists.choices import Choice, choice, of_entries
from hh_tui.inbox.lists.vacancy_scope import VacancyScope
from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.dialogs.key_sets import choice_keys
from hh_tui.ui.presenters import errors
from hh_tui.ui.presenters.keyed import keyed
from hh_tui.ui.widgets.choice_box import ChoiceBox, unpicked
from hh_tui.ui.widgets.field_focus import FieldFocus
from hh_tui.ui.widgets.form_frame import FormFrame
from hh_tui.worker.session import ApiWorker


class Offered(Message):
    """The values of one field came, or why they did not."""

    def __init__(self, field: str, choices: tuple[Choice, ...] = (), error: HHError | None = None) -> None:
        super().__init__()
        self.field = field
        self.choices = choices
        self.error = error


class ScopeForm(Dialog[VacancyScope | None]):
    """Returns the choice, or None when nothing is to change. Both lists are read once it is open."""

    CSS_PATH = "form.tcss"
    AUTO_FOCUS = "#department Input"

    def __init__(
        self,
        employer_id: str,
        scope: VacancyScope,
        worker: ApiWorker,
        tr: Catalogue,
        keys: Callable[[str], str],
    ) -> None:
        super().__init__()
        self._employer_id = employer_id
        self._scope = scope
        self._worker = worker
        self._tr = tr
        self._keys = keys
        self._fields = FieldFocus(self)

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        return choice_keys(self.apply, self.empty, self._fields.choose, self._fields.move, self.cancel)

    @property
    def scopes(self) -> Sequence[Scope]:
        """The keys of a form of choices; letters are typed."""
        return (Scope.FILTERS,)

    def compose(self) -> ComposeResult:
        """A field for each, and the ways out."""
        tr, scope = self._tr, self._scope
        department = (scope.department,) if scope.department else ()
        yield FormFrame(
            tr("whose.title"),
            *self._field("department", department, single=True),
            *self._field("managers", scope.managers, single=False),
            buttons=[
                (way, keyed(self._keys(command), tr(f"filters.{way}")))
                for command, way in (
                    ("apply-filters", "apply"),
                    ("empty-form", "wipe"),
                    ("close-filters", "cancel"),
                )
            ],
            text=None,
        )

    def _field(self, field: str, chosen: tuple[Choice, ...], *, single: bool) -> tuple[Widget, ...]:
        """A choice with its label, and the place where it says why there is nothing to choose from."""
        problem = Static(id=f"{field}-problem", classes="trouble", markup=False)
        problem.display = False
        label = Static(self._tr(f"whose.{field}"), classes="label", markup=False)
        return label, ChoiceBox(self._tr("whose.all"), chosen, id=field, single=single), problem

    def on_mount(self) -> None:
        """Ask for both lists; a list that can't be read takes nothing from the other one."""
        self.read_lists()

    @work(group="lists", exclusive=True, exit_on_error=False)
    async def read_lists(self) -> None:
        """Departments, then managers."""
        employer = self._worker.client.employer
        try:
            departments = await self._worker.read(partial(employer.departments, self._employer_id))
            self.post_message(Offered("department", of_entries(departments)))
        except HHError as error:
            self.post_message(Offered("department", error=error))
        try:
            managers = await self._worker.read(partial(employer.managers, self._employer_id), what="managers")
            people = tuple(choice(one.id, one.name, one.position or "") for one in managers)
            self.post_message(Offered("managers", people))
        except HHError as error:
            self.post_message(Offered("managers", error=error))

    @on(Offered)
    def offered(self, message: Offered) -> None:
        """Offer them, or say in their place why there is nothing to choose from."""
        self.query_one(f"#{message.field}", ChoiceBox).choices = message.choices
        problem = self.query_one(f"#{message.field}-problem", Static)
        if message.error is not None:
            problem.update(errors.explain(self._tr, message.error).sentence)
        elif not message.choices:
            problem.update(self._tr(f"whose.{message.field}.none"))
        problem.display = message.error is not None or not message.choices

    @on(Button.Pressed, "#wipe")
    def empty(self) -> None:
        """Choose nothing: all vacancies."""
        for box in self.query(ChoiceBox):
            box.clear()

    @on(Button.Pressed, "#cancel")
    def cancel(self) -> None:
        """Leave the list as it is."""
        self.answer(None)

    @on(Button.Pressed, "#apply")
    def apply(self) -> None:
        """List those, or say what is not chosen yet."""
        if left := unpicked(self.query(ChoiceBox)):
            problem = self.query_one(f"#{left.id}-problem", Static)
            problem.update(self._tr("choice.unpicked", field=self._tr(f"whose.{left.id}"), typed=left.words))
            problem.display = True
            return
        department = next(iter(self.query_one("#department", ChoiceBox).chosen), None)
        self.answer(VacancyScope(department, self.query_one("#managers", ChoiceBox).chosen))
