"""Words looked for in a vacancy's candidates, and people who answered more than once."""

from collections.abc import Mapping

from hh_tui.inbox.letters.keywords import KIND, Keywords, loaded
from hh_tui.inbox.snapshot.people import next_of
from hh_tui.ui.commands import Handler
from hh_tui.ui.context import Context
from hh_tui.ui.events import Event, Started, StoreOpened
from hh_tui.ui.state_store import State


class VacancyKeywords:
    """What is seen in the rows before anybody is opened; nothing here asks hh.ru for anything."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def commands(self) -> Mapping[str, Handler]:
        """What this controller does, by command id."""
        return {"keywords": self.keywords, "same-person": self.same_person}

    def on_event(self, event: Event, before: State, after: State) -> None:
        """Another vacancy has words of its own, and so has another login."""
        old, new = before.inbox, after.inbox
        if isinstance(event, Started | StoreOpened) or (
            old is not new and (old.vacancy_in_sight is not new.vacancy_in_sight or not old.all_vacancies)
        ):
            self._recall()

    def _recall(self) -> None:
        """The words of the vacancy in sight."""
        context, vacancy = self._context, self._context.inbox.vacancy_in_sight
        kept = context.disk.remembered(KIND).get(vacancy.id, "") if vacancy else ""
        context.store.show(keywords=loaded(kept) if kept else Keywords())

    def keywords(self) -> None:
        """Edit the words of the vacancy one is in."""
        from hh_tui.ui.dialogs.keywords_form import KeywordsForm

        context, vacancy = self._context, self._context.inbox.vacancy_in_sight
        if vacancy is None:
            context.say("keywords.no-vacancy")
            return

        def left(keywords: Keywords | None) -> None:
            if keywords is None:
                return
            context.disk.remember(KIND, vacancy.id, keywords.dumped() if keywords else "")
            self._recall()
            context.say("keywords.saved" if keywords else "keywords.cleared")

        form = KeywordsForm(vacancy.name, context.view.keywords, context.render_context.tr, context.keys)
        context.windows.push(form, left)

    def same_person(self) -> None:
        """To the next loaded response of the same person."""
        inbox = self._context.inbox
        found = next_of(inbox.rows, inbox.cursor)
        if found is None:
            self._context.say("people.alone")
        else:
            self._context.point(found)
