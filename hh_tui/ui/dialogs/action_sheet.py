"""The sheet of an action: a form made from the arguments that the server listed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Checkbox, Input, Select, Static

from hh_tui.api.models import MailTemplate, Template
from hh_tui.errors import HHError
from hh_tui.i18n import Catalogue
from hh_tui.inbox.decisions.forms import MESSAGE, FieldKind, Form, Values
from hh_tui.inbox.letters.letter_pattern import GroupLetter
from hh_tui.inbox.letters.step_letters import own_letters
from hh_tui.inbox.letters.variables import ADDRESS, Facts, gaps, wording
from hh_tui.keys.registry import Scope
from hh_tui.ui.commands import Handler
from hh_tui.ui.dialogs.base import Dialog
from hh_tui.ui.dialogs.sheet_address import SheetAddress
from hh_tui.ui.dialogs.sheet_fields import field_widgets, fit, widget_id
from hh_tui.ui.dialogs.sheet_outcome import SheetOutcome
from hh_tui.ui.dialogs.sheet_reads import AddressesRead, Beginning, Filled, SheetReadFailed, WordingsRead
from hh_tui.ui.dialogs.sheet_values import typed_values
from hh_tui.ui.dialogs.sheet_ways import ways
from hh_tui.ui.dialogs.template_picker import Writing, offered
from hh_tui.ui.letter_editing import LetterEditing, show_beginning
from hh_tui.ui.presenters import actions, errors
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.hints import selecting
from hh_tui.ui.typed_on import TypedOn
from hh_tui.ui.widgets.template_row import TemplateRow
from hh_tui.ui.widgets.text_editor import TextEditor
from hh_tui.worker.session import ApiWorker


class ActionSheet(Dialog[SheetOutcome]):
    """Fills in one action for one candidate. Leaving it never sends; `F2` and `F3` are the ways to send.

    `templates` are offered behind those of the action, `facts` fill own ones, `note` stands above it all. The
    letter `of_group` goes to several people: it begins with the company's letters for this step.
    `when` asks for a moment to send it at; without it there is no sending later from here. A letter `chosen`
    beforehand stands in it at once. `again` says below by which keys the last decision is made once more.
    """

    CSS_PATH = "sheet.tcss"
    AUTO_FOCUS = ".field"

    def __init__(
        self,
        form: Form,
        candidate: str,
        values: Values,
        employer_id: str | None,
        worker: ApiWorker,
        tr: Catalogue,
        keys: Callable[[str], str],
        keep: Callable[[Values], None],
        *,
        templates: tuple[Template, ...] = (),
        facts: Facts | None = None,
        note: str = "",
        of_group: GroupLetter | None = None,
        when: Callable[[Callable[[datetime], None]], None] | None = None,
        chosen: Beginning | None = None,
        again: str = "",
    ) -> None:
        super().__init__()
        self._keep, self._when, self._chosen, self._again = keep, when, chosen, again
        self._form, self._candidate = form, candidate
        self._templates = () if of_group else form.action.templates
        self._more_templates = templates
        self._facts: Facts = facts or {}
        self._of_group = of_group
        self._wordings: tuple[MailTemplate, ...] = ()
        self._letters: tuple[Beginning, ...] = ()
        self._note = note
        self._begun = self._kept = values
        self._filled_in = ""
        self._template: Template | None = None
        self._employer_id, self._worker = employer_id, worker
        self._tr, self._keys = tr, keys
        begun = (values.get(one.id) for one in form.fields if one.kind is FieldKind.ADDRESS)
        self._address = SheetAddress(lambda: next(iter(self.query(Select)), None), next(begun, ""))
        self.typed_on = TypedOn()
        self._letter = LetterEditing(self.writing, of_group.gaps if of_group else gaps)

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What its keys do."""
        return {
            "confirm": self.confirm,
            "confirm-silent": self.confirm_silent,
            "confirm-later": self.confirm_later,
            "sheet-template": self._letter.take_template,
            "sheet-editor": self._letter.open_editor,
            "sheet-personal": self.personalise,
            "cancel-sheet": self.cancel,
        }

    @property
    def scopes(self) -> Sequence[Scope]:
        """The sheet's own keys; letters are typed."""
        return (Scope.SHEET,)

    def compose(self) -> ComposeResult:
        """Templates, the fields in the server's order, what is missing, and the ways out."""
        tr = self._tr
        with Vertical(id="sheet") as frame:
            frame.border_title = Content(f"{actions.label(self._form.action)} · {self._candidate}")
            keys = self._letter_keys() if self._form.has_letter else ""
            select = selecting(tr, self._keys) if self._form.has_letter else ""
            frame.border_subtitle = Content(dotted((keys, self._again or select)))
            with VerticalScroll(id="fields", can_focus=False):
                if self._note:
                    yield Static(self._note, id="note", markup=False)
                yield Static(id="addressed", markup=False)
                if self._form.has_letter:
                    yield TemplateRow(tr("sheet.templates"), id="templates")
                for field in self._form.fields:
                    yield from field_widgets(tr, self._form, field, self._begun)
            yield Static(id="missing", markup=False)
            with Horizontal(id="ways"):
                yield from ways(tr, self._keys, self._form, later=self._when is not None)

    def on_mount(self) -> None:
        """Fetch what the server fills in; the first template where nothing was written yet."""
        if self._form.has_letter and self._templates:
            self._begin(tuple(Beginning(one.name or one.id, one) for one in self._templates))
        elif self._form.has_letter and self._of_group and self._employer_id:
            self._read_wordings(self._employer_id)
        if self._chosen is not None:
            self._take(self._chosen, wanted=True)
        if any(field.kind is FieldKind.ADDRESS for field in self._form.fields) and self._employer_id:
            self._read_addresses(self._employer_id)
        self.screen_layout_refresh_signal.subscribe(self, self._fit)
        if (area := self._letter_area()) is not None:
            show_beginning(area)
        self._show_missing()

    def on_resize(self) -> None:
        """Another window has another room for the fields."""
        self._fit()

    def _fit(self, _: object = None) -> None:
        """The ways out stay in sight, and the fields below the letter; a longer form scrolls."""
        fit(self.query_one("#fields"), self.room)

    def _begin(self, letters: tuple[Beginning, ...]) -> None:
        """Offer these letters; the first of them stands there where nothing was written yet."""
        self._letters = letters
        self.query_one(TemplateRow).names = tuple(one.name for one in letters)
        if letters and not self._begun.get(MESSAGE) and self._chosen is None:
            self._take(letters[0])

    @work(group="wordings", exclusive=True, exit_on_error=False)
    async def _read_wordings(self, employer_id: str) -> None:
        with self._telling():
            found = await self._worker.read(partial(self._worker.client.templates.mail, employer_id))
            self.post_message(WordingsRead(found))

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """What can't be read is told; the form works without it."""
        try:
            yield
        except HHError as error:
            self.post_message(SheetReadFailed(error))

    @on(WordingsRead)
    def wordings_read(self, message: WordingsRead) -> None:
        """A letter to several people begins with one of the company's for this step."""
        self._wordings = own_letters(message.wordings, self._form.action)
        self._begin(self._worded())

    def _worded(self) -> tuple[Beginning, ...]:
        worded = self._of_group.worded if self._of_group else wording
        return tuple(Beginning(one.name or one.id, text=worded(one, self._facts)) for one in self._wordings)

    @property
    def letter_ways(self) -> tuple[str, ...]:
        """What helps with the letter."""
        return ("template", "editor")

    def _letter_keys(self) -> str:
        keys = {way: self._keys(f"sheet-{way}") for way in self.letter_ways}
        return dotted(tuple(self._tr(f"hint.{way}", key=key) for way, key in keys.items() if key))

    def personalise(self) -> None:
        """A letter to one candidate is theirs already, and so is each that a sprint makes of its form."""
        self.warn(self._tr("sheet.personal-already" if self._of_group else "sheet.not-personal"))

    def letter_changed(self) -> None:
        """Other words stand in it."""

    @work(group="template", exclusive=True, exit_on_error=False)
    async def _take(self, letter: Beginning, *, wanted: bool = False) -> None:
        text, read = letter.text, partial(self._worker.read, what="template")
        with self._telling():
            if letter.template is not None:
                filled = await read(partial(self._worker.client.templates.filled, letter.template))
                text = filled.mail.text if filled.mail else ""
            self.post_message(Filled(letter.template, text, wanted))

    @work(group="addresses", exclusive=True, exit_on_error=False)
    async def _read_addresses(self, employer_id: str) -> None:
        with self._telling():
            read = partial(self._worker.client.employer.addresses, employer_id)
            self.post_message(AddressesRead(await self._worker.read(read, what="addresses")))

    @on(Filled)
    def template_filled(self, message: Filled) -> None:
        """Put the letter in; over a letter of one's own only when one asked for it."""
        area, text = self._letter_area(), message.text
        if area is None or not text:
            return
        untouched = area.text.strip() in {"", self._filled_in.strip()}
        if not untouched and not message.wanted:
            return
        self._filled_in = self._letter.placed = text
        self._template = message.template
        area.replace(text, (0, 0), area.document.end)
        show_beginning(area)
        if not untouched:
            self.notify(self._tr("sheet.replaced"), markup=False)

    @on(AddressesRead)
    def addresses_read(self, message: AddressesRead) -> None:
        """Offer the addresses."""
        self._address.offer(message.addresses)

    @on(SheetReadFailed)
    def read_failed(self, message: SheetReadFailed) -> None:
        """The form works without it; say what is missing."""
        self.notify(errors.explain(self._tr, message.error).sentence, severity="warning", markup=False)

    @on(TemplateRow.Chosen)
    def template_chosen(self, message: TemplateRow.Chosen) -> None:
        """Another template."""
        self._take(self._letters[message.number], wanted=True)

    @on(TextEditor.Changed)
    @on(Input.Changed)
    @on(Checkbox.Changed)
    @on(Select.Changed)
    def changed(self) -> None:
        """Say as one types what is still missing; what was typed is kept."""
        self._address.changed()
        self._show_missing()
        if (values := self._own_values()) != self._kept:
            self._kept = values
            self._keep(values)

    @on(Button.Pressed, "#confirm")
    def confirm(self) -> None:
        """Send it with the letter."""
        self._leave(silent=False)

    @on(Button.Pressed, "#silent")
    def confirm_silent(self) -> None:
        """Send it without a letter."""
        if self._form.can_be_silent:
            self._leave(silent=True)
        else:
            self.warn(self._tr("sheet.not-silent"))

    @on(Button.Pressed, "#later")
    def confirm_later(self) -> None:
        """Send it at a moment to be chosen: with the letter, or without one where none was written."""
        if self._when is None:
            self.warn(self._tr("sheet.not-later"))
            return
        silent = self._form.can_be_silent and not str(self._values().get(MESSAGE, "")).strip()
        if self._may_leave("confirm-later", silent=silent):
            self._when(partial(self._send_at, silent, self._values()))

    def _send_at(self, silent: bool, values: Values, moment: datetime) -> None:
        """Only the `values` for which a moment was asked: others may have come under that window."""
        if self._values() == values:
            self._send(silent, moment)
        else:
            self.warn(self._tr("later.text-changed", key=self._keys("confirm-later")))

    @on(Button.Pressed, "#cancel")
    def cancel(self) -> None:
        """Send nothing; the letter is kept. An open list of addresses closes first."""
        for select in self.query(Select):
            if select.expanded:
                select.expanded = False
                return
        self.answer(SheetOutcome(None, self._own_values()))

    def _leave(self, *, silent: bool) -> None:
        if self._may_leave("confirm", silent=silent):
            self._send(silent)

    def _may_leave(self, way: str, *, silent: bool) -> bool:
        """Whether nothing is missing; what is gets told."""
        if self._form.missing(self._values(), silent=silent):
            self._show_missing(silent=silent, insist=True)
            return False
        area, tr = self._letter_area(), self._tr
        if area is None or silent:
            return True
        stopped = self._letter.stopped_by_gap(area, tr) or self._address.stops(area, tr)
        return not (stopped or self.typed_on.stops(area, tr, way, self._keys(way)))

    def _send(self, silent: bool, not_before: datetime | None = None) -> None:
        values = self._values()
        text = str(values.get(MESSAGE, "")).strip()
        template = self._template if text == self._filled_in.strip() else None
        body = self._form.body(values, silent=silent)
        own = text not in {"", self._filled_in.strip(), self._letter.placed.strip()}
        self.answer(SheetOutcome(body, self._own_values(), template, not_before, own))

    def _own_values(self) -> Values:
        """What one typed oneself; the server's letter as it came is fetched anew the next time."""
        letter = (values := dict(self._values())).get(MESSAGE)
        if isinstance(letter, str) and letter.strip() == self._filled_in.strip():
            del values[MESSAGE]
        return values

    def writing(self) -> Writing | None:
        """The letter of this action; an address chosen already is known to it."""
        if (area := self._letter_area()) is None:
            self.warn(self._tr("templates.no-letter"))
            return None
        facts = {**self._facts, ADDRESS: place} if (place := self._address.line) else self._facts
        letters = offered(self._templates, self._more_templates)
        employer, action = self._employer_id, self._form.action
        take, group = self._address.take, self._of_group
        return Writing(area, letters, facts, employer, self._worker, self._tr, action, group, take)

    def _letter_area(self) -> TextEditor | None:
        return next(iter(self.query(TextEditor)), None)

    def _values(self) -> Values:
        form = self._form
        return typed_values({one.id: self.query_one(f"#{widget_id(form, one)}") for one in form.fields})

    def _show_missing(self, *, silent: bool = False, insist: bool = False) -> None:
        missing = self._form.missing(self._values(), silent=silent)
        line = self.query_one("#missing", Static)
        line.update("\n".join(actions.lacking(self._tr, self._form, one, self._keys) for one in missing))
        line.set_class(insist, "-insist")
        self.letter_changed()
