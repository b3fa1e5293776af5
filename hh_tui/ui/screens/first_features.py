"""The features that are there from the start, as far as others use them."""

from typing import Protocol

from hh_tui.ui.controllers.action_shortcuts import Shortcuts
from hh_tui.ui.controllers.awaiting_reply import AwaitingReply
from hh_tui.ui.controllers.candidate_tabs import CandidateTabs
from hh_tui.ui.controllers.navigation import Navigation
from hh_tui.ui.controllers.search import Search
from hh_tui.ui.controllers.selection import BulkSelection
from hh_tui.ui.controllers.statistics import StatisticsRefresh
from hh_tui.ui.controllers.undo import Undo
from hh_tui.ui.lists import CollectionList, ListKinds


class FirstFeatures(Protocol):
    """Each by its name."""

    collections: CollectionList
    lists: ListKinds
    awaiting_reply: AwaitingReply
    search: Search
    statistics: StatisticsRefresh
    selection: BulkSelection
    tabs: CandidateTabs
    navigation: Navigation
    shortcuts: Shortcuts
    undo: Undo
