"""Where a token is kept, in words."""

from hh_tui.i18n import Catalogue
from hh_tui.tokens.store import FoundToken


def place_name(tr: Catalogue, place: FoundToken) -> str:
    """A keyring by its name, or the folder of the file."""
    return place.place if place.entry is None else tr("keyring.place", ring=place.place)
