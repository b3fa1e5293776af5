"""The application to log in with: from the settings, and from the person what is missing there."""

from collections.abc import Callable
from urllib.parse import urlsplit

from hh_tui.api.oauth import Application
from hh_tui.cli.login.console import Console
from hh_tui.errors import ConfigError, NotAnswered
from hh_tui.i18n import Catalogue
from hh_tui.settings.config import Login
from hh_tui.system.secret import Secret


def application_of(settings: Login, tr: Catalogue, console: Console) -> Application:
    """Every value is looked at before the next question, and long before hh.ru's page opens.

    At a keyboard a question is asked until its answer fits. Raises NotAnswered where nobody sits there,
    ConfigError for a setting that does not fit.
    """
    return Application(
        client_id=_given("client_id", settings.client_id, tr, console),
        client_secret=Secret(_given("client_secret", settings.client_secret.reveal(), tr, console)),
        redirect_uri=_given("redirect_uri", settings.redirect_uri, tr, console),
    )


def _given(name: str, setting: str, tr: Catalogue, console: Console) -> str:
    stem = f"login.{name.replace('_', '-')}"
    fits = is_address if name == "redirect_uri" else is_word
    if setting:
        if not fits(setting):
            raise ConfigError(where=f"login.{name}", what=tr(f"{stem}.wrong"))
        return setting
    ask = _secretly(console) if name == "client_secret" else console.ask
    question = tr(stem)
    try:
        while not fits(answer := ask(question)):
            if not console.is_interactive:
                raise NotAnswered(what=tr(f"{stem}.wrong"))
            question = f"{tr(f'{stem}.wrong')}.\n{tr(stem)}"
    except EOFError:
        raise NotAnswered(what=tr(f"{stem}.wrong")) from None
    return answer


def _secretly(console: Console) -> Callable[[str], str]:
    return lambda question: console.ask_secret(question).reveal()


def is_word(answer: str) -> bool:
    """Whether it can be an id or a secret of hh.ru's: signs of a keyboard without a space among them."""
    return bool(answer) and answer.isascii() and answer.isprintable() and " " not in answer


def is_address(answer: str) -> bool:
    """Whether a browser can be led there: http or https, a host, and a port that there is."""
    try:
        parts = urlsplit(answer)
        host, port = parts.hostname, parts.port
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(host) and port != 0 and len(answer.split()) == 1
