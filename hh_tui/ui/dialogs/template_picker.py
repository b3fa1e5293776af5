"""Choosing a letter to begin with: hh.ru's, the company's, one's own."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec import Struct
from textual import on, work
from textual.message import Message

from hh_tui.api.chats import LONGEST_TEXT
from hh_tui.api.models import Action, Address, MailTemplate, Template
from hh_tui.errors import HHError, TemplateTooLong
from hh_tui.files.letter_templates import LetterTemplates, OwnTemplate, read_templates
from hh_tui.i18n import Catalogue
from hh_tui.i18n.text import grouped, short_line
from hh_tui.inbox.letters.letter_offers import Letter
from hh_tui.inbox.letters.letter_pattern import GroupLetter, own_letter
from hh_tui.inbox.letters.step_letters import impersonal, of_no_step, own_letters, state_of
from hh_tui.inbox.letters.variables import ADDRESS, Facts, filled, gaps, wording
from hh_tui.settings.locations import templates_folder
from hh_tui.ui.dialogs.picker import Picker
from hh_tui.ui.dialogs.picker_item import PickerItem
from hh_tui.ui.presenters import errors, letter
from hh_tui.ui.presenters.candidate import dotted
from hh_tui.ui.presenters.letter_beginning import in_words
from hh_tui.ui.presenters.unreadable import unreadable_in
from hh_tui.ui.widgets.text_editor import TextEditor
from hh_tui.worker.session import ApiWorker

LINE = 66
"""Characters of a line: name, kind, and as much of the text as there is room for."""


class Writing(Struct, frozen=True):
    """A letter being written: where, what hh.ru offers for it, and what is known of whom it is for.

    It may go with an `action`: then letters of other steps have no place in it. One to several people is
    begun as `of_group` says. An address that is chosen for it is told to `take_place`. `listed_by` names the
    actions that list one of hh.ru's letters, by its address.
    """

    area: TextEditor
    templates: tuple[Template, ...]
    facts: Facts
    employer_id: str | None
    worker: ApiWorker
    tr: Catalogue
    action: Action | None = None
    of_group: GroupLetter | None = None
    take_place: Callable[[Address], None] = lambda _: None
    listed_by: Mapping[str, str] = {}


class TemplatesRead(Message):
    """The person's own letters."""

    def __init__(self, templates: LetterTemplates) -> None:
        super().__init__()
        self.templates = templates


class MailRead(Message):
    """The company's wordings."""

    def __init__(self, templates: tuple[MailTemplate, ...]) -> None:
        super().__init__()
        self.templates = templates


