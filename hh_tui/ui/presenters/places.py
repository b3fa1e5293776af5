"""Where a token is kept, in words."""

from hh_tui.i18n import Catalogue
from hh_tui.tokens import Found


def place_name(tr: Catalogue, place: Found) -> str:
    """A keyring by its name, or the folder of the file."""
    return place.place if place.entry is None else tr("keyring.place", ring=place.place)
