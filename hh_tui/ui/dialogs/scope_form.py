"""Whose vacancies are listed: a department and managers, out of the server's own lists."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Static

from hh_tui.errors import HHError
from hh_tui.i18n import Catalogue
from hh_tui.inbox.lists.choices import Choice, choice, of_entries
from hh_tui.inbox.lists.vacancy_scope import VacancyScope
from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.presenters import errors
from hh_tui.ui.widgets.choice_box import ChoiceBox
from hh_tui.worker.session import ApiWorker


@dataclass
class Offered(Message):
    """The values of one field came, or why they did not."""

    field: str
    choices: tuple[Choice, ...] = ()
    error: HHError | None = None


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

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        return {
            "apply-filters": self.action_apply,
            "empty-form": self.action_empty,
            "form-choose": self.action_choose,
            "form-down": partial(self.action_move, 1),
            "form-up": partial(self.action_move, -1),
            "close-filters": self.action_cancel,
        }

    @property
    def scopes(self) -> Sequence[Scope]:
        """The keys of a form of choices; letters are typed."""
        return (Scope.FILTERS,)

    def compose(self) -> ComposeResult:
        """A field for each, and the ways out."""
        tr, scope = self._tr, self._scope
        with Vertical(classes="form") as frame:
            frame.border_title = Content(tr("whose.title"))
            for field, chosen in (
                ("department", (scope.department,) if scope.department else ()),
                ("managers", scope.managers),
            ):
                yield Static(tr(f"whose.{field}"), classes="label", markup=False)
                yield ChoiceBox(tr("whose.all"), chosen, id=field, single=field == "department")
                yield Static(id=f"{field}-problem", classes="trouble", markup=False)
            with Horizontal(classes="ways"):
                for command, way in (
                    ("apply-filters", "apply"),
                    ("empty-form", "wipe"),
                    ("close-filters", "cancel"),
                ):
                    label = f"{self._keys(command)} {tr(f'filters.{way}')}"
                    yield Button(Content(label), id=way, variant="primary" if way == "apply" else "default")

    def on_mount(self) -> None:
        """Ask for both lists; a list that can't be read takes nothing from the other one."""
        for problem in self.query(".trouble"):
            problem.display = False
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

    @property
    def _box(self) -> ChoiceBox | None:
        return self.focused.parent if self.focused and isinstance(self.focused.parent, ChoiceBox) else None

    def action_move(self, delta: int) -> None:
        """Among what is offered, else to the field above or below."""
        if (box := self._box) is not None and box.is_offering:
            box.move(delta)
        elif delta > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def action_choose(self) -> None:
        """Take what is offered, press; anywhere else go on to the next field."""
        focused = self.focused
        if (box := self._box) is not None and box.take():
            return
        if isinstance(focused, Button):
            focused.press()
        else:
            self.focus_next()

    @on(Button.Pressed, "#wipe")
    def action_empty(self) -> None:
        """Choose nothing: all vacancies."""
        for box in self.query(ChoiceBox):
            box.clear()

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Leave the list as it is."""
        self.answer(None)

    @on(Button.Pressed, "#apply")
    def action_apply(self) -> None:
        """List those."""
        department = next(iter(self.query_one("#department", ChoiceBox).chosen), None)
        self.answer(VacancyScope(department, self.query_one("#managers", ChoiceBox).chosen))