class Arrived(Message):
    """The text of the template that was chosen."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class PlacesRead(Message):
    """The addresses that may stand in `text`."""

    def __init__(self, text: str, places: tuple[Address, ...]) -> None:
        super().__init__()
        self.text = text
        self.places = places


class TemplateFailed(Message):
    """Something of it could not be read; `text` is what there is all the same."""

    def __init__(self, error: HHError, text: str | None = None) -> None:
        super().__init__()
        self.error = error
        self.text = text


class TemplatePicker(Picker):
    """A list that fills as the letters come; returns the text, filled in as far as it can be.

    With a letter `chosen` beforehand it is taken at once; the others are there where that one can't be.
    """

    def __init__(self, writing: Writing, chosen: Letter | None = None) -> None:
        tr = writing.tr
        self._texts: dict[str, Callable[[], str]] = {}
        self._server = {f"hh {number}": one for number, one in enumerate(writing.templates)}
        self._parts: Mapping[str, list[PickerItem]] = {
            "hh": [
                PickerItem(key, one.name or one.id, self._of_hh(writing, one))
                for key, one in self._server.items()
            ],
            "step": [],
            "own": [],
            "company": [],
            "where": [],
        }
        super().__init__(tr("templates.title"), self._parts["hh"], tr)
        self._writing, self._chosen = writing, chosen

    def on_mount(self) -> None:
        """Read what is not there yet."""
        self._read_own()
        if self._writing.employer_id:
            self._read_mail(self._writing.employer_id)
        match self._chosen:
            case Template() as template:
                self._fetch(template)
            case MailTemplate() as wording:
                self.post_message(Arrived(self._worded(wording)))
            case OwnTemplate() as own:
                self.post_message(Arrived(own_letter(own.text, self._writing.facts)))

    @staticmethod
    def _of_hh(writing: Writing, one: Template) -> str:
        kind = writing.tr("templates.hh")
        return _aside(kind, one.name or one.id, writing.listed_by.get(one.url, ""))

    def _fetch(self, template: Template) -> None:
        """Let hh.ru fill it in; nothing else is taken meanwhile."""
        self.query_one("#picker").border_subtitle = self._writing.tr("templates.loading")
        self.asking = True
        self._read_server(template)

    @work(group="own-templates", exclusive=True, exit_on_error=False)
    async def _read_own(self) -> None:
        self.post_message(TemplatesRead(await asyncio.to_thread(read_templates, templates_folder())))

    @work(group="mail", exclusive=True, exit_on_error=False)
    async def _read_mail(self, employer_id: str) -> None:
        worker = self._writing.worker
        try:
            templates = await worker.read(partial(worker.client.templates.mail, employer_id))
        except HHError as error:
            self.post_message(TemplateFailed(error))
        else:
            self.post_message(MailRead(templates))

    @work(group="template", exclusive=True, exit_on_error=False)
    async def _read_server(self, template: Template) -> None:
        worker = self._writing.worker
        try:
            found = await worker.read(partial(worker.client.templates.filled, template))
        except HHError as error:
            self.post_message(TemplateFailed(error))
        else:
            self.post_message(Arrived(found.mail.text if found.mail else ""))

    @work(group="places", exclusive=True, exit_on_error=False)
    async def _read_places(self, employer_id: str, text: str) -> None:
        worker = self._writing.worker
        try:
            places = await worker.read(partial(worker.client.employer.addresses, employer_id))
        except HHError as error:
            self.post_message(TemplateFailed(error, text))
        else:
            self.post_message(PlacesRead(text, places))

    @on(TemplatesRead)
    def templates_read(self, message: TemplatesRead) -> None:
        """Offer the own letters, or say where they belong; name the files that are none."""
        tr, templates = self._writing.tr, message.templates
        for number, own in enumerate(templates.templates):
            self._texts[f"own {number}"] = partial(own_letter, own.text, self._writing.facts)
            aside = _aside(tr("templates.own"), own.name, in_words(tr, own.text))
            self._parts["own"].append(PickerItem(f"own {number}", own.name, aside))
        if not templates.templates:
            where = PickerItem("folder", tr("templates.own.none"), str(templates_folder()), dimmed=True)
            self._parts["where"].append(where)
        if templates.broken:
            self.notify(letter.broken_files(tr, templates.broken), severity="warning", markup=False)
        self._offer_all()

    @on(MailRead)
    def mail_read(self, message: MailRead) -> None:
        """Offer the company's wordings: those for where the action leads first, those of other steps not."""
        action = self._writing.action
        for part, found in (
            ("step", own_letters(message.templates, action) if action else ()),
            ("company", of_no_step(message.templates, state_of(action) if action else "")),
        ):
            for number, one in enumerate(found):
                self._texts[f"{part} {number}"] = partial(self._worded, one)
                name = one.name or one.id
                text = in_words(self._writing.tr, one.text)
                aside = _aside(self._writing.tr("templates.company"), name, text)
                self._parts[part].append(PickerItem(f"{part} {number}", name, aside))
        self._say_broken("templates", message.templates)
        self._offer_all()

    def _worded(self, template: MailTemplate) -> str:
        """Whoever has no name here gets a letter without one."""
        facts, group = self._writing.facts, self._writing.of_group
        if group is not None:
            return group.worded(template, facts)
        return wording(template, facts) if facts.get("name") else impersonal(template, facts)

    def _say_broken(self, kind: str, read: Sequence[object]) -> None:
        """How much of what came could not be read."""
        if text := unreadable_in(self._writing.tr, kind, read):
            self.notify(text, severity="warning", markup=False)

    def _take_another(self) -> None:
        """What was chosen did not come."""
        self.query_one("#picker").border_subtitle = ""
        self.asking = False

    def _offer_all(self) -> None:
        self.offer([item for part in self._parts.values() for item in part])

    def take(self, item_id: str | None) -> None:
        """Fetch or fill in the letter; where own letters belong is no letter."""
        if item_id in self._server:
            self._fetch(self._server[item_id])
        elif item_id in self._texts:
            self.arrived(Arrived(self._texts[item_id]()))

    @on(Arrived)
    def arrived(self, message: Arrived) -> None:
        """Leave with the text; an address it wants is chosen first."""
        if not message.text.strip():
            self._take_another()
            self.notify(self._writing.tr("templates.no-text"), severity="warning", markup=False)
        elif len(message.text) > LONGEST_TEXT:
            self.read_failed(TemplateFailed(TemplateTooLong(most=grouped(LONGEST_TEXT))))
        elif self._writing.employer_id and any(gap.variable == ADDRESS for gap in gaps(message.text)):
            self.asking = True
            self._read_places(self._writing.employer_id, message.text)
        else:
            self.answer(message.text)

    @on(PlacesRead)
    def places_read(self, message: PlacesRead) -> None:
        """Let the person choose; without a choice the gap stays."""
        self._say_broken("places", message.places)
        places = [place for place in message.places if place.line]

        def chosen(number: str | None) -> None:
            if number is None:
                self.answer(message.text)
                return
            place = places[int(number)]
            self._writing.take_place(place)
            self.answer(filled(message.text, {ADDRESS: place.line}))

        if places:
            items = [PickerItem(str(number), place.line) for number, place in enumerate(places)]
            tr = self._writing.tr
            self.app.push_screen(Picker(tr("templates.address"), items, tr), chosen)
            self.asking = False
        else:
            self.answer(message.text)

    @on(TemplateFailed)
    def read_failed(self, message: TemplateFailed) -> None:
        """The others can still be taken."""
        self._take_another()
        sentence = errors.explain(self._writing.tr, message.error).sentence
        self.notify(sentence, severity="warning", markup=False)
        if message.text is not None:
            self.answer(message.text)


def offered(*groups: tuple[Template, ...]) -> tuple[Template, ...]:
    """The server's templates, each once, those of the first group first."""
    found: dict[str, Template] = {}
    for template in (one for group in groups for one in group):
        found.setdefault(template.url, template)
    return tuple(found.values())


def _aside(kind: str, name: str, text: str) -> str:
    """The kind and the beginning of the text, on one line with the name."""
    line, room = short_line(text), LINE - len(kind) - len(name)
    return dotted((kind, line if len(line) <= room else f"{line[: max(0, room - 1)]}…"))
