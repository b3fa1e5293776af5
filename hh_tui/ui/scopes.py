"""Which commands work now."""

from hh_tui.keys.registry import Scope
from hh_tui.ui.state_store import State
from hh_tui.ui.view import Pane


def scopes(state: State) -> tuple[Scope, ...]:
    """The open scopes of the inbox, the nearest first."""
    view = state.view
    if is_searching(state):
        return (Scope.SEARCH,)
    if view.composing is not None:
        return (Scope.COMPOSE,)
    if view.pane in {Pane.LIST, Pane.CANDIDATE}:
        return (Scope.LIST, Scope.DECIDE, Scope.ITEM, Scope.ALL, Scope.TAKE_BACK)
    return (Scope.LIST, Scope.ALL, Scope.TAKE_BACK)


def is_searching(state: State) -> bool:
    """Whether a search is being typed."""
    return state.view.in_search_line and state.inbox.search is not None


def is_typing(state: State) -> bool:
    """Whether letters are typed."""
    return is_searching(state) or state.view.composing is not None


def narrowed_by_words(state: State) -> bool:
    """Whether the list shows hits only, of the search here or of hh.ru's."""
    inbox, query = state.inbox, state.inbox.listing.query
    return inbox.search is not None or bool(query and query.filters.search_text)
