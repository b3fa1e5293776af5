"""Where hh.ru's API is, what the address of another one looks like, and which sites it serves."""

import ipaddress
from typing import Final, Literal, get_args
from urllib.parse import urlsplit

from hh_tui.errors import ConfigError

HOME: Final = "https://api.hh.ru"
"""The origin that addresses in answers name."""

Site = Literal["hh.ru", "rabota.by", "hh1.az", "hh.uz", "hh.kz", "headhunter.ge", "headhunter.kg"]
"""Whose pages links lead to."""

HOME_SITE: Final = "hh.ru"
"""The one that the API takes where none is asked for."""

SITES: Final[tuple[str, ...]] = get_args(Site)
"""As the API lists them for `host`."""

_PORTS: Final = {"https": 443, "http": 80}


def is_loopback(host: str) -> bool:
    """Whether a host is this machine, by its own name or address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def place_of(address: str) -> tuple[str, str, int]:
    """The scheme, host and port of an API: https, or plain http on the loopback interface only.

    Raises ConfigError for an address that can't be an API's.
    """
    try:
        parts = urlsplit(address)
        scheme, host, port = parts.scheme, parts.hostname or "", parts.port
    except ValueError as error:
        raise ConfigError(where="HH_TUI_API_URL", what=address) from error
    allowed = scheme == "https" or (scheme == "http" and is_loopback(host))
    more = "@" in parts.netloc or parts.path.strip("/") or parts.query
    if not allowed or not host or more:
        raise ConfigError(where="HH_TUI_API_URL", what=address)
    return scheme, host, port or _PORTS[scheme]
