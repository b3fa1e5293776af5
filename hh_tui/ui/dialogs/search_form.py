"""The form of a search in the resume base: what hh.ru takes, completed by its suggests."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Button, Checkbox, Input, Static

from hh_tui.api.resume_query import ResumeQuery
from hh_tui.api.resume_search import SuggestKind
from hh_tui.errors import HHError, NotPaid
from hh_tui.i18n import Catalogue
from hh_tui.inbox.lists.choices import LEVELS, Choice, Choices, choice, of_languages
from hh_tui.inbox.resume_base.asked import TEXT, Asked, asked_for, problem_of, values_of
from hh_tui.inbox.resume_base.parameters import (
    BOXES,
    FIELD,
    LOGIC,
    ORDER,
    PERIODS,
    RESPONDED,
    SINGLE,
    SUGGESTED,
    YEARS,
    of_search,
)
from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.dialogs.key_sets import choice_keys
from hh_tui.ui.presenters import errors
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.people_search import found_line, like, named
from hh_tui.ui.widgets.choice_box import ChoiceBox, unpicked
from hh_tui.ui.widgets.field_focus import FieldFocus
from hh_tui.ui.widgets.line_input import LineInput
from hh_tui.ui.widgets.suggest_box import SuggestBox
from hh_tui.ui.widgets.tick_box import TickBox
from hh_tui.worker.session import ApiWorker

PAUSE: Final = 0.6
"""Seconds after the last change until it is asked how many there are."""


class ValuesRead(Message):
    """Values of some parameters came."""

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self.choices = choices


class Suggested(Message):
    """Completions of what was typed into a field."""

    def __init__(self, parameter: str, typed: str, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self.parameter = parameter
        self.typed = typed
        self.choices = choices


class Counted(Message):
    """How many people a query finds."""

    def __init__(self, query: ResumeQuery, found: int) -> None:
        super().__init__()
        self.query = query
        self.found = found


class AskingFailed(Message):
    """A read of the form failed."""

    def __init__(self, error: HHError) -> None:
        super().__init__()
        self.error = error


class SearchForm(Dialog[Asked | None]):
    """Leaving it changes nothing. Its reads spend no view; `known` holds the values read before."""

    CSS_PATH = "search_form.tcss"
    AUTO_FOCUS = "#text Input"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (38, "-high")]  # noqa: RUF012  (declared so by Textual)

    def __init__(
        self, begun: Asked, known: Choices, worker: ApiWorker, tr: Catalogue, keys: Callable[[str], str]
    ) -> None:
        super().__init__()
        self._begun = begun
        self._known = known
        self._worker = worker
        self._tr = tr
        self._keys = keys
        self._fields = FieldFocus(self)
        self._timer: Timer | None = None
        self._last: ResumeQuery | None = None

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        return choice_keys(self.apply, self.empty, self._fields.choose, self._fields.move, self.cancel)

    @property
    def scopes(self) -> Sequence[Scope]:
        """The keys of a form with choices; letters are typed."""
        return (Scope.FILTERS,)

    # What is seen

    def compose(self) -> ComposeResult:
        """A line for each thing that can be asked for, the usual ones first."""
        tr, query = self._tr, self._begun.query
        with Vertical(id="form") as frame:
            frame.border_title = Content(self._title())
            with VerticalScroll(id="fields", can_focus=False):
                words = [choice(one.text, one.text) for one in query.phrases]
                yield from self._row(TEXT, SuggestBox(tr("people.text"), words, id=TEXT, free=True))
                for parameter in (FIELD, LOGIC, YEARS):
                    yield from self._values(parameter)
                for parameter in SUGGESTED:
                    yield from self._row(
                        parameter, SuggestBox(tr("people.suggest"), self._chosen(parameter), id=parameter)
                    )
                    if parameter == "area":
                        yield from self._values("relocation")
                yield from self._span("pay", "salary_from", "salary_to")
                for parameter in BOXES[4:12]:
                    yield from self._values(parameter)
                yield from self._span("age", "age_from", "age_to")
                for parameter in BOXES[12:]:
                    yield from self._values(parameter)
                yield TickBox(
                    Content(tr(f"people.{RESPONDED}")),
                    query.search_in_responses,
                    id=RESPONDED,
                    classes="tick",
                    compact=True,
                )
            yield Static(id="count", markup=False)
            with Horizontal(id="ways"):
                ways = (("apply-filters", "apply"), ("empty-form", "wipe"), ("close-filters", "cancel"))
                for command, way in ways:
                    label = f"{self._keys(command)} {tr(f'people.way.{way}')}"
                    yield Button(Content(label), id=way, variant="primary" if way == "apply" else "default")

    def _title(self) -> str:
        """Where people have to be like somebody, that is told: no field says so."""
        return dotted((self._tr("people.form"), like(self._tr, self._begun.query, self._begun.names)))

    def _row(self, name: str, field: ChoiceBox) -> ComposeResult:
        with Horizontal(classes="row"):
            yield Static(self._tr(f"people.{name}"), classes="label", markup=False)
            yield field

    def _chosen(self, parameter: str) -> list[Choice]:
        ids = values_of(self._begun.query, parameter)
        return [choice(one, named(self._begun.names, parameter, one)) for one in ids]

    def _values(self, parameter: str) -> ComposeResult:
        anything = self._tr("people.any")
        box = ChoiceBox(anything, self._chosen(parameter), id=_widget(parameter), single=parameter in SINGLE)
        yield from self._row(parameter, box)

    def _span(self, name: str, low: str, high: str) -> ComposeResult:
        with Horizontal(classes="row"):
            yield Static(self._tr(f"people.{name}"), classes="label", markup=False)
            with Horizontal():
                yield self._number(low, self._tr("filter.from"))
                yield Static("–", classes="between", markup=False)
                yield self._number(high, self._tr("filter.to"))

    def _number(self, parameter: str, placeholder: str) -> Input:
        value = getattr(self._begun.query, parameter)
        text = "" if value is None else str(value)
        return LineInput(
            text, placeholder, id=parameter, classes="number", restrict=r"[\d  ]{0,12}", compact=True
        )

    # What can be chosen

    def on_mount(self) -> None:
        """Offer what is known; ask for the rest."""
        periods = tuple(choice(str(days), self._tr("people.days", n=days)) for days in PERIODS)
        self._known.setdefault("period", periods)
        self._offer(self._known)
        if not {ORDER, "language"} <= self._known.keys():
            self._read_values()
        self.changed()

    def _box(self, parameter: str) -> ChoiceBox:
        return self.query_one(f"#{_widget(parameter)}", ChoiceBox)

    def _offer(self, choices: Choices) -> None:
        for parameter in BOXES:
            if parameter in choices:
                self._box(parameter).choices = choices[parameter]

    @work(group="values", exclusive=True, exit_on_error=False)
    async def _read_values(self) -> None:
        """Dictionaries and languages (get-dictionaries, get-languages)."""
        client = self._worker.client
        try:
            dictionaries = await self._worker.read(client.dictionaries.all)
            self.post_message(ValuesRead(of_search(dictionaries)))
            languages = await self._worker.read(client.dictionaries.languages)
        except HHError as error:
            self.post_message(AskingFailed(error))
            return
        spoken = of_languages(languages, dictionaries.entries(LEVELS))
        self.post_message(ValuesRead({"language": spoken}))

    @on(ValuesRead)
    def values_read(self, message: ValuesRead) -> None:
        """Offer them."""
        self._known.update(message.choices)
        self._offer(message.choices)

    @on(AskingFailed)
    def asking_failed(self, message: AskingFailed) -> None:
        """The form works without it; say what is missing. That the base is not paid for stays there."""
        sentence = errors.explain(self._tr, message.error).sentence
        if isinstance(message.error, NotPaid):
            self.query_one("#count", Static).update(sentence)
        else:
            self.notify(sentence, severity="warning", markup=False)

    @on(SuggestBox.Asked)
    def asked(self, message: SuggestBox.Asked) -> None:
        """Let hh.ru complete it."""
        message.stop()
        self._complete(message.box.id or "", message.typed)
        if message.box.id == TEXT:
            self.changed()

    @work(group="suggests", exclusive=True, exit_on_error=False)
    async def _complete(self, parameter: str, typed: str) -> None:
        kind = SuggestKind(SUGGESTED.get(parameter, SuggestKind.KEYWORD))
        try:
            client = await self._worker.connected()
            found = await self._worker.read(partial(client.resume_search.suggest, kind, typed))
        except HHError as error:
            self.post_message(AskingFailed(error))
        else:
            choices = tuple(choice(one.id or one.text, one.text) for one in found)
            self.post_message(Suggested(parameter, typed, choices))

    @on(Suggested)
    def suggested(self, message: Suggested) -> None:
        """Offer it, unless something else was typed meanwhile."""
        self.query_one(f"#{message.parameter}", SuggestBox).suggest(message.typed, message.choices)

    # How many there are

    @on(Input.Changed, ".number")
    @on(ChoiceBox.Changed)
    @on(Checkbox.Changed)
    def changed(self) -> None:
        """Ask how many there are, once nothing more is changed."""
        if self._timer is not None:
            self._timer.stop()
        self.query_one("#count", Static).update(self._tr("people.counting"))
        self._timer = self.set_timer(PAUSE, self._ask_count)

    def _ask_count(self) -> None:
        query = self.asked_for().query
        if problem := problem_of(query):
            self.query_one("#count", Static).update(self._tr(f"filters.problem.{problem}"))
        else:
            self._last = query
            self._count(query)

    @work(group="count", exclusive=True, exit_on_error=False)
    async def _count(self, query: ResumeQuery) -> None:
        try:
            client = await self._worker.connected()
            found = await self._worker.read(partial(client.resume_search.count, query))
        except HHError as error:
            self.post_message(AskingFailed(error))
        else:
            self.post_message(Counted(query, found))

    @on(Counted)
    def counted(self, message: Counted) -> None:
        """Show the number; one of an older question comes too late."""
        if message.query == self._last:
            self.query_one("#count", Static).update(found_line(self._tr, message.found))

    # Going about

    @on(Button.Pressed, "#wipe")
    def empty(self) -> None:
        """Empty every field, and what has none."""
        self._begun = Asked()
        self.query_one("#form").border_title = Content(self._title())
        for box in self.query(ChoiceBox):
            box.clear()
        for line in self.query(".number").results(Input):
            line.value = ""
        self.query_one(f"#{RESPONDED}", Checkbox).value = False

    @on(Button.Pressed, "#cancel")
    def cancel(self) -> None:
        """Look for nobody."""
        self.answer(None)

    @on(Button.Pressed, "#apply")
    def apply(self) -> None:
        """Search, or say what is wrong."""
        self.query_one(f"#{TEXT}", SuggestBox).take_typed()
        if left := unpicked(self.query(ChoiceBox)):
            field = self._tr(f"people.{_parameter(left)}")
            told = self._tr("choice.unpicked", field=field, typed=left.words)
            self.notify(told, severity="warning", markup=False)
            return
        asked = self.asked_for()
        if problem := problem_of(asked.query):
            self.query_one("#count", Static).update(self._tr(f"filters.problem.{problem}"))
        else:
            self.answer(asked)

    def asked_for(self) -> Asked:
        """What the fields say; what has no field here stays as it was."""
        numbers: dict[str, int | None] = {}
        for parameter in ("age_from", "age_to", "salary_from", "salary_to"):
            digits = "".join(self.query_one(f"#{parameter}", Input).value.split())
            numbers[parameter] = int(digits) if digits else None
        chosen = {_parameter(box): box.chosen for box in self.query(ChoiceBox)}
        if typed := self.query_one(f"#{TEXT}", SuggestBox).words:
            chosen[TEXT] = (*chosen[TEXT], choice(typed, typed))
        responded = self.query_one(f"#{RESPONDED}", Checkbox).value
        return asked_for(self._begun, chosen, SINGLE, search_in_responses=responded, **numbers)


def _widget(parameter: str) -> str:
    """The id of a parameter's field: a widget's id has no full stop."""
    return parameter.replace(".", "-")


def _parameter(box: ChoiceBox) -> str:
    return (box.id or "").replace("-", ".")
