"""The tokens of a person's profiles, and where they are kept."""

from hh_tui.tokens.files import DEFAULT_PROFILE, PROFILE
from hh_tui.tokens.pair import TokenPair
from hh_tui.tokens.store import FoundToken, TokenStore

__all__ = ["DEFAULT_PROFILE", "PROFILE", "FoundToken", "TokenPair", "TokenStore"]
