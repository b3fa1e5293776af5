"""The tokens of a person's profiles, and where they are kept."""

from hh_tui.tokens.pair import TokenPair
from hh_tui.tokens.store import DEFAULT_PROFILE, TokenStore

__all__ = ["DEFAULT_PROFILE", "TokenPair", "TokenStore"]
