"""Words looked for in a vacancy's candidates, and people who answered more than once."""

from hh_tui.inbox.letters.keywords import KIND, Keywords, loaded
from hh_tui.inbox.snapshot.people import next_of
from hh_tui.inbox.snapshot.state import Inbox
from hh_tui.ui.dialogs.keywords_form import KeywordsForm
from hh_tui.ui.screens.polite import PoliteScreen


class KeywordingScreen(PoliteScreen):
    """What is seen in the rows before anybody is opened; nothing here asks hh.ru for anything."""

    def watch_inbox(self, before: Inbox, inbox: Inbox) -> None:
        """Another vacancy has words and a pay of its own."""
        if self.panes.is_standing and (
            before.vacancy_in_sight is not inbox.vacancy_in_sight or not before.all_vacancies
        ):
            self._show_keywords(inbox)
        super().watch_inbox(before, inbox)

    def _show_keywords(self, inbox: Inbox) -> None:
        """Those of the vacancy in sight; the rows of a list over all vacancies have no words in common."""
        vacancy, query = inbox.vacancy_in_sight, inbox.listing.query
        kept = self.house.remembered(KIND).get(vacancy.id, "") if vacancy else ""
        keywords = loaded(kept) if kept else Keywords()
        of_one = query is None or not query.is_across
        self.negotiations.keywords = keywords if of_one else Keywords()
        self.negotiations.offered = vacancy.pay if vacancy and of_one else None
        self.candidate.keywords = keywords

    def action_keywords(self) -> None:
        """Edit the words of the vacancy one is in."""
        vacancy = self.inbox.vacancy_in_sight
        if vacancy is None:
            self.say("keywords.no-vacancy")
            return

        def left(keywords: Keywords | None) -> None:
            if keywords is None:
                return
            self.house.remember(KIND, vacancy.id, keywords.dumped() if keywords else "")
            self._show_keywords(self.inbox)
            self.say("keywords.saved" if keywords else "keywords.cleared")

        form = KeywordsForm(vacancy.name, self.candidate.keywords, self.lens.tr, self.keys)
        self.app.push_screen(form, left)

    def action_same_person(self) -> None:
        """To the next loaded response of the same person."""
        found = next_of(self.inbox.rows, self.inbox.cursor)
        if found is None:
            self.say("people.alone")
        else:
            self._point(found)
