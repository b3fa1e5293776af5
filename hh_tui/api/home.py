"""Where hh.ru's API is."""

from typing import Final

HOME: Final = "https://api.hh.ru"
"""The origin that addresses in answers name."""
