"""The one origin the token may travel to."""

from typing import Final

import httpx

from hh_tui.errors import ConfigError, ForeignOrigin
from hh_tui.settings.api_url import HOME, is_loopback, place_of

HH: Final = httpx.URL(HOME)
_SITE: Final = "hh.ru"


def _same_origin(one: httpx.URL, other: httpx.URL) -> bool:
    return (one.scheme, one.host, one.port) == (other.scheme, other.host, other.port)


class Origin:
    """The configured API: https, or plain http on the loopback interface only.

    Addresses in answers read `https://api.hh.ru/…`; where another origin is configured, their path and query
    are taken over to it. Raises ConfigError for an address that can't be an API's origin.
    """

    def __init__(self, url: str = HOME) -> None:
        place_of(url)
        try:
            base = httpx.URL(url)
        except (httpx.InvalidURL, ValueError) as error:
            raise ConfigError(where="HH_TUI_API_URL", what=url) from error
        allowed = base.scheme == "https" or (base.scheme == "http" and is_loopback(base.host))
        if not allowed or not base.host or base.userinfo or base.path.strip("/") or base.query:
            raise ConfigError(where="HH_TUI_API_URL", what=url)
        self.base = base

    @property
    def host(self) -> str:
        """The host, as a person knows the server."""
        return self.base.host

    def owns(self, url: httpx.URL) -> bool:
        """Whether a request to `url` stays at this origin."""
        return _same_origin(url, self.base)

    def takes_files(self, url: httpx.URL) -> bool:
        """Whether a file, and with it the token, may go there: to this origin, or to a host of hh.ru's own.

        hh.ru takes files of chats at another host, and wants the token there. Only where the API is hh.ru's
        own, and only over https.
        """
        plain = url.scheme == "https" and not url.userinfo and url.port in (None, 443)
        of_hh = url.host == _SITE or url.host.endswith(f".{_SITE}")
        return self.owns(url) or (_same_origin(self.base, HH) and plain and of_hh)

    def resolve_files(self, address: str) -> httpx.URL:
        """Where to send a file for an address from an answer. Raises ForeignOrigin."""
        try:
            url = httpx.URL(address)
        except (httpx.InvalidURL, ValueError) as error:
            raise ForeignOrigin(host="?") from error
        return url if self.takes_files(url) else self.resolve(address)

    def resolve(self, address: str) -> httpx.URL:
        """Where to send a request for a path of ours or an address from an answer.

        Raises ForeignOrigin for any other origin, and for what is no address at all.
        """
        try:
            url = httpx.URL(address)
        except (httpx.InvalidURL, ValueError) as error:
            raise ForeignOrigin(host="?") from error
        local = not url.scheme and not url.host and address.startswith("/")
        if not local and not _same_origin(url, HH) and not self.owns(url):
            raise ForeignOrigin(host=url.host or "?")
        if url.userinfo:
            raise ForeignOrigin(host=url.host)
        return self.base.copy_with(raw_path=url.raw_path)
