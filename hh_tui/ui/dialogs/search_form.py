"""The form of a search in the resume base: what hh.ru takes, completed by its suggests."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Final

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Button, Checkbox, Input, Static

from hh_tui.api.models.found_resume import Suggestion
from hh_tui.api.resume_query import ResumeQuery
from hh_tui.api.resume_search import SuggestKind
from hh_tui.errors import HHError, NotPaid
from hh_tui.i18n import Catalogue
from hh_tui.i18n.keyboard import other_layout
from hh_tui.inbox.lists.choices import Choices, choice
from hh_tui.inbox.resume_base.asked import Asked, asked_for, folders_in, problem_of, unnamed
from hh_tui.inbox.resume_base.parameters import (
    BOXES,
    DIRECTORIES,
    FOLDER,
    PERIODS,
    PLACES,
    SINGLE,
    SUGGESTED,
    TEXT,
    TICKS,
)
from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.dialogs.key_sets import choice_keys
from hh_tui.ui.dialogs.search_answers import AskingFailed, Counted, Suggested, ValuesNamed, ValuesRead
from hh_tui.ui.dialogs.search_fields import NUMBERS, SearchFields, parameter_of, widget_id
from hh_tui.ui.dialogs.search_values import SearchValues
from hh_tui.ui.presenters import errors
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.keyed import keyed
from hh_tui.ui.presenters.people_search import found_line, like
from hh_tui.ui.textual_private import size_classes
from hh_tui.ui.widgets.choice_box import ChoiceBox, unpicked
from hh_tui.ui.widgets.field_focus import FieldFocus
from hh_tui.ui.widgets.suggest_box import SuggestBox
from hh_tui.worker.session import ApiWorker

PAUSE: Final = 0.6
"""Seconds after the last change until it is asked how many there are."""


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
        self._values = SearchValues(known, worker)
        self._worker = worker
        self._tr = tr
        self._keys = keys
        self._fields = FieldFocus(self)
        self._reading: set[str] = set()
        """Parameters whose directories are being read."""
        self._timer: Timer | None = None
        self._last: ResumeQuery | None = None
        self._is_closed = False
        """Whether the resume base was not bought."""

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
        """The fields, how many people they find, and what can be done."""
        tr = self._tr
        self.add_class(*size_classes(self, self.app.size))
        with Vertical(id="form") as frame:
            frame.border_title = Content(self._title())
            with VerticalScroll(id="fields", can_focus=False):
                yield from SearchFields(self._begun, tr).compose()
            yield Static(id="count", markup=False)
            with Horizontal(id="ways"):
                ways = (("apply-filters", "apply"), ("empty-form", "wipe"), ("close-filters", "cancel"))
                for command, way in ways:
                    label = keyed(self._keys(command), tr(f"people.way.{way}"))
                    yield Button(Content(label), id=way, variant="primary" if way == "apply" else "default")

    def _title(self) -> str:
        """Where people have to be like somebody, that is told: no field says so."""
        return dotted((self._tr("people.form"), like(self._tr, self._begun.query, self._begun.names)))

    # What can be chosen

    def on_mount(self) -> None:
        """Offer what is known; ask for the rest."""
        periods = tuple(choice(str(days), self._tr("people.days", n=days)) for days in PERIODS)
        self._values.known.setdefault("period", periods)
        self._offer(BOXES)
        if not self._values.are_read:
            self._read_values()
        self._name_begun()
        self.changed()

    def _name_begun(self) -> None:
        """A saved search tells ids alone: words for them are read, and what no field is about is told."""
        for parameter in SUGGESTED:
            if ids := unnamed(self._begun, parameter):
                self._read_names(parameter, ids)
        for parameter in DIRECTORIES:
            if unnamed(self._begun, parameter) and not self._values.is_known(parameter):
                self._read_directory(parameter)
        if self._begun.left:
            told = self._tr("people.saved.left", names=", ".join(self._begun.left))
            self.notify(told, severity="warning", markup=False, timeout=15)

    @work(group="names", exit_on_error=False)
    async def _read_names(self, parameter: str, ids: Sequence[str]) -> None:
        try:
            choices = await self._values.named(parameter, ids)
        except HHError as error:
            self.post_message(AskingFailed(error))
        else:
            self.post_message(ValuesNamed(parameter, choices))

    @on(ValuesNamed)
    def values_named(self, message: ValuesNamed) -> None:
        """What was chosen before has a name."""
        self._box(message.parameter).choices = message.choices

    def _box(self, parameter: str) -> ChoiceBox:
        return self.query_one(f"#{widget_id(parameter)}", ChoiceBox)

    def _offer(self, parameters: Iterable[str]) -> None:
        """The values that are known of these; what lies in an area goes by the areas chosen."""
        areas = self._box("area").ids
        for parameter in parameters:
            if self._values.is_known(parameter):
                box, values = self._box(parameter), self._values.of(parameter, areas)
                if box.choices != values:
                    box.choices = values

    @work(group="values", exclusive=True, exit_on_error=False)
    async def _read_values(self) -> None:
        """Dictionaries and languages (get-dictionaries, get-languages)."""
        try:
            choices = await self._values.dictionaries()
        except HHError as error:
            self.post_message(AskingFailed(error))
        else:
            self.post_message(ValuesRead(tuple(choices)))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A long directory is read for whoever comes to its field."""
        box = event.widget.parent
        parameter = parameter_of(box) if isinstance(box, ChoiceBox) else ""
        if self._values.is_known(parameter):
            self._offer((parameter,))
        elif parameter in DIRECTORIES - self._reading:
            self._reading.add(parameter)
            self._read_directory(parameter)

    @work(group="directories", exit_on_error=False)
    async def _read_directory(self, parameter: str) -> None:
        """One that could not be read is asked for again when one comes back to its field."""
        try:
            await self._values.directory(parameter)
        except HHError as error:
            self.post_message(AskingFailed(error))
        else:
            self.post_message(ValuesRead((parameter,)))
        finally:
            self._reading.discard(parameter)

    @on(ValuesRead)
    def values_read(self, message: ValuesRead) -> None:
        """Offer them."""
        self._offer(one for one in BOXES if one in message.parameters)

    @on(ChoiceBox.Changed)
    def chosen_anew(self) -> None:
        """In other areas there are other districts, and another metro."""
        self._offer(PLACES)

    @on(AskingFailed)
    def asking_failed(self, message: AskingFailed) -> None:
        """The form works without it; say what is missing. That the base is not paid for stays there."""
        sentence = errors.explain(self._tr, message.error).sentence
        if isinstance(message.error, NotPaid):
            self._is_closed = True
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
        """What hh.ru makes of what was typed; of nothing, what the same keys say in the other layout."""
        kind = SuggestKind(SUGGESTED.get(parameter, SuggestKind.KEYWORD))
        try:
            client = await self._worker.connected()
            found: Sequence[Suggestion] = ()
            for words in dict.fromkeys((typed, other_layout(typed))):
                found = found or await self._worker.read(partial(client.resume_search.suggest, kind, words))
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

    @on(Input.Changed, f".number, #{FOLDER}")
    @on(ChoiceBox.Changed)
    @on(Checkbox.Changed)
    def changed(self) -> None:
        """Ask how many there are, once nothing more is changed; never again where the base was not bought."""
        if self._is_closed:
            return
        if self._timer is not None:
            self._timer.stop()
        self.query_one("#count", Static).update(self._tr("people.counting"))
        self._timer = self.set_timer(PAUSE, self._ask_count)

    def _problem(self, query: ResumeQuery) -> str | None:
        """What hh.ru would not understand, or what names no folder, which asks for everybody."""
        typed = self.query_one(f"#{FOLDER}", Input).value.strip()
        return "folder-number" if typed and not query.folder else problem_of(query)

    def _ask_count(self) -> None:
        query = self.asked_for().query
        if problem := self._problem(query):
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
        self.query_one(f"#{FOLDER}", Input).value = ""
        for tick in self.query(Checkbox):
            tick.value = False

    @on(Button.Pressed, "#cancel")
    def cancel(self) -> None:
        """Look for nobody."""
        self.answer(None)

    @on(Button.Pressed, "#apply")
    def apply(self) -> None:
        """Search, or say what is wrong."""
        self.query_one(f"#{TEXT}", SuggestBox).take_typed()
        if left := unpicked(self.query(ChoiceBox)):
            field = self._tr(f"people.{parameter_of(left)}")
            told = self._tr("choice.unpicked", field=field, typed=left.words)
            self.notify(told, severity="warning", markup=False)
            return
        asked = self.asked_for()
        if problem := self._problem(asked.query):
            self.query_one("#count", Static).update(self._tr(f"filters.problem.{problem}"))
        else:
            self.answer(asked)

    def asked_for(self) -> Asked:
        """What the fields say; what has no field here stays as it was."""
        numbers: dict[str, int | None] = {}
        for parameter in NUMBERS:
            digits = "".join(self.query_one(f"#{parameter}", Input).value.split())
            numbers[parameter] = int(digits) if digits else None
        chosen = {parameter_of(box): box.chosen for box in self.query(ChoiceBox)}
        if typed := self.query_one(f"#{TEXT}", SuggestBox).words:
            chosen[TEXT] = (*chosen[TEXT], choice(typed, typed))
        ticks = {one: self.query_one(f"#{one}", Checkbox).value for one in TICKS}
        folder = folders_in(self.query_one(f"#{FOLDER}", Input).value)
        return asked_for(self._begun, chosen, SINGLE, folder=folder, **ticks, **numbers)
