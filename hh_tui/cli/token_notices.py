"""What is said at the end of a run about where the token is, or is not."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from hh_tui.errors import HHError
from hh_tui.i18n import Catalogue
from hh_tui.settings.config import Settings
from hh_tui.settings.locations import tokens_folder


@contextmanager
def told_of_a_move(settings: Settings, tr: Catalogue, demo: str | None) -> Iterator[None]:
    """Say afterwards, once, that a refreshed token went to the file because its keyring did not take it."""
    try:
        yield
    finally:
        if demo is None:
            from hh_tui.tokens.store import TokenStore

            store = TokenStore(tokens_folder())
            with suppress(HHError):
                if ring := store.tell_moved(settings.profile):
                    place = store.home(settings.profile).place
                    sys.stderr.write(f"hh-tui: {tr('cli.moved', ring=ring, place=place)}\n")


@contextmanager
def told_of_a_loss(tr: Catalogue, unsaved: Callable[[], HHError | None]) -> Iterator[None]:
    """Say afterwards that the token could not be written down; `unsaved` tells why, once all is closed."""
    try:
        yield
    finally:
        if (error := unsaved()) is not None:
            from hh_tui.ui.presenters.errors import explain

            sys.stderr.write(f"hh-tui: {explain(tr, error, outside=True).sentence}\n")
