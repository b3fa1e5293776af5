"""The collections of one vacancy (operation get-negotiations)."""

from hh_tui.api.models.base import Count, Flag, Id, Items, Line, Listed, ListModel, Maybe, Model, Named, Url


class Counters(Model, frozen=True):
    """How many negotiations a collection holds, and how many of them want attention."""

    total: Count = 0
    with_updates: Count = 0


class OrderType(Model, frozen=True):
    """An order the collection can be listed in, with the address that lists it so."""

    id: Id
    name: Line = ""
    url: Url = ""


class PreferredOrder(Model, frozen=True):
    """The order that a vacancy's negotiations are listed in (operation get-pref-negotiations-order)."""

    order_type: OrderType


class Collection(ListModel, frozen=True, kw_only=True):
    """A list of negotiations, always reached through its `url`; a sub-collection is one too."""

    id: Id
    name: Line = ""
    description: Maybe[Line] = None
    url: Url
    hidden: Flag = False
    counters: Maybe[Counters] = None
    order_types: Items[OrderType] = ()
    sub_collections: Listed["Collection"] = ()


class Board(ListModel, frozen=True):
    """Everything that can be listed for one vacancy, in the server's order."""

    collections: Listed[Collection]
    generated_collections: Listed[Collection] = ()
    employer_states: Items[Named] = ()
