"""The shape of the code where a test can hold it."""

from collections import defaultdict

from hh_tui.screens.inbox import InboxScreen


def test_a_message_has_one_handler_on_the_inbox_screen() -> None:
    handlers: dict[type, set[str]] = defaultdict(set)
    for one in InboxScreen.__mro__:
        for message, named in vars(one).get("_decorated_handlers", {}).items():
            for handler, selectors in named:
                if not selectors:
                    handlers[message].add(f"{one.__name__}.{handler.__name__}")
    assert handlers
    assert {message: names for message, names in handlers.items() if len(names) > 1} == {}
