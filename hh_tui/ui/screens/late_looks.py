"""What one looks and moves by: features that a start does without, each imported by what makes it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hh_tui.inbox.snapshot.rows import Row
from hh_tui.ui.context import Context
from hh_tui.ui.events import (
    AccountAnswered,
    AccountGivenUp,
    AccountRead,
    AccountRefused,
    ArchiveRead,
    CollectionsRead,
    LoginAnswered,
    ManagerAccountsRead,
)
from hh_tui.ui.late_feature import LateFeature

if TYPE_CHECKING:
    from hh_tui.ui.controllers.accounts import Accounts
    from hh_tui.ui.controllers.call_link import CallLinks
    from hh_tui.ui.controllers.charts import Charts
    from hh_tui.ui.controllers.click_hints import ClickHints
    from hh_tui.ui.controllers.comparison import Comparison
    from hh_tui.ui.controllers.decision_log import DecisionLog
    from hh_tui.ui.controllers.draft_list import DraftList
    from hh_tui.ui.controllers.export import Export
    from hh_tui.ui.controllers.filters import Filters
    from hh_tui.ui.controllers.known_people import FindKnown
    from hh_tui.ui.controllers.list_export import ListExport
    from hh_tui.ui.controllers.paid_contacts import PaidContacts
    from hh_tui.ui.controllers.palette import Palette
    from hh_tui.ui.controllers.pipe import Pipe
    from hh_tui.ui.controllers.response_rate import ResponseRate
    from hh_tui.ui.controllers.settings_page import SettingsPage
    from hh_tui.ui.controllers.source_picker import SourcePicker
    from hh_tui.ui.controllers.vacancy_scope import VacancyScopes
    from hh_tui.ui.screens.first_features import FirstFeatures
    from hh_tui.ui.screens.late_decisions import LateDecisions

ACCOUNT_EVENTS = (
    AccountRead,
    LoginAnswered,
    ManagerAccountsRead,
    AccountAnswered,
    AccountRefused,
    AccountGivenUp,
)
"""hh.ru has said something of the accounts one may use."""


class LateLooks:
    """`first` are the features that are there from the start, `deciding` those by which one decides."""

    def __init__(self, context: Context, first: "FirstFeatures", deciding: "LateDecisions") -> None:
        self._context, self._first, self._deciding = context, first, deciding
        self.accounts = LateFeature(self._accounts, "account", hears=ACCOUNT_EVENTS)
        self.vacancy_scopes = LateFeature(self._vacancy_scopes)
        sources = (CollectionsRead, ArchiveRead)
        self.source_picker = LateFeature(self._source_picker, "vacancy", "collection", hears=sources)
        self.filters = LateFeature(self._filters, "filters", "clear-filters", "order")
        self.response_rate = LateFeature(self._response_rate, "politeness")
        self.palette = LateFeature(self._palette, "palette", "details")
        self.click_hints = LateFeature(self._click_hints)
        self.export = LateFeature(self._export, "save-resume", "browser", "vacancy-page", "copy")
        self.list_export = LateFeature(self._list_export, "export-list")
        self.settings_page = LateFeature(self._settings_page, "settings")
        self.call_links = LateFeature(self._call_links, "call-link")
        self.paid_contacts = LateFeature(self._paid_contacts, "contacts")
        self.comparison = LateFeature(self._comparison, "compare")
        self.pipe = LateFeature(self._pipe, "pipe")
        self.decision_log = LateFeature(self._decision_log, "log")
        self.charts = LateFeature(self._charts, "charts")
        self.known_people = LateFeature(self._known_people, "find-candidate", "search-everywhere")
        self.draft_list = LateFeature(self._draft_list, "drafts")

    def _selected(self) -> Sequence[Row]:
        """Those marked, in the order they were."""
        return tuple(self._first.selection.selected.values())

    def _accounts(self) -> "Accounts":
        from hh_tui.ui.controllers.accounts import Accounts

        return Accounts(self._context)

    def _vacancy_scopes(self) -> "VacancyScopes":
        from hh_tui.ui.controllers.vacancy_scope import VacancyScopes

        return VacancyScopes(self._context)

    def _source_picker(self) -> "SourcePicker":
        from hh_tui.ui.controllers.source_picker import SourcePicker

        return SourcePicker(self._context, self._first.lists.enter, self.vacancy_scopes().choose)

    def _filters(self) -> "Filters":
        from hh_tui.ui.controllers.filters import Filters

        return Filters(self._context, self._first.collections.enter_collection, self._first.search.leave)

    def _response_rate(self) -> "ResponseRate":
        from hh_tui.ui.controllers.response_rate import ResponseRate

        return ResponseRate(self._context, self._first.statistics.ask, self._first.awaiting_reply)

    def _palette(self) -> "Palette":
        from hh_tui.ui.controllers.palette import Palette
        from hh_tui.ui.letter_lines import LetterLines

        actions = self._deciding.actions()
        lines = LetterLines(
            self._context,
            write=lambda *given: self._deciding.letters().begin_with(*given),
            decide=lambda seen, action, letter: actions.decide(seen, action, letter=letter),
        )
        return Palette(
            self._context,
            lines,
            offered=actions.offered,
            act=actions.find_and_act,
            enter=self._first.navigation.choose,
        )

    def _click_hints(self) -> "ClickHints":
        from hh_tui.ui.controllers.click_hints import ClickHints

        return ClickHints(self._context)

    def _export(self) -> "Export":
        from hh_tui.ui.controllers.export import Export

        return Export(self._context)

    def _list_export(self) -> "ListExport":
        from hh_tui.ui.controllers.list_export import ListExport

        return ListExport(self._context, self._selected, self._first.lists.read_ahead)

    def _settings_page(self) -> "SettingsPage":
        from hh_tui.ui.controllers.settings_page import SettingsPage

        return SettingsPage(self._context)

    def _call_links(self) -> "CallLinks":
        from hh_tui.ui.controllers.call_link import CallLinks

        return CallLinks(self._context)

    def _paid_contacts(self) -> "PaidContacts":
        from hh_tui.ui.controllers.paid_contacts import PaidContacts

        return PaidContacts(self._context)

    def _comparison(self) -> "Comparison":
        from hh_tui.ui.controllers.comparison import Comparison

        return Comparison(self._context, self._selected)

    def _pipe(self) -> "Pipe":
        from hh_tui.ui.controllers.pipe import Pipe

        return Pipe(self._context, self._selected)

    def _decision_log(self) -> "DecisionLog":
        from hh_tui.ui.controllers.decision_log import DecisionLog

        return DecisionLog(self._context)

    def _charts(self) -> "Charts":
        from hh_tui.ui.controllers.charts import Charts

        return Charts(self._context)

    def _known_people(self) -> "FindKnown":
        from hh_tui.ui.controllers.known_people import FindKnown

        return FindKnown(self._context, self._first.search.keep, self._first.collections.came_to)

    def _draft_list(self) -> "DraftList":
        from hh_tui.ui.controllers.draft_list import DraftList

        return DraftList(self._context, self._first.collections.came_to)
